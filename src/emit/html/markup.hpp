// HTML is put together from constant tags and escaped texts, so that no text can be forgotten.
#pragma once

#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

#include "emit/escape.hpp"
#include "emit/tags.hpp"

namespace flowsim::emit {

/// Collects a page and hands it on in large pieces; the last one when `flush` is called.
class Markup {
  /// Texts escaped, numbers as they are.
  template <class Value>
  static TagValue safe(const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>)
      return Escaped{value};
    else
      return value;
  }

 public:
  explicit Markup(std::ostream& out) : out_(out) {}
  Markup(const Markup&) = delete;
  Markup& operator=(const Markup&) = delete;

  /// The constant tags, with each text among the values escaped: for content, or for an attribute in quotes.
  template <class... Values>
  void put(Tags<sizeof...(Values)> tags, const Values&... values) {
    append_tags(text_, tags.text(), std::array<TagValue, sizeof...(Values)>{safe(values)...});
    if (text_.size() > 60000) flush();
  }

  /// The same with nothing escaped: JSON whose texts have been made fit for a `script` element.
  template <class... Values>
  void put_json(Tags<sizeof...(Values)> json, const Values&... values) {
    append_tags(text_, json.text(), std::array<TagValue, sizeof...(Values)>{TagValue(values)...});
    if (text_.size() > 60000) flush();
  }

  /// What is known to be good where it lands, such as a style sheet of ours.
  void put_raw(std::string_view markup) {
    flush();
    out_ << markup;
  }

  /// Where what is written meanwhile goes.
  std::ostream& stream() {
    flush();
    return out_;
  }

  void flush() {
    out_ << text_;
    text_.clear();
  }

 private:
  std::ostream& out_;
  std::string text_;
};

}  // namespace flowsim::emit
