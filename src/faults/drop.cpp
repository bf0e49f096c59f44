// drop: it never arrives.
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

class Drop final : public Fault {
 public:
  Fate<Message> befalls(Message, const Occasion&) override { return {}; }
  Fate<Leg> befalls(Leg, const Occasion&) override { return {}; }
};

}  // namespace

std::unique_ptr<Fault> make_drop(const FaultSpec&, Knowledge&) { return std::make_unique<Drop>(); }

Phrases drop_intent(const FaultSpec&) { return {Phrase{"intents.drop"}}; }

}  // namespace flowsim::faults
