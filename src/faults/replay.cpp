// replay: the attacker sends it again.
#include <utility>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

constexpr Duration usual_pause = std::chrono::seconds{1};

class Replay final : public Fault {
 public:
  Replay(Duration after, Knowledge& knowledge) : after_(after), knowledge_(knowledge) {}
  using Fault::befalls;

  Fate<Message> befalls(Message message, const Occasion& occasion) override {
    knowledge_.learn(message, occasion.browser);
    Departure<Message> again{message, after_};
    again.what.parameters.remove("Set-Cookie");  // what is read is the address, not the headers beside it
    Departure<Message> seen{{"observation", again.what.parameters}};
    seen.what.parameters.add(":kind", message.kind, Place::header);
    seen.to = Participant::attacker;
    again.from = Participant::attacker;
    return {{std::move(message)}, std::move(seen), std::move(again)};
  }

 private:
  Duration after_;
  Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<Fault> make_replay(const FaultSpec& spec, Knowledge& knowledge) {
  return std::make_unique<Replay>(duration_argument(spec, "after", usual_pause), knowledge);
}

std::string replay_objection(const FaultSpec& spec) { return objection_to_sender(spec); }

Phrases replay_intent(const FaultSpec& spec) {
  return {Phrase{"intents.replay", {milliseconds_text(duration_argument(spec, "after", usual_pause))}}};
}

}  // namespace flowsim::faults
