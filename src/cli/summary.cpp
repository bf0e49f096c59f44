// Prints what many runs came to.
#include "cli/summary.hpp"

#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "scenario/judge.hpp"

namespace flowsim::cli {

void print_differences(const Trace& trace, std::ostream& out) {
  for (const auto& expectation : trace.expectations)
    if (!expectation.met) out << visible(trace.header.file) << ": " << difference_text(expectation) << "\n";
}

std::string Summary::sign(Mark mark) const {
  constexpr std::string_view signs[] = {"✓", "✗", "·"};
  constexpr std::string_view colors[] = {"\x1b[32m", "\x1b[31m", "\x1b[2m"};
  const auto at = static_cast<std::size_t>(mark);
  return color_ ? std::string(colors[at]) + std::string(signs[at]) + "\x1b[0m" : std::string(signs[at]);
}

void Summary::add(const std::string& file, const Trace* trace, bool quiet, std::ostream& out) {
  const bool stopped = trace != nullptr && !trace->outcome;
  const bool good = trace != nullptr && !stopped && meets_expectations(*trace);
  ++(trace == nullptr ? invalid_ : stopped ? stopped_ : good ? as_expected_ : different_);
  if ((good || stopped) && quiet) return;
  out << sign(stopped ? Mark::open : good ? Mark::good : Mark::bad) << " " << visible(file) << "  ";
  if (trace == nullptr) {
    out << "invalid\n";
  } else if (stopped) {
    out << (trace->header.until ? "stopped after interaction " + std::to_string(*trace->header.until)
                                : "stopped before the end")
        << "\n";
  } else {
    out << name_of(trace->outcome->kind) << "\n";
    for (const auto& expectation : trace->expectations)
      if (!expectation.met) out << "    " << difference_text(expectation) << "\n";
    if (!good && !trace->outcome->explanation.empty()) out << "    " << visible(trace->outcome->explanation) << "\n";
  }
}

void Summary::print_count(std::ostream& out) const {
  out << as_expected_ + different_ + invalid_ + stopped_ << " scenarios: " << as_expected_ << " as expected, "
      << different_ << " not, " << invalid_ << " invalid";
  if (stopped_ > 0) out << ", " << stopped_ << " stopped";
  out << "\n";
}

}  // namespace flowsim::cli
