// Diagnostics point at the right place, whatever the file holds.
#include "base/diagnostic.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include "base/text.hpp"

namespace flowsim::base {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

Diagnostic at(int line, int column, std::string hint = {}) {
  return {"lost.yaml", {line, column}, "unknown fault kind \"dorp\"", std::move(hint)};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Diagnostic, PointsSaysWhatAndHelps) {
  EXPECT_EQ(render(at(2, 7, "did you mean \"drop\"?"), "faults:\n  do: dorp\n"),
            "lost.yaml:2:7: error: unknown fault kind \"dorp\"\n"
            "    do: dorp\n"
            "        ^\n"
            "  hint: did you mean \"drop\"?\n");
}

TEST(Diagnostic, HasNoHintWhereThereIsNone) { EXPECT_THAT(render(at(1, 1), "x"), Not(HasSubstr("hint"))); }

TEST(Diagnostic, OfAWholeFileNamesOnlyTheFile) {
  EXPECT_EQ(render({"-", {}, "the file is empty", ""}, "text"), "-: error: the file is empty\n");
}

TEST(Diagnostic, OfAWholeLineHasNoCaret) {
  EXPECT_EQ(render({"a.yaml", {1, 0}, "wrong", ""}, "text"), "a.yaml:1: error: wrong\n");
}

TEST(Diagnostic, ShowsNoLineThatIsEmptyOrNotThere) {
  for (const auto& [line, source] :
       {std::pair{1, ""}, {2, "one"}, {3, "one\ntwo\n"}, {2, "one\n\nthree"}, {900, "one"}})
    EXPECT_EQ(lines_of(render(at(line, 1), source)).size(), 1u) << line << source;
}

TEST(Diagnostic, PointsBehindTheLineWhereTheColumnIsTooLarge) {
  EXPECT_THAT(render(at(1, 500), "abc\r\ndef"), EndsWith("  abc\n     ^\n"));
}

TEST(Diagnostic, KeepsTabsSoThatTheCaretLinesUp) {
  EXPECT_THAT(render(at(1, 4), "\ta\tb"), EndsWith("  \ta\tb\n  \t \t^\n"));
}

TEST(Diagnostic, CountsCodePointsAndIndentsByColumns) {
  EXPECT_THAT(render(at(1, 4), "世界: x"), EndsWith("  世界: x\n       ^\n"));
  EXPECT_THAT(render(at(1, 3), "e\u0301x"), EndsWith("  e\u0301x\n   ^\n"));
}

TEST(Diagnostic, ShowsControlCharactersInAllItsParts) {
  const auto text = render({"a\x1b[2J.yaml", {1, 3}, "bad\nvalue", "\u202E"}, "\x1b[31m \xFF");
  EXPECT_EQ(text,
            "a\\x1B[2J.yaml:1:3: error: bad\\x0Avalue\n"
            "  \\x1B[31m \\xFF\n"
            "       ^\n"
            "  hint: \\u{202E}\n");
  EXPECT_TRUE(std::ranges::none_of(text, [](char c) { return c != '\n' && static_cast<unsigned char>(c) < 0x20; }));
}

TEST(Diagnostic, ShowsALineOf160ColumnsWhole) {
  const std::string line(160, 'x');
  for (const int column : {1, 80, 160, 161}) {
    const auto shown = lines_of(render(at(1, column), line));
    EXPECT_EQ(shown[1], "  " + line);
    EXPECT_EQ(shown[2].size(), static_cast<std::size_t>(column) + 2);
  }
}

TEST(Diagnostic, CutsLongerLinesAroundThePlace) {
  std::string line;
  for (int i = 0; i < 1000; ++i) line += static_cast<char>('a' + i % 26);
  struct Row {
    int column;
    bool cut_before, cut_behind;
  };
  for (const auto& [column, cut_before, cut_behind] : {Row{1, false, true}, Row{80, false, true}, Row{500, true, true},
                                                       Row{1000, true, false}, Row{1001, true, false}}) {
    const auto shown = lines_of(render(at(1, column), line));
    const std::string_view text(shown[1]);
    EXPECT_EQ(text.starts_with("  …"), cut_before) << column;
    EXPECT_EQ(text.ends_with("…"), cut_behind) << column;
    EXPECT_EQ(display_width(text), 2u + 160u + (cut_before ? 1u : 0u) + (cut_behind ? 1u : 0u)) << column;
    if (column > 1000) continue;
    const auto caret = shown[2].find('^') + (cut_before ? std::string_view("…").size() - 1 : 0);
    EXPECT_EQ(text[caret], line[static_cast<std::size_t>(column - 1)]) << column;
  }
}

TEST(Diagnostic, CutsWideAndEscapedCharactersNeverInTwo) {
  std::string line;
  for (int i = 0; i < 200; ++i) line += "世\x01";
  const auto shown = lines_of(render(at(1, 201), line));
  EXPECT_EQ(invalid_utf8_at(shown[1]), std::nullopt);
  EXPECT_LE(display_width(shown[1]), 2u + 162u);
  EXPECT_EQ(shown[2].size(), display_width(shown[1].substr(0, shown[1].size() / 2)) + 1) << shown[1] << "\n"
                                                                                         << shown[2];
}

TEST(Diagnostics, AreRenderedOneBehindTheOther) {
  const std::string source = "one\ntwo\nthree";
  const Diagnostics all{at(2, 2), at(2, 3), at(3, 1), at(1, 1, "backwards"), at(3, 5)};
  std::string expected;
  for (const auto& diagnostic : all) expected += render(diagnostic, source);
  EXPECT_EQ(render(all, source), expected);
}

// Walking from the start for each of them would take 2 * 10^11 steps, and the watchdog would end the test.
TEST(Diagnostics, WalkThroughTheSourceOnce) {
  const std::string source(40'000'000, 'x');
  Diagnostics all;
  for (int column = 1; column <= 40'000'000; column += 4000) all.push_back({"f", {1, column}, "m", ""});
  const auto all_text = render(all, source);
  EXPECT_TRUE(all_text.ends_with(render(all.back(), source)));
  EXPECT_EQ(std::ranges::count(all_text, '^'), 10'000);
}

}  // namespace
}  // namespace flowsim::base
