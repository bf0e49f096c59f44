// The library that reads command lines is known to one file, because including it costs more than all else there.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace flowsim::structure {
namespace {

/// The files below `folder` with a line that includes something of CLI11.
std::vector<std::string> files_with_cli11(const std::string& folder) {
  const std::filesystem::path repository = FLOWSIM_SOURCE_DIR;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(repository / folder)) {
    std::ifstream in(entry.path());
    bool includes = false;
    for (std::string line; std::getline(in, line);)
      includes = includes || (line.starts_with("#include") && line.find("CLI/") != std::string::npos);
    if (includes) files.push_back(entry.path().lexically_relative(repository).generic_string());
  }
  return files;
}

TEST(CommandLine, IsReadByTheOneFileThatIncludesCli11) {
  EXPECT_THAT(files_with_cli11("src"), testing::ElementsAre("src/cli/option_parser.cpp"));
  EXPECT_THAT(files_with_cli11("tests"), testing::IsEmpty());
}

}  // namespace
}  // namespace flowsim::structure
