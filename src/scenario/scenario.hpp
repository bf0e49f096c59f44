// A story as a file: what the four actors are, what they do, and how it is expected to end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/time.hpp"
#include "faults/registry.hpp"
#include "oauth/settings.hpp"
#include "trace/outcome.hpp"
#include "wire/participant.hpp"

namespace flowsim::scenario {

/// What a scenario says about its end. What is absent is not judged.
struct Expectation {
  std::optional<OutcomeKind> outcome;
  std::optional<std::string> property;  ///< the property whose violation compromises the run
  std::optional<std::string> check;     ///< the check that decided the outcome
  std::optional<std::string> error;     ///< the error code that travelled
  std::optional<int> status;            ///< the HTTP status that decided the outcome
  std::optional<int> last_interaction;  ///< the highest interaction of which a message arrived; 0 to 6
  std::vector<std::pair<Participant, std::string>> states;  ///< final state by actor, in the file's order
};

/// Seeds go from 0 to here: what every JSON reader keeps exactly.
inline constexpr std::int64_t largest_seed = std::int64_t{1} << 53;

/// One scenario.
struct Scenario {
  std::string file;  ///< as the person named it, `/` between folders; `-` is standard input
  std::string title;
  std::string teaches;
  std::vector<std::string> references;
  std::vector<std::string> threats;  ///< names from the threat catalogue that the scenario shows
  std::uint64_t seed = 1;
  Instant start = Instant{std::chrono::sys_days{std::chrono::January / 5 / 2026}} + std::chrono::hours{9};
  Duration latency{40};  ///< of one crossing of the network, one way; 0 to 3 s
  Settings settings;
  std::vector<std::string> disabled_checks;
  std::vector<FaultSpec> faults;  ///< in the order in which they meet what they befall
  Expectation expect;
};

/// Reads a scenario (YAML, at most 1 MiB). Where anything is wrong, adds one diagnostic for each thing, in the order of
/// the file, and returns nothing; from the 101st on they are only counted. Never throws for anything a text can say.
std::optional<Scenario> read_scenario(std::string_view text, const std::string& file, Diagnostics& diagnostics);

/// The JSON Schema (2020-12) of scenario files, made from the same table that `read_scenario` reads by.
std::string scenario_schema();

}  // namespace flowsim::scenario
