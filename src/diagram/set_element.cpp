// Decides how wide each kind of text may become before it is broken.
#include "diagram/set_element.hpp"

#include <algorithm>
#include <utility>

namespace flowsim::diagram {
namespace {

constexpr int caption_width = 20 * font_size::caption, widest_caption = 34 * font_size::caption;
constexpr int mark_width = 24 * font_size::mark, detail_width = 37 * font_size::detail;
constexpr int note_width = 42 * font_size::note;

/// In details everything is code, so runs need not be told apart.
TextLine as_one_run(TextLine line) {
  Run whole;
  for (const auto& run : line.runs) whole.text += run.text;
  line.runs.assign(1, std::move(whole));
  return line;
}

}  // namespace

TextBlock block(std::vector<TextLine> lines, int size, int left, int top) {
  const int width = widest(lines), height = static_cast<int>(lines.size()) * line_height(size);
  return {std::move(lines), {left, top, width, height}};
}

TextBlock centred(std::vector<TextLine> lines, int size, int middle, int top) {
  auto made = block(std::move(lines), size, middle, top);
  made.box.left -= made.box.width / 2;
  return made;
}

std::vector<TextLine> set_details(const std::vector<std::string>& details) {
  std::vector<TextLine> lines;
  for (const auto& detail : details)
    for (auto& line : typeset(detail, Face::code, font_size::detail, detail_width))
      lines.push_back(as_one_run(std::move(line)));
  return lines;
}

std::vector<TextLine> set_caption(std::string_view caption, int below) {
  const bool has_long_word = widest_word(caption, Face::plain, font_size::caption) > caption_width;
  const int limit = has_long_word ? widest_caption : std::clamp(below, caption_width, widest_caption);
  return typeset_evenly(caption, Face::plain, font_size::caption, limit);
}

std::vector<TextLine> set_mark(const Arrow& arrow) {
  const auto words = mark_of(arrow);
  if (words.empty()) return {};
  return typeset(words, Face::plain, font_size::mark, mark_width);
}

std::vector<Sign> signs_of(const Arrow& arrow) {
  std::vector<Sign> signs;
  if (arrow.deviating) signs.push_back(Sign::outside);
  if (arrow.changed) signs.push_back(Sign::changed);
  if (arrow.lost) signs.push_back(Sign::lost);
  if (arrow.took > Duration{0}) signs.push_back(Sign::delayed);
  return signs;
}

NoteText set_note(const Note& note) {
  NoteText text;
  for (std::size_t at = 0; at < note.lines.size(); ++at) {
    const auto face = at < note.heading ? Face::bold : Face::plain;
    for (auto& line : typeset(note.lines[at], face, font_size::note, note_width)) text.lines.push_back(std::move(line));
    if (at < note.heading) text.heading = text.lines.size();
  }
  return text;
}

}  // namespace flowsim::diagram
