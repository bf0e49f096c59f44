// Writes the shapes and texts that every SVG picture is made of, piece by piece.
#pragma once

#include <fmt/core.h>

#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "diagram/layout.hpp"

namespace flowsim::emit {

/// Gathers text and hands it to the stream in pieces; the last one when it goes. Whatever is not a literal of ours must
/// have been through `escape_svg`.
class SvgPen {
 public:
  explicit SvgPen(std::ostream& out) : out_(out) {}
  SvgPen(const SvgPen&) = delete;
  SvgPen& operator=(const SvgPen&) = delete;
  ~SvgPen() { flush(); }

  template <class... Values>
  void put(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
    if (text_.size() > piece_size) flush();
  }

  /// A line for each of the block's, escaped, code in the monospaced face.
  void text(const TextBlock& block, int size, std::string_view classes, bool middle = false);

  void rectangle(std::string_view classes, const Box& box, int radius);

 private:
  static constexpr std::size_t piece_size = 60000;

  void flush();

  std::ostream& out_;
  std::string text_;
};

}  // namespace flowsim::emit
