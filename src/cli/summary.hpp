// One line for each scenario of many, and a count at the end.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "trace/trace.hpp"

namespace flowsim::cli {

/// One line for each expectation that was not met: `expected outcome …, came …`.
void print_differences(const Trace& trace, std::ostream& out);

/// Counts runs while their lines are printed.
class Summary {
 public:
  explicit Summary(bool color) : color_(color) {}

  /// Prints the line of one scenario; `trace` is null where its file is invalid. Quiet: only what is not as
  /// expected.
  void add(const std::string& file, const Trace* trace, bool quiet, std::ostream& out);

  /// `19 scenarios: 18 as expected, 1 not, 0 invalid`; with `, 3 stopped` behind it where runs were stopped early.
  void print_count(std::ostream& out) const;

 private:
  enum class Mark : std::uint8_t { good, bad, open };
  std::string sign(Mark mark) const;

  bool color_;
  int as_expected_ = 0;
  int different_ = 0;
  int invalid_ = 0;
  int stopped_ = 0;  ///< without outcome: nothing was judged
};

}  // namespace flowsim::cli
