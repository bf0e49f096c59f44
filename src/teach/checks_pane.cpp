// The verdicts of a stop, check by check.
#include <fmt/core.h>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "oauth/checks.hpp"
#include "teach/panes.hpp"

namespace flowsim::teach {
namespace {

constexpr std::size_t name_width = 32;

void write_finding(Page& page, const CheckResult& result) {
  const bool show = page.options().show_tokens;
  page.say("    expected  ", shown_prose(result.expected, show));
  page.say("    came      ", shown_prose(result.actual, show));
  if (const auto advice = advice_on(result); !advice.empty()) page.say("    ", shown_prose(advice, show));
}

std::string line_of(const CheckResult& result) {
  return fmt::format("{}  {}", padded_to(result.check, name_width), clause_of(result.check));
}

/// What decided: refused, or would have.
void write_shortcoming(Page& page, const CheckResult& result) {
  if (result.status == CheckStatus::failed) {
    page.say("  " + page.sign(Sign::failed), line_of(result), Ink::bad);
    write_finding(page, result);
  } else if (result.status == CheckStatus::switched_off) {
    page.say("  " + page.sign(Sign::switched_off),
             line_of(result) + (result.violated ? "  switched off, or it would have failed" : "  switched off"),
             result.violated ? Ink::bad : Ink::plain);
    if (result.violated) write_finding(page, result);
  }
}

int count(const Verdict& verdict, CheckStatus status) {
  int found = 0;
  for (const auto& result : verdict.results) found += result.status == status ? 1 : 0;
  return found;
}

void write_verdict(Page& page, const Scene& scene, const VerdictRecord& record) {
  const auto& verdict = record.verdict;
  auto text = fmt::format("{} judges: {}", name_of(record.by), caption_of(scene.run.message(record.message)));
  text += fmt::format(" · {} passed", count(verdict, CheckStatus::passed));
  if (const int failed = count(verdict, CheckStatus::failed); failed != 0) text += fmt::format(", {} failed", failed);
  if (const int off = count(verdict, CheckStatus::switched_off); off != 0)
    text += fmt::format(", {} switched off", off);
  if (const int rest = count(verdict, CheckStatus::not_applicable); rest != 0)
    text += fmt::format(", {} with nothing to look at", rest);
  page.say("", text, Ink::strong);
  for (const auto& result : verdict.results) write_shortcoming(page, result);
  for (const auto& result : verdict.results)
    if (result.status == CheckStatus::passed) page.say("  " + page.sign(Sign::passed), line_of(result), Ink::good);
  for (const auto& result : verdict.results)
    if (result.status == CheckStatus::not_applicable)
      page.say("  " + page.sign(Sign::not_applicable),
               line_of(result) + "  " + shown_prose(result.actual, page.options().show_tokens), Ink::faint);
  if (!verdict.decision.empty()) page.say("  so it decides: ", verdict.decision);
}

}  // namespace

void write_checks_pane(Page& page, const Scene& scene) {
  bool none = true;
  for (const auto& record : scene.so_far.verdicts) {
    if (!scene.holds(record.moment)) continue;
    if (!none) page.gap();
    none = false;
    write_verdict(page, scene, record);
  }
  if (none) page.say("", "no check is made at this stop", Ink::faint);
}

}  // namespace flowsim::teach
