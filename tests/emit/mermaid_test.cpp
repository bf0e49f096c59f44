// Mermaid: the guide's numbers, deviations without colour, and hostile text that stays text.
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

std::string mermaid(const Trace& trace, Detail detail = Detail::overview) {
  std::ostringstream out;
  write_mermaid(trace, {detail, false, false}, out);
  return out.str();
}

TEST(Mermaid, DrawsTheGuidesSixArrows) {
  EXPECT_EQ(mermaid(six_interactions()),
            "sequenceDiagram\n"
            "  actor user as Resource Owner (User)\n"
            "  participant client as Client\n"
            "  participant okta as Authorization Server (Okta)\n"
            "  participant app as Resource Server (Your App)\n"
            "  client->>okta: 1. Access token request to /authorize\n"
            "  okta-->>user: 2. 302 redirect to authentication prompt\n"
            "  user->>okta: 3. Authentication & consent\n"
            "  okta-->>client: 4. Access token response\n"
            "  client->>app: 5. Request with access token\n"
            "  app-->>client: 6. Response\n");
}

TEST(Mermaid, MatchesItsGoldenWithEveryRecord) {
  expect_golden(mermaid(every_record()), golden_folder / "every_record_overview.mmd");
  expect_golden(mermaid(every_record(), Detail::messages), golden_folder / "every_record_messages.mmd");
}

TEST(Mermaid, WritesTheInteractionsNumberWhereTheOrderIsUnusual) {
  TraceBuilder builder;
  for (const int number : {1, 2, 3, 2}) builder.interaction(number);
  EXPECT_THAT(mermaid(builder.build()),
              HasSubstr(": 3. Authentication & consent\n  okta-->>user: 2. 302 redirect to authentication prompt\n"));
}

TEST(Mermaid, EndsALostMessageInACrossAndSaysSo) {
  TraceBuilder builder;
  builder.interaction(1).never_arrives().outcome(OutcomeKind::timed_out);
  EXPECT_THAT(mermaid(builder.build()),
              HasSubstr("client-xokta: 1. Access token request to /authorize ✗ never arrives\n"));
}

TEST(Mermaid, SaysInWordsWhatDeviates) {
  TraceBuilder builder;
  builder.message(2, okta, user, "Error page").unexpected();
  EXPECT_THAT(mermaid(builder.build()), HasSubstr("okta-->>user: 2. Error page ⚠ outside the happy path\n"));
}

TEST(Mermaid, SaysThatTheFlowIsLegacyUnlessItIsTheGuidesDiagram) {
  EXPECT_THAT(mermaid(every_record()), HasSubstr("Legacy flow"));
  EXPECT_THAT(mermaid(six_interactions()), Not(HasSubstr("Legacy")));
}

/// A line of the source is one of the few statements the writer uses, and its texts hold nothing but words and
/// entities.
TEST(Mermaid, LeavesNothingOfAHostileTextThatItsLanguageCouldRead) {
  auto texts = hostile_texts;
  for (const auto* text : {"%%{init: {'theme': 'dark'}}%%", "%% comment", "a; b", "a#b", "#35;", "end", "wrap: text",
                           "nowrap:x", "<br/>", "<script>alert(1)</script>", "$$x^2$$", "style a:b<c>",
                           "classDef x:<red>", "\xEF\xAC\x82\xC2\xB0\xC2\xB0\x36\x30\xC2\xB6\xC3\x9F", "#br#", "---"})
    texts.emplace_back(text);
  texts.push_back(hostile_bytes);
  const std::string plain = "(?:[A-Za-z0-9.,()/:&_' -]|[^\\x00-\\x7F]|#[0-9]+;)*";
  const std::regex statement("sequenceDiagram|  title " + plain + "|  (?:actor|participant) [a-z_]+ as " + plain +
                             "|  [a-z_]+(?:-?->>|-?-x|-\\))[a-z_]+: " + plain + "(?:<br/>" + plain +
                             ")*|  (?:de)?activate [a-z_]+|  note over [a-z_]+(?:,[a-z_]+)?: " + plain + "(?:<br/>" +
                             plain + ")*");
  for (const auto& text : texts)
    for (const auto detail : all_details) {
      std::istringstream drawn(mermaid(hostile_run(text), detail));
      for (std::string line; std::getline(drawn, line);)
        EXPECT_TRUE(std::regex_match(line, statement)) << line << " of " << text;
    }
}

struct MermaidEscape {
  const char *text, *escaped;
};

TEST(EscapeMermaid, KeepsOrdinaryWordsReadable) {
  for (const auto* text :
       {"Access token request to /authorize", "Authentication & consent", "state_matches", "Outcome: timed_out",
        "RFC 6749 §4.2", "id_token-token", "a, b (c). d", "browser's", "Käse 茶 😀 —"})
    EXPECT_EQ(escape_mermaid(text), text);
}

TEST(EscapeMermaid, WritesEverythingElseAsAnEntity) {
  for (const auto& [text, escaped] :
       {MermaidEscape{"#", "#35;"}, MermaidEscape{";", "#59;"}, MermaidEscape{"\"", "#34;"},
        MermaidEscape{"%%", "#37;#37;"}, MermaidEscape{"<br/>", "#60;br/#62;"}, MermaidEscape{"&lt;", "#38;lt#59;"},
        MermaidEscape{"wrap: a", "wrap#58; a"}, MermaidEscape{"12:30", "12#58;30"},
        MermaidEscape{"a  b ", "a#160;#160;b#160;"}, MermaidEscape{"\\n", "#92;n"}, MermaidEscape{"\n", "#92;x0A"},
        MermaidEscape{"\xff", "#92;xFF"}, MermaidEscape{"°¶ßﬂ", "#176;#182;#223;#64258;"}, MermaidEscape{"", ""}})
    EXPECT_EQ(escape_mermaid(text), escaped) << text;
}

}  // namespace
}  // namespace flowsim::emit
