// Feedback is read off the executed run: which checks passed, which never ran, where the actors ended.
#include "teach/practise_feedback.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "diagram/prose.hpp"
#include "oauth/checks.hpp"
#include "scenario/judge.hpp"
#include "trace/property.hpp"
#include "words/catalogue.hpp"
#include "words/say.hpp"

namespace flowsim::teach {
namespace {

struct Question {
  std::string_view path;
  std::string_view text;
};

constexpr Question questions[] = {
    {"expect.outcome", "How does this run end?"},
    {"expect.check", "Which check decides how this run ends?"},
    {"expect.error", "Which error code is sent?"},
    {"expect.status", "Which HTTP status ends this run?"},
    {"expect.property", "Which property does this run violate?"},
    {"expect.last_interaction", "Of which interaction does the last message arrive?"},
};

bool asks_for_a_check(std::string_view path) { return path == "expect.check" || path.starts_with("disabled_checks"); }

const MessageRecord* last_arrived(const Trace& run) {
  const MessageRecord* last = nullptr;
  for (const auto& record : run.messages)
    if (record.arrived && record.envelope.interaction != 0 && record.browser == run.header.browser) last = &record;
  return last;
}

std::string how_far(const Trace& run) {
  const auto* last = last_arrived(run);
  if (last == nullptr) return "In this run no message of the six interactions arrives.";
  return fmt::format("In this run the last message that arrives belongs to interaction {}: {}.",
                     last->envelope.interaction, caption_of(*last));
}

std::string said_of(const CheckResult& result, const VerdictRecord& verdict, const Trace& run) {
  const auto& message = run.message(verdict.message);
  const auto where = fmt::format("at interaction {} ({})", message.envelope.interaction, caption_of(message));
  switch (result.status) {
    case CheckStatus::passed:
      return fmt::format("{} passes {}: it has nothing to object to.", result.check, where);
    case CheckStatus::failed:
      return fmt::format("{} does fail {}.", result.check, where);
    case CheckStatus::switched_off:
      return fmt::format("{} is switched off, so it decides nothing.", result.check);
    case CheckStatus::not_applicable:
      return fmt::format("{} has nothing to look at {}: {}.", result.check, where, say(result.actual));
  }
  return {};
}

std::vector<std::string> about_check(std::string_view check, const Trace& run) {
  std::vector<std::string> said;
  for (const auto& verdict : run.verdicts)
    for (const auto& result : verdict.verdict.results)
      if (result.check == check) said.push_back(said_of(result, verdict, run));
  said.erase(std::unique(said.begin(), said.end()), said.end());
  if (said.empty()) said.push_back(fmt::format("{} is never asked in this run.", check));
  if (const auto what_for = sentence_of("checks", check, "protects"); !what_for.empty())
    said.push_back(fmt::format("What it is for: {}.", what_for));
  return said;
}

/// Whether the property holds in this run, and what it says.
std::string about_property(std::string_view answer) {
  const auto kind = property_named(answer);
  if (!kind) return {};
  return fmt::format("{} holds in this run. It says: {}.", answer,
                     sentence_of("properties", name_of(*kind), "meaning"));
}

}  // namespace

bool asks_for_the_end(std::string_view path) { return path.starts_with("expect."); }

std::string question_about(std::string_view path) {
  const auto* const found = std::ranges::find(questions, path, &Question::path);
  if (found != std::ranges::end(questions)) return std::string(found->text);
  if (path.starts_with("disabled_checks")) return "Which check has to be switched off for this run to end so?";
  if (path.starts_with("expect.states")) return "In which state does this actor end?";
  return fmt::format("Which value of {} makes the run end as expected?", path);
}

std::vector<std::string> why_not(std::string_view path, const std::string& answer, std::string_view meaning,
                                 const Trace& run) {
  std::vector<std::string> said;
  if (path == "expect.check")
    said = about_check(answer, run);
  else if (path == "expect.property")
    said.push_back(about_property(answer));
  else if (!meaning.empty() && asks_for_the_end(path))
    said.push_back(fmt::format("{} means: {}.", answer, meaning));
  if (asks_for_the_end(path)) {
    said.push_back(how_far(run));
    return said;
  }
  for (const auto& expectation : run.expectations)
    if (!expectation.met) said.push_back("With this answer: " + difference_text(expectation) + ".");
  return said;
}

std::vector<std::string> why_as_well(std::string_view path, std::string_view answer, const Trace& run) {
  if (path != "expect.property" || !run.outcome || run.outcome->property == answer) return {};
  const auto record = std::ranges::find(run.properties, answer, &PropertyRecord::property);
  if (record == run.properties.end() || record->held) return {};
  return {fmt::format("{} is violated as well, but it is not the one that the scenario expects.", answer),
          say_all(record->explanation),
          "Where a run violates several, its outcome names the one that stands first in: flowsim list properties"};
}

std::vector<std::string> why_so(std::string_view path, std::string_view answer, const Trace& run) {
  std::vector<std::string> said;
  if (run.outcome)
    said.push_back(fmt::format("The run ends {}: {}", name_of(run.outcome->kind), say_all(run.outcome->explanation)));
  if (asks_for_a_check(path))
    if (const auto what_for = sentence_of("checks", answer, "protects"); !what_for.empty())
      said.push_back(fmt::format("What the check is for: {}.", what_for));
  return said;
}

}  // namespace flowsim::teach
