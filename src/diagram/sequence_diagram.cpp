// Makes all decisions about a drawing: which arrows, which numbers, which words.
#include "diagram/sequence_diagram.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <span>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "diagram/events.hpp"
#include "diagram/exchanges.hpp"
#include "diagram/prose.hpp"
#include "diagram/refusals.hpp"
#include "diagram/remarks.hpp"
#include "diagram/roles.hpp"
#include "diagram/secrets.hpp"
#include "diagram/trace_index.hpp"
#include "diagram/wire_step.hpp"

namespace flowsim::diagram {
namespace {

/// A silence of that length is worth a line.
constexpr Duration long_pause = std::chrono::seconds{10};

const InteractionRecord* interaction(const Trace& trace, int number) {
  const auto found = std::ranges::find(trace.header.interactions, number, &InteractionRecord::number);
  return found == trace.header.interactions.end() ? nullptr : &*found;
}

/// What a message that should not be there is called: with the code that says what went wrong.
std::string own_caption(const MessageRecord& record) {
  if (auto refusal = refused_as(record); !refusal.empty()) return refusal;
  const auto& parameters = record.envelope.message.parameters;
  const auto code = parameters.value(parameters.has("error") ? "error" : "status");
  auto caption = caption_of(record);
  return record.expected || !code ? caption : fmt::format("{}: {}", caption, *code);
}

bool involves_attacker(const MessageRecord& record) {
  return record.envelope.from == Participant::attacker || record.envelope.to == Participant::attacker ||
         record.reached == Participant::attacker;
}

/// The attacker put it into the user's own flow.
bool is_planted(const MessageRecord& record) {
  return record.envelope.from == Participant::attacker && record.browser == Participant::browser;
}

bool deviates(const MessageRecord& record) {
  return !record.expected || record.reached || is_planted(record) || !refused_as(record).empty();
}

/// Whether the overview draws both as one arrow.
bool belong_together(const MessageRecord& one, const MessageRecord& other) {
  return one.envelope.interaction == other.envelope.interaction && one.browser == other.browser &&
         involves_attacker(one) == involves_attacker(other);
}

/// Beside the user's flow another may go on in the attacker's browser, also where no arrow touches the attacker.
std::string in_its_browser(std::string caption, const MessageRecord& record) {
  const bool says_so = record.browser != Participant::attacker_browser || involves_attacker(record);
  return says_so ? caption : caption + " (attacker's browser)";
}

/// One walk over a trace, from the first message to the ending.
class Draughtsman {
 public:
  Draughtsman(const Trace& trace, const DiagramOptions& options, const TraceIndex& index, const ElementSink& sink)
      : trace_(trace), options_(options), index_(index), sink_(sink), exchanges_(trace) {}

  void draw(bool with_ending) {
    last_ = trace_.header.start;
    if (options_.detail == Detail::overview)
      draw_interactions();
    else
      draw_messages();
    if (!with_ending || trace_.end.order > options_.until) return;
    auto ending = remark_on_ending(trace_, options_.show_tokens);
    if (!ending) return;
    pass_time(trace_.end.at);
    sink_(*std::move(ending));
  }

 private:
  void draw_interactions() {
    std::vector<int> group;
    for (const auto& record : trace_.messages) {
      if (record.envelope.interaction == 0 || !has_happened(record.sent)) continue;
      if (!group.empty() && !belong_together(trace_.message(group.front()), record))
        draw_group(std::exchange(group, {}));
      group.push_back(record.id);
    }
    if (!group.empty()) draw_group(group);
  }

  void draw_group(const std::vector<int>& group) {
    const auto& first = trace_.message(group.front());
    const auto& last = trace_.message(group.back());
    const auto is_expected = [this](int id) {
      return trace_.message(id).expected && refused_as(trace_.message(id)).empty();
    };
    auto arrow = arrow_of(first, true);
    arrow.deviating = std::ranges::any_of(group, [this](int id) { return deviates(trace_.message(id)); });
    arrow.lost = was_lost(last);
    arrow.changed = std::ranges::any_of(group, [this](int id) { return trace_.message(id).altered.has_value(); });
    arrow.took = lateness(last.sent, last.arrived);
    arrow.messages = group;
    const auto* row = interaction(trace_, arrow.number);
    if (row != nullptr && std::ranges::any_of(group, is_expected)) {
      if (!involves_attacker(first)) {
        arrow.from = row->from;
        arrow.to = row->to;
      }
      arrow.caption = in_its_browser(caption_of(*row), first);
    }
    pass_time(first.sent.at);
    sink_(arrow);
    last_ = last.sent.at;
    for (const int id : group) add_remarks(id);
  }

  /// Everything stands where it happened in the run's one order: a late verdict below what was sent before it.
  void draw_messages() {
    for (const auto& event : events_of(trace_, options_.detail)) {
      if (event.order > options_.until) {
        if (held_ != nullptr && speaks_now(event, *held_)) held_ = nullptr;
        break;
      }
      const auto* transition = held_;
      if (transition != nullptr && !speaks_now(event, *transition)) add_state(*std::exchange(held_, nullptr));
      std::visit([this](const auto* record) { draw(*record); }, event.record);
      if (transition != nullptr && held_ == transition) add_state(*std::exchange(held_, nullptr));
    }
    if (held_ != nullptr) add_state(*std::exchange(held_, nullptr));
  }

  /// The event is what the actor says in this transition.
  static bool speaks_now(const Event& event, const TransitionRecord& transition) {
    const auto* const* message = std::get_if<const MessageRecord*>(&event.record);
    if (message != nullptr)
      return (*message)->envelope.from == transition.actor && (*message)->sent.at == transition.moment.at;
    const auto* const* leg = std::get_if<const LegRecord*>(&event.record);
    return leg != nullptr && (*leg)->leg.from == transition.actor && (*leg)->sent.at == transition.moment.at;
  }

  void draw(const MessageRecord& record) {
    const int number = record.envelope.interaction;
    pass_time(record.sent.at);
    draw_message(record, number != 0 && number != interaction_);
    if (number != 0) interaction_ = number;
    shown_ = record.id;
    add_faults(index_.of(record.id));
  }

  void draw(const LegRecord& leg) {
    const auto& record = trace_.message(leg.leg.message);
    const auto& records = index_.of(record.id);
    pass_time(leg.sent.at);
    sink_(arrow_of(record, leg));
    if (exchanges_.begins_with(leg)) sink_(Activation{leg.leg.to, true});
    if (exchanges_.ends_with(leg)) sink_(Activation{leg.leg.from, false});
    shown_ = record.id;
    if (record.envelope.interaction != 0) interaction_ = record.envelope.interaction;
    for (const auto* fault : records.faults)
      if (fault->leg == leg.id || (fault->leg == 0 && records.legs.front() == &leg)) add_fault(*fault);
  }

  void draw(const VerdictRecord& verdict) {
    auto notes = remarks_on(verdict, options_.show_tokens);
    if (!notes.empty()) pass_time(verdict.moment.at);
    for (auto& note : notes) {
      if (verdict.message != shown_) note.lines.push_back("about: " + own_caption(trace_.message(verdict.message)));
      sink_(std::move(note));
    }
  }

  /// A timer or a background message makes an actor speak: its new state stands below what it says.
  void draw(const TransitionRecord& transition) {
    const auto cause = static_cast<std::size_t>(transition.message);
    const bool is_known = transition.message >= 1 && cause <= trace_.messages.size();
    if (is_known && trace_.messages[cause - 1].envelope.interaction != 0)
      add_state(transition);
    else
      held_ = &transition;
  }

  void draw_message(const MessageRecord& record, bool numbered) {
    sink_(arrow_of(record, numbered));
    std::vector<const LegRecord*> begun;  // several where the message arrives more than once
    for (const auto* leg : index_.of(record.id).legs) {
      const auto is_same = [leg](const LegRecord* other) { return other->leg.exchange == leg->leg.exchange; };
      if (exchanges_.begins_with(*leg))
        begun.push_back(leg);
      else if (exchanges_.ends_with(*leg) && std::erase_if(begun, is_same) == 0)
        sink_(Activation{leg->leg.from, false});
    }
    for (const auto* leg : begun) sink_(Activation{leg->leg.to, true});
  }

  Arrow arrow_of(const MessageRecord& record, bool numbered) const {
    const auto& [from, to, number, message] = record.envelope;
    Arrow arrow{number,
                numbered,
                from,
                record.reached.value_or(to),
                in_its_browser(own_caption(record), record),
                deviates(record),
                was_lost(record),
                {record.id}};
    arrow.kind = kind_of_message(record);
    arrow.took = lateness(record.sent, record.arrived);
    arrow.changed = record.altered.has_value();
    return arrow;
  }

  Arrow arrow_of(const MessageRecord& record, const LegRecord& leg) const {
    auto step = wire_step(leg.leg.payload, options_.show_tokens);
    Arrow arrow{record.envelope.interaction,
                leg.number != 0,
                leg.leg.from,
                leg.leg.to,
                std::move(step.caption),
                deviates(record),
                !leg.arrived && trace_.outcome.has_value(),
                {record.id}};
    arrow.leg = leg.number;
    arrow.kind = step.kind;
    arrow.details = std::move(step.details);
    arrow.took = lateness(leg.sent, leg.arrived);
    arrow.changed = is_struck(leg);
    return arrow;
  }

  bool is_struck(const LegRecord& leg) const {
    const auto& faults = index_.of(leg.leg.message).faults;
    return leg.arrived && lateness(leg.sent, leg.arrived) == Duration{0} &&
           std::ranges::any_of(faults, [&leg](const FaultRecord* fault) { return fault->leg == leg.id; });
  }

  /// As its first request or response is drawn; one that never got under way, as what servers say is.
  ArrowKind kind_of_message(const MessageRecord& record) const {
    for (const auto* leg : index_.of(record.id).legs)
      if (const auto kind = kind_of(leg->leg.payload); kind != ArrowKind::action) return kind;
    const auto from = record.envelope.from;
    const int number = record.envelope.interaction;
    const bool answers = from == Participant::okta || from == Participant::app || number % 2 == 0;
    return answers && number != 0 ? ArrowKind::response : ArrowKind::request;
  }

  bool has_happened(const std::optional<Moment>& moment) const { return moment && moment->order <= options_.until; }

  Duration lateness(const Moment& sent, const std::optional<Moment>& arrived) const {
    const auto took = has_happened(arrived) ? arrived->at - sent.at : Duration{0};
    return took >= late ? took : Duration{0};
  }

  /// A run that was stopped early has messages under way; those are not lost.
  bool was_lost(const MessageRecord& record) const {
    return !record.arrived && !record.reached && trace_.outcome.has_value();
  }

  void pass_time(Instant at) {
    if (at - last_ >= long_pause) sink_(Pause{rough_duration(at - last_) + " later"});
    last_ = std::max(last_, at);
  }

  void add_faults(const MessageRecords& records) {
    for (const auto* fault : records.faults) add_fault(*fault);
  }

  void add_fault(const FaultRecord& fault) {
    if (!has_happened(fault.struck)) return;
    sink_(remark_on(fault, trace_.message(fault.message).envelope.from, options_.show_tokens));
  }

  void add_remarks(int message) {
    const auto& records = index_.of(message);
    add_faults(records);
    for (const auto* verdict : records.verdicts)
      if (has_happened(verdict->moment))
        for (auto& note : remarks_on(*verdict, options_.show_tokens)) sink_(std::move(note));
  }

  void add_state(const TransitionRecord& transition) {
    if (transition.acceptance != Acceptance::accepted || transition.from == transition.to) return;
    pass_time(transition.moment.at);
    const bool is_first = transition.session <= 1;
    sink_(StateChange{transition.actor, is_first ? std::string(transition.to)
                                                 : fmt::format("{}, session {}", transition.to, transition.session)});
  }

  const Trace& trace_;
  const DiagramOptions options_;
  const TraceIndex& index_;
  const ElementSink& sink_;
  Exchanges exchanges_;
  Instant last_{};
  int interaction_ = 0;  ///< of the arrow that was numbered last
  int shown_ = 0;        ///< the message of the last arrow
  const TransitionRecord* held_ = nullptr;
};

std::vector<Lifeline> lifelines_of(const Trace& trace, Detail detail) {
  std::vector<Participant> columns{Participant::user, Participant::client, Participant::okta, Participant::app};
  const auto takes_part = [&trace](Participant participant) {
    return std::ranges::any_of(trace.legs, [participant](const LegRecord& record) {
      return record.leg.from == participant || record.leg.to == participant;
    });
  };
  if (detail == Detail::wire && takes_part(Participant::browser))
    columns.insert(columns.begin() + 1, Participant::browser);
  if (detail == Detail::wire && takes_part(Participant::attacker_browser))
    columns.push_back(Participant::attacker_browser);
  if (std::ranges::any_of(trace.messages, involves_attacker) || takes_part(Participant::attacker))
    columns.push_back(Participant::attacker);
  std::vector<Lifeline> lifelines;
  for (const auto participant : columns) lifelines.push_back({participant, std::string(display_name(participant))});
  return lifelines;
}

/// Whether an overview is, arrow by arrow, the six interactions and nothing else.
bool is_the_guides_drawing(const Trace& trace, const TraceIndex& index, const DiagramOptions& options) {
  const auto& expected = trace.header.interactions;
  if (options.detail != Detail::overview || !trace.header.disabled_checks.empty()) return false;
  std::size_t at = 0;
  bool same = true;
  const auto compare = [&](const Element& element) {
    const auto* arrow = std::get_if<Arrow>(&element);
    same = same && arrow != nullptr && at < expected.size() && mark_of(*arrow).empty() &&
           arrow->number == expected[at].number && arrow->caption == caption_of(expected[at]);
    ++at;
  };
  const ElementSink sink = compare;
  Draughtsman(trace, options, index, sink).draw(false);
  return same && at == expected.size();
}

}  // namespace

SequenceDiagram sequence_diagram(const Trace& trace, const DiagramOptions& options) {
  const auto index = std::make_shared<const TraceIndex>(trace);
  const bool plain = is_the_guides_drawing(trace, *index, options);
  SequenceDiagram diagram;
  diagram.lifelines = lifelines_of(trace, options.detail);
  diagram.walk = [&trace, options, index, plain](const ElementSink& sink) {
    Draughtsman(trace, options, *index, sink).draw(!plain);
  };
  if (plain) return diagram;
  diagram.title = trace.header.title;
  if (!trace.header.disabled_checks.empty())
    diagram.footer = "Switched off: " + join(trace.header.disabled_checks, ", ") + ". ";
  diagram.footer += legacy_sentence;
  return diagram;
}

std::string number_of(const Arrow& arrow) {
  if (!arrow.numbered) return {};
  return arrow.leg == 0 ? fmt::format("{}", arrow.number) : fmt::format("{}.{}", arrow.number, arrow.leg);
}

std::string mark_of(const Arrow& arrow) {
  std::string mark;
  const auto add = [&mark](std::string_view word) { (mark += mark.empty() ? "" : ", ") += word; };
  if (arrow.deviating) add("outside the happy path");
  if (arrow.changed) add("changed on its way");
  if (arrow.lost) add("never arrives");
  if (arrow.took > Duration{0}) add("arrives " + rough_duration(arrow.took) + " later");
  return mark;
}

}  // namespace flowsim::diagram
