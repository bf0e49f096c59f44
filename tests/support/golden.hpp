// Compares a text with an accepted one; UPDATE_GOLDEN=1 accepts what came.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace flowsim::testing_support {

/// Where the accepted texts of writers lie.
inline const std::filesystem::path golden_folder = FLOWSIM_SOURCE_DIR "/tests/emit/golden";

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Expects `actual` to be the content of the file. With UPDATE_GOLDEN set, writes the file instead.
inline void expect_golden(const std::string& actual, const std::filesystem::path& path) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  ASSERT_TRUE(std::filesystem::exists(path)) << path << " does not exist; accept it with UPDATE_GOLDEN=1";
  EXPECT_EQ(actual, file_text(path)) << "differs from " << path << "; look at it, then accept it with UPDATE_GOLDEN=1";
}

}  // namespace flowsim::testing_support
