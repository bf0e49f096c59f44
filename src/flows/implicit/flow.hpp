// The Implicit flow set up and ready to run: four actors, their places on the wire, and a browser between them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "oauth/check.hpp"
#include "oauth/keys.hpp"
#include "oauth/settings.hpp"
#include "sim/simulation.hpp"
#include "trace/trace.hpp"

namespace flowsim::flows::implicit {

/// What a run of the flow depends on. Everything pointed to must outlive the flow.
struct FlowInput {
  const Settings& settings;
  std::span<const std::string> disabled_checks;
  std::uint64_t seed = 1;
  SimulationSettings simulation;
  SignatureMemory* memory = nullptr;
  Knowledge* knowledge = nullptr;  ///< of the attacker, which faults share; null: one of the flow's own
  Participant judged_browser = Participant::browser;  ///< the flow in this browser decides outcome and final states
  Misbehaviours* misbehaviours = nullptr;             ///< the bugs that actors have; null: none
};

/// One run: construct, step through `simulation()` as far as wanted, `finish`.
class Flow {
 public:
  /// Records into `trace`, whose header the caller fills; both must outlive the flow.
  Flow(const FlowInput& input, Trace& trace, std::vector<PlannedFault> faults = {});
  ~Flow();
  Flow(const Flow&) = delete;
  Flow& operator=(const Flow&) = delete;

  Simulation& simulation();

  /// Completes the trace: captions, final states, okta's keys, and, where the run was not stopped early, the outcome.
  void finish();

 private:
  struct World;
  std::unique_ptr<World> world_;
};

}  // namespace flowsim::flows::implicit
