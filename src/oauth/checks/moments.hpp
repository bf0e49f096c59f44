// How the checks show points in virtual time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace flowsim::oauth {

/// `12 min ago`, `in 1 h`, `now`: the distance in its largest whole unit (s, min, h, d), rounded towards zero.
std::string relative_text(Duration from_now);

/// A claim that holds seconds since 1970, as a reader sees it: `exp 2026-01-05T10:00:03Z, 12 min ago`. Numbers outside
/// the years 1970 to 9999 are shown as they are.
std::string claim_moment_text(std::string_view claim, std::int64_t seconds, Instant now);

}  // namespace flowsim::oauth
