// Puts names, numbers and marks into sentences.
#include "emit/svg/svg_words.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace flowsim::emit {

std::string SvgWords::named(Participant participant) const {
  const auto found = std::ranges::find(lifelines_, participant, &Lifeline::participant);
  return found == lifelines_.end() ? std::string(display_name(participant)) : found->name;
}

std::string SvgWords::of(const Arrow& arrow) const {
  const auto number = number_of(arrow), mark = mark_of(arrow);
  return fmt::format("{}{} to {}: {}{}{}", number.empty() ? number : number + ". ", named(arrow.from), named(arrow.to),
                     arrow.caption, mark.empty() ? "" : ", ", mark);
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
  return fmt::format("{} is now {}", named(change.over), change.state);
}

}  // namespace flowsim::emit
