// inject: the attacker sends something it knows instead.
#include <fmt/core.h>

#include <utility>

#include "base/text.hpp"
#include "faults/arguments.hpp"
#include "faults/verbs.hpp"
#include "oauth/interactions.hpp"

namespace flowsim::faults {
namespace {

constexpr Duration head_start = std::chrono::seconds{1};

class Inject final : public Fault {
 public:
  Inject(const FaultSpec& spec, const Knowledge& knowledge)
      : kind_(argument(spec, "kind")), beside_(spec.arguments.has("beside")), knowledge_(knowledge) {}
  using Fault::befalls;

  Fate<Message> befalls(Message message, const Occasion& occasion) override {
    const auto* known = newest(kind_.empty() ? message.kind : kind_, occasion.browser);
    if (known == nullptr) return {{std::move(message)}};
    Departure<Message> injected{*known};
    injected.from = Participant::attacker;
    Fate<Message> fate{std::move(injected)};
    if (beside_) fate.push_back({std::move(message), head_start});
    return fate;
  }

 private:
  /// What was seen in the other browser's flow comes first: that is what makes it an injection.
  const Message* newest(std::string_view kind, Participant browser) const {
    const auto other = browser == Participant::browser ? Participant::attacker_browser : Participant::browser;
    const auto* known = knowledge_.newest(kind, other);
    return known != nullptr ? known : knowledge_.newest(kind, browser);
  }

  std::string kind_;
  bool beside_;
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<Fault> make_inject(const FaultSpec& spec, Knowledge& knowledge) {
  return std::make_unique<Inject>(spec, knowledge);
}

std::string inject_objection(const FaultSpec& spec) {
  const auto kind = argument(spec, "kind");
  if (auto objection = objection_to_sender(spec); !objection.empty() || kind.empty()) return objection;
  std::vector<std::string_view> names;
  for (const auto& row : message_kinds())
    if (row.interaction == spec.place.interaction) names.push_back(row.name);
  for (const auto name : names)
    if (name == kind) return {};
  return fmt::format("at {} no message \"{}\" can travel: one of {}", spec.place.interaction, visible(kind),
                     join(names, ", "));
}

Phrases inject_intent(const FaultSpec& spec) {
  const bool beside = spec.arguments.has("beside");
  auto kind = argument(spec, "kind");
  if (kind.empty()) return {Phrase{beside ? "intents.inject_beside" : "intents.inject"}};
  return {Phrase{beside ? "intents.inject_kind_beside" : "intents.inject_kind", {std::move(kind)}}};
}

}  // namespace flowsim::faults
