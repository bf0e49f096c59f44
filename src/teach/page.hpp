// Lines of text for a terminal, none wider than it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emit/svg/ink.hpp"

namespace flowsim::teach {

/// How a person wants a walk shown.
struct PageOptions {
  int width = 80;
  bool ascii = false;        ///< nothing but ASCII
  bool color = false;        ///< ANSI colours
  bool show_tokens = false;  ///< secrets whole
};

/// Finished lines without their ends: nothing in them but the colours acts on a terminal.
using Lines = std::vector<std::string>;

/// Small signs that pages begin lines with.
enum class Sign : std::uint8_t { passed, failed, switched_off, not_applicable, fault, change, seen };

/// Lines under way. Every text given to it is escaped.
class Page {
 public:
  explicit Page(const PageOptions& options) : options_(options) {}

  const PageOptions& options() const { return options_; }

  /// An empty line, where there is none yet and something stands above.
  void gap();

  /// `lead`, then the text, continued below its own start where it is too long for the line.
  void say(std::string_view lead, std::string_view text, Ink ink = Ink::plain);

  /// Two texts at the ends of one line; the second on a line of its own where there is no room.
  void spread(std::string_view left, std::string_view right, Ink ink = Ink::strong);

  /// Lines that are finished.
  void add(Lines lines);

  /// A sign and a blank.
  std::string sign(Sign sign) const;

  Lines take() { return std::move(lines_); }

 private:
  void put(std::string line, Ink ink);

  PageOptions options_;
  Lines lines_;
};

/// The text and as many blanks as it needs to be that wide.
std::string padded_to(std::string_view text, std::size_t width);

/// The lines, each with its end.
std::string text_of(const Lines& lines);

}  // namespace flowsim::teach
