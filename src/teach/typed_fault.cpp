// What was typed becomes a mapping in YAML, which is completed with its place and read as a scenario's faults are.
#include "teach/typed_fault.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "oauth/misbehaviour.hpp"
#include "scenario/fault_text.hpp"
#include "scenario/problems.hpp"
#include "scenario/read_faults.hpp"
#include "scenario/yaml_tree.hpp"

namespace flowsim::teach {
namespace {

constexpr std::string_view blanks = " \t";

/// The words between blanks; blanks between quotes do not end a word.
std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  char quote = 0;
  bool inside = false;
  for (const char character : typed) {
    const bool ends = quote == 0 && blanks.find(character) != std::string_view::npos;
    if (!ends && !inside) words.emplace_back();
    inside = !ends;
    if (ends) continue;
    words.back() += character;
    if (quote != 0)
      quote = character == quote ? '\0' : quote;
    else if (character == '"' || character == '\'')
      quote = character;
  }
  return words;
}

/// Texts are quoted where they are not yet; numbers, durations and flags stay as they are.
std::string value_text(const FaultArgument* argument, const std::string& value) {
  using enum ArgumentKind;
  if (value.starts_with('"') || value.starts_with('\'')) return value;
  const bool is_text =
      argument != nullptr && (argument->kind == text || argument->kind == name || argument->kind == choice);
  return is_text ? yaml_text(value) : value;
}

const FaultArgument* argument_named(const FaultVerb* verb, std::string_view name) {
  if (verb == nullptr) return nullptr;
  const auto row = std::ranges::find(verb->arguments, name, &FaultArgument::name);
  return row == verb->arguments.end() ? nullptr : &*row;
}

/// `tamper state=x` means `parameter: state, value: x`, where neither of the two is said.
bool names_a_parameter(const FaultVerb* verb, const std::string& key, const std::vector<std::string>& words) {
  const auto is_said = [&words](std::string_view name) {
    return std::ranges::any_of(words,
                               [&](const std::string& word) { return word.starts_with(fmt::format("{}=", name)); });
  };
  const auto keys = fault_keys();
  return argument_named(verb, "parameter") != nullptr && argument_named(verb, "value") != nullptr &&
         argument_named(verb, key) == nullptr && std::ranges::find(keys, key) == keys.end() && !is_said("parameter") &&
         !is_said("value");
}

/// The typed words as a mapping in braces.
std::string mapping_of(std::string_view typed) {
  if (typed.starts_with('{')) return std::string(typed);
  auto words = words_of(typed);
  if (words.empty()) return "{}";
  const auto* verb = fault_verb(words.front());
  auto mapping = "{do: " + yaml_text(words.front());
  words.erase(words.begin());
  for (const auto& word : words) {
    const auto equals = word.find('=');
    const auto key = word.substr(0, equals);
    if (equals == std::string::npos)
      mapping += fmt::format(", {}: true", yaml_text(key));
    else if (names_a_parameter(verb, key, words))
      mapping += fmt::format(", parameter: {}, value: {}", yaml_text(key),
                             value_text(argument_named(verb, "value"), word.substr(equals + 1)));
    else
      mapping +=
          fmt::format(", {}: {}", yaml_text(key), value_text(argument_named(verb, key), word.substr(equals + 1)));
  }
  return mapping + "}";
}

std::string value_of(const YamlNode& mapping, std::string_view key) {
  for (std::size_t at = 0; at < mapping.keys.size(); ++at)
    if (mapping.keys[at].text == key) return mapping.items[at].text;
  return {};
}

bool has_key(const YamlNode& mapping, std::string_view key) {
  return std::ranges::find(mapping.keys, key, &YamlKey::text) != mapping.keys.end();
}

/// Whether the fault itself says which of the messages of an interaction it strikes.
bool says_which(const YamlNode& fault) {
  return has_key(fault, "message") || has_key(fault, "occurrence") || has_key(fault, "browser");
}

/// The one fault of the list as a node; nothing, with the reason, where the text holds no such thing.
std::variant<YamlNode, NoFault> read_list(const std::string& text) {
  Problems problems(text);
  const auto list = read_yaml_tree(problems);
  if (!problems.empty() || !list) {
    Diagnostics diagnostics;
    problems.report("fault", diagnostics);
    return NoFault{render(diagnostics, text)};
  }
  if (list->kind != NodeKind::sequence || list->items.size() != 1 || list->items.front().kind != NodeKind::mapping)
    return NoFault{
        "that is not one fault\n  hint: fault drop, fault tamper state=other, or fault {do: delay, by: 5s}\n"};
  return *list;
}

std::string text_of(const FaultPlace& place) {
  auto text = fmt::format("at: {}", place.interaction);
  if (place.leg != 0) text += fmt::format(".{}", place.leg);
  if (!place.message.empty()) text += fmt::format(", message: {}", place.message);
  if (place.occurrence != 1) text += fmt::format(", occurrence: {}", place.occurrence);
  if (place.browser == Participant::attacker_browser) text += ", browser: attacker";
  return text;
}

}  // namespace

FaultPlace place_of_message(const Trace& trace, int message) {
  const auto& record = trace.message(message);
  FaultPlace place{record.envelope.interaction, 0, {}, 0, record.browser};
  int of_interaction = 0, of_kind = 0;
  for (const auto& other : trace.messages) {
    if (other.id > message) break;
    if (other.envelope.interaction != place.interaction || other.browser != place.browser) continue;
    ++of_interaction;
    of_kind += other.envelope.message.kind == record.envelope.message.kind ? 1 : 0;
  }
  if (of_interaction > 1) place.message = record.envelope.message.kind;
  place.occurrence = of_kind;
  return place;
}

std::optional<FaultPlace> place_of_stop(const Trace& trace, const Stop& stop, const FaultVerb* verb) {
  if (stop.message == 0 || trace.message(stop.message).envelope.interaction == 0) return {};
  auto place = place_of_message(trace, stop.message);
  if (stop.leg == 0 || (verb != nullptr && !verb->strikes_legs)) return place;
  return FaultPlace{place.interaction, trace.legs[static_cast<std::size_t>(stop.leg - 1)].number, {}, 1, place.browser};
}

std::variant<TypedFault, NoFault> read_typed_fault(std::string_view typed, const Trace& trace, const Stop& stop) {
  auto mapping = mapping_of(trimmed(typed));
  auto list = read_list("- " + mapping);
  if (auto* problem = std::get_if<NoFault>(&list)) return std::move(*problem);
  const auto& typed_fault = std::get<YamlNode>(list).items.front();
  bool is_here = false;
  if (!has_key(typed_fault, "at")) {
    const auto* bug = misbehaviour_named(value_of(typed_fault, "how"));
    const auto verb = value_of(typed_fault, "do");
    auto place = bug != nullptr ? FaultPlace{bug->interaction, 0, {}, 1, Participant::browser}
                                : place_of_stop(trace, stop, fault_verb(verb));
    is_here = bug == nullptr && !says_which(typed_fault);
    // What is no verb strikes nowhere; that is said first.
    if (!place && !verb.empty() && fault_verb(verb) == nullptr) place = FaultPlace{};
    if (!place)
      return NoFault{
          "no message of the six interactions is on its way at this stop\n"
          "  hint: go to one, or say where: at=4\n"};
    if (says_which(typed_fault)) place = FaultPlace{place->interaction, 0, {}, 1, Participant::browser};
    const auto open = mapping.find('{') + 1;
    const bool is_empty = typed_fault.keys.empty();
    mapping = "{" + text_of(*place) + (is_empty ? "" : ", ") + mapping.substr(open);
  }
  const auto text = "- " + mapping;
  Problems problems(text);
  std::vector<FaultSpec> faults;
  if (const auto complete = read_yaml_tree(problems)) faults = read_faults(*complete, problems);
  if (faults.size() == 1 && problems.empty()) return TypedFault{std::move(faults.front()), is_here};
  Diagnostics diagnostics;
  problems.report("fault", diagnostics);
  return NoFault{render(diagnostics, text)};
}

}  // namespace flowsim::teach
