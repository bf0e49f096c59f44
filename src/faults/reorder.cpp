// reorder: it arrives after the next one.
#include <utility>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

constexpr Duration usual_lead = std::chrono::seconds{10};

class Reorder final : public Fault {
 public:
  explicit Reorder(Duration within) : within_(within) {}
  Fate<Message> befalls(Message message, const Occasion&) override { return {{std::move(message), within_, true}}; }
  Fate<Leg> befalls(Leg leg, const Occasion&) override { return {{std::move(leg), within_, true}}; }

 private:
  Duration within_;
};

}  // namespace

std::unique_ptr<Fault> make_reorder(const FaultSpec& spec, Knowledge&) {
  return std::make_unique<Reorder>(duration_argument(spec, "within", usual_lead));
}

Phrases reorder_intent(const FaultSpec& spec) {
  return {Phrase{"intents.reorder", {milliseconds_text(duration_argument(spec, "within", usual_lead))}}};
}

}  // namespace flowsim::faults
