// The README shows what the program does: its examples are run again, its picture and its links are looked up.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <sstream>
#include <string_view>

#include "page.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;

const std::filesystem::path repository = FLOWSIM_SOURCE_DIR;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A fenced block of a Markdown page.
struct Block {
  std::size_t line = 0;  ///< of its opening fence, from 1
  std::string language;
  Lines lines;
};

std::vector<Block> blocks_of(const Lines& page) {
  std::vector<Block> blocks;
  bool inside = false;
  for (std::size_t at = 0; at < page.size(); ++at) {
    const bool is_fence = page[at].starts_with("```");
    if (is_fence && !inside) blocks.push_back({at + 1, page[at].substr(3), {}});
    if (!is_fence && inside) blocks.back().lines.push_back(page[at]);
    inside = inside != is_fence;
  }
  return blocks;
}

/// The word that ends the here-document which the line begins; empty where it begins none.
std::string end_of_here_document(const std::string& line) {
  const auto start = line.find("<<'");
  return start == std::string::npos ? "" : line.substr(start + 3, line.find('\'', start + 3) - start - 3);
}

/// The commands of a block, each with its prompt and with its here-document, line by line.
std::vector<Lines> commands_of(const Block& block) {
  std::vector<Lines> commands;
  std::string end;
  for (const auto& line : block.lines) {
    const bool is_command = end.empty() && line.starts_with("$ ");
    if (is_command) commands.emplace_back();
    if (!is_command && end.empty()) continue;
    commands.back().push_back(line);
    end = is_command ? end_of_here_document(line) : line == end ? "" : end;
  }
  return commands;
}

/// The text as one word of the shell's.
std::string quoted(const std::string& text) {
  std::string word = "'";
  for (const char character : text) word += character == '\'' ? "'\\''" : std::string(1, character);
  return word + "'";
}

/// A script that leaves on standard output what a terminal would show of the commands.
std::string script_of(const std::vector<Lines>& commands) {
  const auto program_folder = std::filesystem::path(FLOWSIM_PROGRAM).parent_path().string();
  std::string script = "exec 2>&1\ncd " + quoted(repository.string()) + "\nLC_ALL=C\nPATH=" + quoted(program_folder) +
                       ":/usr/bin:/bin\nexport LC_ALL PATH\nstatus=0\n";
  for (const auto& command : commands) {
    for (const auto& line : command) script += "printf '%s\\n' " + quoted(line) + "\n";
    script += "(exit $status)\n" + command.front().substr(2) + "\n";
    for (const auto& line : std::span(command).subspan(1)) script += line + "\n";
    script += "status=$?\n";
  }
  return script;
}

std::string output_of_script(const std::string& script) {
  const TemporaryFolder folder;
  auto* shell = ::popen(("sh " + quoted(folder.write("script", script))).c_str(), "r");
  if (shell == nullptr) return "the shell could not be started";
  std::string output;
  std::array<char, 4096> part{};
  for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), shell)) > 0;)
    output.append(part.data(), size);
  ::pclose(shell);
  return output;
}

/// Whether the lines are these; a line `…` stands for any number of lines.
bool shows(std::span<const std::string> shown, std::span<const std::string> lines) {
  if (shown.empty()) return lines.empty();
  if (shown.front() != "…") return !lines.empty() && shown[0] == lines[0] && shows(shown.subspan(1), lines.subspan(1));
  for (std::size_t left_out = 0; left_out <= lines.size(); ++left_out)
    if (shows(shown.subspan(1), lines.subspan(left_out))) return true;
  return false;
}

TEST(Example, MayLeaveLinesOutWhereItSaysSo) {
  const Lines lines{"one", "two", "three"};
  EXPECT_TRUE(shows(Lines{"one", "…", "three"}, lines));
  EXPECT_TRUE(shows(Lines{"…", "one", "two", "three", "…"}, lines));
  EXPECT_FALSE(shows(Lines{"one", "three"}, lines));
  EXPECT_FALSE(shows(Lines{"one", "two"}, lines));
  EXPECT_FALSE(shows(Lines{"…", "two"}, lines));
  EXPECT_FALSE(shows(Lines{"one", "two", "three", "four"}, lines));
}

TEST(Example, ShowsOutputErrorsAndExitStatusAsATerminalDoes) {
  const auto block = blocks_of({"```console", "$ cat <<'END'; flowsim run", "it's here", "END", "$ echo $?", "```"});
  ASSERT_EQ(block.size(), 1u);
  const auto shown = output_of_script(script_of(commands_of(block.front())));
  EXPECT_THAT(shown, testing::StartsWith("$ cat <<'END'; flowsim run\nit's here\nEND\nit's here\nflowsim: "));
  EXPECT_THAT(shown, testing::EndsWith("\n$ echo $?\n2\n"));
}

TEST(Readme, ShowsWhatTheProgramReallyPrints) {
  int examples = 0;
  for (const auto& block : blocks_of(lines_of(content_of(repository / "README.md")))) {
    if (block.language != "console") continue;
    ++examples;
    const auto commands = commands_of(block);
    ASSERT_FALSE(commands.empty()) << "README.md:" << block.line << ": a console block without a command";
    EXPECT_THAT(commands.front().front(), HasSubstr("flowsim ")) << "README.md:" << block.line;
    const auto really = output_of_script(script_of(commands));
    EXPECT_TRUE(shows(block.lines, lines_of(really))) << "README.md:" << block.line << ": really it is\n" << really;
  }
  EXPECT_GE(examples, 5);
}

TEST(Readme, ShowsCommandsNowhereButInBlocksThatAreRun) {
  for (const auto& block : blocks_of(lines_of(content_of(repository / "README.md"))))
    for (const auto& line : block.lines)
      EXPECT_TRUE(block.language == "console" || !line.starts_with("$ ")) << "README.md:" << block.line << ": " << line;
}

TEST(Readme, HasAPictureOfWhatTheHappyPathDraws) {
  const auto picture = content_of(repository / "docs/pictures/implicit-flow.svg");
  const auto drawn =
      flowsim_run({"run", "scenarios/happy-path.yaml", "--format", "plantuml", "--detail", "overview"}).out;
  auto texts = parts_between(drawn, ": ", "\n");
  EXPECT_EQ(texts.size(), 6u);
  std::ranges::move(parts_between(drawn, " \"", "\" as"), std::back_inserter(texts));
  EXPECT_GE(texts.size(), 10u);
  for (auto& text : texts) {
    if (const auto ampersand = text.find('&'); ampersand != std::string::npos) text.replace(ampersand, 1, "&amp;");
    EXPECT_THAT(picture, HasSubstr(text + "</title>"));
  }
}

class Page : public testing::TestWithParam<std::string> {};

TEST_P(Page, LinksToFilesThatAreThere) {
  const auto page = repository / GetParam();
  const auto targets = files_linked_in(content_of(page));
  EXPECT_FALSE(targets.empty());
  for (const auto& target : targets) EXPECT_TRUE(std::filesystem::exists(page.parent_path() / target)) << target;
}

TEST_P(Page, NamesFilesThatAreThere) {
  for (const auto& name : parts_between(content_of(repository / GetParam()), "`", "`")) {
    const bool is_path = name.starts_with("src/") || name.starts_with("tests/") || name.starts_with("docs/");
    if (!is_path || name.find_first_of("<*… ") != std::string::npos) continue;
    EXPECT_TRUE(std::filesystem::exists(repository / name)) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Documentation, Page,
                         testing::Values("README.md", "docs/architecture.md", "docs/implicit-flow.md"),
                         [](const auto& test) {
                           auto name = std::filesystem::path(test.param).stem().string();
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace flowsim::cli
