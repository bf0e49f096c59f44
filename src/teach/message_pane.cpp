// What travels at a stop, and what befell it.
#include <fmt/core.h>

#include <algorithm>

#include "base/text.hpp"
#include "diagram/anatomy.hpp"
#include "diagram/character_text.hpp"
#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "teach/panes.hpp"

namespace flowsim::teach {
namespace {

constexpr std::size_t widest_name = 18;

/// The value of a part as one line where the parts below say it all again, as those of an address do.
std::string value_of(const Part& part, std::size_t room) {
  const bool is_address = !part.parts.empty() && part.parts.front().name == "scheme";
  const auto value = visible(part.value);
  if (!is_address || display_width(value) <= room) return part.value;
  return character_lines(value, std::max<std::size_t>(room, 2) - 1).front() + "…";
}

/// The parts below each other, names in a column; what a part means stands behind it or below.
void write_parts(Page& page, const std::vector<Part>& parts, std::size_t indent) {
  std::size_t width = 0;
  for (const auto& part : parts) width = std::max(width, display_width(visible(part.name)));
  width = std::min(width, widest_name);
  const auto room = static_cast<std::size_t>(page.options().width);
  for (const auto& part : parts) {
    const auto lead = std::string(indent, ' ') + padded_to(visible(part.name), width) + "  ";
    const bool beside = indent + width + display_width(visible(part.value)) + display_width(part.remark) + 4 <= room;
    if (part.value.empty() && part.parts.empty() && part.remark.empty())
      page.say(lead, "(empty)");
    else if (part.value.empty() || part.remark.empty())
      page.say(lead, value_of(part, room - std::min(room, indent + width + 2)) + part.remark,
               part.value.empty() ? Ink::faint : Ink::plain);
    else if (beside)
      page.say(lead, part.value + "  " + part.remark);
    else
      page.say(lead, part.value);
    if (!beside && !part.value.empty() && !part.remark.empty())
      page.say(std::string(indent + width + 4, ' '), part.remark, Ink::faint);
    write_parts(page, part.parts, indent + 2);
  }
}

class MessagePane {
 public:
  MessagePane(Page& page, const Scene& scene) : page_(page), scene_(scene) {}

  void write_start() {
    const auto& header = scene_.run.header;
    page_.say("", header.title, Ink::strong);
    page_.say("", std::string(legacy_sentence), Ink::faint);
    if (!header.teaches.empty()) page_.say("teaches     ", header.teaches);
    if (!header.references.empty()) page_.say("references  ", join(header.references, ", "));
    page_.say("profile     ",
              fmt::format("{}, response_type {}, seed {}", header.profile, header.response_type, header.seed));
    for (const auto& check : header.disabled_checks)
      page_.say(page_.sign(Sign::switched_off), check + " is switched off");
    for (const auto& fault : scene_.run.faults)
      page_.say(page_.sign(Sign::fault),
                fmt::format("{} at {}: {}", fault.verb, place_text(fault.place), intent_of(fault)));
  }

  void write_message(const MessageRecord& record) {
    const auto* leg = first_leg(record);
    if (heads_needed_) page_.say("", describe(scene_.run, record, Detail::messages), Ink::strong);
    const int interaction = record.envelope.interaction;
    const auto& rows = scene_.run.header.interactions;
    const auto row = std::ranges::find(rows, interaction, &InteractionRecord::number);
    if (row != rows.end())
      page_.say("  ", fmt::format("{} ({})", record.envelope.message.kind, row->clause), Ink::faint);
    if (leg != nullptr)
      write_leg(*leg, record);
    else
      write_parts(page_, anatomy_of(record, {page_.options().show_tokens}), 2);
  }

  void write_leg(const LegRecord& leg, const MessageRecord& record) {
    if (scene_.stop.kind == StopKind::leg)
      page_.say("  ", "carries " + describe(scene_.run, record, Detail::messages), Ink::faint);
    write_parts(page_, anatomy_of(leg, record.envelope.interaction, {page_.options().show_tokens}), 2);
  }

  void write_messages() {
    std::vector<const MessageRecord*> sent;
    for (const auto& record : scene_.so_far.messages)
      if (scene_.holds(record.sent) && (scene_.walk.detail() != Detail::overview || record.envelope.interaction != 0))
        sent.push_back(&record);
    heads_needed_ = sent.size() > 1 || scene_.stop.kind != StopKind::message;
    for (const auto* record : sent) {
      if (record != sent.front()) page_.gap();
      write_message(*record);
    }
  }

  void write_events() {
    for (const auto& record : scene_.so_far.transitions)
      if (scene_.holds(record.moment) && record.message == 0)
        page_.say("  ", fmt::format("{}: {}", name_of(record.actor), record.event));
  }

  void write_remarks() {
    const bool show = page_.options().show_tokens;
    for (const auto& fault : scene_.so_far.faults)
      if (fault.struck && scene_.holds(*fault.struck))
        page_.say(page_.sign(Sign::fault),
                  fmt::format("{} at {}: {}", fault.verb, place_text(fault.place), shown_prose(intent_of(fault), show)),
                  Ink::bad);
    for (const auto& note : scene_.so_far.notes)
      if (scene_.holds(note.moment)) page_.say(fmt::format("{}: ", name_of(note.by)), shown_prose(note.text, show));
  }

 private:
  /// The leg that opens the message's way, where one has left; the stop's own at `wire`.
  const LegRecord* first_leg(const MessageRecord& record) const {
    for (const auto& leg : scene_.so_far.legs)
      if (leg.leg.message == record.id) return &leg;
    return nullptr;
  }

  Page& page_;
  const Scene& scene_;
  bool heads_needed_ = false;
};

}  // namespace

void write_message_pane(Page& page, const Scene& scene) {
  MessagePane pane(page, scene);
  const auto& stop = scene.stop;
  pane.write_remarks();
  write_ending(page, scene);
  if (stop.kind == StopKind::start) pane.write_start();
  if (stop.kind == StopKind::leg)
    pane.write_leg(scene.run.legs[static_cast<std::size_t>(stop.leg - 1)], scene.run.message(stop.message));
  if (stop.kind == StopKind::timer) pane.write_events();
  if (stop.kind == StopKind::arrival) pane.write_message(scene.run.message(stop.message));
  if (stop.kind != StopKind::leg) pane.write_messages();
}

}  // namespace flowsim::teach
