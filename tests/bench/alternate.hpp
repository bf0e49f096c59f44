// Compares the time of two pieces of work in alternated rounds, so that what disturbs the machine disturbs both.
#pragma once

#include <functional>
#include <vector>

namespace flowsim::bench {

/// What a comparison found; all values are medians over the rounds.
struct Comparison {
  double ratio = 0;           ///< first by second, each taken in the same round
  double first_seconds = 0;   ///< of one call
  double second_seconds = 0;  ///< of one call
};

/// Rounds of a comparison: an odd number, so that the median is one of them.
inline constexpr int usual_rounds = 15;

/// Calls both often enough in every round to be measured well, in turns which of the two comes first.
Comparison alternate(const std::function<void()>& first, const std::function<void()>& second,
                     int rounds = usual_rounds);

/// The middle one of the values; they must not be none.
double median(std::vector<double> values);

}  // namespace flowsim::bench
