// Runs the flow in tests: settings in, trace out.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "flows/implicit/flow.hpp"
#include "trace/trace.hpp"

namespace flowsim::flows {

inline Trace run_flow(const Settings& settings, const std::vector<std::string>& disabled_checks = {},
                      std::uint64_t seed = 1, SignatureMemory* memory = nullptr, std::optional<int> until = {}) {
  Trace trace;
  implicit::Flow flow(
      {settings, disabled_checks, seed, {.start = Instant{Duration{1767603600000}}, .until = until}, memory}, trace);
  flow.simulation().run();
  flow.finish();
  return trace;
}

inline std::string final_state(const Trace& trace, Participant actor) {
  const auto end = std::ranges::find(trace.final_states, actor, &FinalState::actor);
  return end == trace.final_states.end() ? std::string{} : end->state;
}

inline int last_interaction(const Trace& trace) {
  int last = 0;
  for (const auto& message : trace.messages)
    if (message.arrived) last = std::max(last, message.envelope.interaction);
  return last;
}

}  // namespace flowsim::flows
