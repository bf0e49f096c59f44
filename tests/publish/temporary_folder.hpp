// A folder for one test of this module.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace flowsim::publish {

/// A test with an empty folder of its own, gone in the end.
struct InAFolder : testing::Test {
  InAFolder() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
  }
  ~InAFolder() override { std::filesystem::remove_all(folder); }

  std::string place(const std::string& name) const { return (folder / name).string(); }

  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << text;
    return place(name);
  }

  /// A program for the shell.
  std::string write_script(const std::string& name, const std::string& commands) const {
    const auto path = write(name, "#!/bin/sh\n" + commands);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  }

  std::string content_of(const std::string& name) const {
    std::ifstream in(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) /
      (std::string(testing::UnitTest::GetInstance()->current_test_info()->test_suite_name()) + "-" +
       testing::UnitTest::GetInstance()->current_test_info()->name());
};

}  // namespace flowsim::publish
