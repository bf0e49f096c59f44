// What a run of many scenarios came to: lines for a person, and files for programs, JUnit's XML or JSON.
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trace/trace.hpp"

namespace flowsim::cli {

/// What became of one scenario file.
enum class ReportedEnd : std::uint8_t {
  as_expected,  ///< it ran, and every expectation was met
  different,    ///< it ran, and one was not
  stopped,      ///< it was stopped early, so nothing was judged
  invalid,      ///< it could not be read or is no valid scenario
};

/// One scenario file of a report.
struct ReportedScenario {
  std::string file;  ///< as the person named it
  ReportedEnd end = ReportedEnd::invalid;
  std::string title;                           ///< empty where invalid
  std::optional<Outcome> outcome;              ///< of a run that ended
  std::optional<int> until;                    ///< the interaction after which it was stopped
  std::vector<ExpectationRecord> differences;  ///< the expectations that were not met
  std::string problems;                        ///< what is wrong with an invalid file, line by line
  Names names{};                               ///< what the outcome's names point to
};

/// The row of a scenario that was run.
ReportedScenario reported(const std::string& file, const Trace& trace);

/// One line for each expectation that was not met: `expected outcome …, came …`.
void print_differences(const Trace& trace, std::ostream& out);

/// Counts scenarios while their lines are printed.
class Summary {
 public:
  explicit Summary(bool color) : color_(color) {}

  /// Prints the line of one scenario. Quiet: only what is not as expected.
  void add(const ReportedScenario& scenario, bool quiet, std::ostream& out);

  /// `19 scenarios: 18 as expected, 1 not, 0 invalid`; with `, 3 stopped` behind it where runs were stopped early.
  void print_count(std::ostream& out) const;

 private:
  std::string sign(ReportedEnd end) const;

  bool color_;
  std::array<int, 4> counts_{};  ///< by `ReportedEnd`
};

/// One way to write a report.
struct ReportFormat {
  std::string_view name;
  void (*write)(std::span<const ReportedScenario> scenarios, std::ostream& out);
};

/// `junit` and `json`. Neither holds a time, a host or an order of its own: the same runs give the same bytes.
std::span<const ReportFormat> report_formats();

/// The format of that name, or null.
const ReportFormat* report_format_named(std::string_view name);

/// One test suite with a test case for each file: named by the file, in the class of its folder. A difference is a
/// failure, an invalid file an error, a stopped run is skipped.
void write_junit(std::span<const ReportedScenario> scenarios, std::ostream& out);

/// An array with one object for each file, one a line.
void write_json_report(std::span<const ReportedScenario> scenarios, std::ostream& out);

/// The text for an attribute or for content of XML 1.0. What XML cannot hold, controls and bytes that are not UTF-8, is
/// shown as by `visible`, the two noncharacters U+FFFE and U+FFFF as U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace flowsim::cli
