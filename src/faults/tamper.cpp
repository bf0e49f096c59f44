// tamper: one of its parameters is set, removed, repeated or moved.
#include <array>
#include <utility>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

class Tamper final : public Fault {
 public:
  explicit Tamper(Parameters arguments) : arguments_(std::move(arguments)) {}
  using Fault::befalls;

  Fate<Message> befalls(Message message, const Occasion&) override {
    const auto name = std::string(arguments_.value_or_empty("parameter"));
    if (const auto value = arguments_.find("value")) message.parameters.set(name, std::string(*value));
    if (arguments_.has("remove")) message.parameters.remove(name);
    if (arguments_.find("repeat")) repeat(message.parameters, name);
    if (const auto place = arguments_.value("move")) move(message.parameters, name, *place);
    return {{std::move(message), {}}};
  }

 private:
  void repeat(Parameters& parameters, const std::string& name) const {
    parameters.add(name, std::string(arguments_.find("repeat").value_or("")));
  }

  static void move(Parameters& parameters, const std::string& name, std::string_view place) {
    for (auto& item : parameters)
      if (item.name == name) item.place = place == "query" ? Place::query : Place::fragment;
  }

  Parameters arguments_;
};

constexpr std::array changes{"value", "remove", "repeat", "move"};

}  // namespace

std::unique_ptr<Fault> make_tamper(const FaultSpec& spec, Knowledge&) {
  return std::make_unique<Tamper>(spec.arguments);
}

std::string tamper_objection(const FaultSpec& spec) {
  int count = 0;
  for (const auto* change : changes) count += spec.arguments.find(change) ? 1 : 0;
  const int at = spec.place.interaction;
  const bool can_move = at == 4 || (at == 5 && spec.arguments.value("move") == "query");
  if (spec.arguments.has("move") && !can_move)
    return "only the answer at 4 travels in an address's query or fragment, and the token at 5 can in the query";
  if (count == 1) return {};
  return count == 0 ? "say what happens to the parameter: one of value, remove, repeat, move"
                    : "only one of value, remove, repeat, move";
}

Phrases tamper_intent(const FaultSpec& spec) {
  const auto& arguments = spec.arguments;
  const auto name = argument(spec, "parameter");
  if (const auto value = arguments.find("value")) return {Phrase{"intents.tamper_value", {name, std::string(*value)}}};
  if (const auto value = arguments.find("repeat"))
    return {Phrase{"intents.tamper_repeat", {name, std::string(*value)}}};
  if (const auto place = arguments.value("move")) return {Phrase{"intents.tamper_move", {name, std::string(*place)}}};
  return {Phrase{"intents.tamper_remove", {name}}};
}

}  // namespace flowsim::faults
