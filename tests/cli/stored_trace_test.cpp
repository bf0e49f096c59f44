// A trace that was stored is shown like the run it came from.
#include <gmock/gmock.h>

#include "cli/program.hpp"
#include "diagram/detail.hpp"
#include "emit/registry.hpp"

namespace flowsim::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string stored(const std::string& scenario, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"run", scenario, "--format", "json"});
  return flowsim_run(more).out;
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  return text.replace(text.find(old), old.size(), by);
}

struct Shown {
  const char* scenario;
  Detail detail;  ///< where the format has it
};
void PrintTo(const Shown& value, std::ostream* out) { *out << value.scenario; }

class RoundTrip : public testing::TestWithParam<Shown> {};

TEST_P(RoundTrip, ShowsInEveryFormatWhatTheRunShows) {
  const auto& [scenario, wanted] = GetParam();
  const auto trace = stored(scenario);
  for (const auto& format : formats()) {
    const auto detail = name_of(format.supports(wanted) ? wanted : Detail::messages);
    std::vector<std::string> arguments{"run",      scenario,           "--format", std::string(format.name),
                                       "--detail", std::string(detail)};
    const auto run = flowsim_run(arguments);
    arguments[1] = "-";
    const auto shown = flowsim_run(arguments, trace);
    EXPECT_EQ(shown.status, 0) << format.name << shown.err;
    EXPECT_TRUE(shown.out == run.out) << format.name;
    EXPECT_EQ(shown.err, run.err);
    EXPECT_FALSE(run.out.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(StoredTrace, RoundTrip,
                         testing::Values(Shown{"scenarios/happy-path.yaml", Detail::overview},
                                         Shown{"scenarios/attacks/csrf-redirect-uri-undefended.yaml", Detail::messages},
                                         Shown{"scenarios/attacks/malicious-client-registered.yaml", Detail::wire},
                                         Shown{"scenarios/okta-refuses/repeated-scope.yaml", Detail::wire},
                                         Shown{"scenarios/resource/retried-in-vain.yaml", Detail::messages},
                                         Shown{"scenarios/happy/prompt-none.yaml", Detail::wire}),
                         [](const auto& test) { return "Number" + std::to_string(test.index); });

TEST(StoredTrace, EndsAsItsExpectationsSay) {
  const TemporaryFolder folder;
  const auto scenario = folder.write("x.yaml", "title: X\nexpect: {outcome: timed_out}\n");
  const auto file = folder.write("x.json", stored(scenario));
  const auto shown = flowsim_run({"run", file, "--quiet"});
  EXPECT_EQ(shown.status, 1);
  EXPECT_EQ(shown.out, "");
  EXPECT_EQ(shown.err, scenario + ": expected outcome timed_out, came resource_served\n");
  EXPECT_EQ(flowsim_run({"lesson", file, "-o", "-"}).status, 1);
  const auto both = flowsim_run({"run", file, "scenarios/happy-path.yaml"});
  EXPECT_EQ(both.status, 1);
  EXPECT_THAT(both.out, AllOf(HasSubstr("✗ " + file + "  resource_served\n    expected outcome timed_out"),
                              HasSubstr("2 scenarios: 1 as expected, 1 not, 0 invalid\n")));
}

TEST(StoredTrace, IsNotRunAgain) {
  const TemporaryFolder folder;
  const auto file = folder.write("t.json", stored("scenarios/happy-path.yaml"));
  for (const auto* option : {"--seed", "--until"}) {
    const auto refused = flowsim_run({"run", file, option, "3"});
    EXPECT_EQ(refused.status, 2);
    EXPECT_EQ(refused.out, "");
    EXPECT_THAT(refused.err, AllOf(StartsWith(file + ": error: --seed and --until change a run"), HasSubstr("hint: ")));
  }
  const auto stopped =
      flowsim_run({"run", "-", "scenarios/happy-path.yaml"}, stored("scenarios/happy-path.yaml", {"--until", "2"}));
  EXPECT_EQ(stopped.status, 0);
  EXPECT_THAT(stopped.out, StartsWith("· -  stopped after interaction 2\n✓ scenarios/happy-path.yaml"));
}

TEST(StoredTrace, IsNoScenario) {
  const TemporaryFolder folder;
  const auto file = folder.write("t.json", stored("scenarios/happy-path.yaml"));
  for (const auto* command : {"check", "practise"}) {
    const auto refused = flowsim_run({command, file});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr(file + ": error: this is the trace of a run"));
  }
}

TEST(StoredTrace, GivesOneClearErrorWhereItIsBroken) {
  const auto trace = stored("scenarios/happy-path.yaml");
  const std::pair<std::string, std::string> broken[] = {
      {trace.substr(0, trace.size() / 2), "the text is not JSON: "},
      {replaced(trace, "\"seed\":1", "\"seed\":\"one\""), "header.seed is not a whole number"},
      {replaced(trace, "\"format\": \"flowsim-trace\",", "\"format\": \"flowsim-trace\""), "the text is not JSON: "},
      {"{\"format\" : \"flowsim-trace\"}", "version"},
  };
  for (const auto& [text, says] : broken)
    for (const std::vector<std::string>& command : {std::vector<std::string>{"run", "-"}, {"lesson", "-", "-o", "-"}}) {
      const auto refused = flowsim_run(command, text);
      EXPECT_EQ(refused.status, 2);
      EXPECT_EQ(refused.out, "");
      EXPECT_THAT(refused.err, AllOf(StartsWith("-: error: this trace cannot be read: "), HasSubstr(says)));
      EXPECT_EQ(refused.err.find('\n'), refused.err.size() - 1) << refused.err;
    }
  // Another first member makes it a scenario file that has unknown keys.
  EXPECT_THAT(flowsim_run({"run", "-"}, replaced(trace, "{", "{\"x\": 1,")).err, HasSubstr("unknown key \"x\""));
}

TEST(StoredTrace, MayBeLargerThanAScenario) {
  auto trace = stored("scenarios/happy-path.yaml");
  trace.insert(trace.rfind('}'), std::string(std::size_t{2} << 20U, ' '));
  EXPECT_EQ(flowsim_run({"run", "-", "-q"}, trace).status, 0);
  EXPECT_THAT(flowsim_run({"run", "-", "-q"}, "title: x\n" + std::string(std::size_t{2} << 20U, ' ')).err,
              HasSubstr("larger than 1048576 bytes"));
}

TEST(StoredTrace, CanBeSteppedThroughAndNotChanged) {
  const TemporaryFolder folder;
  const auto file = folder.write("t.json", stored("scenarios/attacks/csrf-redirect-uri.yaml"));
  const std::string walk = "next\n4\nin\nchecks\nactors\nsecrets\nladder\nlast\nquit\n";
  const auto story = flowsim_run({"step", "scenarios/attacks/csrf-redirect-uri.yaml"}, walk);
  const auto trace = flowsim_run({"step", file}, walk);
  EXPECT_EQ(trace.status, 0) << trace.err;
  EXPECT_TRUE(trace.out == story.out);
  for (const auto* change : {"fault drop", "off state_matches", "on state_matches", "undo", "save mine.yaml"}) {
    const auto refused = flowsim_run({"step", file}, "4\n" + std::string(change) + "\n");
    EXPECT_EQ(refused.status, 2) << change;
    EXPECT_THAT(refused.out, HasSubstr("✗ this run was stored, and without its scenario")) << change;
  }
}

TEST(StoredTrace, StandsInALesson) {
  const auto page = flowsim_run({"lesson", "-", "scenarios/happy-path.yaml", "-o", "-"},
                                stored("scenarios/attacks/csrf-redirect-uri.yaml"));
  EXPECT_EQ(page.status, 0) << page.err;
  EXPECT_THAT(page.out, AllOf(HasSubstr("CSRF at the redirect URI"), HasSubstr("Happy path")));
}

}  // namespace
}  // namespace flowsim::cli
