// What records say of themselves.
#include "trace/trace.hpp"

#include <algorithm>

namespace flowsim::trace {

const CheckResult* Verdict::failed() const {
  const auto result = std::ranges::find(results, CheckStatus::failed, &CheckResult::status);
  return result == results.end() ? nullptr : &*result;
}

std::string place_text(const FaultPlace& place) {
  auto text = std::to_string(place.interaction);
  if (place.leg != 0) text += "." + std::to_string(place.leg);
  if (!place.message.empty()) text += " " + place.message;
  if (place.occurrence != 1) text += ", occurrence " + std::to_string(place.occurrence);
  if (place.browser == Participant::attacker_browser) text += ", attacker's browser";
  return text;
}

}  // namespace flowsim::trace
