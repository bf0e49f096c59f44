// What must hold of a text's bytes before a YAML parser may see it.
#pragma once

#include "scenario/problems.hpp"

namespace flowsim::scenario {

/// Whether the text has at most 1 MiB, is UTF-8 and holds only characters YAML allows (YAML 1.2 §5.1), with line feeds
/// at its line ends. Adds the first problem where it does not.
bool is_readable_text(Problems& problems);

}  // namespace flowsim::scenario
