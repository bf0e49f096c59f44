// Virtual time as text, and text as virtual time.
#include "base/time.hpp"

#include <fmt/core.h>

#include <array>

#include "base/text.hpp"

namespace flowsim::base {
namespace {

using namespace std::chrono;

constexpr std::int64_t longest_days = 36500;

struct Unit {
  std::string_view name;
  std::int64_t milliseconds;
};

constexpr std::array units{Unit{"d", 86'400'000}, Unit{"h", 3'600'000}, Unit{"min", 60'000}, Unit{"s", 1000},
                           Unit{"ms", 1}};

// The span without its sign; also the smallest one has such a value.
std::uint64_t magnitude(Duration duration) {
  const auto value = static_cast<std::uint64_t>(duration.count());
  return duration.count() < 0 ? 0 - value : value;
}

std::string_view sign_of(Duration duration) { return duration.count() < 0 ? "-" : ""; }

// The number that the text is, digits only.
std::optional<std::int64_t> number(std::string_view digits) {
  return digits.starts_with('-') ? std::nullopt : read_number<std::int64_t>(digits);
}

// The number in a fixed field of a date, where each letter of the pattern `YYYY-MM-DDTHH:MM:SS` stands for a digit.
std::optional<int> field(std::string_view text, std::size_t at, std::size_t length, int least, int most) {
  const auto value = number(text.substr(at, length));
  if (!value || *value < least || *value > most) return {};
  return static_cast<int>(*value);
}

// The milliseconds of `.5`, `.50` or `.500`; zero for no fraction.
std::optional<int> fraction(std::string_view text) {
  if (text.empty()) return 0;
  if (text.size() < 2 || text.size() > 4 || text.front() != '.') return {};
  auto value = number(text.substr(1));
  if (!value) return {};
  for (auto digits = text.size() - 1; digits < 3; ++digits) *value *= 10;
  return static_cast<int>(*value);
}

bool has_separators(std::string_view text) {
  return text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':';
}

}  // namespace

std::int64_t unix_seconds(Instant instant) { return floor<seconds>(instant.time_since_epoch()).count(); }

std::string clock_text(Duration since_start) {
  const auto whole = magnitude(since_start);
  const auto hours_part = whole / 3'600'000, minutes_part = whole / 60'000 % 60, seconds_part = whole / 1000 % 60;
  const auto sign = sign_of(since_start);
  if (hours_part == 0) return fmt::format("{}{:02}:{:02}.{:03}", sign, minutes_part, seconds_part, whole % 1000);
  return fmt::format("{}{}:{:02}:{:02}.{:03}", sign, hours_part, minutes_part, seconds_part, whole % 1000);
}

std::string utc_text(Instant instant) {
  constexpr Instant first = sys_days{year{0} / January / 1};
  constexpr Instant after_last = sys_days{year{10000} / January / 1};
  if (instant < first || instant >= after_last) return fmt::format("{}ms", instant.time_since_epoch().count());
  const auto day = floor<days>(instant);
  const year_month_day date{day};
  const hh_mm_ss time{instant - day};
  auto text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int{date.year()}, unsigned{date.month()},
                          unsigned{date.day()}, time.hours().count(), time.minutes().count(), time.seconds().count());
  if (const auto rest = time.subseconds().count(); rest != 0) text += fmt::format(".{:03}", rest);
  return text + "Z";
}

std::optional<Instant> parse_utc(std::string_view text) {
  constexpr std::size_t shortest = std::string_view("2026-01-05T09:00:00Z").size();
  if (text.size() < shortest || text.back() != 'Z' || !has_separators(text)) return {};
  const auto years_field = field(text, 0, 4, 1970, 9999);
  const auto months_field = field(text, 5, 2, 1, 12), days_field = field(text, 8, 2, 1, 31);
  const auto hours_field = field(text, 11, 2, 0, 23), minutes_field = field(text, 14, 2, 0, 59);
  const auto seconds_field = field(text, 17, 2, 0, 59);
  const auto rest = fraction(text.substr(19, text.size() - shortest));
  if (!years_field || !months_field || !days_field || !hours_field || !minutes_field || !seconds_field || !rest)
    return {};
  const year_month_day date{year{*years_field}, month{static_cast<unsigned>(*months_field)},
                            day{static_cast<unsigned>(*days_field)}};
  if (!date.ok()) return {};
  return Instant{sys_days{date}} + hours{*hours_field} + minutes{*minutes_field} + seconds{*seconds_field} +
         milliseconds{*rest};
}

std::string duration_text(Duration duration) {
  const auto whole = magnitude(duration);
  if (whole == 0) return "0s";
  for (const auto& unit : units) {
    const auto size = static_cast<std::uint64_t>(unit.milliseconds);
    if (whole % size == 0) return fmt::format("{}{}{}", sign_of(duration), whole / size, unit.name);
  }
  return {};  // never reached: the last unit divides every span
}

std::optional<Duration> parse_duration(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto amount = number(text.substr(0, digits));
  if (!amount) return {};
  for (const auto& unit : units) {
    if (text.substr(digits) != unit.name) continue;
    if (*amount > longest_days * units.front().milliseconds / unit.milliseconds) return {};
    return Duration{*amount * unit.milliseconds * (negative ? -1 : 1)};
  }
  return {};
}

std::string milliseconds_text(Duration span) { return std::to_string(span.count()); }

std::string milliseconds_text(Instant moment) { return milliseconds_text(moment.time_since_epoch()); }

}  // namespace flowsim::base
