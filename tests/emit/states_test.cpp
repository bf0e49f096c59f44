// State diagrams in their notations.
#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "base/text.hpp"
#include "emit/state_formats.hpp"
#include "support/golden.hpp"
#include "support/state_pictures.hpp"
#include "support/xml.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;

const Edges door{"Closed",
                 {{"Closed", "push", "Open", "is_unlocked", "ring", false},
                  {"Closed", "kick", "Open", "", "", false},
                  {"Closed", "push", "Closed", "not is_unlocked", "", true}}};

using Write = void (*)(std::span<const StateDiagram>, const StateOptions&, std::ostream&);

std::string written(Write write, std::size_t times, const StateOptions& options = {}) {
  std::vector<StateDiagram> diagrams;
  for (std::size_t count = 0; count < times; ++count) diagrams.push_back(state_diagram("door", "Door \"A\"", door));
  std::ostringstream out;
  write(diagrams, options, out);
  return out.str();
}

TEST(StateFormats, HaveDifferentNames) {
  std::set<std::string_view> names;
  for (const auto& format : state_formats()) EXPECT_TRUE(names.insert(format.name).second);
}

TEST(StatesPlantUml, HasBoxesArrowsAndEnds) {
  EXPECT_EQ(
      written(write_states_plantuml, 1),
      "@startuml door\nskinparam monochrome true\nskinparam nodesep 20\nskinparam ranksep 30\nhide empty description\n"
      "title Door <U+0022>A<U+0022>\n"
      "footer Legacy flow: new applications use Authorization Code with PKCE (RFC 9700 <U+00A7>2.1.2).\n"
      "state Closed\n"
      "Closed : push [not is_unlocked]\n"
      "state Open\n"
      "[*] --> Closed\n"
      "Closed --> Open : push\\n[is_unlocked]\\n/ ring\\nkick\n"
      "Open --> [*]\n"
      "@enduml\n");
}

TEST(StatesMermaid, HasBoxesArrowsAndEnds) {
  EXPECT_EQ(written(write_states_mermaid, 1),
            "---\ntitle: \"Door #34;A#34;\"\n---\nstateDiagram-v2\n"
            "  state \"Closed<br/>push [not is_unlocked]\" as Closed\n"
            "  state \"Open\" as Open\n"
            "  [*] --> Closed\n"
            "  Closed --> Open : push<br/>[is_unlocked]<br/>/ ring<br/>kick\n"
            "  Open --> [*]\n"
            "  note right of Closed\n"
            "    Legacy flow: new applications use\n"
            "    Authorization Code with PKCE (RFC 9700\n"
            "    §2.1.2).\n"
            "  end note\n");
}

TEST(StatesMermaid, PutsSeveralMachinesIntoOneDiagram) {
  const auto text = written(write_states_mermaid, 2);
  EXPECT_THAT(text, testing::StartsWith("stateDiagram-v2\n  state \"Door #34;A#34;\" as door {\n"
                                        "    state \"Closed<br/>"));
  EXPECT_THAT(text, testing::HasSubstr("    door_Closed --> door_Open : push"));
  EXPECT_EQ(text.find("stateDiagram-v2", 1), std::string::npos);
}

TEST(StatesSvg, MatchesItsGolden) { expect_golden(written(write_states_svg, 1), golden_folder / "door_states.svg"); }

TEST(StatesSvg, IsWellFormedAndUsesNothingThatRunsOrLoads) {
  const std::vector<std::string> allowed{"svg",    "title", "desc", "style", "rect",
                                         "circle", "path",  "g",    "text",  "tspan"};
  for (unsigned seed = 0; seed < 30; ++seed) {
    const std::vector diagrams{state_diagram("one", "</text>&amp;\" x=\"'", random_machine(seed, 30, 80)),
                               state_diagram("two", "Two", door)};
    std::ostringstream out;
    write_states_svg(diagrams, {}, out);
    const auto document = read_xml(out.str());
    EXPECT_EQ(document.wrong, "");
    EXPECT_THAT(document.elements, testing::Each(testing::AnyOfArray(allowed)));
    EXPECT_THAT(document.texts, testing::Contains(testing::HasSubstr("</text>&amp;\" x=\"'")));
    for (const auto* reference : {"url(", "@import", "href", "<script"})
      EXPECT_THAT(out.str(), testing::Not(testing::HasSubstr(reference)));
  }
}

TEST(StatesSvg, IsTheSameEveryTime) { EXPECT_EQ(written(write_states_svg, 2), written(write_states_svg, 2)); }

TEST(StatesSvg, IsReadAloudStateByStateAndRowByRow) {
  const auto texts = read_xml(written(write_states_svg, 1)).texts;
  EXPECT_THAT(texts, testing::IsSupersetOf({"Closed, initial state", "Open, final state",
                                            "Closed stays: push [not is_unlocked]",
                                            "Closed to Open: push [is_unlocked] / ring", "Closed to Open: kick"}));
}

TEST(StatesSvg, HasEveryColourOfItsRulesInLightAndDark) {
  const auto picture = written(write_states_svg, 1);
  for (std::size_t at = 0; (at = picture.find("var(", at)) != std::string::npos; ++at) {
    const auto property = picture.substr(at + 4, picture.find(')', at) - at - 4) + ":";
    const auto light = picture.find(property);
    ASSERT_NE(light, std::string::npos) << property;
    EXPECT_NE(picture.find(property, light + 1), std::string::npos) << property;
  }
}

TEST(StatesTerminal, MatchesItsGolden) {
  expect_golden(written(write_states_terminal, 2), golden_folder / "door_states.txt");
  expect_golden(written(write_states_terminal, 2, {.ascii = true}), golden_folder / "door_states_ascii.txt");
}

TEST(StatesTerminal, BreaksLongLabelsBetweenTheirParts) {
  const std::string longest(30, 'w');
  const std::vector diagrams{state_diagram(
      "one", "One",
      {"A", {{"A", longest, "B", longest, longest, false}, {"A", longest, "A", longest, longest, true}}})};
  std::ostringstream out;
  write_states_terminal(diagrams, {}, out);
  EXPECT_THAT(out.str(),
              testing::HasSubstr("  ╰─ " + longest + " [" + longest + "]\n       / " + longest + " ─▶ ◎ B\n"));
}

TEST(StatesTerminal, KeepsItsLinesWithinAHundredColumns) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const std::vector diagrams{state_diagram("one", "One", random_machine(seed, 30, 80))};
    for (const bool ascii : {false, true}) {
      std::ostringstream out;
      write_states_terminal(diagrams, {ascii}, out);
      std::istringstream in(out.str());
      for (std::string line; std::getline(in, line);) EXPECT_LE(display_width(line), 100U) << line;
    }
  }
}

}  // namespace
}  // namespace flowsim::emit
