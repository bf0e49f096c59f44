// What the keys of the stepper's screen do.
#pragma once

#include <span>
#include <string_view>

#include "cli/terminal/terminal_keys.hpp"

namespace flowsim::cli {

/// The command line of a key, which one completes where it ends in a blank; empty where the key has none.
std::string_view command_of(const Key& key);

/// The keys in sentences, for help.
std::span<const std::string_view> key_help();

/// The keys that matter most, in so many columns.
std::string_view key_footer(int width);

}  // namespace flowsim::cli
