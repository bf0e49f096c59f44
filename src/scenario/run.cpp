// Sets the flow up as the scenario says, lets it run, and judges how it ended.
#include "scenario/run.hpp"

#include "flows/implicit/flow.hpp"
#include "oauth/misbehaviour.hpp"
#include "scenario/judge.hpp"

namespace flowsim::scenario {
namespace {

std::string_view name_of(Profile profile) {
  switch (profile) {
    case Profile::rfc6749:
      return "rfc6749";
    case Profile::hardened:
      return "hardened";
    default:
      return "okta";
  }
}

RunHeader header_of(const Scenario& scenario, const RunOptions& options) {
  RunHeader header;
  header.title = scenario.title;
  header.teaches = scenario.teaches;
  header.references = scenario.references;
  header.file = scenario.file;
  header.profile = name_of(scenario.settings.okta.profile);
  header.response_type = scenario.settings.client.response_type;
  header.seed = options.seed.value_or(scenario.seed);
  header.start = scenario.start;
  header.disabled_checks = scenario.disabled_checks;
  header.until = options.until;
  header.faults = static_cast<int>(scenario.faults.size());
  return header;
}

std::vector<PlannedFault> planned(const std::vector<FaultSpec>& specs, Knowledge& knowledge) {
  std::vector<PlannedFault> faults;
  for (const auto& spec : specs) faults.push_back(plan_fault(spec, knowledge));
  return faults;
}

Misbehaviours misbehaviours_of(const std::vector<FaultSpec>& specs) {
  Misbehaviours had;
  for (const auto& spec : specs)
    if (spec.verb == "misbehave") had.add(spec.arguments.value_or_empty("how"));
  return had;
}

}  // namespace

Trace run_scenario(const Scenario& scenario, const RunOptions& options) {
  Trace trace;
  trace.header = header_of(scenario, options);
  Knowledge knowledge;
  auto misbehaviours = misbehaviours_of(scenario.faults);
  // What was done last says which flow the story is about: the user's, or the attacker's own.
  if (!scenario.faults.empty()) trace.header.browser = scenario.faults.back().place.browser;
  implicit::Flow flow({scenario.settings,
                       scenario.disabled_checks,
                       trace.header.seed,
                       {.start = scenario.start, .latency = scenario.latency, .until = options.until},
                       options.memory,
                       &knowledge,
                       trace.header.browser,
                       &misbehaviours},
                      trace, planned(scenario.faults, knowledge));
  flow.simulation().run();
  flow.finish();
  if (trace.outcome) trace.expectations = judge(scenario.expect, trace);
  return trace;
}

}  // namespace flowsim::scenario
