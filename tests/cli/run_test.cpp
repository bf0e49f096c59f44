// flowsim run, as a person types it.
#include <gmock/gmock.h>

#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr auto happy = "scenarios/happy-path.yaml";

TEST(Run, ShowsTheHappyPath) {
  const auto run = flowsim_run({"run", happy});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, HasSubstr("resource_served"));
  EXPECT_THAT(run.out, HasSubstr("RFC 9700 §2.1.2"));
  EXPECT_THAT(run.out, Not(HasSubstr("\x1b")));
}

TEST(Run, DrawsTheSeedsDiagramByteForByte) {
  const auto run = flowsim_run({"run", happy, "--format", "plantuml", "--detail", "overview"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, content_of(FLOWSIM_SOURCE_DIR "/tests/emit/golden/seed.puml"));
}

TEST(Run, GivesTheSameBytesInEveryFolderLocaleAndTimeZone) {
  const TemporaryFolder elsewhere;
  std::filesystem::create_directory(elsewhere.path() / "scenarios");
  std::filesystem::copy(FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml", elsewhere.path() / happy);
  for (const auto* format : {"text", "json"}) {
    const auto here = flowsim_run({"run", happy, "--format", format});
    const auto there = run_program({.arguments = {"run", happy, "--format", format},
                                    .input = {},
                                    .folder = elsewhere.path(),
                                    .environment = {"LC_ALL=tr_TR.UTF-8", "TZ=Asia/Kathmandu", "LANG=de_DE"}});
    EXPECT_EQ(here.out, there.out);
    EXPECT_FALSE(here.out.empty());
  }
}

TEST(Run, ReadsStandardInput) {
  const auto run = flowsim_run({"run", "-"}, "title: From a pipe\n");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith("From a pipe"));
}

TEST(Run, ExitsWithOneAndSaysWhatCameWhereAnExpectationIsNotMet) {
  const auto run = flowsim_run({"run", "-"}, "title: Wrong\nexpect:\n  outcome: timed_out\n");
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("resource_served"));
  const auto quiet = flowsim_run({"run", "-", "--quiet"}, "title: Wrong\nexpect:\n  outcome: timed_out\n");
  EXPECT_EQ(quiet.status, 1);
  EXPECT_EQ(quiet.out, "");
  EXPECT_EQ(quiet.err, "-: expected outcome timed_out, came resource_served\n");
}

TEST(Run, SummarisesAFolder) {
  const auto run = flowsim_run({"run", "scenarios"});
  EXPECT_EQ(run.status, 0) << run.out << run.err;
  EXPECT_THAT(run.out, HasSubstr("✓ scenarios/happy-path.yaml  resource_served\n"));
  EXPECT_THAT(run.out, HasSubstr(" as expected, 0 not, 0 invalid\n"));
}

TEST(Run, WritesOneFileForEachScenarioOfAFolder) {
  const TemporaryFolder folder;
  const auto run = flowsim_run({"run", "scenarios/happy", happy, "--format", "json", "-o", folder.path().string()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(content_of(folder.path() / "scenarios/happy-path.json"), HasSubstr("resource_served"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "scenarios/happy/token-only.json"));
}

TEST(Run, LeavesAnOldFileAloneWhenItCannotWrite) {
  const auto run = flowsim_run({"run", happy, "-o", "/nonexistent/folder/out.txt"});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, HasSubstr("/nonexistent/folder/out.txt"));
}

TEST(Run, SaysWhenStandardOutputIsFull) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  const auto run = flowsim_run({"run", happy, "-o", "/dev/full"});
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err, "");
}

TEST(Run, StopsAfterAnInteraction) {
  const auto run = flowsim_run({"run", happy, "--until", "2"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("302 redirect to authentication prompt"));
  EXPECT_THAT(run.out, Not(HasSubstr("Authentication & consent")));
  EXPECT_THAT(run.out, Not(HasSubstr("resource_served")));
}

TEST(Run, CountsRunsThatWereStoppedApartFromThoseThatWereJudged) {
  const TemporaryFolder folder;
  const auto story = folder.write("story.yaml", "title: x\nexpect: {outcome: timed_out}\n");
  const auto refused = folder.write("refused.yaml", "title: x\nclient: {client_id: other}\n");
  const auto run = flowsim_run({"run", story, refused, folder.write("wrong.yaml", "title: 5\n"), "--until", "3"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "· " + story + "  stopped after interaction 3\n✓ " + refused + "  error_page\n✗ " +
                         (folder.path() / "wrong.yaml").string() +
                         "  invalid\n3 scenarios: 1 as expected, 0 not, 1 invalid, 1 stopped\n");
  EXPECT_EQ(flowsim_run({"run", story, story, "--until", "3", "--quiet"}).out,
            "2 scenarios: 0 as expected, 0 not, 0 invalid, 2 stopped\n");
}

TEST(Run, RefusesToWriteTwoScenariosToOneFile) {
  const TemporaryFolder folder;
  for (const auto* name : {"here", "a", "b"}) std::filesystem::create_directory(folder.path() / name);
  for (const auto* name : {"a/x.yaml", "b/x.yaml", "here/x.yaml", "here/x.yml"}) folder.write(name, "title: x\n");
  const std::pair<std::string, std::string> pairs[] = {{"../a/x.yaml", "../b/x.yaml"}, {"x.yaml", "x.yml"}};
  for (const auto& [one, other] : pairs) {
    const auto run = run_program({.arguments = {"run", one, other, "--format", "json", "-o", "out"},
                                  .input = {},
                                  .folder = folder.path() / "here"});
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, StartsWith("flowsim: " + one + " and " + other + " would both be written to out/x.json\n"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "here/out"));
  }
}

TEST(Run, MayWriteOneScenarioTwice) {
  const TemporaryFolder folder;
  EXPECT_EQ(flowsim_run({"run", happy, "scenarios/../" + std::string(happy), "-o", folder.path().string()}).status, 0);
}

TEST(Run, ReadsStandardInputOnlyOnce) {
  for (const auto* command : {"run", "check"}) {
    const auto run = flowsim_run({command, "-", "-"}, "title: From a pipe\n");
    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(run.err, "-: error: standard input can be read only once\n");
  }
}

TEST(Run, TakesTheLargestSeed) {
  const auto run = flowsim_run({"run", happy, "--seed", "9007199254740992", "--format", "json"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("9007199254740992"));
}

TEST(Run, TakesAnotherSeed) {
  EXPECT_NE(flowsim_run({"run", happy, "--seed", "2"}).out, flowsim_run({"run", happy}).out);
}

TEST(Run, ColoursOnlyWhenAsked) {
  EXPECT_THAT(flowsim_run({"run", happy, "--color", "always"}).out, HasSubstr("\x1b["));
  EXPECT_THAT(flowsim_run({"run", happy, "--color", "never"}).out, Not(HasSubstr("\x1b[")));
}

TEST(Run, KeepsAHostileTitleFromMovingTheCursor) {
  const auto run = flowsim_run({"run", "-"}, "title: \"\\x1b]0;owned\\x07 \\u202e\"\n");
  EXPECT_THAT(run.out + run.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run.out + run.err, Not(HasSubstr("\u202e")));
}

}  // namespace
}  // namespace flowsim::cli
