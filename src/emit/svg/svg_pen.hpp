// Writes the shapes and texts that every SVG picture is made of, piece by piece.
#pragma once

#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "diagram/layout.hpp"
#include "emit/tags.hpp"

namespace flowsim::emit {

/// Gathers text and hands it to the stream in pieces; the last one when it goes. Whatever is not a literal of ours must
/// be handed over as `Escaped`.
class SvgPen {
 public:
  explicit SvgPen(std::ostream& out) : out_(out) {}
  SvgPen(const SvgPen&) = delete;
  SvgPen& operator=(const SvgPen&) = delete;
  ~SvgPen() { flush(); }

  template <class... Values>
  void put(Tags<sizeof...(Values)> tags, const Values&... values) {
    append_tags(text_, tags.text(), std::array<TagValue, sizeof...(Values)>{TagValue(values)...});
    if (text_.size() > piece_size) flush();
  }

  /// A line for each of the block's, escaped, code in the monospaced face.
  void text(const TextBlock& block, int size, std::string_view classes, bool middle = false);

  /// Of the class `kind`, and of the one before it, if there is one.
  void rectangle(std::string_view colour, std::string_view kind, const Box& box, int radius);
  void rectangle(std::string_view kind, const Box& box, int radius) { rectangle({}, kind, box, radius); }

 private:
  static constexpr std::size_t piece_size = 60000;

  void flush();

  std::ostream& out_;
  std::string text_;
};

}  // namespace flowsim::emit
