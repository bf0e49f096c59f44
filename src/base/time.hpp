// Virtual time: the only clock a run knows.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::base {

/// A span of virtual time, in milliseconds.
using Duration = std::chrono::milliseconds;

/// A moment of virtual time: milliseconds since 1970-01-01T00:00:00Z on the run's own clock, never the machine's.
using Instant = std::chrono::sys_time<Duration>;

/// Whole seconds since 1970-01-01T00:00:00Z, as JWT's NumericDate counts them (RFC 7519 §2); rounded down.
std::int64_t unix_seconds(Instant instant);

/// `MM:SS.mmm`, or `H:MM:SS.mmm` from one hour on; a leading `-` where negative.
std::string clock_text(Duration since_start);

/// `2026-01-05T09:00:00Z`: UTC, with `.mmm` only where the milliseconds are not zero. Moments outside the years 0 to
/// 9999 have no such form and are written as their milliseconds since 1970: `-62167219200001ms`.
std::string utc_text(Instant instant);

/// Reads `2026-01-05T09:00:00Z` (RFC 3339, UTC only, years 1970 to 9999, capital letters, at most three digits of a
/// second's fraction, no leap second); nothing where the text is anything else.
std::optional<Instant> parse_utc(std::string_view text);

/// `40ms`, `5s`, `10min`, `1h`, `2d`: the largest unit that divides the span; `0s` for zero; a leading `-` where
/// negative.
std::string duration_text(Duration duration);

/// The span, and the moment since 1970, as the digits of their milliseconds: values of phrases.
std::string milliseconds_text(Duration span);
std::string milliseconds_text(Instant moment);

/// Reads a whole number with a unit (`ms`, `s`, `min`, `h`, `d`), optionally negative, at most 36500 days either way;
/// nothing where the text is anything else. A bare number has no unit and is refused.
std::optional<Duration> parse_duration(std::string_view text);

}  // namespace flowsim::base
