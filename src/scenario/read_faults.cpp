// Reads one item after the other: its place, its verb, then what that verb takes.
#include "scenario/read_faults.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "oauth/interactions.hpp"
#include "scenario/read_value.hpp"
#include "words/catalogue.hpp"

namespace flowsim::scenario {
namespace {

constexpr std::array<std::string_view, 6> keys{"at", "do", "message", "occurrence", "browser", "may_miss"};
constexpr int most_legs = 99;

constexpr TextRule argument_text{TextForm::line, 0, 4096};
constexpr TextRule argument_name{TextForm::line, 1, 200};
constexpr DurationRule argument_shift{-std::chrono::days{1}, std::chrono::days{1}};
constexpr DurationRule argument_duration{Duration{0}, std::chrono::hours{1}};
constexpr IntegerRule argument_count{0, 1'000'000};
constexpr IntegerRule argument_integer{-1'000'000'000, 1'000'000'000};
constexpr IntegerRule occurrence_rule{1, 1000};

const YamlNode* value_of(const YamlNode& item, std::string_view key) {
  const auto found = std::ranges::find(item.keys, key, &YamlKey::text);
  return found == item.keys.end() ? nullptr : &item.items[static_cast<std::size_t>(found - item.keys.begin())];
}

std::vector<std::string_view> browser_owners() { return {"user", "attacker"}; }

std::vector<std::string_view> verb_names() {
  std::vector<std::string_view> names;
  for (const auto& verb : fault_verbs()) names.push_back(verb.name);
  return names;
}

/// The kinds of message of that interaction that can be on their way.
std::vector<std::string_view> kinds_of(int interaction) {
  std::vector<std::string_view> names;
  for (const auto& kind : message_kinds())
    if (kind.interaction == interaction) names.push_back(kind.name);
  return names;
}

/// `4` or `4.2`; nothing for anything else, or beyond the bounds.
std::optional<FaultPlace> parse_place(std::string_view text) {
  if (text.starts_with('0')) return {};
  const auto interaction = take_number<int>(text);
  if (!interaction || *interaction < 1 || *interaction > 6) return {};
  FaultPlace place;
  place.interaction = *interaction;
  if (text.empty()) return place;
  if (!text.starts_with('.') || text.starts_with(".0")) return {};
  const auto leg = read_number<int>(text.substr(1));
  if (!leg || *leg < 1 || *leg > most_legs) return {};
  place.leg = *leg;
  return place;
}

class FaultReader {
 public:
  FaultReader(const YamlNode& item, Problems& problems) : item_(item), problems_(problems) {}

  std::optional<FaultSpec> read() {
    if (item_.kind != NodeKind::mapping) {
      add_wrong_kind(item_, "a fault", "a mapping with \"at\" and \"do\"", problems_);
      return {};
    }
    read_place();
    read_verb();
    if (verb_ == nullptr) return {};
    for (std::size_t i = 0; i < item_.keys.size(); ++i) read_key(item_.keys[i], item_.items[i]);
    require_arguments();
    if (good_) object();
    return good_ ? std::optional(std::move(spec_)) : std::nullopt;
  }

 private:
  void fail(std::size_t offset, std::string message, std::string hint) {
    problems_.add(offset, std::move(message), std::move(hint));
    good_ = false;
  }

  void read_place() {
    const auto* node = value_of(item_, "at");
    if (node == nullptr)
      return fail(item_.offset, "a fault without \"at\"", "say where it strikes: \"at: 4\", or \"at: 4.2\"");
    if (node->kind != NodeKind::scalar || node->style != ScalarStyle::plain)
      return fail(node->offset, fmt::format("\"at\" must be a place, not {}", described(*node)),
                  "write \"at: 4\" or \"at: 4.2\"");
    if (const auto place = parse_place(node->text)) {
      spec_.place = *place;
    } else {
      fail(node->offset, fmt::format("there is no place {}", quoted(node->text)),
           "an interaction from 1 to 6, or one of its wire legs, such as 4.2");
    }
  }

  void read_verb() {
    const auto* node = value_of(item_, "do");
    if (node == nullptr) return fail(item_.offset, "a fault without \"do\"", "say what happens: \"do: drop\"");
    const auto name = read_choice({"fault", verb_names}, *node, "\"do\"", problems_);
    if (!name) {
      good_ = false;
      return;
    }
    spec_.verb = *name;
    verb_ = fault_verb(*name);
  }

  void read_key(const YamlKey& key, const YamlNode& node) {
    if (!is_usable_key(key, problems_)) {
      good_ = false;
    } else if (key.text == "message") {
      read_message(node);
    } else if (key.text == "occurrence") {
      const auto read = read_integer(occurrence_rule, node, "\"occurrence\"", problems_);
      good_ = good_ && read;
      spec_.place.occurrence = static_cast<int>(read.value_or(1));
    } else if (key.text == "browser") {
      read_browser(node);
    } else if (key.text == "may_miss") {
      const auto read = read_boolean(node, "\"may_miss\"", problems_);
      good_ = good_ && read;
      spec_.may_miss = read.value_or(false);
    } else if (key.text != "at" && key.text != "do") {
      read_argument(key, node);
    }
  }

  void read_browser(const YamlNode& node) {
    const auto read = read_choice({"browser", browser_owners}, node, "\"browser\"", problems_);
    good_ = good_ && read;
    if (read == "attacker") spec_.place.browser = Participant::attacker_browser;
  }

  void read_message(const YamlNode& node) {
    const auto read = read_text(argument_text, node, "\"message\"", problems_);
    if (!read) {
      good_ = false;
      return;
    }
    spec_.place.message = *read;
    const auto kinds = kinds_of(spec_.place.interaction);
    if (std::ranges::find(kinds, *read) == kinds.end())
      fail(node.offset, fmt::format("interaction {} has no message {}", spec_.place.interaction, quoted(*read)),
           "one of: " + join(kinds, ", "));
  }

  void read_argument(const YamlKey& key, const YamlNode& node) {
    const auto argument = std::ranges::find(verb_->arguments, key.text, &FaultArgument::name);
    if (argument == verb_->arguments.end()) {
      std::vector<std::string_view> known(keys.begin(), keys.end());
      for (const auto& row : verb_->arguments) known.push_back(row.name);
      return fail(key.offset, fmt::format("unknown key {} for the fault {}", quoted(key.text), quoted(verb_->name)),
                  hint_for_name(key.text, known));
    }
    if (auto value = argument_value(*argument, node))
      spec_.arguments.add(key.text, *std::move(value));
    else
      good_ = false;
  }

  std::optional<std::string> argument_value(const FaultArgument& argument, const YamlNode& node) {
    const auto subject = quoted(argument.name);
    switch (argument.kind) {
      case ArgumentKind::duration:
      case ArgumentKind::shift: {
        const auto& rule = argument.kind == ArgumentKind::duration ? argument_duration : argument_shift;
        const auto read = read_duration(rule, node, subject, problems_);
        return read ? std::optional(duration_text(*read)) : std::nullopt;
      }
      case ArgumentKind::count:
      case ArgumentKind::integer: {
        const auto& rule = argument.kind == ArgumentKind::count ? argument_count : argument_integer;
        const auto read = read_integer(rule, node, subject, problems_);
        return read ? std::optional(std::to_string(*read)) : std::nullopt;
      }
      case ArgumentKind::flag:
        return flag_value(node, subject);
      case ArgumentKind::choice:
        return choice_value(argument, node, subject);
      case ArgumentKind::name:
        return read_text(argument_name, node, subject, problems_);
      default:
        return read_text(argument_text, node, subject, problems_);
    }
  }

  std::optional<std::string> flag_value(const YamlNode& node, const std::string& subject) {
    const auto read = read_boolean(node, subject, problems_);
    if (read && !*read) fail(node.offset, fmt::format("{} can only be true", subject), "leave the key out instead");
    return read && *read ? std::optional(std::string("true")) : std::nullopt;
  }

  std::optional<std::string> choice_value(const FaultArgument& argument, const YamlNode& node,
                                          const std::string& subject) {
    auto read = read_text(node, subject, problems_);
    if (read && std::ranges::find(argument.choices, *read) == argument.choices.end()) {
      fail(node.offset, fmt::format("{} is not {}", subject, quoted(*read)), "one of: " + join(argument.choices, ", "));
      read.reset();
    }
    return read;
  }

  void require_arguments() {
    for (const auto& argument : verb_->arguments)
      if (argument.required && value_of(item_, argument.name) == nullptr)
        fail(item_.offset, fmt::format("the fault {} needs {}", quoted(verb_->name), quoted(argument.name)),
             fmt::format("add \"{}: …\": {}", argument.name,
                         sentence_of(fmt::format("faults.{}.arguments.{}", verb_->name, argument.name))));
  }

  void object() {
    const bool on_leg = spec_.place.leg != 0;
    if (on_leg ? !verb_->strikes_legs : !verb_->strikes_messages)
      return fail(
          item_.offset,
          fmt::format("the fault {} cannot strike {}", quoted(verb_->name), on_leg ? "a wire leg" : "a message"),
          on_leg ? fmt::format("it strikes a message as a whole: write \"at: {}\"", spec_.place.interaction)
                 : fmt::format("name a wire leg: \"at: {}.1\"", spec_.place.interaction));
    if (auto objection = verb_->objection(spec_); !objection.empty()) fail(item_.offset, std::move(objection), {});
  }

  const YamlNode& item_;
  Problems& problems_;
  FaultSpec spec_;
  const FaultVerb* verb_ = nullptr;
  bool good_ = true;
};

}  // namespace

std::vector<FaultSpec> read_faults(const YamlNode& list, Problems& problems) {
  std::vector<FaultSpec> faults;
  if (list.kind != NodeKind::sequence) {
    add_wrong_kind(list, "\"faults\"", "a list of faults", problems);
    return faults;
  }
  if (list.items.size() > most_faults) {
    problems.add(list.offset, fmt::format("more than {} faults", most_faults), "a scenario is a short story");
    return faults;
  }
  for (const auto& item : list.items)
    if (auto fault = FaultReader(item, problems).read()) faults.push_back(*std::move(fault));
  return faults;
}

std::span<const std::string_view> fault_keys() { return keys; }

}  // namespace flowsim::scenario
