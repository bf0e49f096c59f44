// Makes all decisions about a drawing: which arrows, which numbers, which words.
#include "diagram/sequence_diagram.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "diagram/trace_index.hpp"

namespace flowsim {
namespace {

constexpr std::size_t note_width = 60;

const InteractionRecord* interaction(const Trace& trace, int number) {
  const auto found = std::ranges::find(trace.header.interactions, number, &InteractionRecord::number);
  return found == trace.header.interactions.end() ? nullptr : &*found;
}

/// What a message that should not be there is called: with the code that says what went wrong.
std::string own_caption(const MessageRecord& record) {
  const auto& parameters = record.envelope.message.parameters;
  const auto code = parameters.value(parameters.has("error") ? "error" : "status");
  return record.expected || !code ? record.caption : fmt::format("{}: {}", record.caption, *code);
}

bool involves_attacker(const MessageRecord& record) {
  return record.envelope.from == Participant::attacker || record.envelope.to == Participant::attacker ||
         record.reached == Participant::attacker;
}

bool deviates(const MessageRecord& record) { return !record.expected || record.reached.has_value(); }

/// Whether the overview draws both as one arrow.
bool belong_together(const MessageRecord& one, const MessageRecord& other) {
  return one.envelope.interaction == other.envelope.interaction && one.browser == other.browser &&
         involves_attacker(one) == involves_attacker(other);
}

/// Beside the user's flow another may go on in the attacker's browser.
std::string in_its_browser(std::string caption, const MessageRecord& record) {
  return record.browser == Participant::attacker_browser ? caption + " (attacker's browser)" : caption;
}

class Draughtsman {
 public:
  Draughtsman(const Trace& trace, const DiagramOptions& options) : trace_(trace), options_(options), index_(trace) {}

  SequenceDiagram draw() {
    for (const auto participant : {Participant::user, Participant::client, Participant::okta, Participant::app})
      add_lifeline(participant);
    if (std::ranges::any_of(trace_.messages, involves_attacker)) add_lifeline(Participant::attacker);
    if (options_.detail == Detail::overview)
      draw_interactions();
    else
      draw_messages();
    if (is_the_guides_drawing()) return std::move(drawing_);
    draw_ending();
    drawing_.title = trace_.header.title;
    if (!trace_.header.disabled_checks.empty())
      drawing_.footer = "Switched off: " + join(trace_.header.disabled_checks, ", ") + ". ";
    drawing_.footer += legacy_sentence;
    return std::move(drawing_);
  }

 private:
  void add_lifeline(Participant participant) {
    drawing_.lifelines.push_back({participant, std::string(display_name(participant))});
  }

  void draw_interactions() {
    std::vector<int> group;
    for (const auto& record : trace_.messages) {
      if (record.envelope.interaction == 0) continue;
      if (!group.empty() && !belong_together(trace_.message(group.front()), record)) {
        draw_group(group);
        group.clear();
      }
      group.push_back(record.id);
    }
    if (!group.empty()) draw_group(group);
  }

  void draw_group(const std::vector<int>& group) {
    const auto& first = trace_.message(group.front());
    const auto is_expected = [this](int id) { return trace_.message(id).expected; };
    auto arrow = arrow_of(first, true);
    arrow.deviating = std::ranges::any_of(group, [this](int id) { return deviates(trace_.message(id)); });
    arrow.lost = was_lost(trace_.message(group.back()));
    arrow.messages = group;
    const auto* row = interaction(trace_, arrow.number);
    if (row != nullptr && std::ranges::any_of(group, is_expected)) {
      if (!involves_attacker(first)) {
        arrow.from = row->from;
        arrow.to = row->to;
      }
      arrow.caption = in_its_browser(row->caption, first);
    }
    add(std::move(arrow));
  }

  void draw_messages() {
    int current = 0;
    for (const auto& record : trace_.messages) {
      const int number = record.envelope.interaction;
      auto arrow = arrow_of(record, number != 0 && number != current);
      if (number != 0) current = number;
      add(std::move(arrow));
    }
  }

  Arrow arrow_of(const MessageRecord& record, bool numbered) const {
    const auto& [from, to, number, message] = record.envelope;
    return {number,
            numbered,
            from,
            record.reached.value_or(to),
            in_its_browser(own_caption(record), record),
            deviates(record),
            was_lost(record),
            {record.id}};
  }

  /// A run that was stopped early has messages under way; those are not lost.
  bool was_lost(const MessageRecord& record) const {
    return !record.arrived && !record.reached && trace_.outcome.has_value();
  }

  void add(Arrow&& arrow) {
    const auto messages = arrow.messages;
    drawing_.elements.emplace_back(std::move(arrow));
    for (const int id : messages) {
      for (const auto* fault : index_.of(id).faults) add_fault(*fault);
      for (const auto* verdict : index_.of(id).verdicts) add_notes(*verdict);
    }
  }

  void add_fault(const FaultRecord& fault) {
    Note note{NoteKind::fault, trace_.message(fault.message).envelope.from, {}};
    append(note, fmt::format("Fault: {} at {}", fault.verb, fault.place));
    note.heading = note.lines.size();
    append(note, shown_prose(fault.intent, options_.show_tokens));
    drawing_.elements.emplace_back(std::move(note));
  }

  void add_notes(const VerdictRecord& record) {
    for (const auto& result : record.verdict.results) {
      if (!result.violated && result.status != CheckStatus::failed) continue;
      const bool refused = result.status == CheckStatus::failed;
      Note note{refused ? NoteKind::refusal : NoteKind::undefended, record.by, {}};
      append(note,
             refused ? fmt::format("Refused by {} ({})", result.check, result.clause)
                     : fmt::format("{} is switched off; it would have refused this ({})", result.check, result.clause));
      note.heading = note.lines.size();
      append(note, "expected " + shown_prose(result.expected, options_.show_tokens));
      append(note, "came " + shown_prose(result.actual, options_.show_tokens));
      drawing_.elements.emplace_back(std::move(note));
    }
  }

  void draw_ending() {
    const auto& outcome = trace_.outcome;
    const auto& until = trace_.header.until;
    Note note{NoteKind::ending, {}, {}};
    if (!outcome)
      append(note, until ? fmt::format("Stopped after interaction {}, as asked", *until)
                         : std::string("Stopped before the end"));
    else if (outcome->kind != OutcomeKind::resource_served && outcome->kind != OutcomeKind::signed_in)
      append(note, fmt::format("Outcome: {}", name_of(outcome->kind)));
    else
      return;
    note.heading = note.lines.size();
    if (outcome && !outcome->explanation.empty()) append(note, shown_prose(outcome->explanation, options_.show_tokens));
    drawing_.elements.emplace_back(std::move(note));
  }

  static void append(Note& note, const std::string& text) {
    for (auto& line : wrapped(text, note_width)) note.lines.push_back(std::move(line));
  }

  bool is_the_guides_drawing() const {
    const auto& expected = trace_.header.interactions;
    const auto is_as_expected = [](const Element& element, const InteractionRecord& row) {
      const auto* arrow = std::get_if<Arrow>(&element);
      return arrow != nullptr && !arrow->deviating && !arrow->lost && arrow->number == row.number &&
             arrow->caption == row.caption;
    };
    return options_.detail == Detail::overview && trace_.header.disabled_checks.empty() &&
           std::ranges::equal(drawing_.elements, expected, is_as_expected);
  }

  const Trace& trace_;
  const DiagramOptions options_;
  const TraceIndex index_;
  SequenceDiagram drawing_;
};

}  // namespace

SequenceDiagram sequence_diagram(const Trace& trace, const DiagramOptions& options) {
  return Draughtsman(trace, options).draw();
}

}  // namespace flowsim
