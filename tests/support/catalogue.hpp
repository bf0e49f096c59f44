// Every scenario of the repository, read.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "scenario/scenario.hpp"

namespace flowsim::testing_support {
using namespace scenario;

/// The scenarios below `scenarios/`, by file name; a file that cannot be read fails the test.
inline const std::vector<Scenario>& catalogue() {
  static const std::vector<Scenario> all = [] {
    std::vector<std::filesystem::path> paths;
    const std::filesystem::path root = FLOWSIM_SOURCE_DIR "/scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
      if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<Scenario> scenarios;
    for (const auto& path : paths) {
      std::ifstream in(path);
      const std::string text(std::istreambuf_iterator<char>(in), {});
      Diagnostics diagnostics;
      auto scenario = read_scenario(text, std::filesystem::relative(path, root).generic_string(), diagnostics);
      EXPECT_TRUE(scenario.has_value()) << path;
      if (scenario) scenarios.push_back(std::move(*scenario));
    }
    return scenarios;
  }();
  return all;
}

}  // namespace flowsim::testing_support
