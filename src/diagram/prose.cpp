// Words and lines that several views share.
#include "diagram/prose.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.hpp"
#include "oauth/interactions.hpp"
#include "words/catalogue.hpp"
#include "words/say.hpp"

namespace flowsim::diagram {

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  bool first = true;
  for (bool more = true; more; first = false) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    more = end < text.size();
    text.remove_prefix(more ? end + 1 : end);
    const auto needed = display_width(word);
    if (!first && used + 1 + needed > width) {
      lines.emplace_back();
      used = 0;
    } else if (!first) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += needed;
  }
  return lines;
}

std::string advice_on(const CheckResult& result) {
  const auto of_check = [&](std::string_view field) { return std::string(sentence_of("checks", result.check, field)); };
  if (!result.violated || of_check("fix").empty()) return {};
  if (result.status != CheckStatus::failed) return say({"advice.switched_off", {of_check("protects")}});
  return say({"advice.failed", {of_check("cause"), of_check("fix")}});
}

std::string_view sentence_about(const ErrorCode& code, std::string_view field) {
  return sentence_of(fmt::format("errors.{}", name_of(code.channel)), code.name, field);
}

std::string_view caption_of(const MessageKind& kind) { return sentence_of("messages", kind.name, "caption"); }

std::string_view caption_of(const Interaction& interaction) {
  return sentence_of(fmt::format("interactions.{}", interaction.name));
}

std::string caption_of(const MessageRecord& record) {
  const auto* kind = kind_of(record.envelope.message);
  return kind == nullptr ? record.envelope.message.kind : std::string(caption_of(*kind));
}

std::string caption_of(const InteractionRecord& record) {
  const auto entry = entry_of(fmt::format("interactions.{}", record.name));
  return std::string(entry ? entry->text : record.name);
}

std::string intent_of(const FaultRecord& fault) { return say_all(fault.intent, ""); }

std::string meaning_of_state(Participant actor, std::string_view state) {
  const auto entry = entry_of(fmt::format("states.{}.{}", name_of(actor), state));
  return entry ? std::string(entry->text) : std::string();
}

std::string explanation_of(const FinalState& end) {
  return end.explanation.empty() ? meaning_of_state(end.actor, end.state) : say({end.explanation, {}});
}

std::vector<std::string> details_of(const Outcome& outcome) {
  if (outcome.kind == OutcomeKind::resource_served || outcome.kind == OutcomeKind::signed_in) return {};
  std::vector<std::string> details{std::string(outcome.property), std::string(outcome.check), outcome.error,
                                   outcome.status == 0 ? "" : std::to_string(outcome.status)};
  std::erase(details, "");
  return details;
}

std::string outcome_text(const Outcome& outcome) {
  std::string text(name_of(outcome.kind));
  for (const auto& detail : details_of(outcome)) text += " · " + detail;
  return text;
}

std::string rough_duration(Duration duration) {
  const auto all = duration.count();
  if (all < 1000) return fmt::format("{} ms", all);
  if (all < 10000)
    return all % 1000 < 100 ? fmt::format("{} s", all / 1000) : fmt::format("{}.{} s", all / 1000, all % 1000 / 100);
  const auto pair = [](long long large, const char* unit, long long small, const char* smaller) {
    return small == 0 ? fmt::format("{} {}", large, unit) : fmt::format("{} {} {} {}", large, unit, small, smaller);
  };
  const auto seconds = all / 1000;
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return pair(seconds / 60, "min", seconds % 60, "s");
  if (seconds < 86400) return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
  return pair(seconds / 86400, "d", seconds % 86400 / 3600, "h");
}

}  // namespace flowsim::diagram
