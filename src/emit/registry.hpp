// The output formats: each one row, each one writer.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <span>
#include <string_view>

#include "diagram/detail.hpp"
#include "diagram/situation.hpp"
#include "trace/trace.hpp"

namespace flowsim::emit {

/// How a person wants a trace shown.
struct EmitOptions {
  Detail detail = Detail::messages;
  bool show_tokens = false;  ///< tokens and other long secrets whole
  bool color = false;        ///< ANSI colours, for a terminal
  std::string_view theme{};  ///< the look of a picture, see `svg_themes.hpp`; the default one if none
  /// What a parameter means in a message of that kind, for the writers that say so; empty where nobody knows.
  std::string_view (*meaning_of)(std::string_view kind, std::string_view parameter) = nullptr;
  int width = 100;     ///< columns of a drawing made of characters
  bool ascii = false;  ///< a drawing made of characters has no others
  TableOf table_of{};  ///< the actors' tables, for formats that show what could happen next; may be empty
};

/// A set of zoom levels.
class Details {
 public:
  constexpr Details(std::initializer_list<Detail> details) {
    for (const auto detail : details) bits_ = static_cast<std::uint8_t>(bits_ | bit(detail));
  }
  constexpr bool has(Detail detail) const { return (bits_ & bit(detail)) != 0; }

 private:
  static constexpr std::uint8_t bit(Detail detail) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(detail));
  }
  std::uint8_t bits_ = 0;
};

/// One row of the format table.
struct Format {
  std::string_view name;         ///< as `--format` takes it
  std::string_view extension;    ///< with its dot
  std::string_view description;  ///< one line without a full stop
  Details details;               ///< the levels it can show
  /// Writes the trace. For a level the format does not support, callers must say so instead of calling this.
  void (*write)(const Trace& trace, const EmitOptions& options, std::ostream& out);
  bool themed = false;                 ///< whether it looks as the options' theme says
  bool draws_with_characters = false;  ///< knows `EmitOptions::width` and `ascii`

  constexpr bool supports(Detail detail) const { return details.has(detail); }
};

/// Every format, the default one first.
std::span<const Format> formats();

/// The row of that name, or null.
const Format* format_named(std::string_view name);

}  // namespace flowsim::emit
