// Compares the cost of two pieces of work in alternated rounds, so that what disturbs the machine disturbs both.
#pragma once

#include <benchmark/benchmark.h>

#include <functional>
#include <string>
#include <vector>

namespace flowsim::bench {

/// What one call took: by the clock on the wall, and of the processors, that of ended child processes included.
struct Cost {
  double wall = 0, cpu = 0;  ///< seconds
};

/// What a comparison found; all values are medians over the rounds.
struct Comparison {
  Cost ratio;  ///< first by second, each taken in the same round
  Cost first, second;
};

/// Rounds of a comparison: an odd number, so that the median is one of them.
inline constexpr int usual_rounds = 15, slow_rounds = 9;

/// Calls both often enough in every round to be measured well, in turns which of the two comes first.
Comparison alternate(const std::function<void()>& first, const std::function<void()>& second,
                     int rounds = usual_rounds);

/// The middle one of the values; they must not be none.
double median(std::vector<double> values);

/// A figure that the issue of the benchmark promises.
struct Aim {
  double figure = 0;
  bool is_least = false;  ///< whether more is better
};
constexpr Aim at_most(double figure) { return {figure, false}; }
constexpr Aim at_least(double figure) { return {figure, true}; }

/// What a benchmark says of itself.
class Report {
 public:
  explicit Report(benchmark::State& state) : state_(state) {}

  /// A figure with its aim beside it, and whether it is met.
  void figure(const char* name, double figure, Aim aim);

  /// Words beside the figures.
  void note(const std::string& words);

  /// What each of the two took, and both ratios; that of the processors' time has the aim.
  void comparison(const Comparison& found, Aim aim);

 private:
  benchmark::State& state_;
  std::string label_;
};

}  // namespace flowsim::bench
