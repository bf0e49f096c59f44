// The course: every command of every lesson does what the lesson says, and every exercise can be solved.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>

#include "cli/program.hpp"

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const fs::path lessons = FLOWSIM_SOURCE_DIR "/docs/lessons";

struct Command {
  std::string lesson, line;
  std::vector<std::string> arguments;
  std::string input{};  ///< what `printf` hands to it
};

/// `printf 'WORD\n' | flowsim …`: the word on a line of its own is the input, and the rest is the command.
std::string take_input(std::string& line) {
  std::smatch piped;
  if (!std::regex_match(line, piped, std::regex(R"(printf '([^'\\]*)\\n' \| (.*))"))) return {};
  const auto input = piped.str(1) + "\n";
  line = piped.str(2);
  return input;
}

/// `./scripts/run` is `flowsim run`, and lesson 1 names the program where it was built.
std::vector<std::string> arguments_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  if (words.empty()) return {};
  if (words.front() == "./scripts/run")
    words.front() = "run";
  else if (words.front() == "flowsim" || words.front() == "build/release/flowsim")
    words.erase(words.begin());
  else
    words.clear();
  return words;
}

std::vector<Command> commands() {
  std::vector<Command> found;
  for (const auto& entry : fs::directory_iterator(lessons)) {
    if (entry.path().extension() != ".md") continue;
    std::istringstream page(content_of(entry.path()));
    bool in_block = false;
    for (std::string line; std::getline(page, line);) {
      if (line.starts_with("```")) in_block = line == "```sh";
      if (!in_block || line.starts_with("```")) continue;
      const auto written = line;
      auto input = take_input(line);
      if (auto arguments = arguments_of(line); !arguments.empty())
        found.push_back({entry.path().filename().string(), written, std::move(arguments), std::move(input)});
    }
  }
  std::ranges::sort(found, {}, [](const Command& command) { return command.lesson + command.line; });
  return found;
}

TEST(Lessons, HaveCommandsThatAllRun) {
  const auto all = commands();
  EXPECT_GE(all.size(), 30u);
  const TemporaryFolder folder;  // for what a lesson writes
  fs::create_directory_symlink(FLOWSIM_SOURCE_DIR "/scenarios", folder.path() / "scenarios");
  for (const auto& [lesson, line, arguments, input] : all) {
    if (arguments.front() == "practise") continue;
    const auto done = run_program({arguments, input, folder.path()});
    EXPECT_EQ(done.status, 0) << lesson << ": " << line << "\n" << done.err;
    EXPECT_EQ(done.err, "") << lesson << ": " << line;
  }
}

TEST(Lessons, HaveExercisesThatTheToldAnswerSolves) {
  int exercises = 0;
  for (const auto& [lesson, line, arguments, input] : commands()) {
    if (arguments.front() != "practise") continue;
    ++exercises;
    const auto given_up = run_program({arguments, "\n"});
    EXPECT_EQ(given_up.status, 1) << lesson << ": " << line << "\n" << given_up.err;
    std::smatch told;
    ASSERT_TRUE(std::regex_search(given_up.out, told, std::regex("The answer is ([^\n]+)\\.\n"))) << line;
    EXPECT_EQ(run_program({arguments, told.str(1) + "\n"}).status, 0) << lesson << ": " << line;
    EXPECT_EQ(run_program({arguments, "not_the_answer\n"}).status, 1) << lesson << ": " << line;
  }
  EXPECT_GE(exercises, 9) << "one for each lesson";
}

/// What the command of that lesson that names the scenario prints, for the lesson speaks of it.
std::string printed(const std::string& lesson, const std::string& scenario) {
  for (const auto& command : commands())
    if (command.lesson == lesson && command.arguments.front() != "practise" &&
        command.line.find(scenario) != std::string::npos)
      return run_program({command.arguments, command.input}).out;
  ADD_FAILURE() << lesson << " has no command with " << scenario;
  return {};
}

/// The scenario's file, with one text in it replaced, is run from standard input.
std::string printed_with(const std::string& scenario, const std::string& text, const std::string& replacement) {
  auto file = content_of(fs::path(FLOWSIM_SOURCE_DIR "/scenarios") / scenario);
  const auto at = file.find(text);
  EXPECT_NE(at, std::string::npos) << scenario << " has no " << text;
  if (at != std::string::npos) file.replace(at, text.size(), replacement);
  return run_program({{"run", "-"}, file}).out;
}

TEST(Lessons, TakeATokenApartAndDoNotPrintItRaw) {
  const auto out = printed("05-tokens.md", "step");
  EXPECT_THAT(out, AllOf(HasSubstr("claims"), HasSubstr("\"api://default\""), HasSubstr("at_hash")));
}

TEST(Lessons, CountTheLookoutsForTheAccessTokenRight) {
  const auto out = printed("02-fragment.md", "happy-path.yaml");
  const auto list = out.substr(out.find("the user's access_token:"),
                               out.find("the user's id_token:") - out.find("the user's access_token:"));
  const std::regex browser("browser \\("), okta("okta \\(");
  EXPECT_EQ(std::distance(std::sregex_iterator(list.begin(), list.end(), browser), {}), 3) << list;
  EXPECT_FALSE(std::regex_search(list, okta)) << list;
  EXPECT_THAT(list, AllOf(HasSubstr("client (script"), HasSubstr("app\n         (Authorization")));
}

TEST(Lessons, SayWhereASecondAnswerEnds) {
  EXPECT_THAT(printed("07-network.md", "late-response"),
              HasSubstr("does not expect access_token_response in TimedOut"));
  const auto doubled = printed("07-network.md", "repeated-response");
  EXPECT_THAT(doubled, AllOf(HasSubstr("4.2  okta → browser"), HasSubstr("4.5  browser → client  run_script"),
                             Not(HasSubstr("4.6  browser → client  run_script")), Not(HasSubstr("does not expect"))));
  EXPECT_THAT(printed("07-network.md", "state-replay"),
              AllOf(HasSubstr("4.4  browser → client  run_script"), HasSubstr("4.5  browser → client  run_script"),
                    HasSubstr("does not expect access_token_response in HasResource")));
  EXPECT_THAT(printed("07-network.md", "back-button-replay"), HasSubstr("came none pending"));
}

TEST(Lessons, SayWhichChecksAreOffAndHowTheRunEndsWithOneOfThemAlone) {
  EXPECT_THAT(printed_with("attacks/alg-none-undefended.yaml", ", id_token_signature_valid", ""),
              HasSubstr("outcome  response_rejected · id_token_signature_valid"));
  EXPECT_THAT(printed_with("attacks/id-token-swap-undefended.yaml", ", at_hash_matches", ""),
              HasSubstr("outcome  response_rejected · at_hash_matches"));
}

TEST(Lessons, BlameTheFlowOnlyForRunsWithEveryCheckOnAndNoBug) {
  for (const auto& command : commands()) {
    const auto is_attack = [](const std::string& word) { return word.starts_with("scenarios/attacks/"); };
    const auto file = std::ranges::find_if(command.arguments, is_attack);
    if (command.lesson != "09-legacy.md" || file == command.arguments.end()) continue;
    const auto scenario = content_of(fs::path(FLOWSIM_SOURCE_DIR) / *file);
    EXPECT_THAT(scenario, AllOf(HasSubstr("outcome: compromised"), Not(HasSubstr("disabled_checks")),
                                Not(HasSubstr("misbehave"))))
        << *file;
    const auto twin = file->substr(0, file->size() - 5) + "-undefended.yaml";
    EXPECT_FALSE(fs::exists(fs::path(FLOWSIM_SOURCE_DIR) / twin)) << twin;
  }
}

/// The lessons without the course's contents.
std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(lessons))
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") found.push_back(entry.path());
  return found;
}

TEST(Lessons, AskInWordsBeforeEachExercise) {
  for (const auto& path : pages()) {
    const auto page = content_of(path);
    const auto from = page.find("\n## Exercise\n");
    ASSERT_NE(from, std::string::npos) << path;
    EXPECT_THAT(page.substr(from, page.find("```sh", from) - from), HasSubstr("?")) << path;
  }
}

TEST(Lessons, CiteAClauseInEverySectionThatTeaches) {
  const std::regex clause("§[0-9]"), section("\n## ([^\n]+)\n");
  for (const auto& path : pages()) {
    const auto page = content_of(path);
    for (std::sregex_iterator at(page.begin(), page.end(), section), end; at != end; ++at) {
      const auto from = static_cast<std::size_t>(at->position()) + 1;
      const auto text = page.substr(from, page.find("\n## ", from) - from);
      const auto prose = std::regex_replace(text, std::regex("!\\[[^\n]*"), "");
      if (at->str(1) == "Exercise" || at->str(1) == "With it") continue;
      EXPECT_TRUE(std::regex_search(prose, clause)) << path << ": " << at->str(1);
    }
  }
}

TEST(Lessons, LeadFromOneToTheNextInTheCoursesTable) {
  const auto contents = content_of(lessons / "README.md");
  for (const auto& entry : fs::directory_iterator(lessons)) {
    const auto name = entry.path().filename().string();
    if (entry.path().extension() != ".md" || name == "README.md") continue;
    EXPECT_THAT(contents, HasSubstr("(" + name + ")"));
  }
}

}  // namespace
}  // namespace flowsim::cli
