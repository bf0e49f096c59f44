// Names stops as all pages name them.
#include "teach/scene.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "diagram/prose.hpp"
#include "diagram/situation.hpp"
#include "diagram/wire_step.hpp"

namespace flowsim::teach {
namespace {

std::string number_of(int interaction) { return interaction == 0 ? "·" : std::to_string(interaction); }

std::string owner_of(const MessageRecord& record) {
  return record.browser == Participant::attacker_browser ? "  [attacker's browser]" : "";
}

std::string describe(const Trace& run, const LegRecord& record) {
  const auto& message = run.message(record.leg.message);
  const auto number =
      record.number == 0 ? std::string("·") : fmt::format("{}.{}", message.envelope.interaction, record.number);
  return fmt::format("{}  {} → {}  {}{}", number, name_of(record.leg.from), name_of(record.leg.to),
                     wire_step(record.leg.payload, false).caption, owner_of(message));
}

/// What an actor does at a moment by itself.
std::string describe_timer(const Trace& run, int order) {
  for (const auto& record : run.transitions)
    if (record.moment.order == order) return fmt::format("·  {}  {}", name_of(record.actor), record.event);
  return "·  an actor does something by itself";
}

}  // namespace

Scene::Scene(const Walk& at)
    : walk(at), run(at.trace()), so_far(until(at.trace(), at.stop().last)), stop(at.stop()), index(at.index()) {}

std::string time_text(const Trace& run, Instant at) { return clock_text(at - run.header.start); }

std::string describe(const Trace& run, const MessageRecord& record, Detail detail) {
  const auto& envelope = record.envelope;
  auto caption = caption_of(record);
  auto from = envelope.from, to = envelope.to;
  const auto& rows = run.header.interactions;
  const auto row = std::ranges::find(rows, envelope.interaction, &InteractionRecord::number);
  if (detail == Detail::overview && record.expected && row != rows.end()) {
    caption = caption_of(*row);
    from = row->from;
    to = row->to;
  }
  return fmt::format("{}  {} → {}  {}{}", number_of(envelope.interaction), name_of(from), name_of(to), caption,
                     owner_of(record));
}

std::string describe(const Trace& run, const Stop& stop, Detail detail) {
  switch (stop.kind) {
    case StopKind::start:
      return "The story begins";
    case StopKind::leg:
      return describe(run, run.legs[static_cast<std::size_t>(stop.leg - 1)]);
    case StopKind::timer:
      return describe_timer(run, stop.first);
    case StopKind::arrival: {
      const auto& record = run.message(stop.message);
      return fmt::format("{}  {}  {} arrives, {} after it was sent", number_of(record.envelope.interaction),
                         name_of(record.reached.value_or(record.envelope.to)), caption_of(record),
                         rough_duration(stop.at - record.sent.at));
    }
    case StopKind::message:
      break;
  }
  return describe(run, run.message(stop.message), detail);
}

}  // namespace flowsim::teach
