// A run as a sequence diagram: lifelines, and what stands between them from top to bottom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagram/detail.hpp"
#include "trace/trace.hpp"

namespace flowsim {

/// A participant as a column of the drawing.
struct Lifeline {
  Participant participant = Participant::user;
  std::string name;  ///< as pictures show it
  bool operator==(const Lifeline&) const = default;
};

/// Something said by one participant to another.
struct Arrow {
  int number = 0;         ///< the interaction's; 0 for background exchanges
  bool numbered = false;  ///< carries its number: the first arrow of an uninterrupted interaction
  Participant from = Participant::user, to = Participant::user;
  std::string caption;
  bool deviating = false;     ///< would not be there if nothing had gone wrong
  bool lost = false;          ///< did not arrive
  std::vector<int> messages;  ///< what it stands for, in order; never empty
  bool operator==(const Arrow&) const = default;
};

/// Why a note is there.
enum class NoteKind : std::uint8_t {
  fault,       ///< what befell the message
  refusal,     ///< a check failed
  undefended,  ///< a check was switched off and would have failed
  ending,      ///< how the run ended
};

/// A remark below the arrow it follows.
struct Note {
  NoteKind kind = NoteKind::refusal;
  std::optional<Participant> over;  ///< nothing: over all lifelines
  std::vector<std::string> lines;
  std::size_t heading = 0;  ///< how many of the first lines say what happened; the others say more
  bool operator==(const Note&) const = default;
};

using Element = std::variant<Arrow, Note>;

/// The drawing. Texts are as they came in, with secrets shortened: each format escapes them in its own way.
struct SequenceDiagram {
  std::string title;   ///< empty for the drawing of the guide, which has none
  std::string footer;  ///< likewise
  std::vector<Lifeline> lifelines;
  std::vector<Element> elements;
};

/// What a person may choose about a drawing.
struct DiagramOptions {
  Detail detail = Detail::overview;  ///< `wire` is drawn as `messages`: legs have no arrows of their own here
  bool show_tokens = false;
};

/// At `overview`, consecutive messages of one interaction are one arrow, with the interaction's direction and caption
/// if any of them belongs to a run in which nothing goes wrong, else with their own; background messages are left out.
/// A run that is exactly the flow as the guide draws it gets neither title nor footer.
SequenceDiagram sequence_diagram(const Trace& trace, const DiagramOptions& options);

}  // namespace flowsim
