// Searches what was seen from the newest to the oldest.
#include "sim/knowledge.hpp"

#include <algorithm>
#include <utility>

namespace flowsim::sim {

void Knowledge::learn(Message message, Participant browser) {
  Seen seen{std::move(message), browser};
  if (std::ranges::find(seen_, seen) == seen_.end()) seen_.push_back(std::move(seen));
}

const Message* Knowledge::newest(std::string_view kind, Participant browser) const {
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen)
    if (seen->browser == browser && seen->message.kind == kind) return &seen->message;
  return nullptr;
}

std::optional<std::string_view> Knowledge::value(std::string_view name, std::string_view other,
                                                 Participant browser) const {
  std::optional<std::string_view> own;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    const auto value = seen->message.parameters.value(name);
    if (!value || *value == other) continue;
    if (seen->browser != browser) return value;
    if (!own) own = value;
  }
  return own;
}

bool Knowledge::knows(std::string_view value, Participant browser) const {
  return std::ranges::any_of(seen_, [&](const Seen& seen) {
    return seen.browser == browser &&
           std::ranges::any_of(seen.message.parameters, [&](const Parameter& item) { return item.value == value; });
  });
}

}  // namespace flowsim::sim
