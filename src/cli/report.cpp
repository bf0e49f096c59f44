// Writes lines and reports, scenario by scenario.
#include "cli/report.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "scenario/judge.hpp"
#include "words/say.hpp"

namespace flowsim::cli {
namespace {

namespace json = boost::json;

long count(std::span<const ReportedScenario> scenarios, ReportedEnd end) {
  return std::ranges::count(scenarios, end, &ReportedScenario::end);
}

std::string stop_of(const ReportedScenario& scenario) {
  return scenario.until ? "stopped after interaction " + std::to_string(*scenario.until) : "stopped before the end";
}

/// Every line escaped, the line ends kept.
std::string xml_lines(std::string_view text) {
  std::string escaped;
  for (const auto line : split_words(text, '\n')) escaped += xml_escaped(line) + "\n";
  return escaped;
}

std::string failure_text(const ReportedScenario& scenario) {
  std::string text;
  for (const auto& difference : scenario.differences) text += difference_text(difference) + "\n";
  if (scenario.outcome) text += visible(say_all(scenario.outcome->explanation)) + "\n";
  return text;
}

void write_child(std::string_view element, std::string_view message, std::string_view text, std::ostream& out) {
  out << "      <" << element << " message=\"" << xml_escaped(message) << "\">" << xml_lines(text) << "</" << element
      << ">\n";
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

void write_test_case(const ReportedScenario& scenario, std::ostream& out) {
  const auto path = std::filesystem::path(scenario.file);
  out << "    <testcase name=\"" << xml_escaped(path.filename().string()) << "\" classname=\""
      << xml_escaped(path.parent_path().generic_string()) << "\"";
  if (scenario.end == ReportedEnd::as_expected) {
    out << "/>\n";
    return;
  }
  out << ">\n";
  if (scenario.end == ReportedEnd::different)
    write_child("failure", first_line(failure_text(scenario)), failure_text(scenario), out);
  else if (scenario.end == ReportedEnd::invalid)
    write_child("error", first_line(scenario.problems), scenario.problems, out);
  else
    out << "      <skipped message=\"" << stop_of(scenario) << "\"/>\n";
  out << "    </testcase>\n";
}

/// A file's name may be any bytes, JSON is UTF-8.
json::value json_text(const std::string& text) { return json::value(invalid_utf8_at(text) ? visible(text) : text); }

json::value text_or_null(const std::string& text) { return text.empty() ? json::value() : json_text(text); }

json::object described(const ReportedScenario& scenario) {
  const auto outcome = scenario.outcome.value_or(Outcome{});
  json::object object;
  object["file"] = json_text(scenario.file);
  object["title"] = text_or_null(scenario.title);
  object["outcome"] = scenario.outcome ? json::value(name_of(outcome.kind)) : json::value();
  object["property"] = text_or_null(std::string(outcome.property));
  object["check"] = text_or_null(std::string(outcome.check));
  object["error"] = text_or_null(outcome.error);
  object["status"] = outcome.status == 0 ? json::value() : json::value(outcome.status);
  object["met"] =
      scenario.end == ReportedEnd::stopped ? json::value() : json::value(scenario.end == ReportedEnd::as_expected);
  auto& differences = object["differences"].emplace_array();
  for (const auto& [subject, expected, actual, met] : scenario.differences)
    differences.push_back(json::object{
        {"subject", json_text(subject)}, {"expected", json_text(expected)}, {"actual", json_text(actual)}});
  object["problems"] = text_or_null(scenario.problems);
  return object;
}

constexpr std::array report_table{ReportFormat{"junit", write_junit}, ReportFormat{"json", write_json_report}};

}  // namespace

ReportedScenario reported(const std::string& file, const Trace& trace) {
  ReportedScenario scenario{file, ReportedEnd::stopped, trace.header.title, trace.outcome, trace.header.until, {},
                            {},   trace.names};
  if (trace.outcome) scenario.end = meets_expectations(trace) ? ReportedEnd::as_expected : ReportedEnd::different;
  std::ranges::copy_if(trace.expectations, std::back_inserter(scenario.differences), std::logical_not<>{},
                       &ExpectationRecord::met);
  return scenario;
}

void print_differences(const Trace& trace, std::ostream& out) {
  for (const auto& expectation : trace.expectations)
    if (!expectation.met) out << visible(trace.header.file) << ": " << difference_text(expectation) << "\n";
}

std::string Summary::sign(ReportedEnd end) const {
  const std::string shown = end == ReportedEnd::as_expected ? "✓" : end == ReportedEnd::stopped ? "·" : "✗";
  if (!color_) return shown;
  const auto* ink = end == ReportedEnd::as_expected ? "32" : end == ReportedEnd::stopped ? "2" : "31";
  return "\x1b[" + std::string(ink) + "m" + shown + "\x1b[0m";
}

void Summary::add(const ReportedScenario& scenario, bool quiet, std::ostream& out) {
  ++counts_[static_cast<std::size_t>(scenario.end)];
  const bool is_good = scenario.end == ReportedEnd::as_expected;
  if ((is_good || scenario.end == ReportedEnd::stopped) && quiet) return;
  out << sign(scenario.end) << " " << visible(scenario.file) << "  ";
  if (scenario.end == ReportedEnd::invalid) {
    out << "invalid\n";
  } else if (!scenario.outcome) {
    out << stop_of(scenario) << "\n";
  } else {
    out << name_of(scenario.outcome->kind) << "\n";
    for (const auto& difference : scenario.differences) out << "    " << difference_text(difference) << "\n";
    if (!is_good && !scenario.outcome->explanation.empty())
      out << "    " << visible(say_all(scenario.outcome->explanation)) << "\n";
  }
}

void Summary::print_count(std::ostream& out) const {
  const auto [as_expected, different, stopped, invalid] = counts_;
  out << as_expected + different + stopped + invalid << " scenarios: " << as_expected << " as expected, " << different
      << " not, " << invalid << " invalid";
  if (stopped > 0) out << ", " << stopped << " stopped";
  out << "\n";
}

std::span<const ReportFormat> report_formats() { return report_table; }

const ReportFormat* report_format_named(std::string_view name) {
  const auto* row = std::ranges::find(report_table, name, &ReportFormat::name);
  return row == report_table.end() ? nullptr : row;
}

void write_junit(std::span<const ReportedScenario> scenarios, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"flowsim\" tests=\""
      << scenarios.size() << "\" failures=\"" << count(scenarios, ReportedEnd::different) << "\" errors=\""
      << count(scenarios, ReportedEnd::invalid) << "\" skipped=\"" << count(scenarios, ReportedEnd::stopped) << "\">\n";
  for (const auto& scenario : scenarios) write_test_case(scenario, out);
  out << "  </testsuite>\n</testsuites>\n";
}

void write_json_report(std::span<const ReportedScenario> scenarios, std::ostream& out) {
  out << "[";
  const auto* separator = "\n";
  for (const auto& scenario : scenarios) {
    out << separator << json::serialize(described(scenario));
    separator = ",\n";
  }
  out << "\n]\n";
}

std::string xml_escaped(std::string_view text) {
  const auto shown = visible(text);
  std::string escaped;
  for (std::size_t at = 0; at < shown.size();) {
    const auto character = code_point_at(shown, at);
    const auto bytes = shown.substr(at, character.length);
    at += character.length;
    if (bytes == "&")
      escaped += "&amp;";
    else if (bytes == "<")
      escaped += "&lt;";
    else if (bytes == ">")
      escaped += "&gt;";
    else if (bytes == "\"")
      escaped += "&quot;";
    else
      escaped += character.value == 0xFFFE || character.value == 0xFFFF ? "\uFFFD" : bytes;
  }
  return escaped;
}

}  // namespace flowsim::cli
