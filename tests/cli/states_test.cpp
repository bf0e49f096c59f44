// flowsim states: every row of every machine's table is drawn, once.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "base/text.hpp"
#include "diagram/state_layout.hpp"
#include "flows/implicit/states.hpp"
#include "program.hpp"
#include "support/state_pictures.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::array actors{Participant::user, Participant::client, Participant::okta, Participant::app,
                            Participant::attacker};

void replace(std::string& text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

std::vector<std::string> parts(std::string text, const std::string& between) {
  replace(text, between, "\n");
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part);) all.push_back(part);
  return all;
}

/// How a notation for other programs breaks lines, and what stands around the lines of a box if it is one statement.
struct Source {
  std::string line_break, begin_of_box, end_of_box;
};

const Source plantuml{"\\n", "", ""}, mermaid{"<br/>", "  state \"", "\" as "};

/// The labels of an arrow: each begins with its event and goes on with guard and action.
std::vector<std::string> labels_of(const std::string& text, const Source& source) {
  std::vector<std::string> labels;
  for (const auto& part : parts(text, source.line_break))
    if (part.starts_with('[') || part.starts_with('/'))
      labels.back() += " " + part;
    else
      labels.push_back(part);
  return labels;
}

/// `From>To label` of each row that one line of the source draws.
std::vector<std::string> rows_in(const std::string& line, const Source& source) {
  std::vector<std::string> rows;
  const auto colon = line.find(" : ");
  if (!source.begin_of_box.empty() && line.starts_with(source.begin_of_box)) {
    const auto begin = source.begin_of_box.size();
    const auto words = parts(line.substr(begin, line.find(source.end_of_box) - begin), source.line_break);
    for (std::size_t at = 1; at < words.size(); ++at) rows.push_back(words[0] + ">" + words[0] + " " + words[at]);
  } else if (colon != std::string::npos) {
    const auto begin = line.find_first_not_of(' ');
    auto way = line.substr(begin, colon - begin);
    if (way.find(" --> ") == std::string::npos) way += " --> " + way;
    replace(way, " --> ", ">");
    for (const auto& label : labels_of(line.substr(colon + 3), source)) rows.push_back(way + " " + label);
  }
  return rows;
}

template <const Source& source>
std::vector<std::string> rows_in_source(const std::string& text) {
  std::vector<std::string> rows;
  for (const auto& line : parts(text, "\n"))
    for (auto& row : rows_in(line, source)) rows.push_back(std::move(row));
  return rows;
}

/// What a screen reader says of each transition.
std::vector<std::string> rows_in_svg(const std::string& text) {
  std::vector<std::string> rows;
  const std::string begin = "<g role=\"listitem\"><title>";
  for (const auto& line : parts(text, "\n")) {
    if (!line.starts_with(begin)) continue;
    auto row = line.substr(begin.size(), line.find('<', begin.size()) - begin.size());
    if (const auto stays = row.find(" stays: "); stays != std::string::npos)
      row.replace(stays, 8, ">" + row.substr(0, stays) + " ");
    replace(row, " to ", ">");
    replace(row, ": ", " ");
    rows.push_back(row);
  }
  return rows;
}

/// The lines in a box below its rule, and the branches below the box; the state's name stands in the box's first line.
std::vector<std::string> rows_in_terminal(const std::string& text) {
  std::vector<std::string> rows;
  std::string state, before, words;
  for (auto line : parts(text, "\n")) {
    for (const auto* mark : {"●", "◎", "═", "─"}) replace(line, mark, "");
    for (const auto* border : {"│", "║"}) replace(line, border, "|");
    const auto first = line.find_first_not_of("| "), last = line.find_last_not_of("| ");
    words = first == std::string::npos ? "" : line.substr(first, last - first + 1);
    if (before.starts_with("╭") || before.starts_with("╔"))
      state = words;
    else if (const auto tip = words.find("▶ "); tip != std::string::npos)
      rows.push_back(state + ">" + words.substr(words.find_first_not_of(' ', tip + 3)) + " " +
                     words.substr(4, words.find_last_not_of(' ', tip - 1) - 3));
    else if (line.starts_with("|"))
      rows.push_back(state + ">" + state + " " + words);
    before = line;
  }
  return rows;
}

/// A format, and how the rows are found in it again.
struct Notation {
  std::string name;
  std::vector<std::string> (*rows)(const std::string& text);
  bool is_source = false;  ///< for another program, where `[*]` is the beginning and the end
};

const std::vector<Notation> notations{{"plantuml", rows_in_source<plantuml>, true},
                                      {"mermaid", rows_in_source<mermaid>, true},
                                      {"svg", rows_in_svg},
                                      {"terminal", rows_in_terminal}};

std::vector<std::string> drawn_rows(const std::string& text, const Notation& notation) {
  auto rows = notation.rows(text);
  std::ranges::sort(rows);
  return rows;
}

std::vector<std::string> rows_of_table(Participant actor) {
  std::vector<std::string> rows;
  for (const auto& edge : implicit::edges_of(actor).rows)
    rows.push_back(edge.from + ">" + edge.to + " " + edge.event + (edge.guard.empty() ? "" : " [" + edge.guard + "]") +
                   (edge.action.empty() ? "" : " / " + edge.action));
  std::ranges::sort(rows);
  return rows;
}

TEST(States, DrawsExactlyTheRowsOfEachTable) {
  for (const auto actor : actors)
    for (const auto& notation : notations) {
      const auto run = flowsim_run({"states", std::string(name_of(actor)), "--format", notation.name});
      EXPECT_EQ(run.status, 0) << run.err;
      EXPECT_EQ(drawn_rows(run.out, notation), rows_of_table(actor)) << name_of(actor) << " as " << notation.name;
    }
}

TEST(States, MarksInSourcesWhereEachMachineBeginsAndEnds) {
  for (const auto actor : actors)
    for (const auto& notation : notations) {
      if (!notation.is_source) continue;
      const auto text = flowsim_run({"states", std::string(name_of(actor)), "--format", notation.name}).out;
      const auto& table = implicit::edges_of(actor);
      EXPECT_THAT(text, HasSubstr("[*] --> " + table.initial + "\n"));
      std::size_t ends = 0;
      for (auto at = text.find(" --> [*]\n"); at != std::string::npos; at = text.find(" --> [*]\n", at + 1)) ++ends;
      EXPECT_EQ(ends, table.final_states().size());
      for (const auto& state : table.final_states()) EXPECT_THAT(text, HasSubstr(state + " --> [*]\n"));
    }
}

std::size_t count_of(const std::string& part, const std::string& text) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(States, MarksInPicturesWhereEachMachineBeginsAndEnds) {
  for (const auto actor : actors) {
    const auto svg = flowsim_run({"states", std::string(name_of(actor)), "--format", "svg"}).out;
    const auto& table = implicit::edges_of(actor);
    EXPECT_EQ(count_of(table.initial + ", initial state</title>", svg), 1U);
    EXPECT_EQ(count_of("initial state</title>", svg), 1U);
    EXPECT_EQ(count_of("final state</title>", svg), table.final_states().size());
    EXPECT_EQ(count_of(" inner\"", svg), table.final_states().size());
    const auto text = flowsim_run({"states", std::string(name_of(actor)), "--format", "terminal"}).out;
    EXPECT_EQ(count_of("│ ● " + table.initial + " ", text), 1U);
    for (const auto& state : table.final_states()) EXPECT_EQ(count_of("║ ◎ " + state + " ", text), 1U);
    EXPECT_EQ(count_of("║ ◎ ", text), table.final_states().size());
  }
}

TEST(States, FitOnAPageWithNothingOverAnythingElse) {
  for (const auto actor : actors) {
    const auto drawing = layout(state_diagram(name_of(actor), "States", implicit::edges_of(actor)));
    EXPECT_LE(drawing.width, 1000) << name_of(actor);
    EXPECT_THAT(testing_support::flaws_in(drawing), testing::IsEmpty()) << name_of(actor);
    const auto text = flowsim_run({"states", std::string(name_of(actor)), "--format", "terminal"}).out;
    for (const auto& line : parts(text, "\n")) EXPECT_LE(display_width(line), 100U) << line;
  }
}

TEST(States, AreDrawnInAsciiOnRequestWhereCharactersAreDrawnWith) {
  const auto run = flowsim_run({"states", "--format", "terminal", "--ascii"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(
      std::ranges::all_of(run.out, [](char letter) { return letter == '\n' || (' ' <= letter && letter <= '~'); }));
  const auto refused = flowsim_run({"states", "--format", "svg", "--ascii"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_THAT(refused.err, HasSubstr("add --format terminal"));
}

TEST(States, DrawsAllActorsWhereNoneIsNamed) {
  const auto all = flowsim_run({"states"});
  std::string expected;
  for (const auto actor : actors) expected += flowsim_run({"states", std::string(name_of(actor))}).out;
  EXPECT_EQ(all.out, expected);
}

TEST(States, WritesToAFile) {
  const TemporaryFolder folder;
  const auto file = (folder.path() / "client.mmd").string();
  const auto run = flowsim_run({"states", "client", "--format", "mermaid", "-o", file});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(content_of(file), StartsWith("---\ntitle: \"States: Client\"\n---\nstateDiagram-v2\n"));
}

TEST(States, SaysWhenTheFileCannotBeWritten) {
  const auto run = flowsim_run({"states", "-o", "/no/such/folder/states.puml"});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, StartsWith("flowsim: /no/such/folder/states.puml: "));
}

TEST(States, SuggestsTheNearestActor) {
  const auto run = flowsim_run({"states", "clinet"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("did you mean 'client'?"));
}

}  // namespace
}  // namespace flowsim::cli
