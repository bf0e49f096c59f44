// delay: it arrives later.
#include <utility>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

class Delay final : public Fault {
 public:
  explicit Delay(Duration by) : by_(by) {}
  Fate<Message> befalls(Message message, const Occasion&) override { return {{std::move(message), by_}}; }
  Fate<Leg> befalls(Leg leg, const Occasion&) override { return {{std::move(leg), by_}}; }

 private:
  Duration by_;
};

}  // namespace

std::unique_ptr<Fault> make_delay(const FaultSpec& spec, Knowledge&) {
  return std::make_unique<Delay>(parse_duration(spec.arguments.value_or_empty("by")).value_or(Duration{0}));
}

Phrases delay_intent(const FaultSpec& spec) { return {Phrase{"intents.delay", {argument(spec, "by")}}}; }

}  // namespace flowsim::faults
