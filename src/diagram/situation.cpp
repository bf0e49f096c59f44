// Everything here is read off the records' one order.
#include "diagram/situation.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace flowsim::diagram {
namespace {

bool has_happened(const Moment& moment, int order) { return moment.order <= order; }

bool has_happened(const std::optional<Moment>& moment, int order) { return moment && moment->order <= order; }

template <class Record>
std::vector<Record> happened(const std::vector<Record>& records, int order) {
  std::vector<Record> kept;
  for (const auto& record : records)
    if (has_happened(record.moment, order)) kept.push_back(record);
  return kept;
}

std::vector<MessageRecord> sent_messages(const Trace& trace, int order) {
  std::vector<MessageRecord> kept;
  for (const auto& record : trace.messages) {
    if (!has_happened(record.sent, order)) continue;
    kept.push_back(record);
    if (record.arrived && !has_happened(record.arrived, order)) kept.back().arrived.reset();
  }
  return kept;
}

std::vector<LegRecord> sent_legs(const Trace& trace, int order) {
  std::vector<LegRecord> kept;
  for (const auto& record : trace.legs) {
    if (!has_happened(record.sent, order)) continue;
    kept.push_back(record);
    if (!has_happened(record.arrived, order)) kept.back().arrived.reset();
  }
  return kept;
}

std::vector<FaultRecord> faults_so_far(const Trace& trace, int order) {
  auto faults = trace.faults;
  for (auto& fault : faults)
    if (!has_happened(fault.struck, order)) {
      fault.struck.reset();
      fault.message = fault.leg = 0;
    }
  return faults;
}

std::vector<HistoryRecord> history_so_far(const Trace& trace, int order) {
  auto history = happened(trace.history, order);
  for (auto& entry : history)
    if (!has_happened(entry.rewritten, order)) {
      entry.rewritten.reset();
      entry.replacement.clear();
    }
  return history;
}

std::vector<SecretRecord> secrets_so_far(const Trace& trace, int order) {
  std::vector<SecretRecord> secrets;
  for (auto secret : trace.secrets) {
    secret.seen = happened(secret.seen, order);
    if (!secret.seen.empty()) secrets.push_back(std::move(secret));
  }
  return secrets;
}

Moment last_moment(const Trace& trace, int order) {
  Moment last{trace.header.start, 0};
  const auto take = [&](const Moment& moment) {
    if (moment.order <= order && moment.order >= last.order) last = moment;
  };
  for (const auto& record : trace.messages) {
    take(record.sent);
    if (record.arrived) take(*record.arrived);
  }
  for (const auto& record : trace.legs) {
    take(record.sent);
    if (record.arrived) take(*record.arrived);
  }
  for (const auto& record : trace.verdicts) take(record.moment);
  for (const auto& record : trace.transitions) take(record.moment);
  for (const auto& record : trace.notes) take(record.moment);
  return last;
}

}  // namespace

Trace until(const Trace& trace, int order) {
  if (order >= trace.end.order) return trace;
  Trace part;
  part.header = trace.header;
  part.messages = sent_messages(trace, order);
  part.legs = sent_legs(trace, order);
  part.verdicts = happened(trace.verdicts, order);
  part.transitions = happened(trace.transitions, order);
  part.faults = faults_so_far(trace, order);
  part.notes = happened(trace.notes, order);
  part.history = history_so_far(trace, order);
  part.secrets = secrets_so_far(trace, order);
  part.end = last_moment(trace, order);
  return part;
}

std::vector<ActorSituation> actors_at(const Trace& trace, int order, const TableOf& table_of) {
  std::map<std::pair<Participant, int>, std::string> states;
  for (const auto actor : {Participant::user, Participant::client, Participant::okta, Participant::app})
    states[{actor, 1}] = table_of(actor).initial;
  for (const auto& record : trace.transitions) {
    auto& state = states.try_emplace({record.actor, record.session}, record.from).first->second;
    if (record.acceptance == Acceptance::accepted && has_happened(record.moment, order)) state = record.to;
  }
  std::vector<ActorSituation> actors;
  for (auto& [machine, state] : states) {
    ActorSituation actor{machine.first, machine.second, std::move(state), {}};
    for (const auto& row : table_of(actor.actor).rows)
      if (row.from == actor.state) actor.next.push_back(row);
    actors.push_back(std::move(actor));
  }
  return actors;
}

}  // namespace flowsim::diagram
