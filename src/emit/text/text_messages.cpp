// The messages of a run, in order, each with everything that belongs to it.
#include <fmt/core.h>

#include <algorithm>
#include <variant>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "diagram/sequence_diagram.hpp"
#include "emit/message_parts.hpp"
#include "emit/text/text_parts.hpp"

namespace flowsim::emit {
namespace {

constexpr std::size_t short_value = 14;  ///< two values of at most this width share a line

/// What an interaction is called on its first line: in the guide's words, and what this message is where that differs.
std::string numbered_caption(const Trace& trace, const MessageRecord& record) {
  const auto& rows = trace.header.interactions;
  const auto row = std::ranges::find(rows, record.envelope.interaction, &InteractionRecord::number);
  auto own = caption_of(record);
  if (row == rows.end() || !record.expected) return own;
  const auto general = caption_of(*row);
  return general == own ? own : fmt::format("{}: {}", general, own);
}

void write_first_line(TextPage& page, const MessageRecord& record, bool starts_interaction) {
  const auto& [from, to, interaction, message] = record.envelope;
  const auto mark = interaction == 0     ? std::string("·  ")
                    : starts_interaction ? fmt::format("{}. ", interaction)
                                         : "   ";
  auto caption = starts_interaction ? numbered_caption(page.trace, record) : caption_of(record);
  if (record.browser == Participant::attacker_browser) caption += "  [attacker's browser]";
  page.spread(mark + route(from, to) + caption, starts_interaction ? Ink::strong : Ink::plain,
              page.time(record.sent.at));
}

std::string_view place_remark(Place place) {
  switch (place) {
    case Place::query:
      return "  (in the query)";
    case Place::fragment:
      return "  (in the fragment)";
    case Place::header:
      return "  (in a header)";
    case Place::body:
      return "  (in the body)";
    case Place::usual:
      break;
  }
  return "";
}

std::string shown_parameter(const TextPage& page, const Parameter& parameter) {
  auto shown = page.value(parameter.name, parameter.value);
  if (shown.empty()) shown = "(empty)";
  if (shown.front() == '{') shown = shown_document(shown, page.options.show_tokens);
  return shown.append(place_remark(parameter.place));
}

/// Two columns, names and values; two short values share a line.
void write_parameters(TextPage& page, const std::vector<const Parameter*>& parameters) {
  std::size_t width = 0;
  for (const auto* parameter : parameters) width = std::max(width, display_width(visible(parameter->name)));
  width = std::min<std::size_t>(width, 30);
  for (std::size_t at = 0; at < parameters.size(); ++at) {
    const auto value = visible(shown_parameter(page, *parameters[at]));
    const auto lead = "       " + padded(visible(parameters[at]->name), width) + "  ";
    if (at + 1 < parameters.size() && display_width(value) <= short_value) {
      const auto next = visible(shown_parameter(page, *parameters[at + 1]));
      if (display_width(next) <= short_value) {
        page.line(lead + padded(value, short_value + 2) + visible(parameters[++at]->name) + "  " + next);
        continue;
      }
    }
    page.line(lead + value);
  }
}

void write_content(TextPage& page, const MessageRecord& record, const MessageRecords& records) {
  const auto* const payload = first_http(records);
  std::vector<const Parameter*> parameters;
  for (const auto& parameter : record.envelope.message.parameters)
    if (!is_said(parameter, payload)) parameters.push_back(&parameter);
  const auto way = http_line(payload);
  if (page.options.detail == Detail::messages && !way.empty()) page.line("     " + way);
  write_parameters(page, parameters);
  if (page.options.detail == Detail::wire)
    for (const auto* leg : records.legs) write_leg(page, *leg);
}

void write_fate(TextPage& page, const MessageRecord& record) {
  if (record.reached) return page.line(fmt::format("     ✗ it reached the {}", name_of(*record.reached)), Ink::bad);
  if (record.arrived) {
    // A message that took its time stands where it was sent; its receiver heard it later.
    if (record.arrived->at - record.sent.at >= late) page.line("     arrived at " + page.time(record.arrived->at));
    return;
  }
  if (page.trace.outcome)
    page.line("     ✗ lost: this message never arrived", Ink::bad);
  else
    page.line("     still on its way when the run was stopped");
}

/// What befell the message: each fault with what it was to do, and the parameters that went on otherwise.
void write_faults(TextPage& page, const MessageRecord& record, const std::vector<const FaultRecord*>& faults) {
  for (const auto* fault : faults)
    page.sentence("     ⚡ ", fmt::format("{} at {}: {}", fault->verb, place_text(fault->place), intent_of(*fault)),
                  Ink::bad);
  if (!record.altered) return;
  const auto& meant = record.envelope.message.parameters;
  const auto& went = record.altered->parameters;
  for (const auto& item : went)
    if (std::ranges::find(meant, item) == meant.end())
      page.line("       went on with     " + visible(item.name) + "  " + visible(shown_parameter(page, item)));
  for (const auto& item : meant)
    if (std::ranges::find(went, item.name, &Parameter::name) == went.end())
      page.line("       went on without  " + visible(item.name));
}

void write_message(TextPage& page, const MessageRecord& record, bool starts_interaction) {
  const auto& records = page.index.of(record.id);
  write_first_line(page, record, starts_interaction);
  if (record.envelope.interaction != 0 || page.options.detail == Detail::wire) write_content(page, record, records);
  write_faults(page, record, records.faults);
  write_fate(page, record);
  for (const auto* verdict : records.verdicts) write_verdict(page, *verdict);
  write_transitions(page, records.transitions);
  for (const auto* note : records.notes) write_note(page, *note);
}

void write_loose(TextPage& page, const LooseRecord& record) {
  const auto time = page.time(record.moment().at);
  if (record.note != nullptr)
    return page.sentence(fmt::format("·  {}  {}  ", padded(name_of(record.note->by), 6), time),
                         shown_prose(record.note->text, page.options.show_tokens));
  page.spread(fmt::format("·  {}   {}", name_of(record.transition->actor), record.transition->event), Ink::plain, time);
  write_transitions(page, {&record.transition, 1});
}

}  // namespace

void write_messages(TextPage& page) {
  const auto& loose = page.index.loose();
  auto next_loose = loose.begin();
  const auto write_loose_before = [&](int order) {
    for (; next_loose != loose.end() && next_loose->moment().order < order; ++next_loose)
      write_loose(page, *next_loose);
  };
  int current = 0;
  for (const auto& record : page.trace.messages) {
    write_loose_before(record.sent.order);
    const int interaction = record.envelope.interaction;
    write_message(page, record, interaction != 0 && interaction != current);
    if (interaction != 0) current = interaction;
  }
  for (; next_loose != loose.end(); ++next_loose) write_loose(page, *next_loose);
}

}  // namespace flowsim::emit
