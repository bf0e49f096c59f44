// A whole process that runs the happy path, against a trivial C++ process linked and started the same way.
#include <benchmark/benchmark.h>

#include "bench/alternate.hpp"
#include "bench/process.hpp"

namespace flowsim::bench {
namespace {

void run_a_process_against_a_trivial_one(benchmark::State& state) {
  const std::vector<std::string> program{FLOWSIM_PROGRAM, "run", FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml"};
  const std::vector<std::string> trivial{FLOWSIM_TRIVIAL_PROGRAM};
  for (auto _ : state) {
    const auto peak = run_process(program).peak_megabytes;
    const auto found = alternate([&] { run_process(program); }, [&] { run_process(trivial); });
    state.SetIterationTime(found.first_seconds);
    state.counters["ratio"] = found.ratio;
    state.counters["trivial_ms"] = found.second_seconds * 1e3;
    state.counters["peak_MB"] = peak;
  }
}
BENCHMARK(run_a_process_against_a_trivial_one)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace flowsim::bench
