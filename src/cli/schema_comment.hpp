// The comment by which an editor finds the schema of a scenario.
#pragma once

#include <string>

#include "base/modules.hpp"

namespace flowsim::cli {

/// The text of a scenario read from the file `from`, as it is to be written to the file `to`: its comment
/// `# yaml-language-server: $schema=PATH` points to the same file from there, and is left out where no such file is.
/// It stays as it is where both files are in one folder, and where it names a URL or an absolute path.
std::string with_schema_found(std::string text, const std::string& from, const std::string& to);

}  // namespace flowsim::cli
