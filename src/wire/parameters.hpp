// An ordered list of named values, in which names may be missing, repeated or unknown, because attackers send such.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::wire {

/// Where in an HTTP message a parameter travels. `usual` is the place the message's kind gives it.
enum class Place : std::uint8_t { usual, query, fragment, header, body };

/// One named value.
struct Parameter {
  std::string name;
  std::string value;
  Place place = Place::usual;
  bool operator==(const Parameter&) const = default;
};

/// Parameters in the order in which they travel.
class Parameters {
 public:
  /// One of those a list begins with; its texts are copied once, as a list of `Parameter` would copy them twice.
  struct Given {
    std::string_view name, value;
    Place place = Place::usual;
    Given(std::string_view its_name, std::string_view its_value, Place its_place = Place::usual)
        : name(its_name), value(its_value), place(its_place) {}
    Given(const Parameter& item) : Given(item.name, item.value, item.place) {}
  };

  Parameters() = default;
  Parameters(std::initializer_list<Given> items);

  /// The first value of that name; nothing where there is none. An empty value is a value here.
  std::optional<std::string_view> find(std::string_view name) const;

  /// As `find`, but a parameter with an empty value counts as absent (RFC 6749 §3.1).
  std::optional<std::string_view> value(std::string_view name) const;

  /// The first non-empty value of that name that travels in that place.
  std::optional<std::string_view> value(std::string_view name, Place place) const;

  /// `value`, or the empty text where it is absent.
  std::string_view value_or_empty(std::string_view name) const { return value(name).value_or(std::string_view{}); }

  bool has(std::string_view name) const { return value(name).has_value(); }

  /// How often the name occurs.
  std::size_t count(std::string_view name) const;

  /// The first name that occurs more than once, if any.
  std::optional<std::string_view> first_repeated() const;

  /// Appends one more parameter, whether or not the name is there already.
  void add(std::string name, std::string value, Place place = Place::usual);

  /// Makes room for so many in all.
  void reserve(std::size_t size) { items_.reserve(size); }

  /// Gives the first parameter of that name the value, or appends it.
  void set(std::string_view name, std::string value);

  /// Takes every parameter of that name away.
  void remove(std::string_view name);

  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  bool operator==(const Parameters&) const = default;

 private:
  std::vector<Parameter> items_;
};

}  // namespace flowsim::wire
