// flowsim states: every row of every machine's table is drawn, once.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "flows/implicit/states.hpp"
#include "program.hpp"

namespace flowsim {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::array actors{Participant::user, Participant::client, Participant::okta, Participant::app,
                            Participant::attacker};

/// How a notation breaks lines, and what stands around the lines of a box if it is one statement.
struct Notation {
  std::string name, line_break, begin_of_box, end_of_box;
};

const std::vector<Notation> notations{{"plantuml", "\\n", "", ""}, {"mermaid", "<br/>", "  state \"", "\" as "}};

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

/// The labels of an arrow: each begins with its event and goes on with guard and action.
std::vector<std::string> labels_of(const std::string& text, const Notation& notation) {
  std::vector<std::string> labels;
  for (const auto& part : parts(text, notation.line_break))
    if (part.starts_with('[') || part.starts_with('/'))
      labels.back() += " " + part;
    else
      labels.push_back(part);
  return labels;
}

/// `From>To label` of each row that one line of the source draws.
std::vector<std::string> rows_in(const std::string& line, const Notation& notation) {
  std::vector<std::string> rows;
  const auto colon = line.find(" : ");
  if (!notation.begin_of_box.empty() && line.starts_with(notation.begin_of_box)) {
    const auto begin = notation.begin_of_box.size();
    const auto words = parts(line.substr(begin, line.find(notation.end_of_box) - begin), notation.line_break);
    for (std::size_t at = 1; at < words.size(); ++at) rows.push_back(words[0] + ">" + words[0] + " " + words[at]);
  } else if (colon != std::string::npos) {
    const auto begin = line.find_first_not_of(' ');
    auto way = line.substr(begin, colon - begin);
    if (way.find(" --> ") == std::string::npos) way += " --> " + way;
    replace(way, " --> ", ">");
    for (const auto& label : labels_of(line.substr(colon + 3), notation)) rows.push_back(way + " " + label);
  }
  return rows;
}

std::vector<std::string> drawn_rows(const std::string& text, const Notation& notation) {
  std::vector<std::string> rows;
  for (const auto& line : parts(text, "\n"))
    for (auto& row : rows_in(line, notation)) rows.push_back(std::move(row));
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

TEST(States, MarksWhereEachMachineBeginsAndEnds) {
  for (const auto actor : actors)
    for (const auto& notation : notations) {
      const auto text = flowsim_run({"states", std::string(name_of(actor)), "--format", notation.name}).out;
      const auto& table = implicit::edges_of(actor);
      EXPECT_THAT(text, HasSubstr("[*] --> " + table.initial + "\n"));
      std::size_t ends = 0;
      for (auto at = text.find(" --> [*]\n"); at != std::string::npos; at = text.find(" --> [*]\n", at + 1)) ++ends;
      EXPECT_EQ(ends, table.final_states().size());
      for (const auto& state : table.final_states()) EXPECT_THAT(text, HasSubstr(state + " --> [*]\n"));
    }
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
}  // namespace flowsim
