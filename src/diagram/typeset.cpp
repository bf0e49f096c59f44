// Measures with a table of advance widths, the facts of the typefaces.
#include "diagram/typeset.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace flowsim::diagram {
namespace {

/// Thousandths of the font size for U+0020 to U+007E: the wider of Helvetica and DejaVu Sans.
// clang-format off
constexpr std::array<int, 95> advances{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,  // space to /
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,  // 0 to ?
   1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,  // @ to O
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,  // P to _
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,  // ` to o
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};      // p to ~
// clang-format on

constexpr int full = 1000;             // a wide East Asian character, and any symbol we know nothing about
constexpr int letter = 700;            // a letter of another alphabet
constexpr int code_letter = 602 - 30;  // the monospaced face is set at 95 % of the size
constexpr char32_t first_symbol = 0x2000;
constexpr std::size_t most_evened_lines = 6;  // beyond, the last one is not worth the search

constexpr int in_face(int plain, Face face) { return face == Face::bold ? plain * 115 / 100 : plain; }

/// By face, for the same characters as `advances`.
constexpr auto advances_in = [] {
  std::array<std::array<int, advances.size()>, 3> faces{};
  for (const auto face : {Face::plain, Face::bold, Face::code})
    for (std::size_t at = 0; at < advances.size(); ++at)
      faces.at(static_cast<std::size_t>(face)).at(at) =
          face == Face::code ? code_letter : in_face(advances.at(at), face);
  return faces;
}();

/// Of a character beyond those of the table.
int advance(char32_t value, Face face) {
  const auto columns = columns_of(value);
  if (columns == 0) return 0;
  if (columns == 2) return full;
  const bool is_symbol = value >= first_symbol;
  if (face == Face::code) return is_symbol ? full : code_letter;
  return in_face(is_symbol ? full : letter, face);
}

/// Thousandths of a pixel, so that sums are exact; a text may be megabytes long.
using Exact = std::int64_t;

Exact exact_width(std::string_view text, Face face, int size) {
  const auto& known = advances_in.at(static_cast<std::size_t>(face));
  Exact sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= ' ' && text[at] <= '~') {
      sum += known[static_cast<std::size_t>(text[at++] - ' ')];
      continue;
    }
    const auto character = code_point_at(text, at);
    sum += advance(character.value, face);
    at += character.length;
  }
  return sum * size;
}

bool is_code(std::string_view word) {
  return (word.size() > 1 && word.front() == '/') || word.find('_') != std::string_view::npos ||
         word.find("://") != std::string_view::npos;
}

/// How many marks end the sentence around the word, not the word.
std::size_t punctuation(std::string_view word) {
  const auto last = word.find_last_not_of(".,;:)");
  return last == std::string_view::npos ? 0 : word.size() - last - 1;
}

class Compositor {
 public:
  Compositor(Face face, int size, int width) : face_(face), size_(size), limit_(Exact{width} * 1000) {}

  void word(std::string_view word, bool first) {
    const bool code = is_code(word);
    const Face face = code ? Face::code : face_;
    const Exact space = first ? 0 : exact_width(" ", face_, size_);
    const Exact width = exact_width(word, face, size_);
    if (used_ + space + width > limit_ && !first && used_ > 0) {
      end_line();
    } else if (!first) {
      add(" ", false, space);
    }
    if (used_ + width > limit_)
      spell(word, code, face);
    else if (const auto tail = code ? punctuation(word) : 0; tail == 0)
      add(word, code, width);
    else
      add_with_tail(word.substr(0, word.size() - tail), word.substr(word.size() - tail));
  }

  std::vector<TextLine> lines() && {
    end_line();
    return std::move(lines_);
  }

 private:
  /// The monospaced face is at least as wide for each of the marks, so the word still fits.
  void add_with_tail(std::string_view code, std::string_view tail) {
    add(code, true, exact_width(code, Face::code, size_));
    add(tail, false, exact_width(tail, face_, size_));
  }

  /// Breaks a path or an address where one of its parts ends, if that part fits on a line of its own.
  void spell(std::string_view word, bool code, Face face) {
    while (!word.empty()) {
      const auto sign = code ? word.find_first_of("/?&#=", 1) : std::string_view::npos;
      const auto part = word.substr(0, std::min(sign, word.size()));
      const Exact width = exact_width(part, face, size_);
      if (used_ + width > limit_ && used_ > 0 && width <= limit_) end_line();
      if (used_ + width <= limit_)
        add(part, code, width);
      else
        spell_out(part, code, face);
      word.remove_prefix(part.size());
    }
  }

  void spell_out(std::string_view word, bool code, Face face) {
    for (std::size_t at = 0; at < word.size();) {
      const auto letters = word.substr(at, code_point_at(word, at).length);
      const Exact width = exact_width(letters, face, size_);
      if (used_ + width > limit_ && used_ > 0) end_line();
      add(letters, code, width);
      at += letters.size();
    }
  }

  void add(std::string_view text, bool code, Exact width) {
    if (line_.runs.empty() || line_.runs.back().code != code) line_.runs.push_back({{}, code});
    line_.runs.back().text += text;
    used_ += width;
  }

  void end_line() {
    line_.width = static_cast<int>((used_ + 999) / 1000);
    lines_.push_back(std::exchange(line_, {}));
    used_ = 0;
  }

  Face face_;
  int size_;
  Exact limit_, used_ = 0;
  TextLine line_;
  std::vector<TextLine> lines_;
};

}  // namespace

std::vector<TextLine> typeset(std::string_view text, Face face, int size, int width) {
  const auto shown = visible(text);
  Compositor compositor(face, size, width);
  for (std::size_t at = 0; at <= shown.size();) {
    const auto end = std::min(shown.find(' ', at), shown.size());
    compositor.word(std::string_view(shown).substr(at, end - at), at == 0);
    at = end + 1;
  }
  return std::move(compositor).lines();
}

int widest_word(std::string_view text, Face face, int size) {
  const auto shown = visible(text);
  Exact width = 0;
  for (std::size_t at = 0; at <= shown.size();) {
    const auto end = std::min(shown.find(' ', at), shown.size());
    const auto word = std::string_view(shown).substr(at, end - at);
    width = std::max(width, exact_width(word, is_code(word) ? Face::code : face, size));
    at = end + 1;
  }
  return static_cast<int>(std::min<Exact>((width + 999) / 1000, std::numeric_limits<int>::max()));
}

std::vector<TextLine> typeset_evenly(std::string_view text, Face face, int size, int width) {
  auto best = typeset(text, face, size, width);
  if (best.size() == 1 || best.size() > most_evened_lines) return best;
  int narrow = widest_word(text, face, size) - 1, enough = widest(best);
  while (narrow + 1 < enough) {
    const int tried = (narrow + enough) / 2;
    auto lines = typeset(text, face, size, tried);
    if (lines.size() > best.size()) {
      narrow = tried;
    } else {
      best = std::move(lines);
      enough = tried;
    }
  }
  return best;
}

int widest(const std::vector<TextLine>& lines) {
  int width = 0;
  for (const auto& line : lines) width = std::max(width, line.width);
  return width;
}

}  // namespace flowsim::diagram
