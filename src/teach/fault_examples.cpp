// A verb's example has what the verb requires, and at most one thing more where the verb objects to so little.
#include "teach/fault_examples.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "oauth/misbehaviour.hpp"
#include "scenario/fault_text.hpp"
#include "teach/typed_fault.hpp"

namespace flowsim::teach {
namespace {

class Examples {
 public:
  Examples(const Trace& trace, const Stop& stop) : trace_(trace), stop_(stop) {}

  std::vector<FaultExample> of_all_verbs() const {
    std::vector<FaultExample> examples;
    for (const auto& verb : fault_verbs())
      if (const auto spec = example_of(verb)) examples.push_back({&verb, typed(*spec)});
    return examples;
  }

 private:
  const Parameters& parameters() const { return trace_.message(stop_.message).envelope.message.parameters; }

  /// A name of the message's own, the one of the argument's example if the message has it.
  std::optional<std::string> parameter_name(const FaultArgument& argument) const {
    for (const auto name : {argument.example, std::string_view("state")})
      if (parameters().has(name)) return std::string(name);
    if (parameters().empty() || !argument.example.empty()) return {};
    return parameters().begin()->name;
  }

  std::optional<std::string> choice(const FaultArgument& argument) const {
    const int interaction = trace_.message(stop_.message).envelope.interaction;
    for (const auto name : argument.choices) {
      const auto* bug = misbehaviour_named(name);
      if (bug != nullptr ? bug->interaction != interaction : argument.name == "token" && !parameters().has(name))
        continue;
      return std::string(name);
    }
    return {};
  }

  /// A value that fits the message, if one does.
  std::optional<std::string> value(const FaultArgument& argument) const {
    if (argument.name == "parameter") return parameter_name(argument);
    switch (argument.kind) {
      case ArgumentKind::choice:
        return choice(argument);
      case ArgumentKind::duration:
        return "5s";
      case ArgumentKind::shift:
        return "10min";
      case ArgumentKind::count:
      case ArgumentKind::integer:
        return argument.example.empty() ? "10" : std::string(argument.example);
      case ArgumentKind::flag:
        return "true";
      case ArgumentKind::name:
      case ArgumentKind::text:
        break;
    }
    return argument.example.empty() ? "other" : std::string(argument.example);
  }

  std::optional<FaultSpec> example_of(const FaultVerb& verb) const {
    const auto place = place_of_stop(trace_, stop_, &verb);
    if (!place) return {};
    FaultSpec spec{*place, std::string(verb.name), {}, false};
    for (const auto& argument : verb.arguments) {
      if (!argument.required) continue;
      auto fitting = value(argument);
      if (!fitting) return {};
      spec.arguments.add(std::string(argument.name), *std::move(fitting));
    }
    if (const auto* bug = misbehaviour_named(spec.arguments.value_or_empty("how")); bug != nullptr)
      spec.place = {bug->interaction, 0, {}, 1, Participant::browser};
    if (verb.objection(spec).empty()) return spec;
    for (const auto& argument : verb.arguments) {
      if (argument.required) continue;
      auto more = spec;
      if (auto fitting = value(argument)) more.arguments.add(std::string(argument.name), *std::move(fitting));
      if (verb.objection(more).empty()) return more;
    }
    return {};
  }

  static std::string typed(const FaultSpec& spec) {
    const auto& arguments = spec.arguments;
    if (arguments.size() == 2 && arguments.has("parameter") && arguments.has("value"))
      return spec.verb + " " + std::string(arguments.value_or_empty("parameter")) + "=" +
             yaml_text(arguments.value_or_empty("value"));
    auto line = spec.verb;
    for (const auto& [name, text, place] : arguments) line += " " + (text == "true" ? name : name + "=" + text);
    return line;
  }

  const Trace& trace_;
  const Stop& stop_;
};

}  // namespace

std::vector<FaultExample> fault_examples(const Trace& trace, const Stop& stop) {
  if (stop.message == 0 || trace.message(stop.message).envelope.interaction == 0) return {};
  return Examples(trace, stop).of_all_verbs();
}

}  // namespace flowsim::teach
