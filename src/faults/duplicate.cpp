// duplicate: it arrives twice.
#include <utility>

#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

class Duplicate final : public Fault {
 public:
  explicit Duplicate(Duration after) : after_(after) {}
  Fate<Message> befalls(Message message, const Occasion&) override { return twice(std::move(message)); }
  Fate<Leg> befalls(Leg leg, const Occasion&) override { return twice(std::move(leg)); }

 private:
  template <class What>
  Fate<What> twice(What what) {
    Fate<What> fate{{what, Duration{0}}};
    fate.push_back({std::move(what), after_});
    return fate;
  }
  Duration after_;
};

}  // namespace

std::unique_ptr<Fault> make_duplicate(const FaultSpec& spec, Knowledge&) {
  return std::make_unique<Duplicate>(parse_duration(spec.arguments.value_or_empty("after")).value_or(Duration{0}));
}

Phrases duplicate_intent(const FaultSpec& spec) {
  const auto after = spec.arguments.value("after");
  return {after ? Phrase{"intents.duplicate_after", {std::string(*after)}} : Phrase{"intents.duplicate"}};
}

}  // namespace flowsim::faults
