// Moments and spans as text, there and back.
#include "base/time.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace flowsim::base {
namespace {

using namespace std::chrono_literals;

constexpr Instant nine_o_clock = Instant{std::chrono::sys_days{std::chrono::January / 5 / 2026}} + 9h;
constexpr Duration longest{std::numeric_limits<std::int64_t>::max()};
constexpr Duration shortest{std::numeric_limits<std::int64_t>::min()};

TEST(UnixSeconds, RoundDown) {
  EXPECT_EQ(unix_seconds(nine_o_clock), 1767603600);
  EXPECT_EQ(unix_seconds(nine_o_clock + 999ms), 1767603600);
  EXPECT_EQ(unix_seconds(Instant{-1ms}), -1);
}

TEST(ClockText, ShowsHoursOnlyWhereThereAreSome) {
  struct Row {
    Duration span;
    std::string_view text;
  };
  for (const auto& [span, text] :
       {Row{0ms, "00:00.000"}, Row{40ms, "00:00.040"}, Row{5410ms, "00:05.410"}, Row{59min + 59s + 999ms, "59:59.999"},
        Row{1h, "1:00:00.000"}, Row{26h + 3min, "26:03:00.000"}, Row{-1500ms, "-00:01.500"}, Row{-2h, "-2:00:00.000"},
        Row{shortest, "-2562047788015:12:55.808"}})
    EXPECT_EQ(clock_text(span), text);
}

TEST(UtcText, ShowsMillisecondsOnlyWhereTheyAreNotZero) {
  EXPECT_EQ(utc_text(nine_o_clock), "2026-01-05T09:00:00Z");
  EXPECT_EQ(utc_text(nine_o_clock + 7ms), "2026-01-05T09:00:00.007Z");
  EXPECT_EQ(utc_text(Instant{}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(utc_text(Instant{-1ms}), "1969-12-31T23:59:59.999Z");
}

TEST(UtcText, WritesMomentsWithoutADateAsMilliseconds) {
  EXPECT_EQ(utc_text(Instant{-62167219200000ms}), "0000-01-01T00:00:00Z");
  EXPECT_EQ(utc_text(Instant{-62167219200001ms}), "-62167219200001ms");
  EXPECT_EQ(utc_text(Instant{253402300799999ms}), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(utc_text(Instant{253402300800000ms}), "253402300800000ms");
  EXPECT_EQ(utc_text(Instant{longest}), "9223372036854775807ms");
  EXPECT_EQ(utc_text(Instant{shortest}), "-9223372036854775808ms");
}

TEST(ParseUtc, ReadsWhatUtcTextWrites) {
  for (const auto span : {0ms, 1ms, 999ms, 1000ms, 86'400'000ms, 951'782'400'123ms, 253402300799999ms}) {
    const Instant instant{span};
    EXPECT_EQ(parse_utc(utc_text(instant)), instant) << utc_text(instant);
  }
}

TEST(ParseUtc, TakesOneToThreeDigitsOfAFraction) {
  EXPECT_EQ(parse_utc("2026-01-05T09:00:00.5Z"), nine_o_clock + 500ms);
  EXPECT_EQ(parse_utc("2026-01-05T09:00:00.05Z"), nine_o_clock + 50ms);
  EXPECT_EQ(parse_utc("2026-01-05T09:00:00.005Z"), nine_o_clock + 5ms);
}

TEST(ParseUtc, KnowsLeapYears) {
  EXPECT_TRUE(parse_utc("2024-02-29T00:00:00Z"));
  EXPECT_TRUE(parse_utc("2000-02-29T00:00:00Z"));
  EXPECT_FALSE(parse_utc("2026-02-29T00:00:00Z"));
  EXPECT_FALSE(parse_utc("2100-02-29T00:00:00Z"));
}

TEST(ParseUtc, RefusesEverythingElse) {
  for (const auto text : {"",
                          "Z",
                          "2026-01-05",
                          "2026-01-05T09:00:00",
                          "2026-01-05 09:00:00Z",
                          "2026-01-05t09:00:00z",
                          "2026-01-05T09:00:00+00:00",
                          "2026-13-05T09:00:00Z",
                          "2026-00-05T09:00:00Z",
                          "2026-01-32T09:00:00Z",
                          "2026-04-31T09:00:00Z",
                          "2026-01-05T24:00:00Z",
                          "2026-01-05T09:60:00Z",
                          "2026-01-05T09:00:60Z",
                          "1969-12-31T23:59:59Z",
                          "10000-01-01T00:00:00Z",
                          "-026-01-05T09:00:00Z",
                          "2026-01-05T09:00:00.Z",
                          "2026-01-05T09:00:00.0000Z",
                          "2026-01-05T09:00:00,5Z",
                          "2026-01-05T09:00:00.+5Z",
                          "+026-01-05T09:00:00Z",
                          " 2026-01-05T09:00:00Z",
                          "2026-01-05T09:00:00Z ",
                          "2026-01-05T09:00:0xZ",
                          "2026-1-05T009:00:00Z"})
    EXPECT_EQ(parse_utc(text), std::nullopt) << text;
}

TEST(DurationText, TakesTheLargestUnitThatDivides) {
  struct Row {
    Duration span;
    std::string_view text;
  };
  for (const auto& [span, text] :
       {Row{0ms, "0s"}, Row{40ms, "40ms"}, Row{5s, "5s"}, Row{5500ms, "5500ms"}, Row{10min, "10min"},
        Row{90min, "90min"}, Row{1h, "1h"}, Row{48h, "2d"}, Row{-5s, "-5s"}, Row{longest, "9223372036854775807ms"},
        Row{shortest, "-9223372036854775808ms"}})
    EXPECT_EQ(duration_text(span), text);
}

TEST(ParseDuration, ReadsWhatDurationTextWrites) {
  for (const Duration span : {Duration{0}, Duration{1}, Duration{-1}, Duration{40}, Duration{5s}, Duration{10min},
                              Duration{1h}, Duration{48h}, Duration{-90min}, Duration{24h * 36500}})
    EXPECT_EQ(parse_duration(duration_text(span)), span) << duration_text(span);
}

TEST(ParseDuration, TakesUpTo36500DaysEitherWay) {
  EXPECT_EQ(parse_duration("36500d"), Duration{24h * 36500});
  EXPECT_EQ(parse_duration("-36500d"), -Duration{24h * 36500});
  EXPECT_EQ(parse_duration("3153600000000ms"), Duration{24h * 36500});
  for (const auto text : {"36501d", "-36501d", "3153600000001ms", "876001h", "9223372036854775807s",
                          "9223372036854775808ms", "99999999999999999999999999d"})
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
}

TEST(ParseDuration, RefusesEverythingElse) {
  for (const auto text : {"", "5", "-", "s", "-s", "5 s", " 5s", "5s ", "+5s", "--5s", "5.5s", "5S", "5sec", "5m", "5w",
                          "0x5s", "1h30min", "٣s"})
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
}

}  // namespace
}  // namespace flowsim::base
