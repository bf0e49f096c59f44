// Puts names, numbers and marks into sentences.
#include "emit/svg/svg_words.hpp"
#include "diagram/roles.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace flowsim::emit {

std::string_view SvgWords::named(Participant participant) const {
  const auto found = std::ranges::find(lifelines_, participant, &Lifeline::participant);
  return found == lifelines_.end() ? display_name(participant) : std::string_view(found->name);
}

std::string SvgWords::of(const Arrow& arrow) const {
  auto words = number_of(arrow);
  if (!words.empty()) words += ". ";
  words.append(named(arrow.from)).append(" to ").append(named(arrow.to)).append(": ").append(arrow.caption);
  if (const auto mark = mark_of(arrow); !mark.empty()) words.append(", ").append(mark);
  return words;
}

std::string SvgWords::of(const Note& note) const {
  auto words = note.over ? fmt::format("Note on {}:", named(*note.over)) : std::string("Note:");
  for (std::size_t at = 0; at < note.lines.size(); ++at) {
    if (at > 0 && at == note.heading) words += ':';
    words += ' ' + note.lines[at];
  }
  return words;
}

std::string SvgWords::of(const StateChange& change) const {
  return std::string(named(change.over)).append(" is now ").append(change.state);
}

}  // namespace flowsim::emit
