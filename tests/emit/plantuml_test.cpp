// PlantUML: the guide's diagram byte for byte, deviations, and hostile text that stays text.
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include "emit/escape.hpp"
#include "emit/writers.hpp"
#include "support/golden.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::HasSubstr;
using ::testing::Not;

std::string plantuml(const Trace& trace, Detail detail = Detail::overview) {
  std::ostringstream out;
  write_plantuml(trace, {detail, false, false}, out);
  return out.str();
}

TEST(PlantUml, OfARunInWhichNothingDeviatesIsTheGuidesDiagram) {
  EXPECT_EQ(plantuml(six_interactions()), file_text(golden_folder / "seed.puml"));
}

TEST(PlantUml, MatchesItsGoldenWithEveryRecord) {
  expect_golden(plantuml(every_record()), golden_folder / "every_record_overview.puml");
  expect_golden(plantuml(every_record(), Detail::messages), golden_folder / "every_record_messages.puml");
  expect_golden(plantuml(every_record(), Detail::wire), golden_folder / "every_record_wire.puml");
}

TEST(PlantUml, CorrectsTheCountOnlyWhereItDiffers) {
  TraceBuilder builder;
  for (const int number : {1, 2, 3, 2, 3, 4}) builder.interaction(number);
  const auto text = plantuml(builder.build());
  EXPECT_THAT(text, HasSubstr("user -> okta: Authentication & consent\nautonumber 2 \"<b>#.\"\nokta -> user: 302"));
  EXPECT_THAT(text, Not(HasSubstr("autonumber 1 ")));
  EXPECT_THAT(text, Not(HasSubstr("autonumber 3 ")));
  EXPECT_THAT(text, Not(HasSubstr("autonumber 4 ")));
}

TEST(PlantUml, EndsALostMessageInACross) {
  TraceBuilder builder;
  builder.interaction(1).never_arrives().outcome(OutcomeKind::timed_out);
  EXPECT_THAT(plantuml(builder.build()), HasSubstr("client ->x okta: Access token request"));
}

TEST(PlantUml, SaysThatTheFlowIsLegacyUnlessItIsTheGuidesDiagram) {
  EXPECT_THAT(plantuml(every_record()),
              HasSubstr("footer Switched off: nonce_matches, at_hash_matches. Legacy flow: "));
  EXPECT_THAT(plantuml(six_interactions()), Not(HasSubstr("Legacy")));
}

TEST(PlantUml, LeavesNothingOfAHostileTextThatItsLanguageCouldRead) {
  for (const auto& text : hostile_texts)
    for (const auto detail : all_details) {
      auto drawn = plantuml(hostile_run(text), detail);
      const auto last_line = drawn.rfind("@enduml");
      ASSERT_NE(last_line, std::string::npos);
      drawn.resize(last_line);
      drawn = std::regex_replace(drawn, std::regex("\n([a-z_]+) x?<-- ([a-z_]+): "), "\n$2 answers $1: ");
      EXPECT_EQ(drawn.find("@enduml"), std::string::npos) << text;
      for (const auto* mark :
           {"!", "%", "$", "**", "//", "__", "~", "--", "[[", "&#", "-->", "\\t", "|", "*", "==", "'"})
        EXPECT_EQ(drawn.find(mark), std::string::npos) << mark << " of " << text;
    }
}

TEST(EscapePlantUml, KeepsOrdinaryWordsReadable) {
  for (const auto* text : {"Access token request to /authorize", "Authentication & consent", "state_matches",
                           "Outcome: timed_out", "RFC 6749 4.2", "id_token-token", "a, b (c). d", "12:30"})
    EXPECT_EQ(escape_plantuml(text), text);
}

struct Escape {
  const char *text, *escaped;
};

TEST(EscapePlantUml, WritesEverythingElseAsACodePoint) {
  for (const auto& [text, escaped] :
       {Escape{"**", "<U+002A><U+002A>"}, Escape{"__", "<U+005F><U+005F>"}, Escape{"//", "<U+002F><U+002F>"},
        Escape{"a--b", "a<U+002D><U+002D>b"}, Escape{"<b>", "<U+003C>b<U+003E>"}, Escape{"\\n", "<U+005C>n"},
        Escape{"%date()", "<U+0025>date()"}, Escape{"@enduml", "<U+0040>enduml"}, Escape{"!include", "<U+0021>include"},
        Escape{"\"", "<U+0022>"}, Escape{" a", "<U+0020>a"}, Escape{"a ", "a<U+0020>"}, Escape{"§", "<U+00A7>"},
        Escape{"…", "<U+2026>"}, Escape{"😀", "<U+1F600>"}, Escape{"\n", "<U+005C>x0A"}, Escape{"\xff", "<U+005C>xFF"},
        Escape{"", ""}})
    EXPECT_EQ(escape_plantuml(text), escaped) << text;
}

TEST(EscapePlantUml, PartsTheEndOfACdataSectionSoThatPicturesStayXml) {
  EXPECT_EQ(escape_plantuml("a ]]> b"), "a <U+005D><U+005D><plain><U+003E></plain> b");
  EXPECT_EQ(escape_plantuml("]>"), "<U+005D><U+003E>");
}

TEST(EscapePlantUml, IsPrintableAsciiWhateverComes) {
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first), static_cast<char>(second)};
      for (const char letter : escape_plantuml(text))
        ASSERT_TRUE(letter >= ' ' && letter <= '~') << first << ' ' << second;
    }
}

}  // namespace
}  // namespace flowsim::emit
