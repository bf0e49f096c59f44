// How the checks show points in virtual time.
#include "oauth/checks/moments.hpp"

#include <chrono>

namespace flowsim::oauth {
namespace {

constexpr std::int64_t end_of_year_9999 = 253'402'300'799;

std::string whole_units(std::int64_t seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  if (seconds < 3600) return std::to_string(seconds / 60) + " min";
  if (seconds < 86400) return std::to_string(seconds / 3600) + " h";
  return std::to_string(seconds / 86400) + " d";
}

}  // namespace

std::string relative_text(Duration from_now) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(from_now).count();
  if (seconds == 0) return "now";
  return seconds > 0 ? "in " + whole_units(seconds) : whole_units(-seconds) + " ago";
}

std::string claim_moment_text(std::string_view claim, std::int64_t seconds, Instant now) {
  auto text = std::string(claim) + " ";
  if (seconds < 0 || seconds > end_of_year_9999) return text + std::to_string(seconds);
  const Instant moment{std::chrono::seconds{seconds}};
  return text + utc_text(moment) + ", " + relative_text(moment - now);
}

}  // namespace flowsim::oauth
