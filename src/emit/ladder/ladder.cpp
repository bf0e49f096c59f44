// Writes the elements of a ladder between its head and its foot: states, notes and pauses.
#include "emit/ladder/ladder.hpp"

#include <algorithm>
#include <ostream>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "diagram/character_text.hpp"

namespace flowsim::emit {
namespace {

constexpr int note_sides = 6;  ///< a note's frame, its sign, and the blanks beside its text

Ink ink_of(NoteKind kind) { return kind == NoteKind::ending ? Ink::strong : Ink::bad; }

}  // namespace

Ladder::Ladder(const SequenceDiagram& diagram, LadderColumns columns, const LadderOptions& options, std::ostream& out)
    : diagram_(diagram),
      columns_(std::move(columns)),
      options_(options),
      glyphs_(ladder_glyphs(options.ascii)),
      out_(out),
      active_(diagram.lifelines.size()) {}

void Ladder::draw(const Element& element) {
  if (!std::holds_alternative<StateChange>(element)) draw_states();
  std::visit([this](const auto& item) { place(item); }, element);
}

void Ladder::place(const StateChange& change) {
  const int width = columns_.width;
  auto text = shown(change.state);
  if (columns_of_text(text) > width - 2)
    text = character_lines(text, static_cast<std::size_t>(width - 3)).front() + std::string(glyphs_.cut);
  text = std::string(glyphs_.state_opens) + text + std::string(glyphs_.state_closes);
  const int needed = columns_of_text(text);
  const int middle = columns_.xs[lifeline_of(diagram_, change.over)];
  const int left = std::clamp(middle - needed / 2, 0, width - needed);
  const WaitingState state{left, left + needed, std::move(text)};
  const auto touches = [&state](const WaitingState& other) {
    return state.left <= other.end + 1 && other.left <= state.end + 1;
  };
  if (std::ranges::any_of(states_, touches)) draw_states();
  states_.push_back(state);
}

void Ladder::draw_states() {
  if (states_.empty()) return;
  auto row = lifelines();
  for (const auto& state : std::exchange(states_, {})) row.write(state.left, state.text, Ink::good);
  print(row);
}

void Ladder::place(const Activation& activation) {
  int& requests = active_[lifeline_of(diagram_, activation.over)];
  requests = std::max(0, requests + (activation.begins ? 1 : -1));
}

void Ladder::place(const Pause& pause) {
  print(lifelines(true));
  for (const auto& line : character_lines(shown(pause.text), static_cast<std::size_t>(columns_.width - 2))) {
    auto row = lifelines(true);
    row.write((columns_.end - columns_of_text(line)) / 2, line, Ink::faint);
    print(row);
  }
  print(lifelines(true));
}

/// Around the middle, inside the width, and if it can be, not touching a lifeline that it does not cover.
Ladder::Room Ladder::room_of_note(int middle, int width) const {
  const auto is_lifeline = [this](int column) { return std::ranges::count(columns_.xs, column) > 0; };
  const int last = columns_.width - width, wish = std::clamp(middle - width / 2, 0, last);
  for (const int shift : {0, -1, 1}) {
    const int left = wish + shift;
    const bool fits = left >= 0 && left <= last && left < middle && middle < left + width - 1;
    if (fits && !is_lifeline(left - 1) && !is_lifeline(left + width)) return {left, width};
  }
  return {wish, width};
}

void Ladder::place(const Note& note) {
  std::vector<std::pair<std::string, Ink>> lines;
  int text_width = 0;
  const auto ink = ink_of(note.kind);
  for (std::size_t at = 0; at < note.lines.size(); ++at)
    for (auto& line : character_lines(shown(note.lines[at]), static_cast<std::size_t>(columns_.width - note_sides))) {
      text_width = std::max(text_width, columns_of_text(line));
      lines.emplace_back(std::move(line), at < note.heading ? ink : Ink::plain);
    }
  const int middle = note.over ? columns_.xs[lifeline_of(diagram_, *note.over)] : columns_.end / 2;
  const auto room = room_of_note(middle, text_width + note_sides);
  const auto& frame = note.kind == NoteKind::ending ? glyphs_.ending : glyphs_.note;
  const auto draw_side = [&](bool upper) {
    auto row = lifelines();
    draw_frame_side(row, frame, room, upper, ink);
    if (note.over) row.put(middle, upper ? frame.up : frame.down, ink);
    print(row);
  };
  draw_side(true);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto row = lifelines();
    row.write(room.left + 1, std::string(static_cast<std::size_t>(room.width - 2), ' '));
    row.put(room.left, frame.side, ink);
    row.put(room.left + room.width - 1, frame.side, ink);
    if (at == 0) row.put(room.left + 2, glyphs_.sign(note.kind), ink);
    row.write(room.left + 4, lines[at].first, lines[at].second);
    print(row);
  }
  draw_side(false);
}

void Ladder::draw_frame_side(LadderRow& row, const FrameGlyphs& frame, Room room, bool upper, Ink ink) const {
  const int last = room.left + room.width - 1;
  row.put(room.left, upper ? frame.top_left : frame.bottom_left, ink);
  for (int column = room.left + 1; column < last; ++column) row.put(column, frame.across, ink);
  row.put(last, upper ? frame.top_right : frame.bottom_right, ink);
}

bool Ladder::is_attackers(std::size_t lifeline) const {
  const auto participant = diagram_.lifelines[lifeline].participant;
  return participant == Participant::attacker || participant == Participant::attacker_browser;
}

std::string_view Ladder::lifeline_glyph(std::size_t lifeline) const {
  if (active_[lifeline] > 0) return glyphs_.active;
  return is_attackers(lifeline) ? glyphs_.attacker : glyphs_.lifeline;
}

LadderRow Ladder::lifelines(bool pausing) const {
  LadderRow row(columns_.width);
  for (std::size_t at = 0; at < columns_.xs.size(); ++at)
    row.put(columns_.xs[at], pausing ? glyphs_.pause : lifeline_glyph(at), is_attackers(at) ? Ink::bad : Ink::faint);
  return row;
}

void Ladder::print(const LadderRow& row) { row.print(out_, options_.color); }

std::string Ladder::shown(std::string_view text) const { return character_text(text, options_.ascii); }

void write_ladder(const SequenceDiagram& diagram, const LadderOptions& options, std::ostream& out) {
  Ladder ladder(diagram, ladder_columns(diagram, options.width, options.ascii), options, out);
  ladder.head();
  diagram.walk([&ladder](const Element& element) { ladder.draw(element); });
  ladder.foot();
}

}  // namespace flowsim::emit
