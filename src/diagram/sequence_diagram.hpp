// A run as a sequence diagram: lifelines, and what stands between them from top to bottom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.hpp"
#include "diagram/detail.hpp"
#include "trace/trace.hpp"

namespace flowsim::diagram {

/// A participant as a column of the drawing.
struct Lifeline {
  Participant participant = Participant::user;
  std::string name;  ///< as pictures show it
  bool operator==(const Lifeline&) const = default;
};

/// A message that takes at least so long is said to be late.
inline constexpr Duration late{500};

/// What an arrow carries: told apart by its shape, as in UML.
enum class ArrowKind : std::uint8_t {
  request,   ///< an HTTP request: a whole line with a filled head
  response,  ///< an HTTP response: a dashed line with an open head
  action,    ///< between a browser and the person before it or the script in it: a whole line with an open head
};

/// Something said by one participant to another.
struct Arrow {
  int number = 0;         ///< the interaction's; 0 for background exchanges
  bool numbered = false;  ///< carries its number: the first arrow of an uninterrupted interaction, and every leg of one
  Participant from = Participant::user, to = Participant::user;
  std::string caption;
  bool deviating = false;     ///< would not be there if nothing had gone wrong, or goes elsewhere
  bool lost = false;          ///< did not arrive
  std::vector<int> messages;  ///< what it stands for, in order; never empty
  int leg = 0;                ///< at `wire`: the 2 of `4.2`; else 0
  ArrowKind kind = ArrowKind::request;
  std::vector<std::string> details{};  ///< at `wire`: parameters and headers worth seeing, one a line, in type of code
  Duration took{0};                    ///< how long it was under way, where it was late; else nothing
  bool changed = false;                ///< what it carries was changed on its way
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

/// The state a participant is in from here on: a state invariant on its lifeline (UML 2.5.1 §17.2).
/// The text names the session where it is not the participant's first.
struct StateChange {
  Participant over = Participant::user;
  std::string state;
  bool operator==(const StateChange&) const = default;
};

/// A server begins to work on a request that it will answer, or has answered it: an execution specification in UML.
struct Activation {
  Participant over = Participant::okta;
  bool begins = true;
  bool operator==(const Activation&) const = default;
};

/// Time that passes on all lifelines while nothing is sent.
struct Pause {
  std::string text;  ///< `1 min 54 s later`
  bool operator==(const Pause&) const = default;
};

using Element = std::variant<Arrow, Note, StateChange, Activation, Pause>;
using ElementSink = std::function<void(const Element&)>;

/// The drawing. Texts are as they came in, with secrets shortened: each format escapes them in its own way.
struct SequenceDiagram {
  std::string title;   ///< empty for the drawing of the guide, which has none
  std::string footer;  ///< likewise
  std::vector<Lifeline> lifelines;
  /// Hands each element to the sink, from top to bottom, the same ones at each call. They are made while they are
  /// walked over, so that the drawing of a long run is never held whole.
  std::function<void(const ElementSink&)> walk = [](const ElementSink&) {};
};

/// What a person may choose about a drawing.
struct DiagramOptions {
  Detail detail = Detail::overview;
  bool show_tokens = false;
  /// The order of the last moment that is drawn: nothing that was sent, judged or arrived later. An arrow that never
  /// arrives says so at once.
  int until = std::numeric_limits<int>::max();
};

/// Refers to the trace, which must outlive the drawing. At `overview`, consecutive messages of one interaction are one
/// arrow, with the interaction's direction and caption if any of them belongs to a run in which nothing goes wrong,
/// else with their own; background messages, states and activations are left out. At `messages` each message is an
/// arrow; at `wire` each of its legs is, with the browsers as lifelines of their own. A run that is exactly the flow
/// as the guide draws it gets neither title nor footer at `overview`.
SequenceDiagram sequence_diagram(const Trace& trace, const DiagramOptions& options);
SequenceDiagram sequence_diagram(const Trace&& trace, const DiagramOptions& options) = delete;

/// `4`, `4.2`, or nothing where the arrow carries no number.
std::string number_of(const Arrow& arrow);

/// What is wrong with the arrow, in a few words: `never arrives`, `changed on its way`; empty where nothing is.
std::string mark_of(const Arrow& arrow);

}  // namespace flowsim::diagram
