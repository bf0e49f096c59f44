// The words come from the tables that the simulator itself runs by; a path of keys says from which.
#include "teach/practise_words.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "faults/registry.hpp"
#include "flows/implicit/states.hpp"
#include "oauth/checks.hpp"
#include "oauth/error_codes.hpp"
#include "oauth/interactions.hpp"
#include "oauth/misbehaviour.hpp"
#include "trace/outcome.hpp"
#include "trace/property.hpp"
#include "words/catalogue.hpp"

namespace flowsim::teach {
namespace {

using Words = std::vector<AnswerWord>;

std::string text(std::string_view view) { return std::string(view); }

/// Who decides that a run ends so, and how an error code travels then.
struct Ending {
  OutcomeKind outcome;
  Participant actor;
  std::optional<ErrorChannel> channel;
};

constexpr Ending endings[] = {
    {OutcomeKind::error_page, Participant::okta, ErrorChannel::page},
    {OutcomeKind::authorization_error, Participant::okta, ErrorChannel::redirect},
    {OutcomeKind::sign_in_failed, Participant::okta, ErrorChannel::sign_in},
    {OutcomeKind::response_rejected, Participant::client, {}},
    {OutcomeKind::resource_refused, Participant::app, ErrorChannel::challenge},
    {OutcomeKind::abandoned, Participant::user, {}},
};

/// Null where anybody may decide it.
const Ending* ending_of(std::optional<OutcomeKind> outcome) {
  if (!outcome) return nullptr;
  const auto* const found = std::ranges::find(endings, *outcome, &Ending::outcome);
  return found == std::ranges::end(endings) ? nullptr : found;
}

Words checks_of(const Ending* ending) {
  Words words;
  for (const auto& check : all_checks())
    words.push_back({text(check.name),
                     text(sentence_of("checks", check.name, "rule")),
                     fmt::format("{}, at interaction {}", name_of(check.actor), check.interaction),
                     {},
                     ending == nullptr || check.actor == ending->actor});
  return words;
}

Words all_outcomes(const Scenario&, std::string_view) {
  Words words;
  for (const auto& row : outcomes())
    words.push_back({text(row.name), text(sentence_of("outcomes", row.name, "meaning"))});
  return words;
}

Words deciding_checks(const Scenario& scenario, std::string_view) {
  return checks_of(ending_of(scenario.expect.outcome));
}

Words every_check(const Scenario&, std::string_view) { return checks_of(nullptr); }

Words all_properties(const Scenario&, std::string_view) {
  Words words;
  for (const auto& row : properties())
    words.push_back({text(row.name), text(sentence_of("properties", row.name, "meaning"))});
  return words;
}

Words all_errors(const Scenario& scenario, std::string_view) {
  const auto* ending = ending_of(scenario.expect.outcome);
  Words words;
  for (const auto& row : error_codes())
    words.push_back({text(row.name),
                     text(sentence_about(row, "meaning")),
                     fmt::format("{}, status {}", name_of(row.channel), row.status),
                     {},
                     ending == nullptr || !ending->channel || row.channel == *ending->channel});
  std::ranges::stable_sort(words, {}, &AnswerWord::group);
  return words;
}

Words all_interactions(const Scenario&, std::string_view) {
  Words words{{"0", "None of them"}};
  for (const auto& row : interactions()) words.push_back({std::to_string(row.number), text(caption_of(row))});
  return words;
}

Words states_of(const Scenario&, std::string_view actor) {
  Words words;
  for (const auto& row : implicit::actor_states())
    if (name_of(row.actor) == actor) words.push_back({text(row.state), meaning_of_state(row.actor, row.state)});
  return words;
}

Words all_verbs() {
  Words words;
  for (const auto& verb : fault_verbs())
    words.push_back({text(verb.name), text(sentence_of("faults", verb.name, "effect"))});
  return words;
}

Words all_misbehaviours() {
  Words words;
  for (const auto& row : misbehaviours())
    words.push_back({text(row.name), text(sentence_of(fmt::format("misbehaviours.{}", row.name))),
                     fmt::format("{}, at interaction {}", name_of(row.actor), row.interaction)});
  return words;
}

Words messages_of(int interaction) {
  Words words;
  for (const auto& kind : message_kinds())
    if (kind.interaction == interaction)
      words.push_back(
          {text(kind.name), fmt::format("{} in traces and pictures", caption_of(kind)), {}, text(caption_of(kind))});
  return words;
}

/// `rest` is `2.message`: a key of the second fault.
Words words_of_fault(const Scenario& scenario, std::string_view rest) {
  auto key = rest;
  const auto number = take_number<std::size_t>(key).value_or(0);
  if (number < 1 || number > scenario.faults.size()) return {};
  if (key == ".do") return all_verbs();
  if (key == ".how") return all_misbehaviours();
  if (key == ".message") return messages_of(scenario.faults[number - 1].place.interaction);
  return {};
}

/// Which table the value at a path comes from. A path that ends with a dot stands for all that begin so; the rest of
/// such a path is handed to `words`.
struct Table {
  std::string_view path;
  Words (*words)(const Scenario& scenario, std::string_view rest);
};

constexpr Table tables[] = {
    {"expect.outcome", all_outcomes},
    {"expect.check", deciding_checks},
    {"expect.property", all_properties},
    {"expect.error", all_errors},
    {"expect.last_interaction", all_interactions},
    {"expect.states.", states_of},
    {"disabled_checks.", every_check},
    {"faults.", words_of_fault},
};

}  // namespace

Words answer_words(std::string_view path, const Scenario& scenario, std::string_view value) {
  const auto* const table = std::ranges::find_if(tables, [path](const Table& row) {
    return row.path.ends_with('.') ? path.starts_with(row.path) : path == row.path;
  });
  if (table == std::ranges::end(tables)) return {};
  auto words = table->words(scenario, path.substr(std::min(path.size(), table->path.size())));
  if (const auto* word = word_spelt(value, words); word != nullptr)
    words[static_cast<std::size_t>(word - words.data())].in_question = true;
  else if (!words.empty())
    words.push_back({text(value), "No word of the table"});
  return words;
}

const AnswerWord* word_spelt(std::string_view typed, const Words& words) {
  const AnswerWord* found = nullptr;
  for (const auto& word : words)
    if (word.word == typed && (found == nullptr || (word.in_question && !found->in_question))) found = &word;
  return found;
}

const AnswerWord* word_meant(std::string_view typed, const Words& words) {
  std::vector<std::string> spellings;
  for (const auto& word : words) {
    spellings.push_back(lower_case(word.word));
    spellings.push_back(lower_case(word.called));
  }
  const std::vector<std::string_view> names(spellings.begin(), spellings.end());
  const auto near = nearest_name(lower_case(typed), names);
  if (!near || near->empty()) return nullptr;
  return &words[static_cast<std::size_t>(std::ranges::find(names, *near) - names.begin()) / 2];
}

std::vector<std::string> lines_of(const Words& words, std::size_t width) {
  constexpr std::size_t narrowest = 30;
  std::size_t longest = 0;
  for (const auto& word : words)
    if (word.in_question) longest = std::max(longest, display_width(word.word));
  const auto indent = longest + 4;
  std::vector<std::string> lines;
  std::string_view group;
  for (const auto& word : words) {
    if (!word.in_question) continue;
    if (word.group != group) lines.push_back(word.group + ":");
    group = word.group;
    auto lead = "  " + word.word + std::string(indent - 2 - display_width(word.word), ' ');
    for (const auto& line : wrapped(word.meaning, std::max(narrowest, width - std::min(width, indent)))) {
      lines.push_back(lead + line);
      lead = std::string(indent, ' ');
    }
  }
  return lines;
}

}  // namespace flowsim::teach
