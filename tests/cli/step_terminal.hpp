// flowsim step on a terminal, for tests.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/program.hpp"
#include "cli/pseudo_terminal.hpp"

namespace flowsim::cli {

inline const std::string happy_path = FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml";
inline const std::string leaves_screen = "\x1b[?1049l";

inline std::vector<std::string> environment(const std::vector<std::string>& more = {}) {
  // A sanitizer would keep the signals of mistakes to itself.
  std::vector<std::string> all{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8",
                               "ASAN_OPTIONS=handle_segv=0:handle_sigbus=0:handle_sigfpe=0"};
  all.insert(all.end(), more.begin(), more.end());
  if (std::ranges::none_of(more, [](const std::string& variable) { return variable.starts_with("TERM="); }))
    all.emplace_back("TERM=xterm");
  return all;
}

/// The stepper on a terminal of 24 rows and 80 columns, before the happy path begins.
struct OnTerminal : testing::Test {
  TemporaryFolder folder;
  PseudoTerminal terminal{{FLOWSIM_PROGRAM, "step", happy_path}, environment(), folder.path()};

  void SetUp() override { ASSERT_TRUE(terminal.shows("0/15 messages")); }

  void expect_sane() {
    EXPECT_TRUE(terminal.is_as_it_was());
    EXPECT_THAT(terminal.output, testing::HasSubstr(leaves_screen));
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

}  // namespace flowsim::cli
