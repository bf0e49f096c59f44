// The course: every command of every lesson does what the lesson says, and every exercise can be solved.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>

#include "cli/program.hpp"

namespace flowsim {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const fs::path lessons = FLOWSIM_SOURCE_DIR "/docs/lessons";

struct Command {
  std::string lesson, line;
  std::vector<std::string> arguments;
};

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
      if (line.starts_with("```"))
        in_block = line == "```sh";
      else if (auto arguments = in_block ? arguments_of(line) : std::vector<std::string>{}; !arguments.empty())
        found.push_back({entry.path().filename().string(), line, std::move(arguments)});
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
  for (const auto& [lesson, line, arguments] : all) {
    if (arguments.front() == "practise") continue;
    const auto done = run_program({arguments, {}, folder.path()});
    EXPECT_EQ(done.status, 0) << lesson << ": " << line << "\n" << done.err;
    EXPECT_EQ(done.err, "") << lesson << ": " << line;
  }
}

TEST(Lessons, HaveExercisesThatTheToldAnswerSolves) {
  int exercises = 0;
  for (const auto& [lesson, line, arguments] : commands()) {
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

TEST(Lessons, LeadFromOneToTheNextInTheCoursesTable) {
  const auto contents = content_of(lessons / "README.md");
  for (const auto& entry : fs::directory_iterator(lessons)) {
    const auto name = entry.path().filename().string();
    if (entry.path().extension() != ".md" || name == "README.md") continue;
    EXPECT_THAT(contents, HasSubstr("(" + name + ")"));
  }
}

}  // namespace
}  // namespace flowsim
