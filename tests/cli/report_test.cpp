// Reports for continuous integration: their bytes, and the option that asks for them.
#include "cli/report.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "base/text.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

ReportedScenario row(std::string file, ReportedEnd end) {
  ReportedScenario scenario;
  scenario.file = std::move(file);
  scenario.end = end;
  return scenario;
}

/// One of each end.
std::vector<ReportedScenario> four() {
  auto good = row("stories/good.yaml", ReportedEnd::as_expected);
  good.title = "Good";
  good.outcome.emplace();
  auto different = row("stories/bad/different.yaml", ReportedEnd::different);
  different.title = "\"<&>\"";
  auto& outcome = different.outcome.emplace();
  outcome.kind = OutcomeKind::error_page;
  outcome.check = "redirect_uri_exact";
  outcome.error = "illegal_redirect_uri";
  outcome.status = 400;
  outcome.explanation = {{"found.text", {"Why."}}};
  different.differences = {{"outcome", "a<b", "error_page", false}, {"status", "302", "400", false}};
  auto stopped = row("stopped.yaml", ReportedEnd::stopped);
  stopped.title = "Stopped";
  stopped.until = 3;
  auto invalid = row("-", ReportedEnd::invalid);
  invalid.problems = "-:1:1: error: unknown key \"x\"\n  x: 1\n  ^\n";
  return {good, different, stopped, invalid};
}

std::string junit(const std::vector<ReportedScenario>& scenarios) {
  std::ostringstream out;
  write_junit(scenarios, out);
  return out.str();
}

std::string json(const std::vector<ReportedScenario>& scenarios) {
  std::ostringstream out;
  write_json_report(scenarios, out);
  return out.str();
}

TEST(JunitReport, HasThisShape) {
  EXPECT_EQ(junit(four()), R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="flowsim" tests="4" failures="1" errors="1" skipped="1">
    <testcase name="good.yaml" classname="stories"/>
    <testcase name="different.yaml" classname="stories/bad">
      <failure message="expected outcome a&lt;b, came error_page">expected outcome a&lt;b, came error_page
expected status 302, came 400
Why.
</failure>
    </testcase>
    <testcase name="stopped.yaml" classname="">
      <skipped message="stopped after interaction 3"/>
    </testcase>
    <testcase name="-" classname="">
      <error message="-:1:1: error: unknown key &quot;x&quot;">-:1:1: error: unknown key &quot;x&quot;
  x: 1
  ^
</error>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST(JsonReport, HasThisShape) {
  EXPECT_EQ(json(four()), R"([
{"file":"stories/good.yaml","title":"Good","outcome":"resource_served","property":null,"check":null,"error":null,"status":null,"met":true,"differences":[],"problems":null},
{"file":"stories/bad/different.yaml","title":"\"<&>\"","outcome":"error_page","property":null,"check":"redirect_uri_exact","error":"illegal_redirect_uri","status":400,"met":false,"differences":[{"subject":"outcome","expected":"a<b","actual":"error_page"},{"subject":"status","expected":"302","actual":"400"}],"problems":null},
{"file":"stopped.yaml","title":"Stopped","outcome":null,"property":null,"check":null,"error":null,"status":null,"met":null,"differences":[],"problems":null},
{"file":"-","title":null,"outcome":null,"property":null,"check":null,"error":null,"status":null,"met":false,"differences":[],"problems":"-:1:1: error: unknown key \"x\"\n  x: 1\n  ^\n"}
]
)");
}

TEST(Reports, OfNothingAreWhole) {
  EXPECT_THAT(junit({}), HasSubstr("tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">\n  </testsuite>"));
  EXPECT_EQ(json({}), "[\n]\n");
}

TEST(Reports, HoldNothingThatTheirFormatCannot) {
  const std::string hostile = "a\x1b[31m\x01\t\x7f\xff\xc3 \u202e]]>&<\"'\uFFFE\uFFFF\u0085 世界";
  auto scenario = row("folder/" + hostile, ReportedEnd::different);
  scenario.title = hostile;
  scenario.outcome.emplace().explanation = {{"found.text", {hostile}}};
  scenario.differences = {{hostile, hostile, hostile, false}};
  auto broken = row(hostile, ReportedEnd::invalid);
  broken.problems = hostile + "\n" + hostile;
  for (const auto& text : {junit({scenario, broken}), json({scenario, broken})}) {
    EXPECT_FALSE(invalid_utf8_at(text));
    for (const char letter : text) EXPECT_TRUE(letter == '\n' || static_cast<unsigned char>(letter) >= ' ');
  }
  EXPECT_EQ(xml_escaped(hostile),
            "a\\x1B[31m\\x01\\x09\\x7F\\xFF\\xC3 \\u{202E}]]&gt;&amp;&lt;&quot;'\uFFFD\uFFFD\\u{0085} 世界");
}

/// Three scenarios: one as expected, one not, one invalid.
class ReportOption : public testing::Test {
 protected:
  ReportOption() {
    std::filesystem::create_directories(folder_.path() / "stories/deep");
    folder_.write("stories/a.yaml", "title: A\nexpect: {outcome: resource_served}\n");
    folder_.write("stories/b.yaml", "title: B\nexpect: {outcome: timed_out, status: 302}\n");
    folder_.write("stories/deep/c.yaml", "title: 5\n");
  }

  Finished run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "run");
    return run_program({.arguments = std::move(arguments), .input = {}, .folder = folder_.path()});
  }
  std::string file(const std::string& name) const { return content_of(folder_.path() / name); }
  bool exists(const std::string& name) const { return std::filesystem::exists(folder_.path() / name); }

 private:
  TemporaryFolder folder_;
};

TEST_F(ReportOption, WritesEachReportBesideTheNormalOutput) {
  const auto plain = run({"stories"});
  const auto reporting = run({"--report", "junit", "r.xml", "stories", "--report", "json", "r.json"});
  EXPECT_EQ(reporting.out, plain.out);
  EXPECT_EQ(reporting.err, plain.err);
  EXPECT_EQ(reporting.status, 2);
  EXPECT_THAT(file("r.xml"),
              AllOf(HasSubstr("tests=\"3\" failures=\"1\" errors=\"1\" skipped=\"0\""),
                    HasSubstr("<testcase name=\"a.yaml\" classname=\"stories\"/>"),
                    HasSubstr("<failure message=\"expected outcome timed_out, came resource_served\">expected outcome "
                              "timed_out, came resource_served\nexpected status 302, came 200\n"),
                    HasSubstr("<testcase name=\"c.yaml\" classname=\"stories/deep\">\n      <error message=\"")));
  EXPECT_THAT(file("r.json"),
              AllOf(StartsWith("[\n{\"file\":\"stories/a.yaml\",\"title\":\"A\",\"outcome\":\"resource_served\","),
                    HasSubstr("{\"subject\":\"status\",\"expected\":\"302\",\"actual\":\"200\"}"),
                    HasSubstr("\"problems\":\"stories/deep/c.yaml:1:8: error: ")));
}

TEST_F(ReportOption, GivesTheSameBytesEachTime) {
  run({"stories", "--report", "junit", "one"});
  run({"stories", "--report", "junit", "other"});
  EXPECT_EQ(file("one"), file("other"));
  EXPECT_FALSE(file("one").empty());
}

TEST_F(ReportOption, ReportsOneScenario) {
  EXPECT_EQ(run({"stories/b.yaml", "--report", "junit", "r.xml", "--quiet"}).status, 1);
  EXPECT_THAT(file("r.xml"), HasSubstr("tests=\"1\" failures=\"1\" errors=\"0\""));
  EXPECT_EQ(run({"stories/b.yaml", "--until", "2", "--report", "junit", "r.xml"}).status, 0);
  EXPECT_THAT(file("r.xml"), HasSubstr("<skipped message=\"stopped after interaction 2\"/>"));
  EXPECT_EQ(run({"missing.yaml", "--report", "json", "r.json"}).status, 3);
  EXPECT_THAT(file("r.json"), HasSubstr("{\"file\":\"missing.yaml\",\"title\":null,"));
}

TEST_F(ReportOption, WantsAKnownFormatAndAFileOfItsOwn) {
  EXPECT_THAT(run({"stories", "--report", "junti", "r"}).err, HasSubstr("did you mean 'junit'?"));
  EXPECT_EQ(run({"stories", "--report", "junit"}).status, 2);
  const std::vector<std::vector<std::string>> taken{
      {"stories", "--report", "junit", "-"},
      {"stories", "--report", "junit", "r", "--report", "json", "./r"},
      {"stories/a.yaml", "-o", "r", "--report", "json", "r"},
  };
  for (const auto& arguments : taken) {
    const auto refused = run(arguments);
    EXPECT_EQ(refused.status, 2);
    EXPECT_EQ(refused.out, "");
    EXPECT_THAT(refused.err, HasSubstr("report needs a file of its own"));
    EXPECT_FALSE(exists("r"));
  }
}

TEST_F(ReportOption, SaysWhereAReportCannotBeWritten) {
  const auto failed = run({"stories/a.yaml", "--report", "junit", "nowhere/r.xml"});
  EXPECT_EQ(failed.status, 3);
  EXPECT_THAT(failed.err, HasSubstr("nowhere/r.xml: "));
}

TEST_F(ReportOption, LeavesASummaryThatSaysWhatCameAndWhy) {
  const auto summary = run({"stories"});
  EXPECT_THAT(summary.out, HasSubstr("✗ stories/b.yaml  resource_served\n    expected outcome timed_out, came "
                                     "resource_served\n    expected status 302, came 200\n    The client has the "
                                     "resource: all six interactions took place.\n"));
  EXPECT_THAT(summary.out, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace flowsim::cli
