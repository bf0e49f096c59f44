// One happy path in memory: against the cost of its signatures alone, and with its signatures remembered.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "bench/alternate.hpp"
#include "oauth/keys.hpp"
#include "scenario/run.hpp"

namespace flowsim::bench {
using namespace scenario;

namespace {

constexpr int signatures = 2;     // okta signs the access token and the ID token
constexpr int verifications = 2;  // the client verifies the ID token, the app the access token

Scenario happy_path() {
  std::ifstream in{FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml"};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  Diagnostics diagnostics;
  auto scenario = read_scenario(text, "happy-path.yaml", diagnostics);
  if (!scenario) throw std::runtime_error("the happy path cannot be read");
  return *std::move(scenario);
}

void run(const Scenario& scenario, SignatureMemory* memory) {
  RunOptions options;
  options.memory = memory;
  const auto trace = run_scenario(scenario, options);
  if (!trace.outcome || trace.outcome->kind != OutcomeKind::resource_served)
    throw std::runtime_error("the happy path did not end well");
  benchmark::DoNotOptimize(&trace);
}

void run_against_its_signatures_alone(benchmark::State& state) {
  const auto scenario = happy_path();
  const auto key = SigningKey::okta();
  const std::string input(700, 'a');  // about as long as what is signed in a token
  const auto signature = key.sign(input);
  const auto signatures_alone = [&] {
    for (int i = 0; i < signatures; ++i) benchmark::DoNotOptimize(key.sign(input));
    for (int i = 0; i < verifications; ++i) benchmark::DoNotOptimize(verify_rs256(key.public_key(), input, signature));
  };
  for (auto _ : state)
    Report(state).comparison(alternate([&] { run(scenario, nullptr); }, signatures_alone), at_most(1.15));
}
BENCHMARK(run_against_its_signatures_alone)->Iterations(1)->UseManualTime()->Unit(benchmark::kMicrosecond);

void remembered_run_against_a_first_one(benchmark::State& state) {
  const auto scenario = happy_path();
  SignatureMemory memory;
  run(scenario, &memory);
  for (auto _ : state)
    Report(state).comparison(alternate([&] { run(scenario, &memory); }, [&] { run(scenario, nullptr); }),
                             at_most(1.0 / 9));
}
BENCHMARK(remembered_run_against_a_first_one)->Iterations(1)->UseManualTime()->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace flowsim::bench
