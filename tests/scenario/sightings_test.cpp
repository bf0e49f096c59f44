// Who has seen which secret, over every scenario of the repository.
#include "trace/sightings.hpp"

#include <gtest/gtest.h>

#include "scenario/run.hpp"
#include "support/catalogue.hpp"
#include "support/sightings_oracle.hpp"

namespace flowsim::scenario {
namespace {

TEST(Sightings, AreInEveryScenarioThoseOfALookAtEachSecretByItself) {
  SignatureMemory memory;
  RunOptions options;
  options.memory = &memory;
  for (const auto& scenario : testing_support::catalogue()) {
    const auto trace = run_scenario(scenario, options);
    EXPECT_EQ(trace.secrets, testing_support::who_has_seen_slowly(trace)) << scenario.file;
  }
}

}  // namespace
}  // namespace flowsim::scenario
