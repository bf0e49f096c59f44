// Escapes, breaks and colours lines.
#include "teach/page.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"
#include "diagram/character_text.hpp"

namespace flowsim::teach {
namespace {

constexpr std::size_t least_text = 16;

struct SignRow {
  std::string_view sign, ascii;
};

/// In the order of the enumeration.
constexpr std::array<SignRow, 7> signs{
    {{"✓", "+"}, {"✗", "x"}, {"○", "o"}, {"–", "-"}, {"↯", "!"}, {"▸", ">"}, {"◉", "*"}}};

}  // namespace

void Page::put(std::string line, Ink ink) {
  line.erase(line.find_last_not_of(' ') + 1);
  const bool inked = options_.color && ink != Ink::plain && !line.empty();
  lines_.push_back(inked ? std::string(ink_code(ink)) + line + std::string(ink_end) : std::move(line));
}

void Page::gap() {
  if (!lines_.empty() && !lines_.back().empty()) lines_.emplace_back();
}

void Page::say(std::string_view lead, std::string_view text, Ink ink) {
  const auto width = static_cast<std::size_t>(options_.width);
  auto start = character_text(lead, options_.ascii);
  if (display_width(start) + least_text > width) start = character_lines(start, width / 2).front();
  const auto indent = display_width(start);
  for (const auto& line : character_lines(character_text(text, options_.ascii), std::max(least_text, width - indent))) {
    put(start + line, ink);
    start.assign(indent, ' ');
  }
}

void Page::spread(std::string_view left, std::string_view right, Ink ink) {
  const auto width = static_cast<std::size_t>(options_.width);
  const auto one = character_text(left, options_.ascii), other = character_text(right, options_.ascii);
  const auto used = display_width(one) + display_width(other);
  if (used + 2 <= width) return put(one + std::string(width - used, ' ') + other, ink);
  say("", left, ink);
  say("", right, ink);
}

void Page::add(Lines lines) { std::ranges::move(lines, std::back_inserter(lines_)); }

std::string Page::sign(Sign sign) const {
  const auto& row = signs[static_cast<std::size_t>(sign)];
  return std::string(options_.ascii ? row.ascii : row.sign) + " ";
}

std::string padded_to(std::string_view text, std::size_t width) {
  std::string padded(text);
  const auto columns = display_width(padded);
  return padded.append(columns < width ? width - columns : 0, ' ');
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const auto& line : lines) (text += line) += '\n';
  return text;
}

}  // namespace flowsim::teach
