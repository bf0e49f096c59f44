// How closely a trace is looked at.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::diagram {

/// The three zoom levels: the numbered interactions, the messages that make them up, the steps that carry those.
enum class Detail : std::uint8_t { overview, messages, wire };

inline constexpr std::array all_details{Detail::overview, Detail::messages, Detail::wire};

/// As `--detail` takes it.
std::string_view name_of(Detail detail);

/// The level of that name, if there is one.
std::optional<Detail> detail_named(std::string_view name);

}  // namespace flowsim::diagram
