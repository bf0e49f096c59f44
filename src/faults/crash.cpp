// crash: an actor loses its memory.
#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

class Crash final : public Fault {
 public:
  explicit Crash(Participant actor) : actor_(actor) {}
  std::optional<Participant> crashes() const override { return actor_; }

 private:
  Participant actor_;
};

}  // namespace

std::unique_ptr<Fault> make_crash(const FaultSpec& spec, Knowledge&) {
  return std::make_unique<Crash>(participant_named(argument(spec, "actor")).value_or(Participant::client));
}

Phrases crash_intent(const FaultSpec& spec) { return {Phrase{"intents.crash", {argument(spec, "actor")}}}; }

}  // namespace flowsim::faults
