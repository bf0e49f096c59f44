// Constant tags with places for texts and numbers, for notations that are made of many small pieces.
#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/modules.hpp"

namespace flowsim::emit {

/// A text that still needs the escapes of SVG and HTML, where it stands among others that do not.
struct Escaped {
  std::string_view text;
};

/// What fills one place.
class TagValue {
 public:
  TagValue(std::string_view text) : text_(text), kind_(Kind::literal) {}
  TagValue(Escaped escaped) : text_(escaped.text), kind_(Kind::escaped) {}
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view> TagValue(const Text& text)
      : TagValue(std::string_view(text)) {}
  template <std::signed_integral Number>
  TagValue(Number number) : number_(number), kind_(Kind::number) {}
  template <std::unsigned_integral Number>
  TagValue(Number number) : natural_(number), kind_(Kind::natural) {}

  void append_to(std::string& out) const;

 private:
  enum class Kind : unsigned char { literal, escaped, number, natural };
  std::string_view text_;
  long number_ = 0;
  unsigned long natural_ = 0;
  Kind kind_;
};

/// Tags whose places, `{}` in their order or `{0}` to `{9}`, were counted when they were compiled. There is no other
/// format, and no way to write a brace: that is what makes it several times faster than a general one.
template <std::size_t Values>
class Tags {
 public:
  consteval Tags(const char* tags) : text_(tags) {
    std::size_t next = 0;
    for (auto rest = text_; rest.find('{') != std::string_view::npos;) {
      rest.remove_prefix(rest.find('{') + 1);
      const auto place = rest.substr(0, rest.find('}'));
      const std::size_t at = place.empty() ? next++ : static_cast<std::size_t>(place[0] - '0');
      if (place.size() > 1 || at >= Values) throw "there is no value for this place";
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

void append_tags(std::string& out, std::string_view tags, std::span<const TagValue> values);

}  // namespace flowsim::emit
