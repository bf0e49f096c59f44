// Finds for each stop its parts, its arrows and its words.
#include "emit/html/lesson_walk.hpp"

#include <fmt/core.h>

#include <variant>

#include "diagram/sequence_diagram.hpp"
#include "diagram/trace_index.hpp"

namespace flowsim::emit {
namespace {

std::string said(const Arrow& arrow) {
  const auto number = number_of(arrow);
  const auto* const behind = number.empty() ? "" : arrow.leg == 0 ? ". " : " ";
  return fmt::format("{}{}{} to {}: {}", number, behind, name_of(arrow.from), name_of(arrow.to), arrow.caption);
}

/// Hands over what a picture shows, in the order of its arrows, each with the order of what it stands for.
template <class Sink>
void walk_arrows(const Trace& trace, Detail detail, const Sink& sink) {
  const TraceIndex index(trace);
  std::vector<std::size_t> drawn(trace.messages.size());
  sequence_diagram(trace, {detail, false}).walk([&](const Element& element) {
    const auto* arrow = std::get_if<Arrow>(&element);
    if (arrow == nullptr) return;
    const int message = arrow->messages.front();
    const auto& legs = index.of(message).legs;
    const bool is_leg = detail == Detail::wire && !legs.empty();
    const auto& sent =
        is_leg ? legs[drawn[static_cast<std::size_t>(message - 1)]++]->sent : trace.message(message).sent;
    sink(sent.order, *arrow);
  });
}

}  // namespace

LessonWalk::LessonWalk(const Trace& trace, const EmitOptions& options)
    : trace_(trace),
      options_(options),
      parts_(stops_of(trace, Detail::wire)),
      happenings_(trace, parts_),
      words_(trace.messages.size(), {Participant::user, Participant::user, kept({}), kept({})}) {
  collect_words();
  for (const auto& step : stops_of(trace, Detail::messages)) steps_.push_back(stop_at(parts_, step.first));
  for (const auto detail : all_details)
    if (detail <= options.detail) levels_.push_back(level(detail));
}

void LessonWalk::collect_words() {
  sequence_diagram(trace_, {Detail::messages, false}).walk([&](const Element& element) {
    if (const auto* arrow = std::get_if<Arrow>(&element))
      words_[static_cast<std::size_t>(arrow->messages.front() - 1)] = {arrow->from, arrow->to, kept(arrow->caption),
                                                                       kept(mark_of(*arrow))};
  });
}

LessonLevel LessonWalk::level(Detail detail) {
  const auto stops = stops_of(trace_, detail);
  LessonLevel level{detail, {}};
  level.stops.reserve(stops.size());
  for (const auto& each : stops) level.stops.push_back(stop(each));
  std::uint32_t arrows = 0;
  walk_arrows(trace_, detail, [&](int order, const Arrow& arrow) {
    auto& found = level.stops[stop_at(stops, order)];
    const auto at = arrows++;
    if (found.arrows++ > 0) return;
    found.arrow = at;
    found.words = kept(said(arrow));
  });
  // At `wire` a message is drawn as its legs: the stop at the message itself points at the first of them.
  for (std::size_t at = 0; at + 1 < stops.size(); ++at)
    if (stops[at].kind == StopKind::message && level.stops[at].arrows == 0 &&
        stops[at + 1].message == stops[at].message) {
      level.stops[at].arrow = level.stops[at + 1].arrow;
      level.stops[at].arrows = level.stops[at + 1].arrows;
    }
  return level;
}

LessonStop LessonWalk::stop(const Stop& stop) {
  LessonStop found;
  found.part = static_cast<std::uint32_t>(stop_at(parts_, stop.first));
  found.number = stop.message == 0 ? 0 : trace_.message(stop.message).envelope.interaction;
  found.words = kept(words_of(stop));
  found.at = stop.at;
  found.order = stop.first;
  return found;
}

std::string LessonWalk::words_of(const Stop& stop) const {
  if (stop.kind == StopKind::start) return "before the first message";
  if (stop.message == 0) {
    const auto transitions = happenings(stop_at(parts_, stop.first)).transitions;
    if (transitions.empty()) return "time passes";
    return fmt::format("time passes, {} of {}", transitions.front()->event, name_of(transitions.front()->actor));
  }
  const auto& words = words_of(stop.message);
  return fmt::format("{} to {}: {}{}", name_of(words.from), name_of(words.to), *words.caption,
                     stop.kind == StopKind::arrival ? " (arrives)" : "");
}

std::string LessonWalk::number_of(const LegRecord& leg) const {
  const int interaction = trace_.message(leg.leg.message).envelope.interaction;
  return interaction == 0 ? std::string() : fmt::format("{}.{}", interaction, leg.number);
}

std::string LessonWalk::clock(Instant at) const { return clock_text(at - trace_.header.start); }

}  // namespace flowsim::emit
