// Generated files are compared byte for byte and written only where they differ.
#include "publish/generated_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace flowsim::publish {
namespace {

namespace fs = std::filesystem;

struct GeneratedFile : testing::Test {
  GeneratedFile() {
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  ~GeneratedFile() override { fs::remove_all(folder); }

  static std::string content_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
  }

  const fs::path folder =
      fs::path(testing::TempDir()) /
      (std::string("generated-file-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(GeneratedFile, IsMissingThenCurrentThenStale) {
  const auto path = (folder / "new" / "page.txt").string();
  EXPECT_EQ(freshness_of(path, "one\n"), Freshness::missing);
  EXPECT_EQ(bring_up_to_date(path, "one\n"), std::nullopt);
  EXPECT_EQ(content_of(path), "one\n");
  EXPECT_EQ(freshness_of(path, "one\n"), Freshness::current);
  EXPECT_EQ(freshness_of(path, "one"), Freshness::stale) << "longer than it should be";
  EXPECT_EQ(freshness_of(path, "one\r\n"), Freshness::stale);
  EXPECT_EQ(freshness_of(folder.string(), "one"), Freshness::unreadable);
}

TEST_F(GeneratedFile, IsNotTouchedWhereItIsCurrent) {
  const auto path = (folder / "page.txt").string();
  ASSERT_EQ(bring_up_to_date(path, "same"), std::nullopt);
  const auto long_ago = fs::last_write_time(path) - std::chrono::hours(1);
  fs::last_write_time(path, long_ago);
  EXPECT_EQ(bring_up_to_date(path, "same"), std::nullopt);
  EXPECT_EQ(fs::last_write_time(path), long_ago);
  EXPECT_EQ(bring_up_to_date(path, "other"), std::nullopt);
  EXPECT_NE(fs::last_write_time(path), long_ago);
}

TEST_F(GeneratedFile, SaysWhyItCannotBeWritten) {
  std::ofstream(folder / "file") << "x";
  EXPECT_TRUE(bring_up_to_date((folder / "file" / "below").string(), "x").has_value());
}

}  // namespace
}  // namespace flowsim::publish
