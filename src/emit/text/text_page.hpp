// What the parts of the text writer share: the trace, the person's wishes, and the ways to set a line.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagram/trace_index.hpp"
#include "emit/registry.hpp"
#include "emit/svg/ink.hpp"

namespace flowsim::emit {

/// Words that stay together on a line.
struct Piece {
  std::string text;
  Ink ink = Ink::plain;
};

/// One text under way. Everything given to it is made visible before it is written, so callers need not.
class TextPage {
 public:
  static constexpr std::size_t right_edge = 80;    ///< where times end
  static constexpr std::size_t wrap_column = 100;  ///< where long lines break

  TextPage(const Trace& written_trace, const EmitOptions& wishes, std::ostream& out)
      : trace(written_trace), options(wishes), index(written_trace), out_(out) {}

  const Trace& trace;
  const EmitOptions options;
  const TraceIndex index;
  bool fragment_explained = false;  ///< said once that no server sees a fragment

  /// An empty line.
  void gap();

  /// One line as it is, however long.
  void line(std::string_view text, Ink ink = Ink::plain);

  /// `left`, and `right` so that it ends at the right edge, or two columns behind `left` where that is too long.
  void spread(std::string_view left, Ink left_ink, std::string_view right, Ink right_ink = Ink::faint);

  /// `lead`, then the pieces with `between` columns between them; continued below the first piece.
  void flow(std::string_view lead, std::span<const Piece> pieces, std::size_t between = 1);

  /// `lead`, then the sentence, continued below its start.
  void sentence(std::string_view lead, std::string_view text, Ink ink = Ink::plain);

  /// The virtual time since the start of the run.
  std::string time(Instant at) const;

  /// A value of that name, as the person wants it.
  std::string value(std::string_view name, std::string_view value) const;

 private:
  void put(std::string_view text, Ink ink = Ink::plain);
  std::ostream& out_;
};

/// `okta    `: a participant's name in a column of its own, behind five columns of space.
std::string speaker(Participant participant);

/// `client → okta`, padded to the longest route without an attacker, and three columns more.
std::string route(Participant from, Participant to);

/// The text and as many spaces as it needs to be that wide.
std::string padded(std::string_view text, std::size_t width);

}  // namespace flowsim::emit
