// Lines come whole or not at all.
#include "base/read_line.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace flowsim::base {
namespace {

/// What is read until the input ends; what is too long as `<too long>`.
std::vector<std::string> lines_of(const std::string& text, std::size_t max_bytes) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  while (true) {
    auto read = read_line(in, max_bytes);
    if (std::holds_alternative<std::string>(read))
      lines.push_back(std::get<std::string>(std::move(read)));
    else if (std::get<NoLine>(read) == NoLine::too_long)
      lines.emplace_back("<too long>");
    else
      return lines;
  }
}

using Lines = std::vector<std::string>;

TEST(ReadLine, TakesEitherLineEndAway) { EXPECT_EQ(lines_of("a\nb\r\n\n\r\nc", 10), (Lines{"a", "b", "", "", "c"})); }

TEST(ReadLine, PassesOverWhatIsTooLongAndGoesOn) {
  EXPECT_EQ(lines_of("abcd\nabcde\nx\n", 4), (Lines{"abcd", "<too long>", "x"}));
  EXPECT_EQ(lines_of("abcd", 4), Lines{"abcd"});
  EXPECT_EQ(lines_of("abcde", 4), Lines{"<too long>"});
}

TEST(ReadLine, KeepsBytesOfEveryKind) {
  const std::string zero("a\0b\xff", 4);
  EXPECT_EQ(lines_of(zero + "\n", 10), Lines{zero});
}

TEST(ReadLine, EndsWithItsInput) {
  EXPECT_EQ(lines_of("", 4), Lines{});
  EXPECT_EQ(lines_of("a\n", 4), Lines{"a"});
}

}  // namespace
}  // namespace flowsim::base
