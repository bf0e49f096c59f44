// JSON and text of a run against reading what they wrote byte by byte; who has seen which secret, by secrets and legs.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "bench/alternate.hpp"
#include "emit/registry.hpp"
#include "scenario/run.hpp"
#include "support/trace_builder.hpp"
#include "trace/sightings.hpp"

namespace flowsim::bench {
using namespace scenario;
using namespace emit;

namespace {

/// A multiplication a byte, each waiting for the one before (FNV-1a): work that no compiler and no writer makes faster.
std::uint32_t read_through(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return hash;
}

Trace happy_path() {
  std::ifstream in{FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml"};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  Diagnostics problems;
  return run_scenario(read_scenario(text, "happy-path.yaml", problems).value());
}

std::string written(const Format& format, const Trace& trace) {
  std::ostringstream out;
  EmitOptions options;
  options.detail = Detail::wire;
  format.write(trace, options, out);
  return std::move(out).str();
}

/// `before` is what this comparison gave before runs of ASCII were written at once.
void write_a_run(benchmark::State& state, const char* name, double before) {
  const auto trace = happy_path();
  const auto& format = *format_named(name);
  const auto text = written(format, trace);
  for (auto _ : state)
    Report(state).comparison(alternate([&] { benchmark::DoNotOptimize(written(format, trace)); },
                                       [&] { benchmark::DoNotOptimize(read_through(text)); }),
                             at_most(0.6 * before));
}
BENCHMARK_CAPTURE(write_a_run, json, "json", 5.3)->Iterations(1)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(write_a_run, text, "text", 11.0)->Iterations(1)->UseManualTime()->Unit(benchmark::kMicrosecond);

/// A session that hands out a token with some of its legs.
Trace with_secrets(int secrets, int legs) {
  using enum Participant;
  testing_support::TraceBuilder builder("Many secrets");
  for (int at = 0; at < legs; ++at) {
    const int secret = at * secrets / legs;
    const auto token = "token-" + std::to_string(secret) + "-0123456789abcdefghijklmnopqrstuvwxyz";
    if (at == 0 || (at - 1) * secrets / legs != secret)
      builder.after(Duration{40}).interaction(4, {{"access_token", token}, {"state", "abc"}});
    builder.leg(okta, browser,
                HttpResponse{302, {{"Location", "https://client.example/cb#access_token=" + token}}, ""});
  }
  return builder.outcome(OutcomeKind::resource_served).build();
}

/// Both ratios are 2 where the time is linear, and 4 where it is quadratic.
void find_secrets(benchmark::State& state) {
  const auto both = with_secrets(800, 8000), fewer_secrets = with_secrets(400, 8000),
             fewer_legs = with_secrets(800, 4000);
  const auto look = [](const Trace& trace) {
    return [&trace] { benchmark::DoNotOptimize(trace::who_has_seen(trace)); };
  };
  for (auto _ : state) {
    const auto by_secrets = alternate(look(both), look(fewer_secrets)),
               by_legs = alternate(look(both), look(fewer_legs));
    state.SetIterationTime(by_legs.first.wall);
    Report report(state);
    report.figure("twice_the_secrets", by_secrets.ratio.cpu, at_most(2.4));
    report.figure("twice_the_legs", by_legs.ratio.cpu, at_most(2.4));
  }
}
BENCHMARK(find_secrets)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace flowsim::bench
