// Sets the flow up as the scenario says, lets it run, and judges how it ended.
#include "scenario/run.hpp"

#include "flows/implicit/flow.hpp"
#include "scenario/judge.hpp"

namespace flowsim {
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

std::vector<PlannedFault> planned(const std::vector<FaultSpec>& specs) {
  std::vector<PlannedFault> faults;
  for (const auto& spec : specs) faults.push_back(plan_fault(spec));
  return faults;
}

}  // namespace

Trace run_scenario(const Scenario& scenario, const RunOptions& options) {
  Trace trace;
  trace.header = header_of(scenario, options);
  implicit::Flow flow({scenario.settings,
                       scenario.disabled_checks,
                       trace.header.seed,
                       {.start = scenario.start, .latency = scenario.latency, .until = options.until},
                       options.memory},
                      trace, planned(scenario.faults));
  flow.simulation().run();
  flow.finish();
  if (trace.outcome) trace.expectations = judge(scenario.expect, trace);
  return trace;
}

}  // namespace flowsim
