// Alternated rounds: calibrate, warm up, measure, take the medians.
#include "bench/alternate.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>

namespace flowsim::bench {
namespace {

constexpr double seconds_of_one_measurement = 0.02;

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpu_of(int whose) {
  rusage used{};
  ::getrusage(whose, &used);
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

Cost cost_of(const std::function<void()>& work, int calls) {
  const auto cpu = cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN);
  const auto start = std::chrono::steady_clock::now();
  for (int call = 0; call < calls; ++call) work();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {wall.count() / calls, (cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN) - cpu) / calls};
}

/// How many calls make a measurement long enough; making them warms the work up.
int calls_for(const std::function<void()>& work) {
  int calls = 1;
  while (cost_of(work, calls).wall * calls < seconds_of_one_measurement) calls *= 2;
  return calls;
}

Cost median_of(const std::vector<Cost>& costs) {
  std::vector<double> walls, cpus;
  for (const auto& cost : costs) {
    walls.push_back(cost.wall);
    cpus.push_back(cost.cpu);
  }
  return {median(std::move(walls)), median(std::move(cpus))};
}

}  // namespace

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

Comparison alternate(const std::function<void()>& first, const std::function<void()>& second, int rounds) {
  const int first_calls = calls_for(first);
  const int second_calls = calls_for(second);
  std::vector<Cost> ratios, firsts, seconds;
  for (int round = 0; round < rounds; ++round) {
    Cost of_first;
    if (round % 2 == 0) of_first = cost_of(first, first_calls);
    const auto of_second = cost_of(second, second_calls);
    if (round % 2 != 0) of_first = cost_of(first, first_calls);
    firsts.push_back(of_first);
    seconds.push_back(of_second);
    ratios.push_back({of_first.wall / of_second.wall, of_first.cpu / of_second.cpu});
  }
  return {median_of(ratios), median_of(firsts), median_of(seconds)};
}

void Report::figure(const char* name, double figure, Aim aim) {
  const bool is_met = aim.is_least ? figure >= aim.figure : figure <= aim.figure;
  char words[120];
  std::snprintf(words, sizeof words, "%s %.4g, aim at %s %.4g: %s", name, figure, aim.is_least ? "least" : "most",
                aim.figure, is_met ? "met" : "MISSED");
  state_.counters[name] = figure;
  note(words);
}

void Report::note(const std::string& words) {
  label_ += (label_.empty() ? "" : "; ") + words;
  state_.SetLabel(label_);
}

void Report::comparison(const Comparison& found, Aim aim) {
  state_.SetIterationTime(found.first.wall);
  state_.counters["wall_ratio"] = found.ratio.wall;
  state_.counters["cpu_us"] = found.first.cpu * 1e6;
  state_.counters["against_wall_us"] = found.second.wall * 1e6;
  state_.counters["against_cpu_us"] = found.second.cpu * 1e6;
  figure("cpu_ratio", found.ratio.cpu, aim);
}

}  // namespace flowsim::bench
