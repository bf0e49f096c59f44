// substitute: the attacker puts a value it knows in place of another.
#include <utility>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

class Substitute final : public Fault {
 public:
  Substitute(std::string parameter, std::string with, const Knowledge& knowledge)
      : parameter_(std::move(parameter)), with_(std::move(with)), knowledge_(knowledge) {}
  using Fault::befalls;

  Fate<Message> befalls(Message message, const Occasion& occasion) override {
    const auto now = message.parameters.value_or_empty(parameter_);
    if (const auto known = knowledge_.value(with_, now, occasion.browser))
      message.parameters.set(parameter_, std::string(*known));
    return {{std::move(message)}};
  }

 private:
  std::string parameter_, with_;
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<Fault> make_substitute(const FaultSpec& spec, Knowledge& knowledge) {
  auto parameter = argument(spec, "parameter"), with = argument(spec, "with");
  if (with.empty()) with = parameter;
  return std::make_unique<Substitute>(std::move(parameter), std::move(with), knowledge);
}

Phrases substitute_intent(const FaultSpec& spec) {
  auto with = argument(spec, "with");
  if (with.empty()) return {Phrase{"intents.substitute", {argument(spec, "parameter")}}};
  return {Phrase{"intents.substitute_with", {argument(spec, "parameter"), std::move(with)}}};
}

}  // namespace flowsim::faults
