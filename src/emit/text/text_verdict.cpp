// What the checks found, and what the machines did about it.
#include <fmt/core.h>

#include <string>
#include <utility>

#include "diagram/secrets.hpp"
#include "emit/text/text_parts.hpp"
#include "oauth/checks.hpp"

namespace flowsim::emit {
namespace {

/// Names that share a reason, in the order in which the reasons first appear.
using ByReason = std::vector<std::pair<const Phrase*, std::string>>;

void add(ByReason& reasons, const CheckResult& result) {
  for (auto& [reason, names] : reasons) {
    if (*reason != result.actual) continue;
    names.append(", ").append(result.check);
    return;
  }
  reasons.emplace_back(&result.actual, result.check);
}

std::string finding(const TextPage& page, const CheckResult& result) {
  const bool show = page.options.show_tokens;
  return fmt::format("expected {} · came {} ({})", shown_prose(result.expected, show), shown_prose(result.actual, show),
                     clause_of(result.check));
}

/// Prints a line behind the speaker's name, which stands only before the first.
class Speech {
 public:
  Speech(TextPage& page, Participant by) : page_(page), lead_(speaker(by)) {}
  void flow(std::span<const Piece> pieces) { page_.flow(take_lead(), pieces); }
  void say(const std::string& start, const std::string& text, Ink ink) {
    page_.sentence(take_lead() + start, text, ink);
  }

 private:
  std::string take_lead() { return std::exchange(lead_, std::string(lead_.size(), ' ')); }
  TextPage& page_;
  std::string lead_;
};

/// Says of a check that it failed or was switched off, and what to know of that; nothing of others.
void say_shortcoming(const TextPage& page, Speech& speech, const CheckResult& result) {
  const std::string check(result.check);
  if (result.status == CheckStatus::failed)
    speech.say("✗ ", check + "  " + finding(page, result), Ink::bad);
  else if (result.status == CheckStatus::switched_off && result.violated)
    speech.say("○ ", check + " switched off; would have failed: " + finding(page, result), Ink::bad);
  else if (result.status == CheckStatus::switched_off)
    speech.say("○ ", check + " switched off", Ink::plain);
  if (const auto advice = advice_on(result); !advice.empty())
    speech.say("  ", shown_prose(advice, page.options.show_tokens), Ink::plain);
}

/// Names are aligned at the start of a line only.
std::string change(const TransitionRecord& record, bool starts_line) {
  const auto who = record.session > 1 ? fmt::format("{} (session {})", name_of(record.actor), record.session)
                                      : std::string(name_of(record.actor));
  const auto name = starts_line ? padded(who, 6) : who;
  if (record.from == record.to) return fmt::format("{}  stays {}", name, record.to);
  return fmt::format("{}  {} ─▶ {}", name, record.from, record.to);
}

}  // namespace

void write_verdict(TextPage& page, const VerdictRecord& record) {
  std::vector<Piece> passed;
  ByReason inapplicable;
  for (const auto& result : record.verdict.results) {
    if (result.status == CheckStatus::passed) passed.push_back({"✓ " + std::string(result.check), Ink::good});
    if (result.status == CheckStatus::not_applicable) add(inapplicable, result);
  }
  Speech speech(page, record.by);
  if (!passed.empty()) speech.flow(passed);
  std::string remark;
  for (const auto& [reason, names] : inapplicable)
    remark +=
        fmt::format("{}{} ({})", remark.empty() ? "" : "; ", names, shown_prose(*reason, page.options.show_tokens));
  if (!remark.empty()) speech.say("– ", remark, Ink::faint);
  for (const auto& result : record.verdict.results) say_shortcoming(page, speech, result);
}

void write_refusals(TextPage& page, const VerdictRecord& record) {
  Speech speech(page, record.by);
  for (const auto& result : record.verdict.results)
    if (result.violated || result.status == CheckStatus::failed) say_shortcoming(page, speech, result);
}

void write_transitions(TextPage& page, std::span<const TransitionRecord* const> transitions) {
  std::vector<Piece> changes;
  for (const auto* record : transitions)
    if (record->acceptance == Acceptance::accepted) changes.push_back({change(*record, changes.empty())});
  if (!changes.empty()) page.flow("     ", changes, 8);
  for (const auto* record : transitions) {
    if (record->acceptance == Acceptance::accepted) continue;
    const auto* const what = record->acceptance == Acceptance::unexpected ? "does not expect" : "does not accept";
    page.sentence(speaker(record->actor) + "✗ ", fmt::format("{} {} in {}", what, record->event, record->from),
                  Ink::bad);
  }
}

void write_note(TextPage& page, const NoteRecord& note) {
  page.sentence(speaker(note.by), shown_prose(note.text, page.options.show_tokens));
}

}  // namespace flowsim::emit
