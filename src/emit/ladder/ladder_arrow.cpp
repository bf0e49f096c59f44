// Writes an arrow of a ladder: its caption above it, its shaft from lifeline to lifeline, and what is wrong below it.
#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "diagram/character_text.hpp"
#include "emit/ladder/ladder.hpp"

namespace flowsim::emit {
namespace {

constexpr int shortest_line = 16;  ///< a caption goes beyond its arrow rather than break into shorter lines
constexpr int shortest_line_beside = 12;
constexpr int widest_beside = 64;  ///< of what goes beyond its arrow
constexpr int loop_width = 2;

/// `4. ` or `4.2 `, before the caption.
std::string lead_of(const Arrow& arrow) {
  const auto number = number_of(arrow);
  return number.empty() ? number : number + (arrow.leg == 0 ? ". " : " ");
}

}  // namespace

void Ladder::place(const Arrow& arrow) {
  if (!arrow.details.empty()) print(lifelines());
  draw_caption(arrow);
  if (lifeline_of(diagram_, arrow.from) == lifeline_of(diagram_, arrow.to))
    draw_loop(arrow);
  else
    draw_shaft(arrow);
  draw_mark(arrow);
}

/// Between its lifelines, where its words fit there; else as far beyond the right one as it takes, or to the left of
/// the edge where there is too little to the right.
Ladder::Room Ladder::room_beside(const Arrow& arrow, int indent, std::span<const std::string> texts) const {
  const auto [first, last] = std::minmax({lifeline_of(diagram_, arrow.from), lifeline_of(diagram_, arrow.to)});
  int whole = 0, word = 0;
  for (const auto& text : texts) {
    whole = std::max(whole, indent + columns_of_text(text));
    word = std::max(word, indent + static_cast<int>(longest_word(text)));
  }
  const int left = columns_.xs[first] + 2;
  const int between = first == last ? 0 : columns_.xs[last] - 1 - left;
  if (between >= std::min(whole, std::max(word, shortest_line))) return {left, between};
  const int wish = std::min(whole, widest_beside), beside = columns_.width - left;
  const int least = std::min(wish, std::clamp(word, shortest_line_beside, columns_.width / 2));
  if (beside >= least) return {left, std::min(wish, beside)};
  return {columns_.width - least, least};
}

void Ladder::draw_caption(const Arrow& arrow) {
  const auto lead = lead_of(arrow);
  std::vector<std::string> texts{shown(arrow.caption)};
  for (const auto& detail : arrow.details) texts.push_back(shown(detail));
  const auto room = room_beside(arrow, columns_of_text(lead), texts);
  draw_block(lead, texts.front(), room, Ink::plain);
  const int indent = columns_of_text(lead);
  for (std::size_t at = 1; at < texts.size(); ++at)
    draw_block({}, texts[at], {room.left + indent, room.width - indent}, Ink::faint);
}

void Ladder::draw_mark(const Arrow& arrow) {
  const auto mark = mark_of(arrow);
  if (mark.empty()) return;
  const auto lead = std::string(arrow.lost ? glyphs_.lost : "!") + " ";
  draw_block(lead, mark, room_beside(arrow, 2, {&mark, 1}), Ink::bad);
}

/// The lead once, and the lines of the text behind it.
void Ladder::draw_block(const std::string& lead, std::string_view text, Room room, Ink ink) {
  const int indent = columns_of_text(lead);
  bool first = true;
  for (const auto& line : character_lines(text, static_cast<std::size_t>(std::max(2, room.width - indent)))) {
    auto row = lifelines();
    row.write(room.left + indent, line, ink);
    if (first && indent > 0) row.write(room.left, lead.substr(0, lead.size() - 1), ink == Ink::bad ? ink : Ink::strong);
    print(row);
    first = false;
  }
}

void Ladder::draw_shaft(const Arrow& arrow) {
  const auto from = lifeline_of(diagram_, arrow.from), to = lifeline_of(diagram_, arrow.to);
  const int start = columns_.xs[from], step = from < to ? 1 : -1;
  const int whole = columns_.xs[to] - step;
  const int tip = arrow.lost ? whole - step * std::min(4, std::abs(whole - start) / 3) : whole;
  const auto ink = mark_of(arrow).empty() ? Ink::plain : Ink::bad;
  const auto& spelt = glyphs_.arrow(arrow.kind);
  auto row = lifelines();
  for (int column = start + step; column != tip; column += step) {
    const auto crossed = static_cast<std::size_t>(std::ranges::find(columns_.xs, column) - columns_.xs.begin());
    if (crossed < columns_.xs.size())
      row.put(column, active_[crossed] > 0 ? glyphs_.active_crossing : glyphs_.crossing, ink);
    else
      row.put(column, (tip - column) % 2 == 0 ? spelt.gap : spelt.shaft, ink);
  }
  row.put(tip, arrow.lost ? glyphs_.lost : step > 0 ? spelt.to_right : spelt.to_left, ink);
  put_tail(row, from, step > 0);
  print(row);
}

/// Where the arrow leaves its lifeline.
void Ladder::put_tail(LadderRow& row, std::size_t lifeline, bool to_right) const {
  if (is_attackers(lifeline)) return;
  const bool active = active_[lifeline] > 0;
  const auto right = active ? glyphs_.active_starts_right : glyphs_.starts_right;
  const auto left = active ? glyphs_.active_starts_left : glyphs_.starts_left;
  row.put(columns_.xs[lifeline], to_right ? right : left, Ink::faint);
}

void Ladder::draw_loop(const Arrow& arrow) {
  const auto lifeline = lifeline_of(diagram_, arrow.from);
  const int start = columns_.xs[lifeline];
  const auto ink = mark_of(arrow).empty() ? Ink::plain : Ink::bad;
  const auto& spelt = glyphs_.arrow(arrow.kind);
  auto leaving = lifelines(), coming = lifelines();
  put_tail(leaving, lifeline, true);
  leaving.put(start + 1, spelt.shaft, ink);
  leaving.put(start + loop_width, glyphs_.loop_top, ink);
  coming.put(start + 1, arrow.lost ? glyphs_.lost : spelt.to_left, ink);
  coming.put(start + loop_width, glyphs_.loop_bottom, ink);
  print(leaving);
  print(coming);
}

}  // namespace flowsim::emit
