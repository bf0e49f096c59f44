// Each command that takes names knows where they come from.
#include "teach/choices.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "oauth/checks.hpp"
#include "oauth/misbehaviour.hpp"
#include "teach/fault_examples.hpp"
#include "trace/verdict.hpp"
#include "words/catalogue.hpp"

namespace flowsim::teach {
namespace {

constexpr std::size_t widest_word = 34;

using Words = std::vector<Choice>;

void add_once(Words& words, Choice choice) {
  if (std::ranges::find(words, choice.word, &Choice::word) == words.end()) words.push_back(std::move(choice));
}

Choices commands(const Session&, std::string_view) {
  Choices choices{"commands", 0, {}};
  for (const auto& command : session_commands())
    choices.words.push_back({std::string(command.name), std::string(command.description)});
  return choices;
}

Choices verbs(const Session& session) {
  Choices choices{"faults that can strike here", 0, {}};
  for (const auto& [verb, typed] : fault_examples(session.walk().trace(), session.walk().stop()))
    choices.words.push_back(
        {std::string(verb->name), fmt::format("{}: {}", typed, sentence_of("faults", verb->name, "effect"))});
  if (choices.words.empty())
    choices.heading =
        "no message of the six interactions is on its way at this stop: go to one, or say where: drop at=4";
  return choices;
}

/// Bugs of the stop's interaction come first, because a bug strikes where it shows.
Words values_of(const Session& session, const FaultArgument& argument) {
  const auto& stop = session.walk().stop();
  const int here = stop.message == 0 ? 0 : session.walk().trace().message(stop.message).envelope.interaction;
  Words words;
  for (const auto name : argument.choices) {
    const auto* bug = misbehaviour_named(name);
    words.push_back({fmt::format("{}={}", argument.name, name),
                     bug == nullptr ? ""
                                    : fmt::format("at {}: {}", bug->interaction,
                                                  sentence_of(fmt::format("misbehaviours.{}", bug->name)))});
  }
  const auto place = fmt::format("at {}:", here);
  std::stable_partition(words.begin(), words.end(),
                        [&](const Choice& choice) { return choice.remark.starts_with(place); });
  return words;
}

/// The arguments of a verb; for one that sets parameters also those of the message.
Choices arguments(const Session& session, const FaultVerb& verb, std::string_view word) {
  Choices choices{fmt::format("what {} takes", verb.name), 0, {}};
  const auto takes = [&verb](std::string_view name) {
    return std::ranges::find(verb.arguments, name, &FaultArgument::name) != verb.arguments.end();
  };
  const auto& stop = session.walk().stop();
  if (takes("parameter") && takes("value") && stop.message != 0)
    for (const auto& parameter : session.walk().trace().message(stop.message).envelope.message.parameters)
      add_once(choices.words, {parameter.name + "=", "set this parameter of the message"});
  for (const auto& argument : verb.arguments) {
    if (!argument.choices.empty() && word.starts_with(fmt::format("{}=", argument.name))) {
      choices.words = values_of(session, argument);
      return choices;
    }
    const bool is_flag = argument.kind == ArgumentKind::flag;
    add_once(choices.words,
             {std::string(argument.name) + (is_flag ? "" : "="),
              std::string(sentence_of(fmt::format("faults.{}.arguments.{}", verb.name, argument.name)))});
  }
  if (choices.words.empty()) choices.heading = fmt::format("{} takes nothing more", verb.name);
  return choices;
}

Choices faults(const Session& session, std::string_view typed) {
  const auto word_end = typed.find(' ');
  if (word_end == std::string_view::npos) return verbs(session);
  const auto* verb = fault_verb(typed.substr(0, word_end));
  return verb == nullptr ? Choices{"a verb comes first", 0, {}}
                         : arguments(session, *verb, typed.substr(typed.rfind(' ') + 1));
}

Choices checks_made(const Session& session, std::string_view) {
  const auto& walk = session.walk();
  Choices here{"checks made at this stop", 0, {}}, anywhere{"no check is made at this stop; in the whole run:", 0, {}};
  for (const auto& record : walk.trace().verdicts)
    for (const auto& result : record.verdict.results) {
      if (result.status == CheckStatus::switched_off) continue;
      const Choice choice{std::string(result.check), std::string(clause_of(result.check))};
      add_once(anywhere.words, choice);
      if (record.moment.order >= walk.stop().first && record.moment.order <= walk.stop().last)
        add_once(here.words, choice);
    }
  return here.words.empty() ? anywhere : here;
}

Choices checks_off(const Session& session, std::string_view) {
  Choices choices{"checks switched off", 0, {}};
  for (const auto& check : session.walk().scenario().disabled_checks) choices.words.push_back({check, ""});
  if (choices.words.empty()) choices.heading = "no check is switched off";
  return choices;
}

/// Where the words behind a command come from.
struct SourceRow {
  std::string_view command;
  Choices (*choices)(const Session& session, std::string_view typed);
};

constexpr std::array sources{SourceRow{"fault", faults}, SourceRow{"f", faults}, SourceRow{"off", checks_made},
                             SourceRow{"on", checks_off}};

}  // namespace

Choices choices_at(const Session& session, std::string_view line) {
  const auto begin = std::min(line.find_first_not_of(' '), line.size());
  const auto end = std::min(line.find(' ', begin), line.size());
  const auto rest = std::min(line.find_first_not_of(' ', end), line.size());
  Choices choices;
  if (end == line.size()) {
    choices = commands(session, {});
    choices.from = begin;
  } else {
    const auto* const source = std::ranges::find(sources, line.substr(begin, end - begin), &SourceRow::command);
    if (source == sources.end()) return {{}, line.size(), {}};
    choices = source->choices(session, line.substr(rest));
    choices.from = line.rfind(' ') + 1;
  }
  const auto word = line.substr(choices.from);
  std::erase_if(choices.words, [word](const Choice& choice) { return !choice.word.starts_with(word); });
  return choices;
}

std::string completed(std::string_view line, const Choices& choices) {
  if (choices.words.empty()) return std::string(line);
  std::string_view common = choices.words.front().word;
  for (const auto& choice : choices.words) {
    const auto differing = std::ranges::mismatch(common, choice.word).in1;
    common = common.substr(0, static_cast<std::size_t>(differing - common.begin()));
  }
  auto text = std::string(line.substr(0, choices.from)) + std::string(common);
  if (choices.words.size() == 1 && !text.ends_with('=')) text += ' ';
  return text;
}

Lines shown(const Choices& choices, const PageOptions& options) {
  Page page(options);
  if (!choices.heading.empty()) page.say("", choices.heading + (choices.words.empty() ? "" : "; Tab completes"));
  std::size_t width = 0;
  for (const auto& choice : choices.words) width = std::max(width, display_width(choice.word));
  width = std::min({width, widest_word, static_cast<std::size_t>(options.width) / 2});
  for (const auto& choice : choices.words) page.say("  " + padded_to(choice.word, width) + "  ", choice.remark);
  return page.take();
}

}  // namespace flowsim::teach
