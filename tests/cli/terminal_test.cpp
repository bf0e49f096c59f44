// Lifelines on a real terminal, and on what is none.
#include <gmock/gmock.h>
#include <pty.h>

#include <sstream>

#include "base/text.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What the program writes to a terminal of so many columns, or to one that does not know how many it has.
std::string on_a_terminal(unsigned short columns, std::vector<std::string> arguments,
                          std::vector<std::string> environment) {
  winsize size{24, columns, 0, 0};
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    std::vector<char*> words{const_cast<char*>(FLOWSIM_PROGRAM)}, variables;
    for (auto& argument : arguments) words.push_back(argument.data());
    for (auto& variable : environment) variables.push_back(variable.data());
    words.push_back(nullptr);
    variables.push_back(nullptr);
    if (::chdir(FLOWSIM_SOURCE_DIR) == 0) ::execve(FLOWSIM_PROGRAM, words.data(), variables.data());
    ::_exit(127);
  }
  std::string out;
  char buffer[4096];
  for (ssize_t read = 0; (read = ::read(terminal, buffer, sizeof buffer)) > 0;)
    out.append(buffer, static_cast<std::size_t>(read));
  ::close(terminal);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  std::erase(out, '\r');
  return out;
}

const std::vector<std::string> overview{
    "run", "scenarios/happy-path.yaml", "--format", "terminal", "--detail", "overview", "--color", "never"};

std::size_t widest_line(const std::string& text) {
  std::size_t width = 0;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) width = std::max(width, display_width(line));
  return width;
}

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A system without pseudo-terminals can show nothing about terminals.
struct Terminal : testing::Test {
  void SetUp() override {
    int terminal = -1, other = -1;
    if (::openpty(&terminal, &other, nullptr, nullptr, nullptr) != 0) GTEST_SKIP() << "there are no pseudo-terminals";
    ::close(terminal);
    ::close(other);
  }
};

TEST_F(Terminal, DecidesTheWidth) {
  const auto wide = on_a_terminal(120, overview, {"LANG=en_GB.UTF-8"});
  const auto narrow = on_a_terminal(60, overview, {"LANG=en_GB.UTF-8"});
  EXPECT_THAT(wide, HasSubstr("1. Access token request to /authorize"));
  EXPECT_LE(widest_line(narrow), 60u);
  EXPECT_GT(widest_line(wide), 80u);
  EXPECT_LE(widest_line(on_a_terminal(0, overview, {"LANG=en_GB.UTF-8"})), 80u);
  EXPECT_LE(widest_line(on_a_terminal(120, with(overview, {"--width", "44"}), {"LANG=en_GB.UTF-8"})), 44u);
}

TEST_F(Terminal, GetsBoxDrawingOnlyWhereItsLocaleSaysUtf8) {
  using Environment = std::vector<std::string>;
  for (const auto& environment :
       {Environment{"LANG=en_GB.UTF-8"}, Environment{"LC_CTYPE=C.utf8", "LANG=C"},
        Environment{"LC_ALL=de_AT.UTF-8", "LC_CTYPE=C"}, Environment{"LC_ALL=", "LANG=C.UTF-8"}})
    EXPECT_THAT(on_a_terminal(80, overview, environment), HasSubstr("├───"));
  for (const auto& environment : {Environment{"LANG=C"}, Environment{"LC_ALL=POSIX", "LANG=en_GB.UTF-8"}, Environment{},
                                  Environment{"LC_CTYPE=de_AT.ISO-8859-1", "LANG=en_GB.UTF-8"}}) {
    const auto drawn = on_a_terminal(80, overview, environment);
    EXPECT_TRUE(is_ascii(drawn)) << drawn;
    EXPECT_THAT(drawn, HasSubstr("|---"));
  }
}

TEST_F(Terminal, GetsStateMachinesInTheCharactersItHas) {
  const std::vector<std::string> client{"states", "client", "--format", "terminal"};
  EXPECT_FALSE(is_ascii(on_a_terminal(100, client, {"LANG=C.UTF-8"})));
  EXPECT_TRUE(is_ascii(on_a_terminal(100, client, {"LANG=C"})));
  EXPECT_FALSE(is_ascii(flowsim_run(client).out));
}

TEST_F(Terminal, IsNoMatterToFilesAndPipes) {
  const TemporaryFolder folder;
  const auto file = (folder.path() / "drawn.txt").string();
  on_a_terminal(50, with(overview, {"-o", file}), {"LANG=C"});
  const auto piped = flowsim_run(overview).out;
  EXPECT_THAT(piped, HasSubstr("├───"));
  EXPECT_EQ(content_of(file), piped);
  EXPECT_TRUE(is_ascii(flowsim_run(with(overview, {"--ascii"})).out));
}

TEST_F(Terminal, IsTheDefaultForColours) {
  auto arguments = overview;
  arguments.resize(arguments.size() - 2);
  EXPECT_THAT(on_a_terminal(80, arguments, {"LANG=C.UTF-8", "TERM=xterm"}), HasSubstr("\x1b["));
  EXPECT_THAT(on_a_terminal(80, arguments, {"LANG=C.UTF-8", "NO_COLOR=1"}), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(flowsim_run(arguments).out, Not(HasSubstr("\x1b[")));
}

}  // namespace
}  // namespace flowsim::cli
