// Fills lines with the parts of a label.
#include "diagram/state_label.hpp"

#include <algorithm>

namespace flowsim::diagram {
namespace {

constexpr int continuation_indent = 14;
constexpr int unlimited = 1'000'000;

std::string text_of(const TextLine& line) {
  std::string text;
  for (const auto& run : line.runs) text += run.text;
  return text;
}

int width_of(const std::string& text) { return widest(typeset(text, Face::code, label_size, unlimited)); }

std::string text_of(const LabelLine& line) {
  std::string text;
  for (const auto& run : line.runs) text += (text.empty() ? "" : " ") + run.text;
  return text;
}

void begin_line(std::vector<LabelLine>& lines, LabelRun run) {
  const int width = width_of(run.text);
  lines.push_back({lines.empty() ? 0 : continuation_indent, {std::move(run)}, width});
}

bool fits(const LabelLine& line, const std::string& text, int limit) {
  return line.indent + width_of(text_of(line) + " " + text) <= limit;
}

}  // namespace

LabelPart part_at(const StateLabel& label, std::size_t index) {
  if (index == 0) return LabelPart::event;
  return label.at(index).starts_with('/') ? LabelPart::action : LabelPart::guard;
}

PlacedLabel set_label(const StateLabel& label, int limit) {
  PlacedLabel set;
  for (std::size_t at = 0; at < label.size(); ++at) {
    const auto part = part_at(label, at);
    for (const auto& piece : typeset(label[at], Face::code, label_size, limit - continuation_indent)) {
      auto text = text_of(piece);
      if (!set.lines.empty() && fits(set.lines.back(), text, limit)) {
        set.lines.back().runs.push_back({part, std::move(text)});
        set.lines.back().width = width_of(text_of(set.lines.back()));
      } else {
        begin_line(set.lines, {part, std::move(text)});
      }
    }
  }
  for (const auto& line : set.lines) set.box.width = std::max(set.box.width, line.indent + line.width);
  set.box.height = static_cast<int>(set.lines.size()) * line_height(label_size);
  return set;
}

}  // namespace flowsim::diagram
