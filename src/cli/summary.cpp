// Prints what many runs came to.
#include "cli/summary.hpp"

#include <algorithm>
#include <ostream>

#include "base/text.hpp"

namespace flowsim {

bool meets_expectations(const Trace& trace) { return std::ranges::all_of(trace.expectations, &ExpectationRecord::met); }

void print_differences(const Trace& trace, std::ostream& out) {
  for (const auto& expectation : trace.expectations)
    if (!expectation.met)
      out << visible(trace.header.file) << ": expected " << visible(expectation.subject) << " "
          << visible(expectation.expected) << ", came " << visible(expectation.actual) << "\n";
}

std::string Summary::mark(bool good) const {
  const std::string sign = good ? "✓" : "✗";
  if (!color_) return sign;
  return (good ? "\x1b[32m" : "\x1b[31m") + sign + "\x1b[0m";
}

void Summary::add(const std::string& file, const Trace* trace, bool quiet, std::ostream& out) {
  if (trace == nullptr) {
    ++invalid_;
    out << mark(false) << " " << visible(file) << "  invalid\n";
    return;
  }
  const bool good = meets_expectations(*trace);
  ++(good ? as_expected_ : different_);
  if (good && quiet) return;
  const auto ended = trace->outcome ? name_of(trace->outcome->kind) : std::string_view("stopped");
  out << mark(good) << " " << visible(file) << "  " << ended << "\n";
  for (const auto& expectation : trace->expectations)
    if (!expectation.met)
      out << "    expected " << visible(expectation.subject) << " " << visible(expectation.expected) << ", came "
          << visible(expectation.actual) << "\n";
}

void Summary::print_count(std::ostream& out) const {
  out << as_expected_ + different_ + invalid_ << " scenarios: " << as_expected_ << " as expected, " << different_
      << " not, " << invalid_ << " invalid\n";
}

}  // namespace flowsim
