// How a run ended: history, final states, outcome, and what was expected of it.
#include <fmt/core.h>

#include <algorithm>

#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "emit/text/text_parts.hpp"
#include "words/say.hpp"

namespace flowsim::emit {
namespace {

void write_history(TextPage& page) {
  const bool show = page.options.show_tokens;
  std::string_view lead = "history  ";
  for (const auto& entry : page.trace.history) {
    page.line(std::string(lead) + shown_address(entry.url, show));
    lead = "         ";
    if (entry.rewritten)
      page.line(fmt::format("{}  rewritten at {} to {}", lead, page.time(entry.rewritten->at),
                            shown_address(entry.replacement, show)));
  }
}

void write_final_states(TextPage& page) {
  std::string_view lead = "states   ";
  for (const auto& end : page.trace.final_states) {
    const auto explanation = explanation_of(end);
    page.sentence(
        std::string(lead) + padded(name_of(end.actor), 6) + "  ",
        explanation.empty() ? end.state : end.state + ": " + shown_prose(explanation, page.options.show_tokens));
    lead = "         ";
  }
}

bool is_attacker(Participant participant) {
  return participant == Participant::attacker || participant == Participant::attacker_browser;
}

/// Who has seen each secret and where first; without the wire only of those the attacker has seen.
void write_secrets(TextPage& page) {
  std::string_view lead = "seen     ";
  for (const auto& secret : page.trace.secrets) {
    const bool lost =
        secret.owner == Participant::user && std::ranges::any_of(secret.seen, is_attacker, &SightingRecord::by);
    if (page.options.detail != Detail::wire && !lost) continue;
    std::string who;
    for (const auto& seen : secret.seen) {
      if (page.options.detail != Detail::wire && !is_attacker(seen.by)) continue;
      who += (who.empty() ? "" : ", ") +
             fmt::format("{} ({}, {})", name_of(seen.by), seen.where, page.time(seen.moment.at));
    }
    page.sentence(std::string(lead), fmt::format("the {}'s {}: {}", name_of(secret.owner), secret.name, who));
    lead = "         ";
  }
}

void write_properties(TextPage& page) {
  for (const auto& [property, held, explanation] : page.trace.properties)
    if (!held) page.sentence("violated ", fmt::format("{}: {}", property, say_all(explanation)), Ink::bad);
}

/// What is said behind the outcome where everything came as expected.
std::string agreement(const std::vector<ExpectationRecord>& expectations) {
  const auto outcome = std::ranges::find(expectations, "outcome", &ExpectationRecord::subject);
  if (outcome == expectations.end()) return "everything expected came ✓";
  if (expectations.size() == 1) return fmt::format("expected {} ✓", outcome->expected);
  return fmt::format("expected {} ✓ and {} more ✓", outcome->expected, expectations.size() - 1);
}

std::string_view or_none(std::string_view value) { return value.empty() ? "none" : value; }

void write_outcome(TextPage& page, const Outcome& outcome) {
  const auto& expectations = page.trace.expectations;
  const bool all_met = std::ranges::all_of(expectations, &ExpectationRecord::met);
  std::vector<Piece> pieces{{outcome_text(outcome), Ink::strong}};
  if (!expectations.empty() && all_met) pieces.push_back({agreement(expectations), Ink::good});
  page.flow("outcome  ", pieces, 6);
  if (!outcome.explanation.empty())
    page.sentence("         ", shown_prose(outcome.explanation, page.options.show_tokens));
  for (const auto& [subject, expected, actual, met] : expectations)
    if (!met)
      page.sentence("         ✗ ", fmt::format("expected {} {}, came {}", subject, or_none(expected), or_none(actual)),
                    Ink::bad);
}

}  // namespace

void write_ending(TextPage& page) {
  page.gap();
  if (page.options.detail == Detail::wire) write_history(page);
  if (page.options.detail != Detail::overview) write_secrets(page);
  if (page.options.detail != Detail::overview) write_final_states(page);
  write_properties(page);
  if (page.trace.outcome)
    write_outcome(page, *page.trace.outcome);
  else if (page.trace.header.until)
    page.line(fmt::format("stopped after interaction {}, as asked", *page.trace.header.until));
  else
    page.line("stopped before the end");
}

}  // namespace flowsim::emit
