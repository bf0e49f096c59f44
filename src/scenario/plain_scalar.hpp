// What YAML tools take a scalar without quotes for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::scenario {

/// The kind of value a plain scalar stands for under the core schema (YAML 1.2 §10.3.2); `switch_word` is `yes`, `no`,
/// `on` or `off` in any usual case, a boolean for YAML 1.1 tools and a text for YAML 1.2 ones.
enum class PlainMeaning : std::uint8_t { text, number, boolean, switch_word };

PlainMeaning meaning_of_plain(std::string_view text);

/// Whether a switch word, or a boolean in any case, means true.
bool means_true(std::string_view text);

/// The number where the text is a whole one in decimal without a plus sign and without leading zeros; nothing where it
/// is anything else or does not fit.
std::optional<std::int64_t> decimal_integer(std::string_view text);

/// Whether the text has the form `decimal_integer` takes, however large.
bool is_decimal_integer(std::string_view text);

}  // namespace flowsim::scenario
