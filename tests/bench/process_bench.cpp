// Whole processes: one that runs the happy path against a trivial one, and all scenarios on two cores against one.
#include <benchmark/benchmark.h>

#include "bench/alternate.hpp"
#include "bench/process.hpp"

namespace flowsim::bench {
namespace {

void run_a_process_against_a_trivial_one(benchmark::State& state) {
  const std::vector<std::string> program{FLOWSIM_PROGRAM, "run", FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml"};
  const std::vector<std::string> trivial{FLOWSIM_TRIVIAL_PROGRAM};
  for (auto _ : state) {
    Report report(state);
    report.comparison(alternate([&] { run_process(program); }, [&] { run_process(trivial); }), at_most(6));
    report.figure("peak_MB", peak_megabytes_of(program), at_most(12));
  }
}
BENCHMARK(run_a_process_against_a_trivial_one)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

void two_jobs_against_one(benchmark::State& state) {
  const auto run = [](const char* jobs) {
    return [jobs] { run_process({FLOWSIM_PROGRAM, "run", FLOWSIM_SOURCE_DIR "/scenarios", "-q", "--jobs", jobs}); };
  };
  for (auto _ : state) {
    const auto found = alternate(run("2"), run("1"), slow_rounds);
    state.SetIterationTime(found.first.wall);
    state.counters["cpu_ratio"] = found.ratio.cpu;
    state.counters["one_job_ms"] = found.second.wall * 1e3;
    Report(state).figure("wall_ratio", found.ratio.wall, at_most(0.65));
  }
}
BENCHMARK(two_jobs_against_one)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace flowsim::bench
