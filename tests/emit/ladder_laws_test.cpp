// What holds of every line of every ladder, whatever its texts are.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "diagram/ladder_columns.hpp"
#include "emit/writers.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;

std::vector<std::string> lines_of(const Trace& trace, const EmitOptions& options) {
  std::ostringstream out;
  write_terminal(trace, options, out);
  std::istringstream in(out.str());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> hostile() {
  auto texts = hostile_texts;
  texts.push_back(hostile_bytes);
  texts.insert(texts.end(),
               {"", std::string(300, 'x'), std::string(40, ' ') + "x", "│┃┆├▶ ┊ ┼ ⟨x⟩ ╭─╮", "|#:+-->",
                "日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語",
                "e\xcc\x81\xcc\x82\xcc\x83 \xcc\x81 \xcc\x81", "⚠️ ☎︎ 👩‍💻 🇦🇹", "שלום عليكم"});
  return texts;
}

struct LadderCase {
  std::string name;
  Trace trace;
  std::vector<int> widths;
};

std::vector<int> many_widths() {
  std::vector<int> widths;
  for (int width = 40; width <= 200; width += width < 100 ? 3 : 11) widths.push_back(width);
  return widths;
}

std::vector<LadderCase> cases() {
  std::vector<LadderCase> cases{{"six", six_interactions(), many_widths()},
                                {"every record", every_record(), many_widths()}};
  for (const auto& text : hostile()) cases.push_back({"hostile " + text, hostile_run(text), {40, 57, 80, 100, 200}});
  return cases;
}

void expect_a_line(const std::string& line, const EmitOptions& options) {
  EXPECT_LE(display_width(line), static_cast<std::size_t>(options.width)) << line;
  EXPECT_EQ(visible(line), line) << "a terminal would act on it";
  EXPECT_FALSE(line.ends_with(' ')) << line;
  if (!options.ascii) return;
  EXPECT_TRUE(std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; })) << line;
}

TEST(LadderLaws, NoLineIsWiderThanItsWidthOrMovesACursor) {
  for (const auto& [name, trace, widths] : cases())
    for (const auto detail : all_details)
      for (const bool ascii : {false, true})
        for (const int width : widths) {
          SCOPED_TRACE(name + ", " + std::string(name_of(detail)) + ", " + std::to_string(width));
          const EmitOptions options{.detail = detail, .width = width, .ascii = ascii};
          for (const auto& line : lines_of(trace, options)) expect_a_line(line, options);
        }
}

/// One character for each column; wide ones leave the second column empty.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at < line.size();) {
    const auto character = code_point_at(line, at);
    const auto columns = columns_of(character.value);
    if (columns > 0) cells.push_back(line.substr(at, character.length));
    if (columns == 2) cells.emplace_back();
    at += character.length;
  }
  return cells;
}

const std::set<std::string> lifeline_glyphs{"│", "┃", "┆", "┊", "├", "┤", "┠", "┨", "┼", "╂"};

/// Where a frame of a note or an ending begins and ends, if the line has one.
std::pair<std::size_t, std::size_t> frame_of(const std::vector<std::string>& cells) {
  const auto find = [&cells](const char* glyph) {
    return static_cast<std::size_t>(std::ranges::find(cells, glyph) - cells.begin());
  };
  for (const auto& [left, right] : {std::pair{"╭", "╮"}, std::pair{"╔", "╗"}})
    if (find(left) < cells.size() && find(right) < cells.size()) return {find(left), find(right)};
  return {1, 0};
}

void expect_lifelines_in(const std::vector<std::string>& lines, const LadderColumns& columns) {
  std::pair<std::size_t, std::size_t> frame{1, 0};
  for (const auto& line : lines) {
    auto cells = cells_of(line);
    cells.resize(static_cast<std::size_t>(columns.width) + 1, " ");
    if (const auto opened = frame_of(cells); opened.first < opened.second) frame = opened;
    const auto is_framed = [&frame](std::size_t at) { return at >= frame.first && at <= frame.second; };
    for (std::size_t at = 0; at < cells.size(); ++at)
      if (lifeline_glyphs.contains(cells[at]) && !is_framed(at)) {
        EXPECT_TRUE(std::ranges::find(columns.xs, static_cast<int>(at)) != columns.xs.end()) << at << ": " << line;
      }
    for (const int x : columns.xs) {
      const auto at = static_cast<std::size_t>(x);
      const bool covered =
          is_framed(at) || cells[at] != " " || cells[at + 1] != " " || (at > 0 && cells[at - 1] != " ");
      EXPECT_TRUE(covered) << "nothing at " << x << ": " << line;
    }
    if (line.find("╯") != std::string::npos || line.find("╝") != std::string::npos) frame = {1, 0};
  }
}

TEST(LadderLaws, EveryLineHasItsLifelinesInTheirColumns) {
  std::vector<Trace> traces{six_interactions(), every_record(), hostile_run("日本 é 😀 – §"),
                            hostile_run(std::string(200, 'x')), hostile_run(hostile_bytes)};
  for (const auto& trace : traces)
    for (const auto detail : all_details)
      for (int width = 40; width <= 200; width += 3) {
        SCOPED_TRACE(std::string(name_of(detail)) + ", " + std::to_string(width));
        const auto columns = ladder_columns(sequence_diagram(trace, {detail}), width, false);
        const auto lines = lines_of(trace, {.detail = detail, .width = width});
        const auto is_border = [&columns](const std::string& line, const char* corner) {
          return columns.boxed && line.find(corner) != std::string::npos && line.find("─") != std::string::npos;
        };
        const auto first = std::ranges::find_if(lines, [&](const auto& line) { return is_border(line, "┬"); });
        const auto last = std::find_if(first, lines.end(), [&](const auto& line) { return is_border(line, "┌"); });
        if (!columns.boxed) continue;
        ASSERT_NE(last, lines.end());
        ASSERT_GT(last - first, 3);
        expect_lifelines_in({first + 1, last}, columns);
      }
}

TEST(LadderLaws, AsciiHasTheSameLinesInTheSameColumns) {
  for (const int width : many_widths()) {
    const auto unicode = lines_of(six_interactions(), {.detail = Detail::overview, .width = width});
    const auto ascii = lines_of(six_interactions(), {.detail = Detail::overview, .width = width, .ascii = true});
    ASSERT_EQ(unicode.size(), ascii.size());
    for (std::size_t at = 0; at < unicode.size(); ++at)
      EXPECT_EQ(display_width(unicode[at]), display_width(ascii[at])) << unicode[at];
  }
}

}  // namespace
}  // namespace flowsim::emit
