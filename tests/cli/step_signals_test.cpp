// flowsim step and signals: it ends by every one of them, and leaves the terminal as it was found.
#include <array>
#include <csignal>
#include <cstring>

#include "cli/step_terminal.hpp"

namespace flowsim::cli {
namespace {

class EndingSignal : public OnTerminal, public testing::WithParamInterface<int> {};

TEST_P(EndingSignal, LeavesTheTerminalSane) {
  terminal.type("4");
  EXPECT_TRUE(terminal.shows("9/15"));
  terminal.send(GetParam());
  const int status = terminal.end();
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), GetParam());
  expect_sane();
}

constexpr std::array all_signals{SIGINT,    SIGTERM, SIGHUP,  SIGQUIT,   SIGUSR1, SIGUSR2, SIGALRM,
                                 SIGVTALRM, SIGPROF, SIGXCPU, SIGABRT,   SIGSEGV, SIGBUS,  SIGFPE,
                                 SIGILL,    SIGSYS,  SIGTRAP, SIGSTKFLT, SIGIO,   SIGPWR};

INSTANTIATE_TEST_SUITE_P(OnTerminal, EndingSignal, testing::ValuesIn(all_signals),
                         [](const auto& test) { return std::string(sigabbrev_np(test.param)); });

// Only what a shell with jobs has started can be stopped.
TEST(UnderAShell, StopsAndGoesOn) {
  const TemporaryFolder folder;
  PseudoTerminal terminal(
      {"/bin/sh", "-c", "set -m; \"$0\" step \"$1\"; echo is stopped; read answer; fg; echo has ended", FLOWSIM_PROGRAM,
       happy_path},
      environment(), folder.path());
  ASSERT_TRUE(terminal.shows("0/15"));
  terminal.type("n");
  EXPECT_TRUE(terminal.shows("1/15"));
  terminal.type("\x1a");
  ASSERT_TRUE(terminal.shows(leaves_screen));
  ASSERT_TRUE(terminal.shows("is stopped"));
  EXPECT_TRUE(terminal.is_as_it_was());
  terminal.type("\n");
  ASSERT_TRUE(terminal.shows("\x1b[?1049h"));
  EXPECT_TRUE(terminal.shows("1/15"));
  EXPECT_FALSE(terminal.is_as_it_was());
  terminal.type("q");
  EXPECT_TRUE(terminal.shows("has ended"));
  terminal.end();
  EXPECT_TRUE(terminal.is_as_it_was());
}

TEST(UnderAShell, EndsWhereItWasStopped) {
  const TemporaryFolder folder;
  PseudoTerminal terminal(
      {"/bin/sh", "-c",
       "set -m; \"$0\" step \"$1\"; echo is stopped; kill %1; kill -CONT %1; sleep 0.5; wait %1; echo has ended: $?",
       FLOWSIM_PROGRAM, happy_path},
      environment(), folder.path());
  ASSERT_TRUE(terminal.shows("0/15"));
  terminal.type("\x1a");
  ASSERT_TRUE(terminal.shows("is stopped"));
  EXPECT_TRUE(terminal.shows("has ended: 143"));
  terminal.end();
  EXPECT_TRUE(terminal.is_as_it_was());
}

TEST(UnderAShell, EndsInTheBackground) {
  const TemporaryFolder folder;
  PseudoTerminal terminal(
      {"/bin/sh", "-c",
       "set -m; \"$0\" step \"$1\"; bg; sleep 0.3; kill %1; kill -CONT %1; sleep 0.5; wait %1; echo has ended: $?",
       FLOWSIM_PROGRAM, happy_path},
      environment(), folder.path());
  ASSERT_TRUE(terminal.shows("0/15"));
  terminal.type("\x1a");
  EXPECT_TRUE(terminal.shows("has ended: 143"));
  terminal.end();
  EXPECT_TRUE(terminal.is_as_it_was());
}

// Nobody reads what the program writes.
TEST_F(OnTerminal, EndsWhileTheTerminalTakesNoOutput) {
  terminal.resize(60, 200);
  ASSERT_TRUE(terminal.shows("0/15"));
  for (int key = 0; key < 30; ++key) {
    terminal.type(key % 2 == 0 ? "n" : "b");
    ::usleep(20'000);
  }
  terminal.send(SIGTERM);
  const int status = terminal.end_unread();
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGTERM);
  EXPECT_TRUE(terminal.is_as_it_was());
}

TEST(IgnoredSignals, StayIgnored) {
  const TemporaryFolder folder;
  PseudoTerminal terminal({"/bin/sh", "-c", "trap '' USR1; exec \"$0\" step \"$1\"", FLOWSIM_PROGRAM, happy_path},
                          environment(), folder.path());
  ASSERT_TRUE(terminal.shows("0/15"));
  terminal.send(SIGUSR1);
  terminal.type("n");
  EXPECT_TRUE(terminal.shows("1/15"));
  terminal.type("q");
  EXPECT_TRUE(WIFEXITED(terminal.end()));
}

}  // namespace
}  // namespace flowsim::cli
