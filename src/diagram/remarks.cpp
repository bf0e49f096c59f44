// Words for faults, refusals and endings, in lines of one width.
#include "diagram/remarks.hpp"

#include <fmt/core.h>

#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "oauth/checks.hpp"

namespace flowsim::diagram {
namespace {

constexpr std::size_t note_columns = 60;

void append(Note& note, const std::string& text) {
  for (auto& line : wrapped(text, note_columns)) note.lines.push_back(std::move(line));
}

void append_comparison(Note& note, const CheckResult& result, bool show_tokens) {
  append(note, "expected " + shown_prose(result.expected, show_tokens));
  append(note, "came " + shown_prose(result.actual, show_tokens));
}

Note remark_on_refusal(const VerdictRecord& record, const CheckResult& result, bool show_tokens) {
  Note note{NoteKind::refusal, record.by, {}};
  append(note, fmt::format("Refused by {} ({})", result.check, clause_of(result.check)));
  note.heading = note.lines.size();
  append_comparison(note, result, show_tokens);
  return note;
}

Note remark_on_missed(const VerdictRecord& record, const std::vector<const CheckResult*>& missed, bool show_tokens) {
  Note note{NoteKind::undefended, record.by, {}};
  if (missed.size() == 1) {
    const auto& only = *missed.front();
    append(note, fmt::format("{} is switched off; it would have refused this ({})", only.check, clause_of(only.check)));
    note.heading = note.lines.size();
    append_comparison(note, only, show_tokens);
    return note;
  }
  append(note, fmt::format("{} checks are switched off; each would have refused this", missed.size()));
  note.heading = note.lines.size();
  for (const auto* result : missed) append(note, fmt::format("{} ({})", result->check, clause_of(result->check)));
  return note;
}

}  // namespace

Note remark_on(const FaultRecord& fault, Participant sender, bool show_tokens) {
  Note note{NoteKind::fault, sender, {}};
  append(note, fmt::format("Fault: {} at {}", fault.verb, place_text(fault.place)));
  note.heading = note.lines.size();
  append(note, shown_prose(intent_of(fault), show_tokens));
  return note;
}

std::vector<Note> remarks_on(const VerdictRecord& record, bool show_tokens) {
  std::vector<Note> notes;
  std::vector<const CheckResult*> missed;
  for (const auto& result : record.verdict.results) {
    if (result.status == CheckStatus::failed)
      notes.push_back(remark_on_refusal(record, result, show_tokens));
    else if (result.violated)
      missed.push_back(&result);
  }
  if (!missed.empty()) notes.push_back(remark_on_missed(record, missed, show_tokens));
  return notes;
}

std::optional<Note> remark_on_ending(const Trace& trace, bool show_tokens) {
  const auto& outcome = trace.outcome;
  const auto& until = trace.header.until;
  Note note{NoteKind::ending, {}, {}};
  if (!outcome)
    append(note, until ? fmt::format("Stopped after interaction {}, as asked", *until)
                       : std::string("Stopped before the end"));
  else if (outcome->kind != OutcomeKind::resource_served && outcome->kind != OutcomeKind::signed_in)
    append(note, fmt::format("Outcome{}: {}",
                             trace.header.browser == Participant::attacker_browser ? " in the attacker's browser" : "",
                             name_of(outcome->kind)));
  else
    return {};
  note.heading = note.lines.size();
  if (outcome && !outcome->explanation.empty()) append(note, shown_prose(outcome->explanation, show_tokens));
  return note;
}

}  // namespace flowsim::diagram
