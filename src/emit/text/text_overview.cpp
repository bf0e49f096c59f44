// The interactions of a run, one line each.
#include <fmt/core.h>

#include <variant>

#include "diagram/sequence_diagram.hpp"
#include "emit/text/text_parts.hpp"

namespace flowsim::emit {
namespace {

Piece result_of(const TextPage& page, const Arrow& arrow) {
  int passed = 0;
  bool refused = false;
  for (const int id : arrow.messages)
    for (const auto* record : page.index.of(id).verdicts)
      for (const auto& result : record->verdict.results) {
        if (result.status == CheckStatus::passed) ++passed;
        if (result.status == CheckStatus::failed) refused = true;
      }
  if (arrow.lost) return {"✗ lost", Ink::bad};
  if (refused) return {"✗ refused", Ink::bad};
  if (arrow.deviating || arrow.changed) return {"✗ deviates", Ink::bad};
  if (passed == 0) return {};
  return {fmt::format("✓ {} {}", passed, passed == 1 ? "check" : "checks"), Ink::good};
}

void write(TextPage& page, const Arrow& arrow) {
  const auto result = result_of(page, arrow);
  const auto time = page.time(page.trace.message(arrow.messages.front()).sent.at);
  const auto left = fmt::format("{}. {}{}", arrow.number, route(arrow.from, arrow.to), arrow.caption);
  page.spread(left, Ink::plain, padded(result.text, 11) + " " + time, result.ink);
  for (const int id : arrow.messages)
    for (const auto* verdict : page.index.of(id).verdicts) write_refusals(page, *verdict);
}

// What the drawing notes, the text has in its own words, and each line has its time; an overview has no states.
void write(TextPage&, const Note&) {}
void write(TextPage&, const StateChange&) {}
void write(TextPage&, const Activation&) {}
void write(TextPage&, const Pause&) {}

}  // namespace

void write_overview(TextPage& page) {
  const auto drawing = sequence_diagram(page.trace, {Detail::overview, page.options.show_tokens});
  drawing.walk(
      [&page](const Element& element) { std::visit([&page](const auto& item) { write(page, item); }, element); });
}

}  // namespace flowsim::emit
