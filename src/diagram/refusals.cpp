// The status says more than the kind.
#include "diagram/refusals.hpp"

#include <fmt/core.h>

#include "base/text.hpp"
#include "wire/http.hpp"

namespace flowsim::diagram {

std::string refused_as(const MessageRecord& record) {
  constexpr int first_refusal = 400, last_refusal = 599;
  if (!record.expected) return {};
  const auto& message = record.as_travelled();
  const auto status = read_number<int>(message.parameters.value_or_empty("status")).value_or(0);
  if (status < first_refusal || status > last_refusal) return {};
  const auto reason = reason_phrase(status);
  return reason.empty() ? fmt::format("{}", status) : fmt::format("{} {}", status, reason);
}

}  // namespace flowsim::diagram
