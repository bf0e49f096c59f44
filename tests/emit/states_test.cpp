// State diagrams in their notations.
#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "emit/state_formats.hpp"

namespace flowsim {
namespace {

const Edges door{"Closed",
                 {{"Closed", "push", "Open", "is_unlocked", "ring", false},
                  {"Closed", "kick", "Open", "", "", false},
                  {"Closed", "push", "Closed", "not is_unlocked", "", true}}};

std::string written(void (*write)(std::span<const StateDiagram>, std::ostream&), std::size_t times) {
  std::vector<StateDiagram> diagrams;
  for (std::size_t count = 0; count < times; ++count) diagrams.push_back(state_diagram("door", "Door \"A\"", door));
  std::ostringstream out;
  write(diagrams, out);
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

}  // namespace
}  // namespace flowsim
