// What the diff says, and that `patch` makes the one text of the other by it.
#include "publish/unified_diff.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace flowsim::publish {
namespace {

std::string diff(std::string_view before, std::string_view after) {
  return unified_diff({"page.md", before}, {"page.md", after});
}

TEST(UnifiedDiff, IsEmptyForTheSame) {
  EXPECT_EQ(diff("a\nb\n", "a\nb\n"), "");
  EXPECT_EQ(diff("", ""), "");
}

TEST(UnifiedDiff, ShowsThreeLinesAround) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
            "--- page.md\n+++ page.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, HasAHunkForEachPlace) {
  std::string before, after;
  for (int line = 1; line <= 30; ++line) {
    before += std::to_string(line) + "\n";
    after += std::to_string(line == 2 || line == 9 || line == 25 ? -line : line) + "\n";
  }
  const auto text = diff(before, after);
  EXPECT_THAT(text, testing::HasSubstr("@@ -1,12 +1,12 @@\n"));
  EXPECT_THAT(text, testing::HasSubstr("@@ -22,7 +22,7 @@\n"));
}

TEST(UnifiedDiff, SaysWhereTheLastNewlineIsMissing) {
  EXPECT_EQ(diff("a", "a\n"), "--- page.md\n+++ page.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n");
  EXPECT_EQ(diff("", "a"), "--- page.md\n+++ page.md\n@@ -0,0 +1,1 @@\n+a\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, FindsTheShortestScript) {
  EXPECT_EQ(diff("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n"),
            "--- page.md\n+++ page.md\n@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n");
}

TEST(UnifiedDiff, CountsFromTheFirstLineItIsGiven) {
  EXPECT_EQ(unified_diff({"", "a\nb\n", 40}, {"", "a\n", 50}), "@@ -40,2 +50,1 @@\n a\n-b\n");
}

TEST(UnifiedDiff, QuotesNamesThatCouldEndTheLine) {
  EXPECT_THAT(unified_diff({"a b.md", "a\n"}, {"a\n\"b\".md", "b\n"}),
              testing::StartsWith("--- a b.md\t\n+++ \"a\\012\\042b\\042.md\"\n"));
}

TEST(UnifiedDiff, ReplacesEverythingWhereTooMuchDiffers) {
  std::string before = "same\n", after = "same\n";
  for (int line = 0; line < 5000; ++line) {
    before += "a" + std::to_string(line) + "\nx\n";
    after += "b" + std::to_string(line) + "\nx\n";
  }
  const auto text = diff(before, after);
  EXPECT_THAT(text, testing::StartsWith("--- page.md\n+++ page.md\n@@ -1,10001 +1,10001 @@\n same\n-a0\n-x\n-a1\n"));
}

struct Patched : testing::Test {
  Patched() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
  }
  ~Patched() override { std::filesystem::remove_all(folder); }

  void write(const char* name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
  }

  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "unified-diff";
};

std::string random_text(std::mt19937& random, std::size_t most) {
  static const std::vector<std::string> lines{"a", "b", "c", "", "-d", "+e", " f", "\\ No newline at end of file"};
  std::string text;
  const auto count = random() % most;
  for (std::size_t line = 0; line < count; ++line) text += lines[random() % lines.size()] + "\n";
  if (!text.empty() && random() % 4 == 0) text.pop_back();
  return text;
}

TEST_F(Patched, TextsBecomeTheOthers) {
  if (std::system("patch --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "there is no patch here";
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const auto before = random_text(random, 40), after = random_text(random, 40);
    write("page.md", before);
    write("diff", diff(before, after));
    const auto command = "cd '" + folder.string() + "' && patch -s -p0 page.md diff >out 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << diff(before, after);
    std::ostringstream patched;
    patched << std::ifstream(folder / "page.md", std::ios::binary).rdbuf();
    if (!after.empty()) {
      ASSERT_EQ(patched.str(), after) << diff(before, after);
    }
  }
}

}  // namespace
}  // namespace flowsim::publish
