// Runs a scenario: settings in, trace out.
#pragma once

#include <cstdint>
#include <optional>

#include "oauth/keys.hpp"
#include "scenario/scenario.hpp"
#include "trace/trace.hpp"

namespace flowsim::scenario {

/// What the person at the command line may change about a run.
struct RunOptions {
  std::optional<std::uint64_t> seed;  ///< instead of the scenario's
  std::optional<int> until;           ///< stop once this interaction is over; 1 to 6
  SignatureMemory* memory = nullptr;  ///< see SignatureMemory; null: sign everything anew
};

/// Executes the scenario and judges its expectations. Always ends; never throws for anything a scenario file can say.
Trace run_scenario(const Scenario& scenario, const RunOptions& options = {});

}  // namespace flowsim::scenario
