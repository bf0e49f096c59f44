// Each expectation beside what the trace says; a run without outcome has `none` of anything.
#include "scenario/judge.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "scenario/rules.hpp"

namespace flowsim::scenario {

namespace {

const std::string none = "none";
constexpr std::size_t longest_error = 100;  ///< as the key `expect.error` takes it

std::string or_none(std::string text) { return text.empty() ? none : std::move(text); }

ExpectationRecord compare(std::string subject, std::string expected, std::string actual) {
  const bool met = expected == actual;
  return {std::move(subject), std::move(expected), std::move(actual), met};
}

/// The highest interaction of which a message arrived in the flow that is judged; 0 where none did.
int last_interaction(const Trace& trace) {
  int last = 0;
  for (const auto& message : trace.messages)
    if (message.arrived && message.browser == trace.header.browser) last = std::max(last, message.envelope.interaction);
  return last;
}

std::string final_state(const Trace& trace, Participant actor) {
  const auto found = std::ranges::find(trace.final_states, actor, &FinalState::actor);
  return found == trace.final_states.end() ? none : or_none(found->state);
}

}  // namespace

std::vector<ExpectationRecord> judge(const Expectation& expectation, const Trace& trace) {
  const auto outcome = trace.outcome.value_or(Outcome{});
  const auto kind = trace.outcome ? std::string(name_of(outcome.kind)) : none;
  const auto status = outcome.status == 0 ? none : fmt::format("{}", outcome.status);

  std::vector<ExpectationRecord> records;
  if (expectation.outcome) records.push_back(compare("outcome", std::string(name_of(*expectation.outcome)), kind));
  if (expectation.property)
    records.push_back(compare("property", *expectation.property, or_none(std::string(outcome.property))));
  if (expectation.check) records.push_back(compare("check", *expectation.check, or_none(std::string(outcome.check))));
  if (expectation.error) records.push_back(compare("error", *expectation.error, or_none(outcome.error)));
  if (expectation.status) records.push_back(compare("status", fmt::format("{}", *expectation.status), status));
  if (expectation.last_interaction)
    records.push_back(compare("last_interaction", fmt::format("{}", *expectation.last_interaction),
                              fmt::format("{}", last_interaction(trace))));
  for (const auto& [actor, state] : expectation.states)
    records.push_back(compare(fmt::format("states.{}", name_of(actor)), state, final_state(trace, actor)));
  for (const auto& fault : trace.faults)
    if (!fault.struck && !fault.may_miss)
      records.push_back(
          compare(fmt::format("fault '{} at {}'", fault.verb, place_text(fault.place)), "struck", "never struck"));
  return records;
}

Expectation expectation_met_by(const Trace& trace) {
  Expectation met;
  if (!trace.outcome) return met;
  const auto& [kind, property, check, error, status, participant, explanation] = *trace.outcome;
  met.outcome = kind;
  if (!property.empty()) met.property = property;
  if (!check.empty()) met.check = check;
  if (!error.empty() && error.size() <= longest_error && row_of(TextForm::error_code).holds(error)) met.error = error;
  if (status != 0) met.status = status;
  met.last_interaction = last_interaction(trace);
  for (const auto& [actor, state, meaning] : trace.final_states)
    if (const auto names = state_names(name_of(actor)); std::ranges::find(names, state) != names.end())
      met.states.emplace_back(actor, state);
  return met;
}

bool meets_expectations(const Trace& trace) { return std::ranges::all_of(trace.expectations, &ExpectationRecord::met); }

std::string difference_text(const ExpectationRecord& expectation) {
  return "expected " + visible(expectation.subject) + " " + visible(expectation.expected) + ", came " +
         visible(expectation.actual);
}

}  // namespace flowsim::scenario
