// Other programs are started, heard and stopped.
#include "publish/process.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>

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

/// Whether a process of that number runs; one that has ended but was not collected yet does not.
bool is_running(const std::string& number) {
  std::ifstream stat("/proc/" + number + "/stat");
  std::string id, name, state;
  return stat >> id >> name >> state && state != "Z";
}

/// Waits until it holds, at most as long as a watchdog does.
bool comes_to_pass(const std::function<bool()>& holds) {
  for (int tenth = 0; tenth < 1200; ++tenth) {
    if (holds()) return true;
    ::usleep(100'000);
  }
  return false;
}

TEST_F(Process, IsStoppedWithAllItHasStartedWhereItTakesTooLong) {
  ProcessStart start{
      {write_script("program", "sleep 600 & echo $! >child.new; mv child.new child; echo waits; wait"), "a"},
      folder.string(),
      {},
      milliseconds(300)};
  // The clock stands still until the program has started another, then jumps past the end.
  start.now = [this] {
    const bool has_started = std::filesystem::exists(folder / "child");
    return std::chrono::steady_clock::time_point{std::chrono::hours{has_started ? 1 : 0}};
  };
  const auto end = run_process(start);
  EXPECT_EQ(end.ending, ProcessEnding::timed_out);
  const auto child = content_of("child");
  ASSERT_NE(child, "");
  EXPECT_TRUE(comes_to_pass([&] { return !is_running(child); })) << child;
}

TEST_F(Process, MayLeaveAnotherBehindThatStillHoldsItsOutput) {
  const auto end = run("sleep 600 & echo $!");
  const auto child = end.said.substr(0, end.said.find('\n'));
  EXPECT_TRUE(is_running(child)) << "nobody waited for it";
  ::kill(std::stoi(child), SIGKILL);
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
