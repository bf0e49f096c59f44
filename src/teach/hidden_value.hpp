// A value of a scenario file, taken out so that somebody can find it again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"

namespace flowsim::teach {

/// A scenario's text with one value cut out.
class HiddenValue {
 public:
  HiddenValue(std::string before, std::string value, std::string after)
      : before_(std::move(before)), value_(std::move(value)), after_(std::move(after)) {}

  /// What stood there, without quotes.
  const std::string& value() const { return value_; }

  /// Where it begins in the file, and in the text with an answer in its place.
  SourcePosition position() const;

  /// The text with a question mark in the value's place.
  std::string with_blank() const { return before_ + "?" + after_; }

  /// The text with an answer in the value's place, spelt so that it is read as this very text, number or boolean.
  std::string with(std::string_view answer) const;

 private:
  std::string before_, value_, after_;
};

/// Why a value cannot be hidden: a sentence without a full stop, and what would be right.
struct CannotHide {
  std::string message, hint;
};

/// Takes the value at a path of keys out: `expect.check`, `client.scope`; an item of a list by its place from 1:
/// `disabled_checks.1`. The value must be a scalar that stands on one line. The text must be YAML that flowsim reads.
std::variant<HiddenValue, CannotHide> hide_value(std::string_view text, std::string_view path);

/// The text without its comments, which may say too much, and without the lines that held nothing else. It is for
/// people: in a text of several lines (`|`) what looks like a comment goes as well.
std::string without_comments(std::string_view text);

/// The paths of all values of the text that can be hidden, in the order of the file.
std::vector<std::string> paths_to_hide(std::string_view text);

}  // namespace flowsim::teach
