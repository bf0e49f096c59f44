// The status says more than the kind.
#include "diagram/refusals.hpp"

#include <fmt/core.h>

#include <charconv>

#include "wire/http.hpp"

namespace flowsim::diagram {

std::string refused_as(const MessageRecord& record) {
  constexpr int first_refusal = 400, last_refusal = 599;
  if (!record.expected) return {};
  const auto& message = record.as_travelled();
  const auto text = message.parameters.value_or_empty("status");
  int status = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), status);
  const bool whole = problem == std::errc() && end == text.data() + text.size();
  if (!whole || status < first_refusal || status > last_refusal) return {};
  const auto reason = reason_phrase(status);
  return reason.empty() ? fmt::format("{}", status) : fmt::format("{} {}", status, reason);
}

}  // namespace flowsim::diagram
