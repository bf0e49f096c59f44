// Appends records to a trace, each with its number and its moment.
#include "sim/recorder.hpp"

#include <algorithm>
#include <utility>

namespace flowsim::sim {

int Recorder::add_message(Envelope&& envelope, Participant browser) {
  auto& record = trace_.messages.emplace_back();
  record.browser = browser;
  record.id = static_cast<int>(trace_.messages.size());
  record.envelope = std::move(envelope);
  record.sent = moment();
  return record.id;
}

void Recorder::alter_message(int message, Message as_it_travels) {
  trace_.messages[static_cast<std::size_t>(message - 1)].altered = std::move(as_it_travels);
}

void Recorder::mark_arrived(int message) {
  auto& record = trace_.messages[static_cast<std::size_t>(message - 1)];
  if (!record.arrived) record.arrived = moment();
}

void Recorder::mark_reached(int message, Participant who) {
  trace_.messages[static_cast<std::size_t>(message - 1)].reached = who;
}

int Recorder::add_leg(Leg&& leg) {
  const auto& message = trace_.message(leg.message);
  const auto interaction = static_cast<std::size_t>(message.envelope.interaction);
  auto& numbers = legs_of_interaction_[message.browser == Participant::attacker_browser ? 1 : 0];
  auto& record = trace_.legs.emplace_back();
  record.id = static_cast<int>(trace_.legs.size());
  record.number = interaction == 0 ? 0 : ++numbers[interaction];
  record.leg = std::move(leg);
  record.sent = moment();
  return record.id;
}

void Recorder::alter_leg(int leg, Leg&& as_it_travels) {
  trace_.legs[static_cast<std::size_t>(leg - 1)].leg = std::move(as_it_travels);
}

void Recorder::mark_leg_arrived(int leg) { trace_.legs[static_cast<std::size_t>(leg - 1)].arrived = moment(); }

void Recorder::add_verdict(Participant by, Judged&& judged) {
  trace_.verdicts.push_back({by, judged.message, std::move(judged.verdict), moment()});
}

void Recorder::add_reaction(Participant who, int session, int message, std::string_view kind, Reaction&& reaction) {
  const auto event = reaction.event.empty() ? trace_.names.keep(kind) : reaction.event;
  trace_.transitions.push_back({who, session, message, reaction.from, event, reaction.to, reaction.guard,
                                reaction.action, reaction.acceptance, moment()});
  for (auto& note : reaction.notes) add_note(who, message, std::move(note));
}

void Recorder::add_note(Participant by, int message, Phrase text) {
  trace_.notes.push_back({by, message, std::move(text), moment()});
}

void Recorder::add_visit(Participant browser, std::string&& url) {
  trace_.history.push_back({browser, std::move(url), moment(), {}, {}});
}

void Recorder::rewrite_visit(Participant browser, std::string&& replacement) {
  const auto newest =
      std::ranges::find(trace_.history.rbegin(), trace_.history.rend(), browser, &HistoryRecord::browser);
  if (newest == trace_.history.rend()) return;
  newest->rewritten = moment();
  newest->replacement = std::move(replacement);
}

std::size_t Recorder::add_fault(FaultRecord fault) {
  trace_.faults.push_back(std::move(fault));
  return trace_.faults.size() - 1;
}

void Recorder::mark_struck(std::size_t fault, int message, int leg) {
  auto& record = trace_.faults[fault];
  record.struck = moment();
  record.message = message;
  record.leg = leg;
}

}  // namespace flowsim::sim
