// flowsim step on a terminal: keys, sizes, signals, and a terminal that is left as it was found.
#include "cli/step_terminal.hpp"

namespace flowsim::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

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
  EXPECT_TRUE(terminal.shows("at least 40 columns"));
  terminal.resize(24, 80);
  EXPECT_TRUE(terminal.shows("4/15"));
  expect_quits_by("q");
}

TEST_F(OnTerminal, ObeysNothingButQWhereItIsTooSmall) {
  terminal.resize(10, 40);
  ASSERT_TRUE(terminal.shows("at least 40 columns and 12 rows"));
  for (const auto* key : {"n", "f", "\r", "4"}) {
    terminal.type(key);
    ASSERT_TRUE(terminal.shows("\x1b[J"));
  }
  terminal.resize(24, 80);
  EXPECT_TRUE(terminal.shows("0/15"));
  terminal.resize(10, 40);
  ASSERT_TRUE(terminal.shows("q quits"));
  expect_quits_by("q");
}

TEST(OnAColumn, OpensNoPromptAndHearsSignals) {
  const TemporaryFolder folder;
  PseudoTerminal terminal({FLOWSIM_PROGRAM, "step", happy_path}, environment(), folder.path(), 24, 1);
  ASSERT_TRUE(terminal.shows("\x1b[J"));
  terminal.type("f");
  ASSERT_TRUE(terminal.shows("\x1b[J"));
  terminal.send(SIGTERM);
  EXPECT_TRUE(WIFSIGNALED(terminal.end()));
  EXPECT_TRUE(terminal.is_as_it_was());
}

TEST_F(OnTerminal, ListsWhatCanBeTypedAndCompletesIt) {
  terminal.type("4f");
  EXPECT_TRUE(terminal.shows("faults that can strike here"));
  terminal.type("dr\t");
  EXPECT_TRUE(terminal.shows(":fault drop "));
  terminal.type("\x03x");
  EXPECT_TRUE(terminal.shows("checks made at this stop"));
  EXPECT_TRUE(terminal.shows("state_matches"));
  terminal.type("state_m\t\r");
  EXPECT_TRUE(terminal.shows("state_matches is switched off"));
  terminal.type("o\t\r");
  EXPECT_TRUE(terminal.shows("state_matches is switched on"));
  expect_quits_by("qq");
}

TEST_F(OnTerminal, SaysWhichKeyShowsTheOthers) {
  terminal.type("y");
  EXPECT_TRUE(terminal.shows("? shows the keys"));
  expect_quits_by("q");
}

TEST_F(OnTerminal, AsksOnceBeforeItForgetsChanges) {
  terminal.type("4fdrop\rq");
  EXPECT_TRUE(terminal.shows("the changes are not saved"));
  terminal.type("nq");
  EXPECT_TRUE(terminal.shows("the changes are not saved"));
  expect_quits_by("q");
}

TEST_F(OnTerminal, LeavesAtOnceWhereTheChangesAreSaved) {
  terminal.type("4fdrop\rwmine.yaml\r");
  EXPECT_TRUE(terminal.shows("flowsim run mine.yaml"));
  expect_quits_by("q");
}

TEST_F(OnTerminal, ClosesHelpWithQ) {
  terminal.type("?");
  EXPECT_TRUE(terminal.shows("Keys: right, space, n"));
  terminal.type("q");
  EXPECT_TRUE(terminal.shows("The story begins"));
  terminal.type("n");
  EXPECT_TRUE(terminal.shows("1/15"));
  expect_quits_by("q");
}

TEST_F(OnTerminal, TakesALongLineAtOnceAndRefusesATooLongOne) {
  const auto paste = [this](std::size_t length) {
    for (std::size_t sent = 0; sent < length; sent += 500) {
      terminal.type(std::string(std::min<std::size_t>(500, length - sent), 'x'));
      terminal.shows("\x1b[J");
    }
  };
  const auto draws = [this] {
    std::size_t count = 0;
    for (auto at = terminal.output.find("\x1b[J"); at != std::string::npos; at = terminal.output.find("\x1b[J", at + 1))
      ++count;
    return count;
  };
  const auto before = draws();
  terminal.type(":");
  paste(8000);
  terminal.type("\r");
  EXPECT_TRUE(terminal.shows("there is no command"));
  EXPECT_LT(draws() - before, 800u) << "what comes together is drawn together";
  terminal.type(":");
  paste(8500);
  terminal.type("\r");
  EXPECT_TRUE(terminal.shows("a command has at most 8192 bytes"));
  expect_quits_by("q");
}

TEST(OnADumbTerminal, AsksLineByLine) {
  const TemporaryFolder folder;
  PseudoTerminal terminal({FLOWSIM_PROGRAM, "step", happy_path}, environment({"TERM=dumb"}), folder.path());
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
  PseudoTerminal terminal({FLOWSIM_PROGRAM, "step", happy_path}, environment({"NO_COLOR=1"}), folder.path());
  EXPECT_TRUE(terminal.shows("0/15"));
  terminal.type("4q");
  terminal.end();
  EXPECT_THAT(terminal.output, Not(testing::ContainsRegex("\x1b\\[[1-9][0-9]*m")));
}

TEST(InACharacterSetWithoutLines, DrawsInAscii) {
  const TemporaryFolder folder;
  PseudoTerminal terminal({FLOWSIM_PROGRAM, "step", happy_path}, {"PATH=/usr/bin:/bin", "LC_ALL=C", "TERM=xterm"},
                          folder.path());
  EXPECT_TRUE(terminal.shows("0/15"));
  terminal.type("4");
  EXPECT_TRUE(terminal.shows("9/15"));
  terminal.type("q");
  terminal.end();
  EXPECT_TRUE(std::ranges::all_of(terminal.output, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

}  // namespace
}  // namespace flowsim::cli
