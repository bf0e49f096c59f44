// Every writer from 6 messages to 100,000: the time a message takes, and the memory beyond the trace itself.
#include <benchmark/benchmark.h>

#include <chrono>
#include <ostream>
#include <streambuf>
#include <string>

#include "bench/alternate.hpp"
#include "bench/heap.hpp"
#include "bench/long_run.hpp"
#include "emit/registry.hpp"

namespace flowsim::bench {
using namespace emit;

namespace {

constexpr double megabyte = 1024.0 * 1024.0;

/// Takes everything and keeps nothing.
class Nowhere : public std::streambuf {
 protected:
  int_type overflow(int_type letter) override { return traits_type::not_eof(letter); }
  std::streamsize xsputn(const char*, std::streamsize count) override { return count; }
};

void write_to_nowhere(const Format& format, const Trace& trace, Detail detail) {
  Nowhere nowhere;
  std::ostream out(&nowhere);
  EmitOptions options;
  options.detail = detail;
  format.write(trace, options, out);
}

double seconds_of(const Format& format, const Trace& trace, Detail detail) {
  const auto start = std::chrono::steady_clock::now();
  write_to_nowhere(format, trace, detail);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// `growth` is the time of one message among 100,000 by that of one among 1,000: 1 where the writer is linear.
void grow(benchmark::State& state, const Format& format, Detail detail) {
  constexpr int few = 6, some = 1000, many = 100'000;
  const auto short_run = run_of(few), middle_run = run_of(some), long_run = run_of(many);
  for (auto _ : state) {
    const double middle = seconds_of(format, middle_run, detail) / some;
    const double seconds = seconds_of(format, long_run, detail);
    state.SetIterationTime(seconds);
    state.counters["six_us"] = seconds_of(format, short_run, detail) * 1e6;
    const auto peak = peak_bytes_of([&] { write_to_nowhere(format, long_run, detail); });
    Report report(state);
    report.figure("growth", seconds / many / middle, at_most(1.5));
    report.figure("peak_MB", static_cast<double>(peak) / megabyte, at_most(format.name == "html" ? 100 : 64));
  }
}

const bool registered = [] {
  for (const auto& format : formats())
    for (const auto detail : {Detail::messages, Detail::wire}) {
      if (!format.supports(detail)) continue;
      benchmark::RegisterBenchmark(("grow/" + std::string(format.name) + "/" + std::string(name_of(detail))).c_str(),
                                   [&format, detail](benchmark::State& state) { grow(state, format, detail); })
          ->Iterations(1)
          ->UseManualTime()
          ->Unit(benchmark::kMillisecond);
    }
  return true;
}();

}  // namespace
}  // namespace flowsim::bench
