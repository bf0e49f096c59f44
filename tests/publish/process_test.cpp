// Other programs are started, heard and stopped.
#include "publish/process.hpp"

#include <gmock/gmock.h>

#include "temporary_folder.hpp"

namespace flowsim::publish {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

struct Process : InAFolder {
  ProcessEnd run(const std::string& commands, milliseconds most = milliseconds(60'000)) const {
    return run_process(
        {{write_script("program", commands), "one", "two words"}, folder.string(), {{"TOLD", "yes"}}, most});
  }
};

TEST_F(Process, IsHeardOnBothOutputsAndLeavesItsStatus) {
  const auto end = run("echo \"$1-$2-$TOLD\"; pwd; echo loud >&2; exit 7");
  EXPECT_EQ(end.ending, ProcessEnding::exited);
  EXPECT_EQ(end.status, 7);
  EXPECT_EQ(end.said, "one-two words-yes\n" + std::filesystem::canonical(folder).string() + "\nloud\n");
}

TEST_F(Process, FindsNothingOnItsStandardInput) { EXPECT_EQ(run("cat; echo end").said, "end\n"); }

TEST_F(Process, IsNotHeardWithoutEnd) {
  const auto end = run("head -c 1000000 /dev/zero");
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.said.size(), 65'536u);
}

TEST_F(Process, IsStoppedWithAllItHasStartedWhereItTakesTooLong) {
  const auto before = std::chrono::steady_clock::now();
  const auto end = run("(sleep 2; touch late) & echo waits; sleep 60", milliseconds(300));
  EXPECT_EQ(end.ending, ProcessEnding::timed_out);
  EXPECT_EQ(end.said, "waits\n");
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(30));
  EXPECT_EQ(run_process({{"sleep", "3"}, {}}).status, 0);
  EXPECT_FALSE(std::filesystem::exists(folder / "late"));
}

TEST_F(Process, MayLeaveAnotherBehindThatStillHoldsItsOutput) {
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(run("sleep 20 & echo gone").said, "gone\n");
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(15));
}

TEST_F(Process, SaysWhichSignalEndedIt) {
  const auto end = run("kill -TERM $$");
  EXPECT_EQ(end.ending, ProcessEnding::killed);
  EXPECT_EQ(end.status, 15);
}

TEST_F(Process, SaysWhyItDidNotStart) {
  EXPECT_EQ(run_process({{"flowsim-no-such-program"}, {}}).ending, ProcessEnding::not_found);
  const auto end = run_process({{write("plain", "no program")}, {}});
  EXPECT_EQ(end.ending, ProcessEnding::not_started);
  EXPECT_THAT(end.said, HasSubstr("denied"));
}

}  // namespace
}  // namespace flowsim::publish
