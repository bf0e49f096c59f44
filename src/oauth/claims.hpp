// The members of a JOSE header or a JWT payload as plain, strictly typed values.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/phrase.hpp"

namespace flowsim::oauth {

/// A JSON value of a kind no checked claim has (an object, an array with anything but texts in it, a fraction, a number
/// beyond 64 bits), as its JSON text without white space.
struct OtherJson {
  std::string text;
  bool operator==(const OtherJson&) const = default;
};

/// A claim's value. Types are strict: a number in quotes is a text, and a check on `exp` will not take it.
using ClaimValue = std::variant<std::nullptr_t, bool, std::int64_t, std::string, std::vector<std::string>, OtherJson>;

/// Named values in the order in which they stand in the JSON object.
class Claims {
 public:
  Claims() = default;
  Claims(std::initializer_list<std::pair<std::string, ClaimValue>> members) : members_(members) {}

  /// The value of that name, or null.
  const ClaimValue* find(std::string_view name) const;
  bool has(std::string_view name) const { return find(name) != nullptr; }

  /// The value where it is there and has that type.
  std::optional<std::string_view> text(std::string_view name) const;
  std::optional<std::int64_t> number(std::string_view name) const;
  const std::vector<std::string>* texts(std::string_view name) const;

  /// The value as JSON for a reader (`"orders:read"`, `1767603600`, `["pwd"]`).
  std::optional<std::string> shown(std::string_view name) const;

  /// Appends one more member, whether or not the name is there already.
  void add(std::string name, ClaimValue value) {
    if (members_.capacity() == 0) members_.reserve(14);  // about as many as a token or a document has
    members_.emplace_back(std::move(name), std::move(value));
  }
  /// Gives the first member of that name the value, or appends it.
  void set(std::string_view name, ClaimValue value);
  /// Takes every member of that name away.
  void remove(std::string_view name);

  auto begin() const { return members_.begin(); }
  auto end() const { return members_.end(); }
  bool operator==(const Claims&) const = default;

 private:
  std::vector<std::pair<std::string, ClaimValue>> members_;
};

/// The JSON object, members in their order, without white space.
std::string to_json(const Claims& claims);

/// Appends the text as a JSON string, in quotes.
void append_json(std::string& json, std::string_view text);

/// Reads one JSON object of at most 64 KiB, nested at most 32 deep; nothing where the text is not one, is not UTF-8, or
/// a name occurs twice in one object (RFC 8725 §2.6; RFC 7519 §4). Numbers that are whole as a double reads them become
/// integers, also `5.0` and `1e3`. `why`, where given, then says what is wrong with `what`.
std::optional<Claims> read_claims(std::string_view json, Phrase* why = nullptr, std::string_view what = "text");

}  // namespace flowsim::oauth
