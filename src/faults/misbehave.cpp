// misbehave: an actor has a bug that the world has seen.
#include <fmt/core.h>

#include <utility>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"
#include "oauth/misbehaviour.hpp"

namespace flowsim::faults {
namespace {

/// Changes no message by itself: the actor behaves so, and the simulation is told when that made a difference.
class Misbehave final : public Fault {
 public:
  explicit Misbehave(std::string how) : how_(std::move(how)) {}
  std::string_view misbehaviour() const override { return how_; }

 private:
  std::string how_;
};

}  // namespace

std::unique_ptr<Fault> make_misbehave(const FaultSpec& spec, Knowledge&) {
  return std::make_unique<Misbehave>(argument(spec, "how"));
}

std::string misbehave_objection(const FaultSpec& spec) {
  const auto* row = misbehaviour_named(spec.arguments.value_or_empty("how"));
  if (row == nullptr) return {};
  const auto& place = spec.place;
  if (place.interaction != row->interaction)
    return fmt::format("{} is a bug of {} and shows at {}: write \"at: {}\"", row->name, name_of(row->actor),
                       row->interaction, row->interaction);
  if (place.occurrence != 1 || !place.message.empty() || place.browser != Participant::browser)
    return "a bug is there for the whole run, whatever the message: \"at\" and \"how\" are enough";
  return {};
}

Phrases misbehave_intent(const FaultSpec& spec) {
  const auto* row = misbehaviour_named(spec.arguments.value_or_empty("how"));
  if (row == nullptr) return {};
  return {Phrase{"intents.misbehave", {std::string(row->name), std::string(row->evidence)}}};
}

}  // namespace flowsim::faults
