// Says failures in words: nothing depends on a colour or a sign.
#include "emit/markdown/markdown_incidents.hpp"

#include <fmt/core.h>

#include <array>
#include <iterator>

#include "diagram/prose.hpp"
#include "diagram/roles.hpp"
#include "diagram/secrets.hpp"
#include "emit/escape.hpp"
#include "oauth/checks.hpp"

namespace flowsim::emit {
namespace {

constexpr Duration late = std::chrono::milliseconds{500};

std::string fate(const Trace& trace, const MessageRecord& record) {
  if (record.reached) return fmt::format(" **It reaches the {} instead.**", display_name(*record.reached));
  if (!record.arrived) return trace.outcome ? " **It is lost.**" : " It is still on its way.";
  const auto took = record.arrived->at - record.sent.at;
  return took < late ? "" : fmt::format(" It is under way for {}.", duration_text(took));
}

std::string finding(const CheckResult& result, bool show_tokens) {
  const auto shown = [show_tokens](const Phrase& text) { return escape_markdown(shown_prose(text, show_tokens)); };
  return fmt::format("({}): expected {}, came {}.", escape_markdown(clause_of(result.check)), shown(result.expected),
                     shown(result.actual));
}

std::string shortcoming(const VerdictRecord& record, const CheckResult& result, bool show_tokens) {
  if (result.status == CheckStatus::failed)
    return fmt::format(" **The {} refuses it** by {} {}", display_name(record.by), markdown_code(result.check),
                       finding(result, show_tokens));
  if (result.violated)
    return fmt::format(" **{} is switched off** at the {} and would have refused it {}", markdown_code(result.check),
                       display_name(record.by), finding(result, show_tokens));
  return {};
}

std::string list_of_code(const std::vector<std::string>& items) {
  std::string list;
  for (const auto& item : items) list += (list.empty() ? "" : ", ") + markdown_code(item);
  return list;
}

std::string outcome_line(const Outcome& outcome, bool show_tokens) {
  auto line = "**Outcome:** " + markdown_code(name_of(outcome.kind));
  for (const auto& detail : details_of(outcome)) line += ", " + markdown_code(detail);
  line += ".";
  if (!outcome.explanation.empty()) line += " " + escape_markdown(shown_prose(outcome.explanation, show_tokens));
  return line + "\n";
}

std::string or_none(const std::string& value) { return value.empty() ? "nothing" : markdown_code(value); }

}  // namespace

std::string incidents_in_markdown(const Trace& trace, const MessageRecord& record, const MessageRecords& records,
                                  bool show_tokens) {
  std::string text;
  for (const auto* fault : records.faults)
    text +=
        fmt::format(" **Fault:** {} at {}: {}.", markdown_code(fault->verb), escape_markdown(place_text(fault->place)),
                    escape_markdown(shown_prose(intent_of(*fault), show_tokens)));
  text += fate(trace, record);
  for (const auto* verdict : records.verdicts)
    for (const auto& result : verdict->verdict.results) text += shortcoming(*verdict, result, show_tokens);
  return text;
}

std::string ending_in_markdown(const Trace& trace, bool show_tokens) {
  std::string text;
  const auto& header = trace.header;
  if (!header.disabled_checks.empty()) text += "**Switched off:** " + list_of_code(header.disabled_checks) + ".\n\n";
  for (const auto& [property, held, explanation] : trace.properties)
    if (!held && (!trace.outcome || property != trace.outcome->property))
      text += fmt::format("**Violated:** {}. {}\n\n", markdown_code(property),
                          escape_markdown(shown_prose(explanation, show_tokens)));
  if (trace.outcome)
    text += outcome_line(*trace.outcome, show_tokens);
  else if (header.until)
    text += fmt::format("The run was stopped after interaction {}, as asked.\n", *header.until);
  else
    text += "The run was stopped before its end.\n";
  for (const auto& [subject, expected, actual, met] : trace.expectations)
    if (!met)
      text += fmt::format("\n**Not as expected:** {} was to be {} and is {}.\n", markdown_code(subject),
                          or_none(expected), or_none(actual));
  return text;
}

}  // namespace flowsim::emit
