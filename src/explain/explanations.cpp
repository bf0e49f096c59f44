// One function for each table: what its rows say, put behind labels.
#include "explain/explanations.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"
#include "diagram/parameter_meanings.hpp"
#include "diagram/prose.hpp"
#include "explain/threats.hpp"
#include "faults/registry.hpp"
#include "flows/implicit/states.hpp"
#include "oauth/checks.hpp"
#include "oauth/error_codes.hpp"
#include "oauth/interactions.hpp"
#include "oauth/misbehaviour.hpp"
#include "trace/outcome.hpp"
#include "trace/property.hpp"
#include "words/catalogue.hpp"

namespace flowsim::explain {
namespace {

std::string with_clause(std::string_view text, std::string_view clause) {
  return clause.empty() ? std::string(text) : fmt::format("{} ({})", text, clause);
}

std::string in_interaction(int number) {
  const auto row = std::ranges::find(interactions(), number, &Interaction::number);
  return row == interactions().end() ? "the background" : fmt::format("interaction {}, {}", number, row->name);
}

std::string_view consequence(Refusal refusal) {
  switch (refusal) {
    case Refusal::error_page:
      return "okta answers with a page of its own, and the client never hears of it";
    case Refusal::error_redirect:
      return "okta sends the browser back to the client with an error code";
    case Refusal::ask_again:
      return "okta shows the prompt once more";
    case Refusal::discard:
      return "the client throws away the whole response";
    case Refusal::show_error:
      return "the client stops, and shows the error it was sent";
    case Refusal::challenge:
      return "the app refuses the request";
    case Refusal::leave:
      return "the user leaves the page";
  }
  return {};
}

std::string consequence(const Check& check) {
  std::string text(consequence(check.refusal));
  if (check.status != 0) text += fmt::format(", with status {}", check.status);
  if (!check.error.empty()) text += fmt::format("{} {}", check.status != 0 ? " and" : ":", check.error);
  return text;
}

std::vector<Explanation> explain_check(std::string_view word) {
  const auto* check = check_named(word);
  if (check == nullptr) return {};
  const auto said = [&](std::string_view field) { return std::string(sentence_of("checks", word, field)); };
  return {{fmt::format("{}: a check of {} at {}", word, name_of(check->actor), in_interaction(check->interaction)),
           {{"rule", with_clause(sentence_of("checks", check->name, "rule"), check->clause)},
            {"protects", said("protects")},
            {"if it fails", consequence(*check)},
            {"likely cause", said("cause")},
            {"fix", said("fix")},
            {"see what it is for", fmt::format("disabled_checks: [{}] in a scenario switches it off", word)}},
           {}}};
}

std::string described(std::string_view verb, const FaultArgument& argument) {
  constexpr std::array<std::string_view, 8> kinds{"a name",
                                                  "a text",
                                                  "a duration such as 5s",
                                                  "a number",
                                                  "true",
                                                  "",
                                                  "a whole number, also a negative one",
                                                  "a duration such as 10min or -10min"};
  const auto kind = argument.kind == ArgumentKind::choice ? "one of " + join(argument.choices, ", ")
                                                          : std::string(kinds[static_cast<std::size_t>(argument.kind)]);
  return fmt::format("{} ({}{}): {}", argument.name, kind, argument.required ? ", required" : "",
                     sentence_of(fmt::format("faults.{}.arguments.{}", verb, argument.name)));
}

/// The numbers as people list them: `1`, `1 and 4`, `1, 4 and 5`.
std::string listed(const std::vector<int>& numbers) {
  std::string text;
  for (std::size_t at = 0; at < numbers.size(); ++at)
    text += (at == 0 ? "" : at + 1 == numbers.size() ? " and " : ", ") + std::to_string(numbers[at]);
  return text;
}

/// Every verb is open to some interaction.
std::string places_of(const FaultVerb& verb) {
  const auto open = interactions_open_to(verb);
  const auto where = open.size() == interactions().size() ? "any interaction"
                     : open.size() == 1                   ? "interaction " + listed(open)
                                                          : "interactions " + listed(open);
  const int at = std::ranges::find(open, 4) != open.end() ? 4 : open.back();
  std::string text = verb.strikes_messages ? fmt::format("a message of {} (at: {})", where, at)
                                           : fmt::format("a wire leg of {} (at: {}.1)", where, at);
  if (verb.strikes_messages && verb.strikes_legs) text += fmt::format(", or one of its wire legs (at: {}.1)", at);
  return text;
}

std::vector<Explanation> explain_fault(std::string_view word) {
  const auto* verb = fault_verb(word);
  if (verb == nullptr) return {};
  Explanation explanation{fmt::format("{}: a fault ({})", word, verb->group),
                          {{"effect", std::string(sentence_of("faults", word, "effect"))},
                           {"why", std::string(sentence_of("faults", word, "reason"))},
                           {"strikes", places_of(*verb)}},
                          example_of_fault(word)};
  for (const auto& argument : verb->arguments) explanation.parts.emplace_back("argument", described(word, argument));
  return {std::move(explanation)};
}

std::string_view sender(ErrorChannel channel) {
  switch (channel) {
    case ErrorChannel::redirect:
      return "okta sends the client in the redirect";
    case ErrorChannel::page:
      return "okta shows on a page of its own";
    case ErrorChannel::challenge:
      return "the app sends the client in WWW-Authenticate";
    case ErrorChannel::sign_in:
      return "okta shows on the sign-in page";
  }
  return {};
}

bool sends(const Check& check, const ErrorCode& code) {
  using enum Refusal;
  const auto refusal = code.channel == ErrorChannel::redirect    ? error_redirect
                       : code.channel == ErrorChannel::page      ? error_page
                       : code.channel == ErrorChannel::challenge ? challenge
                                                                 : ask_again;
  return check.error == code.name && check.refusal == refusal;
}

std::string checks_that_send(const ErrorCode& code) {
  std::vector<std::string_view> names;
  for (const auto& check : all_checks())
    if (sends(check, code)) names.push_back(check.name);
  return names.empty() ? "none of the checks" : join(names, ", ");
}

Explanation explanation_of_code(const ErrorCode& code) {
  return {fmt::format("{}: an error code that {}, status {}", code.name, sender(code.channel), code.status),
          {{"meaning", with_clause(sentence_about(code, "meaning"), code.clause)},
           {"sent by", checks_that_send(code)},
           {"what to do", std::string(sentence_about(code, "reaction"))}},
          {}};
}

std::vector<Explanation> explain_error(std::string_view word) { return explanations_of_error(word, {}); }

std::vector<Explanation> explain_outcome(std::string_view word) {
  const auto row = std::ranges::find(outcomes(), word, &OutcomeRow::name);
  if (row == outcomes().end()) return {};
  return {{fmt::format("{}: an outcome, the way a run ends", word),
           {{"meaning", std::string(sentence_of("outcomes", word, "meaning"))},
            {"lesson", std::string(sentence_of("outcomes", word, "lesson"))}},
           {}}};
}

std::vector<Explanation> explain_property(std::string_view word) {
  const auto row = std::ranges::find(properties(), word, &PropertyRow::name);
  if (row == properties().end()) return {};
  return {{fmt::format("{}: a property, what must hold of a whole run", word),
           {{"meaning", with_clause(sentence_of("properties", word, "meaning"), row->clause)},
            {"lesson", std::string(sentence_of("properties", word, "lesson"))}},
           {}}};
}

std::vector<Explanation> explain_threat(std::string_view word) {
  const auto* row = threat_named(word);
  if (row == nullptr) return {};
  Explanation explanation{fmt::format("{}: a threat, an attack on this flow", word),
                          {{"attack", std::string(row->attack)},
                           {"interaction", std::string(row->interaction)},
                           {"written in", std::string(row->clause)},
                           {"stopped by", std::string(row->stopped_by)},
                           {"with PKCE", std::string(row->with_pkce)}},
                          {}};
  if (!row->not_modelled.empty()) explanation.parts.emplace_back("no run shows it", std::string(row->not_modelled));
  return {std::move(explanation)};
}

std::vector<Explanation> explain_misbehaviour(std::string_view word) {
  const auto* row = misbehaviour_named(word);
  if (row == nullptr) return {};
  return {{fmt::format("{}: a misbehaviour, a bug of {} at {}", word, name_of(row->actor),
                       in_interaction(row->interaction)),
           {{"meaning", std::string(sentence_of(fmt::format("misbehaviours.{}", row->name)))},
            {"seen in", std::string(row->evidence)},
            {"strikes", "only where the bug makes a difference; scenarios/real-bugs has a run of each"}},
           fmt::format("faults:\n  - at: {}\n    do: misbehave\n    how: {}\n", row->interaction, word)}};
}

std::string ways_into(Participant actor, std::string_view state) {
  std::vector<std::string> ways;
  for (const auto& edge : implicit::edges_of(actor).rows) {
    if (edge.to != state || edge.from == state) continue;
    auto way = fmt::format("from {} on {}", edge.from, edge.event);
    if (std::ranges::find(ways, way) == ways.end()) ways.push_back(std::move(way));
  }
  return ways.empty() ? "at the start" : join(ways, "; ");
}

std::vector<Explanation> explain_state(std::string_view word) {
  std::vector<Explanation> all;
  for (const auto& row : implicit::actor_states())
    if (row.state == word)
      all.push_back({fmt::format("{}: a state of {}", word, name_of(row.actor)),
                     {{"meaning", meaning_of_state(row.actor, word)}, {"reached", ways_into(row.actor, word)}},
                     {}});
  return all;
}

std::vector<Explanation> explain_parameter(std::string_view word) {
  std::vector<Explanation> all;
  for (const auto& row : parameter_meanings())
    if (row.name == word)
      all.push_back({fmt::format("{}: {}", word, row.where), {{"meaning", with_clause(row.meaning, row.clause)}}, {}});
  return all;
}

std::string checks_at(int interaction) {
  std::vector<std::string_view> names;
  for (const auto& check : all_checks())
    if (check.interaction == interaction) names.push_back(check.name);
  return names.empty() ? "none" : join(names, ", ");
}

std::vector<Explanation> explain_interaction(std::string_view word) {
  const auto row = std::ranges::find(interactions(), word, &Interaction::name);
  if (row == interactions().end()) return {};
  return {{fmt::format("{}: interaction {}, from {} to {}", word, row->number, name_of(row->from), name_of(row->to)),
           {{"in the diagram", with_clause(caption_of(*row), row->clause)}, {"checks", checks_at(row->number)}},
           {}}};
}

std::vector<Explanation> explain_message(std::string_view word) {
  const auto* kind = message_kind(word);
  const bool is_interaction = std::ranges::find(interactions(), word, &Interaction::name) != interactions().end();
  if (kind == nullptr || is_interaction) return {};
  return {{fmt::format("{}: a message of {}", word, in_interaction(kind->interaction)),
           {{"in a diagram", std::string(caption_of(*kind))},
            {"meaning", kind->expected ? "belongs to a run in which nothing goes wrong"
                                       : "comes only where something has gone wrong"}},
           {}}};
}

template <auto rows, auto name>
std::vector<std::string_view> words_of() {
  std::vector<std::string_view> words;
  for (const auto& row : rows())
    if (std::ranges::find(words, row.*name) == words.end()) words.push_back(row.*name);
  return words;
}

constexpr std::array tables{
    ExplainedTable{"check", words_of<all_checks, &Check::name>, explain_check},
    ExplainedTable{"fault", words_of<fault_verbs, &FaultVerb::name>, explain_fault},
    ExplainedTable{"error", words_of<error_codes, &ErrorCode::name>, explain_error},
    ExplainedTable{"outcome", words_of<outcomes, &OutcomeRow::name>, explain_outcome},
    ExplainedTable{"property", words_of<properties, &PropertyRow::name>, explain_property},
    ExplainedTable{"threat", words_of<threats, &Threat::name>, explain_threat},
    ExplainedTable{"misbehaviour", words_of<misbehaviours, &Misbehaviour::name>, explain_misbehaviour},
    ExplainedTable{"state", words_of<implicit::actor_states, &implicit::ActorState::state>, explain_state},
    ExplainedTable{"parameter", words_of<parameter_meanings, &ParameterMeaning::name>, explain_parameter},
    ExplainedTable{"interaction", words_of<interactions, &Interaction::name>, explain_interaction},
    ExplainedTable{"message", words_of<message_kinds, &MessageKind::name>, explain_message},
};

}  // namespace

std::span<const ExplainedTable> explained_tables() { return tables; }

std::vector<Explanation> explanations_of(std::string_view word) {
  std::vector<Explanation> all;
  for (const auto& table : tables) std::ranges::move(table.explain(word), std::back_inserter(all));
  return all;
}

std::vector<Explanation> explanations_of_error(std::string_view code, std::optional<ErrorChannel> channel) {
  std::vector<Explanation> all;
  for (const auto& row : error_codes())
    if (row.name == code && (!channel || row.channel == *channel)) all.push_back(explanation_of_code(row));
  return all;
}

}  // namespace flowsim::explain
