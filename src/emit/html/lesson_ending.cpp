// Who has seen which secret, and how the run ended.
#include <fmt/core.h>

#include <algorithm>

#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "emit/html/lesson_parts.hpp"
#include "words/catalogue.hpp"

namespace flowsim::emit {
namespace {

/// A table with more rows is no longer read.
constexpr std::size_t most_secrets = 200;

bool is_attackers(Participant participant) {
  return participant == Participant::attacker || participant == Participant::attacker_browser;
}

class SecretTable {
 public:
  SecretTable(Markup& page, const LessonWalk& walk) : page_(page), walk_(walk) {}

  void write() {
    const auto& secrets = walk_.trace().secrets;
    if (secrets.empty()) {
      page_.put("<p>No password, cookie or token has travelled in this run.</p>\n");
      return;
    }
    page_.put(
        "<table class=\"secrets\"><thead><tr><th scope=\"col\">secret</th><th scope=\"col\">seen by</th></tr>"
        "</thead><tbody>\n");
    const auto shown = std::min(secrets.size(), most_secrets);
    for (std::size_t at = 0; at < shown; ++at) write_row(secrets[at]);
    page_.put("</tbody></table>\n");
    if (shown < secrets.size()) page_.put("<p>… and {} more, see the steps.</p>\n", secrets.size() - shown);
  }

 private:
  void write_row(const SecretRecord& secret) {
    if (secret.seen.empty()) return;
    page_.put("<tr data-part=\"{}\"><th scope=\"row\">the {}’s <code>{}</code></th><td><ul>\n",
              walk_.part_at(secret.seen.front().moment), name_of(secret.owner), secret.name);
    for (const auto& seen : secret.seen) write_sighting(secret, seen);
    page_.put("</ul></td></tr>\n");
  }

  void write_sighting(const SecretRecord& secret, const SightingRecord& seen) {
    const bool is_loss = is_attackers(seen.by) && secret.owner == Participant::user;
    page_.put("<li data-part=\"{}\" class=\"{}\">", walk_.part_at(seen.moment), is_loss ? "loss" : "");
    write_actor(page_, seen.by);
    page_.put(" {}", seen.where);
    if (const auto number = seen.leg == 0 ? std::string() : walk_.number_of(walk_.leg(seen.leg)); !number.empty())
      page_.put(" <span class=\"clock\">{}</span>", number);
    page_.put("</li>\n");
  }

  Markup& page_;
  const LessonWalk& walk_;
};

std::string_view or_none(std::string_view value) { return value.empty() ? "none" : value; }

void write_outcome(Markup& page, const Outcome& outcome, bool show_tokens) {
  page.put("<p class=\"outcome {}\"><strong>{}</strong></p>\n<p>{}</p>\n", name_of(outcome.kind), outcome_text(outcome),
           shown_prose(outcome.explanation, show_tokens));
  page.put("<p class=\"remark\">{}.</p>\n", sentence_of("outcomes", name_of(outcome.kind), "lesson"));
}

void write_expectations(Markup& page, const std::vector<ExpectationRecord>& expectations) {
  if (expectations.empty()) return;
  page.put("<p class=\"lead\">What the scenario expects</p>\n<ul class=\"checks\">\n");
  for (const auto& [subject, expected, actual, met] : expectations) {
    page.put("<li class=\"{}\"><span class=\"hidden\">{}: </span>", met ? "passed" : "failed violated",
             met ? "met" : "not met");
    page.put("{} <code>{}</code>", subject, or_none(expected));
    if (!met) page.put(", came <code>{}</code>", or_none(actual));
    page.put("</li>\n");
  }
  page.put("</ul>\n");
}

}  // namespace

void write_secrets(Markup& page, const LessonWalk& walk) { SecretTable(page, walk).write(); }

void write_ending(Markup& page, const LessonWalk& walk) {
  const auto& trace = walk.trace();
  const bool show = walk.options().show_tokens;
  if (trace.outcome)
    write_outcome(page, *trace.outcome, show);
  else
    page.put("<p class=\"outcome\"><strong>Stopped before the end</strong></p>\n");
  for (const auto& [property, held, explanation] : trace.properties)
    if (!held)
      page.put("<p class=\"remark-box violated\"><strong>Violated: {}</strong> {}</p>\n", property,
               shown_prose(explanation, show));
  write_expectations(page, trace.expectations);
  if (trace.final_states.empty()) return;
  page.put("<p class=\"lead\">Final states</p>\n<ul class=\"changes\">\n");
  for (const auto& end : trace.final_states) {
    page.put("<li>");
    write_actor(page, end.actor);
    page.put(" <b>{}</b> <span class=\"remark\">{}</span></li>\n", end.state, shown_prose(explanation_of(end), show));
  }
  page.put("</ul>\n");
}

}  // namespace flowsim::emit
