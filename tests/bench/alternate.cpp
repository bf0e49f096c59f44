// Alternated rounds: calibrate, warm up, measure, take the medians.
#include "bench/alternate.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace flowsim::bench {
namespace {

constexpr double seconds_of_one_measurement = 0.02;

double seconds_of(const std::function<void()>& work, int calls) {
  const auto start = std::chrono::steady_clock::now();
  for (int call = 0; call < calls; ++call) work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// How many calls make a measurement long enough; making them warms the work up.
int calls_for(const std::function<void()>& work) {
  int calls = 1;
  while (seconds_of(work, calls) < seconds_of_one_measurement) calls *= 2;
  return calls;
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
  std::vector<double> ratios, firsts, seconds;
  for (int round = 0; round < rounds; ++round) {
    double of_first = 0;
    if (round % 2 == 0) of_first = seconds_of(first, first_calls) / first_calls;
    const double of_second = seconds_of(second, second_calls) / second_calls;
    if (round % 2 != 0) of_first = seconds_of(first, first_calls) / first_calls;
    firsts.push_back(of_first);
    seconds.push_back(of_second);
    ratios.push_back(of_first / of_second);
  }
  return {median(std::move(ratios)), median(std::move(firsts)), median(std::move(seconds))};
}

}  // namespace flowsim::bench
