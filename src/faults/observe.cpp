// observe: the attacker reads along, or finds it later.
#include <utility>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

constexpr Duration usual_attention = std::chrono::minutes{1};

/// `network`, `history` or `server_log`.
std::string where(const FaultSpec& spec) { return std::string(spec.arguments.value("in").value_or("network")); }

class Observe final : public Fault {
 public:
  explicit Observe(const FaultSpec& spec)
      : kind_(spec.arguments.has("premise") ? "premise" : "observation"),
        where_(where(spec)),
        after_(duration_argument(spec, "after", usual_attention)) {}
  using Fault::befalls;

  Fate<Message> befalls(Message message, const Occasion&) override {
    Departure<Message> seen{where_ == "network" ? copy_of(message) : look()};
    seen.to = Participant::attacker;
    if (where_ != "network") {
      seen.from = Participant::attacker;
      seen.after = after_;
    }
    return {{std::move(message)}, std::move(seen)};
  }

 private:
  Message copy_of(const Message& message) const {
    Message copy{kind_, message.parameters};
    copy.parameters.remove("Set-Cookie");  // what is read is the address, not the headers beside it
    copy.parameters.add(":kind", message.kind, Place::header);
    if (kind_ == "premise") copy.parameters.add(":premise", "true", Place::header);
    return copy;
  }

  Message look() const { return {kind_, {{":in", where_, Place::header}}}; }

  std::string kind_, where_;
  Duration after_;
};

}  // namespace

std::unique_ptr<Fault> make_observe(const FaultSpec& spec, Knowledge&) { return std::make_unique<Observe>(spec); }

std::string observe_objection(const FaultSpec& spec) {
  if (where(spec) == "network" && spec.arguments.has("after"))
    return "in the network it is seen as it passes: leave \"after\" out, or say \"in: history\" or \"in: server_log\"";
  if (where(spec) == "server_log" && spec.place.interaction < 4)
    return "no log of such requests is kept here: the client's web host has one (at 4), and the app (at 5)";
  return {};
}

Phrases observe_intent(const FaultSpec& spec) {
  Phrases intent;
  const auto place = where(spec);
  if (place == "network")
    intent.push_back({"intents.observe_network"});
  else
    intent.push_back({place == "history" ? "intents.observe_history" : "intents.observe_log",
                      {milliseconds_text(duration_argument(spec, "after", usual_attention))}});
  if (spec.arguments.has("premise")) intent.push_back({"intents.observe_premise"});
  return intent;
}

}  // namespace flowsim::faults
