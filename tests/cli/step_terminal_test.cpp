// flowsim step on a terminal: keys, sizes, signals, and a terminal that is left as it was found.
#include <gmock/gmock.h>

#include "cli/program.hpp"
#include "cli/pseudo_terminal.hpp"

namespace flowsim {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string happy = FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml";
const std::string leaves_screen = "\x1b[?1049l";

std::vector<std::string> environment(const std::vector<std::string>& more = {}) {
  std::vector<std::string> all{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
  all.insert(all.end(), more.begin(), more.end());
  if (std::ranges::none_of(more, [](const std::string& variable) { return variable.starts_with("TERM="); }))
    all.emplace_back("TERM=xterm");
  return all;
}

struct OnTerminal : testing::Test {
  TemporaryFolder folder;
  PseudoTerminal terminal{{FLOWSIM_PROGRAM, "step", happy}, environment(), folder.path()};

  void SetUp() override { ASSERT_TRUE(terminal.shows("0/15 messages")); }

  void expect_sane() {
    EXPECT_TRUE(terminal.is_as_it_was());
    EXPECT_THAT(terminal.output, HasSubstr(leaves_screen));
    EXPECT_THAT(terminal.output.substr(terminal.output.rfind(leaves_screen) + leaves_screen.size()),
                testing::IsEmpty());
  }

  void expect_quits_by(const std::string& keys) {
    terminal.type(keys);
    const int status = terminal.end();
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    expect_sane();
  }
};

TEST_F(OnTerminal, WalksByKeys) {
  EXPECT_FALSE(terminal.is_as_it_was());
  for (const auto& [key, place] : std::vector<std::pair<std::string, std::string>>{{"\x1b[C", "1/15"},
                                                                                   {"n", "2/15"},
                                                                                   {" ", "3/15"},
                                                                                   {"\x1b[D", "2/15"},
                                                                                   {"b", "1/15"},
                                                                                   {"\x1b[F", "15/15"},
                                                                                   {"\x1b[H", "0/15"},
                                                                                   {"4", "9/15"},
                                                                                   {"-", "4/6 overview"},
                                                                                   {"+", "messages"},
                                                                                   {"+", "wire"}}) {
    terminal.type(key);
    EXPECT_TRUE(terminal.shows(place)) << place;
  }
  expect_quits_by("q");
}

TEST_F(OnTerminal, TurnsPages) {
  terminal.type("1c");
  EXPECT_TRUE(terminal.shows("[checks]"));
  EXPECT_TRUE(terminal.shows("redirect_uri_exact"));
  terminal.type("\t");
  EXPECT_TRUE(terminal.shows("[actors]"));
  expect_quits_by("q");
}

TEST_F(OnTerminal, InjectsAndSaves) {
  terminal.type("4f");
  EXPECT_TRUE(terminal.shows(":fault "));
  terminal.type("tamper state=not-mine\r");
  EXPECT_TRUE(terminal.shows("response_rejected"));
  terminal.type("wmine.yaml\r");
  EXPECT_TRUE(terminal.shows("flowsim run mine.yaml"));
  expect_quits_by("q");
  const auto run = run_program({{"run", "mine.yaml", "--format", "json"}, {}, folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"kind\":\"response_rejected\""));
}

TEST_F(OnTerminal, ShowsHelp) {
  terminal.type("?");
  EXPECT_TRUE(terminal.shows("Keys: right, space, n"));
  expect_quits_by("\x04");
}

TEST_F(OnTerminal, QuitsOnControlC) { expect_quits_by("\x03"); }

TEST_F(OnTerminal, GivesALineUpOnControlC) {
  terminal.type(":save x\x03");
  terminal.type("n");
  EXPECT_TRUE(terminal.shows("1/15"));
  expect_quits_by("q");
}

TEST_F(OnTerminal, DrawsAgainInAnotherSize) {
  terminal.type("1");
  EXPECT_TRUE(terminal.shows("4/15"));
  terminal.resize(40, 120);
  EXPECT_TRUE(terminal.shows("4/15"));
  terminal.resize(5, 20);
  EXPECT_TRUE(terminal.shows("40x12 at least"));
  terminal.resize(24, 80);
  EXPECT_TRUE(terminal.shows("4/15"));
  expect_quits_by("q");
}

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

INSTANTIATE_TEST_SUITE_P(OnTerminal, EndingSignal, testing::Values(SIGINT, SIGTERM, SIGHUP), [](const auto& test) {
  return std::string(test.param == SIGINT ? "Interrupt" : test.param == SIGTERM ? "Terminate" : "HangUp");
});

// Only what a shell with jobs has started can be stopped.
TEST(UnderAShell, StopsAndGoesOn) {
  const TemporaryFolder folder;
  PseudoTerminal terminal(
      {"/bin/sh", "-c", "set -m; \"$0\" step \"$1\"; echo is stopped; read answer; fg; echo has ended", FLOWSIM_PROGRAM,
       happy},
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

TEST(OnADumbTerminal, AsksLineByLine) {
  const TemporaryFolder folder;
  PseudoTerminal terminal({FLOWSIM_PROGRAM, "step", happy}, environment({"TERM=dumb"}), folder.path());
  EXPECT_TRUE(terminal.shows("step (? for help)> "));
  terminal.type("4\r");
  EXPECT_TRUE(terminal.shows("9/15"));
  terminal.type("quit\r");
  const int status = terminal.end();
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  EXPECT_THAT(terminal.output, Not(HasSubstr("\x1b")));
}

TEST(WithoutColour, NothingButPositionIsSent) {
  const TemporaryFolder folder;
  PseudoTerminal terminal({FLOWSIM_PROGRAM, "step", happy}, environment({"NO_COLOR=1"}), folder.path());
  EXPECT_TRUE(terminal.shows("0/15"));
  terminal.type("4q");
  terminal.end();
  EXPECT_THAT(terminal.output, Not(testing::ContainsRegex("\x1b\\[[1-9][0-9]*m")));
}

TEST(InACharacterSetWithoutLines, DrawsInAscii) {
  const TemporaryFolder folder;
  PseudoTerminal terminal({FLOWSIM_PROGRAM, "step", happy}, {"PATH=/usr/bin:/bin", "LC_ALL=C", "TERM=xterm"},
                          folder.path());
  EXPECT_TRUE(terminal.shows("0/15"));
  terminal.type("4");
  EXPECT_TRUE(terminal.shows("9/15"));
  terminal.type("q");
  terminal.end();
  EXPECT_TRUE(std::ranges::all_of(terminal.output, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

}  // namespace
}  // namespace flowsim
