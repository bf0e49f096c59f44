// HTML is put together from constant tags and escaped texts, so that no text can be forgotten.
#pragma once

#include <fmt/core.h>

#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "emit/escape.hpp"

namespace flowsim::emit {

/// Collects a page and hands it on in large pieces; the last one when `flush` is called.
class Markup {
  /// Texts escaped, numbers as they are.
  template <class Value>
  static auto safe(const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>)
      return escape_html(value);
    else
      return value;
  }
  template <class Value>
  using Safe = decltype(safe(std::declval<const Value&>()));

 public:
  explicit Markup(std::ostream& out) : out_(out) {}
  Markup(const Markup&) = delete;
  Markup& operator=(const Markup&) = delete;

  /// The constant tags, with each text among the values escaped: for content, or for an attribute in quotes.
  template <class... Values>
  void put(fmt::format_string<Safe<Values>...> tags, const Values&... values) {
    fmt::format_to(std::back_inserter(text_), tags, safe(values)...);
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
