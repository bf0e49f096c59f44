// flowsim run, as a person types it.
#include <gmock/gmock.h>

#include "program.hpp"

namespace flowsim {
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
}  // namespace flowsim
