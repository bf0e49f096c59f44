// SVG: well-formed XML, hostile text that stays text, and a way through it for a screen reader.
#include <gmock/gmock.h>

#include <sstream>

#include "emit/escape.hpp"
#include "emit/svg_style.hpp"
#include "emit/writers.hpp"
#include "support/golden.hpp"
#include "support/sample_traces.hpp"
#include "support/xml.hpp"

namespace flowsim {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path golden = FLOWSIM_SOURCE_DIR "/tests/emit/golden";

std::string svg(const Trace& trace, Detail detail = Detail::overview, std::string_view theme = {}) {
  std::ostringstream out;
  write_svg(trace, {detail, false, false, theme}, out);
  return out.str();
}

TEST(TheReaderOfTheseTests, FindsWhatIsNotWellFormed) {
  EXPECT_EQ(read_xml("<a b=\"c\"><d/>x &amp; y</a>\n").wrong, "");
  for (const auto* text : {"<a>", "<a></b>", "<a>&</a>", "<a>&b;</a>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a/><b/>",
                           "<a/>x", "</a>", "<a b=\"<\"/>", "<a"})
    EXPECT_NE(read_xml(text).wrong, "") << text;
}

TEST(Svg, MatchesItsGolden) {
  expect_golden(svg(six_interactions()), golden / "six_interactions.svg");
  expect_golden(svg(every_record()), golden / "every_record_overview.svg");
  expect_golden(svg(every_record(), Detail::messages), golden / "every_record_messages.svg");
  expect_golden(svg(every_record(), Detail::wire), golden / "every_record_wire.svg");
}

TEST(Svg, IsTheSameEveryTime) {
  EXPECT_EQ(svg(every_record(), Detail::messages), svg(every_record(), Detail::messages));
}

TEST(Svg, IsWellFormedAndUsesNothingThatRunsOrLoads) {
  const std::vector<std::string> allowed{"svg",    "title", "desc", "style", "rect",
                                         "circle", "path",  "g",    "text",  "tspan"};
  for (const auto& trace : {six_interactions(), every_record(), hostile_run(hostile_bytes)})
    for (const auto detail : {Detail::overview, Detail::messages}) {
      const auto document = read_xml(svg(trace, detail));
      EXPECT_EQ(document.wrong, "");
      for (const auto& element : document.elements) EXPECT_THAT(allowed, ::testing::Contains(element));
    }
  EXPECT_THAT(std::string(svg_style()),
              AllOf(Not(HasSubstr("url(")), Not(HasSubstr("@import")), Not(HasSubstr("<")), Not(HasSubstr("&"))));
}

TEST(Svg, ShowsHostileTextsLiterally) {
  auto texts = hostile_texts;
  for (const auto* text : {"</text>", "<script>alert(1)</script>", "]]>", "&amp;", "\" onload=\"alert(1)", "' x='",
                           "<!DOCTYPE x>", "<?xml?>", "{}", "{0}", "@ink"})
    texts.emplace_back(text);
  for (const auto& text : texts)
    for (const auto detail : {Detail::overview, Detail::messages}) {
      const auto document = read_xml(svg(hostile_run(text), detail));
      ASSERT_EQ(document.wrong, "") << text;
      EXPECT_THAT(document.texts, ::testing::Contains(HasSubstr(text)).Times(::testing::Ge(3))) << text;
    }
}

TEST(Svg, NamesEachMessageInReadingOrder) {
  TraceBuilder builder("A title");
  builder.interaction(1);
  builder.message(4, okta, client, "Access token response").unexpected().never_arrives();
  const auto document = read_xml(svg(builder.outcome(OutcomeKind::timed_out).build()));
  std::vector<std::string> named;
  for (const auto& text : document.texts)
    if (text.find(" to ") != std::string::npos && text.find(": ") != std::string::npos) named.push_back(text);
  EXPECT_THAT(named,
              ElementsAre(HasSubstr("1. Client to "),
                          HasSubstr("4. Authorization Server (Okta) to Client: Access token response, "
                                    "outside the happy path, never arrives")));
}

TEST(Svg, HasATitleADescriptionAndNamedLists) {
  const auto text = svg(six_interactions());
  EXPECT_THAT(text, HasSubstr("\"graphics-document document\""));
  EXPECT_THAT(text, HasSubstr(">Happy path — the six interactions</title>"));
  EXPECT_THAT(text, HasSubstr("Sequence diagram with 6 messages between "));
  EXPECT_THAT(text, HasSubstr("<g role=\"list\" aria-label=\"Participants\">"));
  EXPECT_THAT(text, HasSubstr("use Authorization Code with PKCE"));
}

TEST(Svg, GivesDifferentPicturesDifferentIdentifiers) {
  const auto identifier = [](const std::string& text) { return text.substr(text.find("flowsim-"), 16); };
  EXPECT_NE(identifier(svg(six_interactions())), identifier(svg(every_record())));
}

TEST(Svg, EndsALostMessageInACrossInsteadOfATip) {
  TraceBuilder builder;
  const auto text = svg(builder.interaction(1).never_arrives().outcome(OutcomeKind::timed_out).build());
  EXPECT_THAT(text, HasSubstr("class=\"cross\""));
  EXPECT_THAT(text, Not(HasSubstr("class=\"tip\"")));
}

TEST(Svg, GivesTheAttackerADoubleBorderAndNobodyElse) {
  TraceBuilder builder;
  builder.interaction(1);
  EXPECT_THAT(svg(builder.build()), Not(HasSubstr("inner\"")));
  EXPECT_THAT(svg(builder.reached(attacker).build()), HasSubstr("class=\"attacker inner\""));
}

TEST(SvgStyle, HasEveryColourForLightAndDark) {
  const std::string style(svg_style());
  const auto dark = style.find("@media (prefers-color-scheme:dark)");
  ASSERT_NE(dark, std::string::npos);
  for (std::size_t at = 0; (at = style.find("var(", at)) != std::string::npos; ++at) {
    const auto property = style.substr(at + 4, style.find(')', at) - at - 4) + ":";
    EXPECT_LT(style.find(property), dark) << property;
    EXPECT_NE(style.find(property, dark), std::string::npos) << property;
  }
}

struct Escape {
  const char *text, *escaped;
};

TEST(EscapeSvg, LeavesNoMarkup) {
  for (const auto& [text, escaped] :
       {Escape{"a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;"}, Escape{"日本 é", "日本 é"},
        Escape{"\x01\xff", "\\x01\\xFF"}, Escape{"\uFFFE\uFFFF", "\\u{FFFE}\\u{FFFF}"}, Escape{"", ""}})
    EXPECT_EQ(escape_svg(text), escaped);
}

}  // namespace
}  // namespace flowsim
