// A folder of scenarios and a folder of diagrams beside it, for the tests of `flowsim diagrams`.
#pragma once

#include "program.hpp"

namespace flowsim::cli {

/// Both folders are named `scenarios` and `diagrams`, and the program is run above them.
struct DiagramsTest : testing::Test {
  static constexpr auto good = "title: Good\nteaches: That it goes well\n";
  static constexpr auto wrong_state =
      "title: Wrong state\nfaults: [{at: 4, do: tamper, parameter: state, value: other}]\n";

  DiagramsTest() { write("scenarios/good.yaml", good); }

  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    return folder.write(name, text);
  }
  std::string content(const std::string& name) const { return content_of(folder.path() / name); }
  bool exists(const std::string& name) const { return std::filesystem::exists(folder.path() / name); }
  void remove(const std::string& name) const { std::filesystem::remove_all(folder.path() / name); }

  /// Runs `flowsim diagrams scenarios` with the words behind it.
  Finished diagrams(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"diagrams", "scenarios"});
    return run_program(
        {.arguments = std::move(arguments), .input = {}, .folder = folder.path(), .environment = environment});
  }

  const TemporaryFolder folder;
  std::vector<std::string> environment{"PATH=/usr/bin:/bin"};
};

}  // namespace flowsim::cli
