// What is to stand in a block: the output of its command, in the form its format asks for.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/block_command.hpp"
#include "cli/command_line.hpp"

namespace flowsim::cli {

/// A command that was run, and all it said.
struct CommandOutput {
  int status = 0;
  std::string out, err;
};

/// Runs flowsim with these arguments.
using RunCommand = std::function<CommandOutput(const std::vector<std::string>& arguments)>;

/// Runs it in this process.
CommandOutput run_in_process(const std::vector<std::string>& arguments);

/// A picture's file, from the current folder, and what it is to hold.
struct DrawnPicture {
  std::string path, content;
};

/// What a block is made of.
struct BlockContent {
  std::string text;                     ///< lines for the page, with an empty one at both ends
  std::optional<DrawnPicture> picture;  ///< what stands beside the page
};

/// Something is wrong with a block.
struct BlockProblem {
  Diagnostic diagnostic;
  std::string said;  ///< what the command itself said, line by line
  ExitStatus status = ExitStatus::wrong_usage;
};

/// Fills the block of a page, or says what is wrong.
std::optional<BlockContent> fill_block(const std::string& page, const MarkedBlock& block, const RunCommand& run,
                                       std::vector<BlockProblem>& problems);

}  // namespace flowsim::cli
