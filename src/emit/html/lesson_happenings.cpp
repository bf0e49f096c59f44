// What falls to one part of a run, in sentences and lists.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "emit/html/lesson_parts.hpp"
#include "oauth/checks.hpp"

namespace flowsim::emit {
namespace {

/// By status of a check; the style sheet puts a sign before each.
constexpr std::array<std::string_view, 4> status_words{"passed", "failed", "switched-off", "not-applicable"};

class Reporter {
 public:
  Reporter(Markup& page, const LessonWalk& walk) : page_(page), show_(walk.options().show_tokens) {}

  void write(const FaultRecord& fault) {
    page_.put("<p class=\"remark-box fault\"><strong>Fault: {} at {}</strong> {}</p>\n", fault.verb,
              place_text(fault.place), shown_prose(intent_of(fault), show_));
  }

  void write(const NoteRecord& note) {
    page_.put("<p class=\"said\">");
    write_actor(page_, note.by);
    page_.put(" {}</p>\n", shown_prose(note.text, show_));
  }

  void write(const VerdictRecord& record) {
    const auto& results = record.verdict.results;
    if (results.empty()) return;
    page_.put("<div class=\"verdict\"><p class=\"lead\">Checks by ");
    write_actor(page_, record.by);
    page_.put(" <span class=\"count\">{}</span></p><ul class=\"checks\">", counted(record.verdict));
    for (const auto& result : results) write(result);
    page_.put("</ul></div>\n");
  }

  void write(std::span<const TransitionRecord* const> records) {
    if (records.empty()) return;
    page_.put("<ul class=\"changes\">");
    for (const auto* record : records) write(*record);
    page_.put("</ul>\n");
  }

  void write(std::span<const Sighting> sightings) {
    if (sightings.empty()) return;
    page_.put("<ul class=\"sightings\">");
    for (const auto& [secret, seen] : sightings) {
      page_.put("<li>");
      write_actor(page_, seen->by);
      page_.put(" sees the {}’s <code>{}</code> ({})</li>", name_of(secret->owner), secret->name, seen->where);
    }
    page_.put("</ul>\n");
  }

  void write(const HistoryRecord& visit) {
    page_.put("<p class=\"said\">");
    write_actor(page_, visit.browser);
    page_.put(" remembers <code>{}</code> in its history", shown_address(visit.url, show_));
    if (visit.rewritten) page_.put("; rewritten later to <code>{}</code>", shown_address(visit.replacement, show_));
    page_.put("</p>\n");
  }

 private:
  static std::string counted(const Verdict& verdict) {
    const auto passed = std::ranges::count(verdict.results, CheckStatus::passed, &CheckResult::status);
    const auto* failed = verdict.failed();
    return fmt::format("{} passed{}", passed, failed == nullptr ? "" : ", refused by " + std::string(failed->check));
  }

  void write(const CheckResult& result) {
    const auto word = status_words.at(static_cast<std::size_t>(result.status));
    const bool counts = result.violated || result.status == CheckStatus::failed;
    page_.put("<li class=\"{}{}\"><span class=\"hidden\">{}: </span>", word, counts ? " violated" : "", word);
    page_.put("<code>{}</code> <span class=\"clause\">{}</span>", result.check, clause_of(result.check));
    if (counts)
      page_.put("<p>{}expected <code>{}</code>, came <code>{}</code></p>",
                result.status == CheckStatus::switched_off ? "Switched off; it would have failed: " : "",
                shown_prose(result.expected, show_), shown_prose(result.actual, show_));
    else if (result.status == CheckStatus::not_applicable && !result.actual.empty())
      page_.put(" <span class=\"remark\">{}</span>", shown_prose(result.actual, show_));
    else if (result.status == CheckStatus::switched_off)
      page_.put(" <span class=\"remark\">switched off</span>");
    if (const auto advice = advice_on(result); !advice.empty()) page_.put("<p>{}</p>", shown_prose(advice, show_));
    page_.put("</li>");
  }

  void write(const TransitionRecord& record) {
    page_.put("<li>");
    write_actor(page_, record.actor);
    if (record.session > 1) page_.put(" <span class=\"session\">session {}</span>", record.session);
    if (record.acceptance != Acceptance::accepted) {
      page_.put(" <strong>{}</strong> <code>{}</code> in {}</li>",
                record.acceptance == Acceptance::unexpected ? "does not expect" : "does not accept", record.event,
                record.from);
      return;
    }
    if (record.from == record.to)
      page_.put(" stays <b>{}</b>", record.to);
    else
      page_.put(" {} <span class=\"to\">to</span> <b>{}</b>", record.from, record.to);
    page_.put(" <span class=\"remark\">on {}", record.event);
    if (!record.guard.empty()) page_.put(" [{}]", record.guard);
    if (!record.action.empty()) page_.put(" / {}", record.action);
    page_.put("</span></li>");
  }

  Markup& page_;
  const bool show_;
};

}  // namespace

void write_actor(Markup& page, Participant participant) {
  page.put("<span class=\"actor {0}\">{0}</span>", name_of(participant));
}

void write_happenings(Markup& page, const LessonWalk& walk, std::size_t part) {
  Reporter reporter(page, walk);
  const auto happenings = walk.happenings(part);
  for (const auto* fault : happenings.faults) reporter.write(*fault);
  for (const auto* verdict : happenings.verdicts) reporter.write(*verdict);
  for (const auto* note : happenings.notes) reporter.write(*note);
  for (const auto* visit : happenings.visits) reporter.write(*visit);
  reporter.write(happenings.transitions);
  reporter.write(happenings.sightings);
}

}  // namespace flowsim::emit
