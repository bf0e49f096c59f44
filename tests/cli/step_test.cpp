// flowsim step on a pipe: one command a line.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace flowsim::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string stepped = FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml";

Finished step(std::string input, std::vector<std::string> arguments = {stepped},
              std::filesystem::path folder = FLOWSIM_SOURCE_DIR) {
  arguments.insert(arguments.begin(), "step");
  return run_program({std::move(arguments), std::move(input), std::move(folder)});
}

TEST(Step, WalksForwardsAndBackwards) {
  const auto done = step("next\nn\n\nback\nb\nlast\nfirst\nquit\n");
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.err, "");
  const std::vector<std::string> places{" 0/15", " 1/15", " 2/15", " 3/15", " 2/15", " 1/15", " 15/15", " 0/15"};
  std::size_t at = 0;
  for (const auto& place : places) {
    at = done.out.find(place + " messages", at);
    ASSERT_NE(at, std::string::npos) << place;
    ++at;
  }
}

TEST(Step, RepeatsCommandsBehindTheirPrompts) {
  EXPECT_THAT(step("next\n").out, HasSubstr("step (? for help)> next\n"));
}

TEST(Step, EndsWithItsInput) {
  const auto done = step("");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.out, testing::EndsWith("> \n"));
}

TEST(Step, BeginsAtTheWantedLevel) {
  EXPECT_THAT(step("last\n", {stepped, "--detail", "overview"}).out, HasSubstr("6/6 overview"));
}

TEST(Step, SavesAScenarioThatRunsTheSameByteForByte) {
  const TemporaryFolder folder;
  const auto done =
      step("4\nfault tamper state=not-mine\noff nonce_present\nsave mine.yaml\n", {stepped}, folder.path());
  EXPECT_EQ(done.status, 0) << done.out;
  EXPECT_THAT(done.out, AllOf(HasSubstr("response_rejected · state_matches"), HasSubstr("flowsim run mine.yaml")));
  const auto check = run_program({{"check", "mine.yaml"}, {}, folder.path()});
  EXPECT_EQ(check.status, 0) << check.err;
  const auto run = run_program({{"run", "mine.yaml", "--format", "json"}, {}, folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"altered\":{\"kind\":\"access_token_response\""));
  // Walked through again, the saved story is the changed one, and nothing is left to change.
  const auto again = step("save copy.yaml\n", {"mine.yaml"}, folder.path());
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(content_of(folder.path() / "copy.yaml"), content_of(folder.path() / "mine.yaml"));
  EXPECT_EQ(run_program({{"run", "mine.yaml", "--format", "json"}, {}, folder.path()}).out, run.out);
}

TEST(Step, NeverOverwritesAFileUnasked) {
  const TemporaryFolder folder;
  folder.write("mine.yaml", "precious");
  const auto refused = step("save mine.yaml\n", {stepped}, folder.path());
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.out, AllOf(HasSubstr("is there already"), HasSubstr("save! mine.yaml")));
  EXPECT_EQ(content_of(folder.path() / "mine.yaml"), "precious");
  EXPECT_EQ(step("save! mine.yaml\n", {stepped}, folder.path()).status, 0);
  EXPECT_THAT(content_of(folder.path() / "mine.yaml"), HasSubstr("title: Happy path"));
}

TEST(Step, QuotesNamesForTheShell) {
  const TemporaryFolder folder;
  EXPECT_THAT(step("save a b.yaml\n", {stepped}, folder.path()).out, HasSubstr("flowsim run 'a b.yaml'\n"));
  EXPECT_THAT(step("save \"a b.yaml\"\n", {stepped}, folder.path()).out, HasSubstr("save! 'a b.yaml'\n"));
  EXPECT_EQ(step("save! 'a b.yaml'\n", {stepped}, folder.path()).status, 0);
  EXPECT_THAT(step("save \"joe's.yaml\"\n", {stepped}, folder.path()).out,
              HasSubstr("flowsim run 'joe'\"'\"'s.yaml'\n"));
  EXPECT_THAT(step("save -x.yaml\n", {stepped}, folder.path()).out, HasSubstr("flowsim run ./-x.yaml\n"));
  EXPECT_THAT(step("save \"q.yaml\nsave joe's.yaml\n", {stepped}, folder.path()).out,
              HasSubstr("a quote is not closed"));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) names.push_back(entry.path().filename());
  EXPECT_THAT(names, testing::UnorderedElementsAre("a b.yaml", "joe's.yaml", "-x.yaml"));
}

TEST(Step, KeepsTheSchemaInSight) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "stories/mine");
  folder.write("schema.json", "{}");
  folder.write("stories/one.yaml", "# yaml-language-server: $schema=../schema.json\ntitle: T\n");
  folder.write("stories/two.yaml", "# yaml-language-server: $schema=../gone.json\ntitle: T\n");
  folder.write("stories/web.yaml", "# yaml-language-server: $schema=https://x.example/s.json\ntitle: T\n");
  const auto saved = [&folder](const std::string& story, const std::string& place) {
    EXPECT_EQ(step("save " + place + "\n", {"stories/" + story}, folder.path()).status, 0);
    return content_of(folder.path() / place);
  };
  EXPECT_EQ(saved("one.yaml", "stories/mine/a.yaml"), "# yaml-language-server: $schema=../../schema.json\ntitle: T\n");
  EXPECT_EQ(saved("one.yaml", "b.yaml"), "# yaml-language-server: $schema=schema.json\ntitle: T\n");
  EXPECT_EQ(saved("one.yaml", "stories/c.yaml"), content_of(folder.path() / "stories/one.yaml"));
  EXPECT_EQ(saved("two.yaml", "d.yaml"), "title: T\n");
  EXPECT_EQ(saved("web.yaml", "e.yaml"), content_of(folder.path() / "stories/web.yaml"));
}

TEST(Step, RefusesALineThatIsTooLongAndGoesOn) {
  const auto done = step("next" + std::string(10'000, ' ') + "\nlast\n");
  EXPECT_EQ(done.status, 2);
  EXPECT_THAT(done.out,
              AllOf(HasSubstr("this line has more than 8192 bytes"), HasSubstr(" 15/15"), Not(HasSubstr(" 1/15"))));
}

TEST(Step, SaysWhereItCannotSave) {
  const auto done = step("save no/such/folder/mine.yaml\n");
  EXPECT_EQ(done.status, 3);
  EXPECT_THAT(done.out, HasSubstr("No such file or directory"));
}

TEST(Step, SaysWhatIsWrongWithACommandAndGoesOn) {
  const auto done = step("nxet\nfault dorp\noff state_match\nnext\n");
  EXPECT_EQ(done.status, 2);
  EXPECT_THAT(done.out, AllOf(HasSubstr("did you mean 'next'?"), HasSubstr("did you mean \"drop\"?"),
                              HasSubstr("did you mean 'state_matches'?"), HasSubstr("1/15")));
}

TEST(Step, NeedsAFile) {
  EXPECT_EQ(step("", {}).status, 2);
  EXPECT_THAT(step("", {"-"}).err, HasSubstr("standard input is for the commands"));
  EXPECT_EQ(step("", {"/no/such.yaml"}).status, 3);
  const TemporaryFolder folder;
  const auto invalid = step("", {folder.write("x.yaml", "titel: x\n")});
  EXPECT_EQ(invalid.status, 2);
  EXPECT_THAT(invalid.err, HasSubstr("did you mean \"title\"?"));
}

TEST(Step, MakesHostileCommandsVisible) {
  const TemporaryFolder folder;
  const auto done =
      step("\x1b[2J\nfault \x1b]0;x\x07\n4\nfault tamper state=\"\x1b[2J\"\nsave \x1b[2J\n", {stepped}, folder.path());
  EXPECT_THAT(done.out, AllOf(HasSubstr("\\x1B[2J"), Not(HasSubstr("\x1b"))));
}

}  // namespace
}  // namespace flowsim::cli
