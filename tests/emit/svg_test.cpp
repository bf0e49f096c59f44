// SVG: well-formed XML, hostile text that stays text, and a way through it for a screen reader.
#include <gmock/gmock.h>

#include <sstream>

#include "diagram/sequence_diagram.hpp"
#include "emit/escape.hpp"
#include "emit/svg/svg_style.hpp"
#include "emit/writers.hpp"
#include "support/golden.hpp"
#include "support/sample_traces.hpp"
#include "support/xml.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

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
  expect_golden(svg(six_interactions()), golden_folder / "six_interactions.svg");
  expect_golden(svg(every_record()), golden_folder / "every_record_overview.svg");
  expect_golden(svg(every_record(), Detail::messages), golden_folder / "every_record_messages.svg");
  expect_golden(svg(every_record(), Detail::wire), golden_folder / "every_record_wire.svg");
}

TEST(Svg, IsTheSameEveryTime) {
  for (const auto detail : all_details) EXPECT_EQ(svg(every_record(), detail), svg(every_record(), detail));
}

TEST(Svg, IsWellFormedAndUsesNothingThatRunsOrLoads) {
  const std::vector<std::string> allowed{"svg",    "title", "desc", "style", "rect",
                                         "circle", "path",  "g",    "text",  "tspan"};
  for (const auto& trace : {six_interactions(), every_record(), hostile_run(hostile_bytes)})
    for (const auto detail : all_details) {
      const auto document = read_xml(svg(trace, detail));
      EXPECT_EQ(document.wrong, "");
      for (const auto& element : document.elements) EXPECT_THAT(allowed, ::testing::Contains(element));
    }
  for (const auto& theme : svg_themes())
    EXPECT_THAT(svg_style(theme), AllOf(Not(HasSubstr("url(")), Not(HasSubstr("@import")), Not(HasSubstr("<")),
                                        Not(HasSubstr("&")), Not(HasSubstr("%"))));
}

TEST(Svg, ShowsHostileTextsLiterally) {
  auto texts = hostile_texts;
  for (const auto* text : {"</text>", "<script>alert(1)</script>", "]]>", "&amp;", "\" onload=\"alert(1)", "' x='",
                           "<!DOCTYPE x>", "<?xml?>", "{}", "{0}", "@ink"})
    texts.emplace_back(text);
  for (const auto& text : texts)
    for (const auto detail : all_details) {
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
  EXPECT_THAT(named, ElementsAre(HasSubstr("1. Client to "),
                                 HasSubstr("4. Authorization Server (Okta) to Client: Access token response, "
                                           "outside the happy path, never arrives")));
}

TEST(Svg, HasATitleADescriptionAndNamedLists) {
  const auto text = svg(six_interactions());
  EXPECT_THAT(text, HasSubstr("\"graphics-document document\""));
  EXPECT_THAT(text, HasSubstr(">Happy path — the six interactions</title>"));
  EXPECT_THAT(text, HasSubstr(">Sequence diagram &quot;Happy path — the six interactions&quot;: 1. Client to "));
  EXPECT_THAT(text, HasSubstr("<g role=\"list\" aria-label=\"Participants\">"));
  EXPECT_THAT(text, HasSubstr("use Authorization Code with PKCE"));
}

TEST(Svg, GivesDifferentPicturesDifferentIdentifiers) {
  const auto identifier = [](const std::string& text) { return text.substr(text.find("flowsim-"), 16); };
  EXPECT_NE(identifier(svg(six_interactions())), identifier(svg(every_record())));
  EXPECT_NE(identifier(svg(six_interactions())), identifier(svg(six_interactions(), Detail::overview, "mono")));
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

/// One arrow from okta to the client, and what it is drawn as.
std::string arrow_of(ArrowKind kind) {
  TraceBuilder builder;
  builder.interaction(4);
  if (kind == ArrowKind::request) builder.leg(okta, client, HttpRequest{"GET", "https://spa.example.com/", {}, ""});
  if (kind == ArrowKind::response) builder.leg(okta, client, HttpResponse{200, {}, ""});
  if (kind == ArrowKind::action) builder.leg(okta, client, BrowserAction{"open", "https://spa.example.com/", {}});
  return svg(builder.build(), Detail::wire);
}

TEST(Svg, TellsArrowsApartByTheirShape) {
  EXPECT_THAT(arrow_of(ArrowKind::request), AllOf(HasSubstr("arrow request\""), HasSubstr("class=\"tip\"")));
  EXPECT_THAT(arrow_of(ArrowKind::response), AllOf(HasSubstr("arrow response\""), HasSubstr("class=\"head\"")));
  EXPECT_THAT(arrow_of(ArrowKind::action), AllOf(HasSubstr("arrow action\""), HasSubstr("class=\"head\"")));
  EXPECT_THAT(std::string(svg_style()), HasSubstr(".response .shaft{stroke-dasharray"));
}

TEST(Svg, NumbersLegsInsideTheirInteraction) {
  EXPECT_THAT(arrow_of(ArrowKind::request), AllOf(HasSubstr(">4.1</text>"), HasSubstr("<title>4.1. ")));
}

TEST(Svg, ReadsStatesAloudWithTheParticipantsNameBeforeThem) {
  TraceBuilder builder;
  builder.interaction(1).transition(okta, "Idle", "AwaitingSignIn", "authorization_request");
  EXPECT_THAT(read_xml(svg(builder.build(), Detail::messages)).texts,
              ::testing::IsSupersetOf({"Authorization Server (Okta) is now AwaitingSignIn", "AwaitingSignIn"}));
}

TEST(Svg, BreaksTheLifelinesWhereTimePasses) {
  TraceBuilder builder;
  builder.interaction(1).after(std::chrono::minutes{2}).interaction(2);
  const auto text = svg(builder.build());
  EXPECT_THAT(text, AllOf(HasSubstr("<g class=\"pause\" role=\"listitem\"><title>2 min later</title>"),
                          HasSubstr("class=\"dots\"")));
}

TEST(Svg, GivesTheAttackersArrowsCornersInsteadOfRounds) {
  TraceBuilder builder;
  builder.interaction(1).message(0, attacker, okta, "Something");
  const auto text = svg(builder.build(), Detail::messages);
  EXPECT_THAT(text, AllOf(HasSubstr("arrow request deviating hostile\""), HasSubstr("<rect class=\"start\"")));
}

TEST(Svg, HasTheThemeThatIsAskedFor) {
  std::vector<std::string> drawn;
  for (const auto& theme : svg_themes()) {
    const auto text = svg(every_record(), Detail::messages, theme.name);
    EXPECT_EQ(read_xml(text).wrong, "");
    EXPECT_THAT(text, HasSubstr("class=\"flowsim " + std::string(theme.name) + "\""));
    EXPECT_THAT(drawn, Not(::testing::Contains(text)));
    drawn.push_back(text);
  }
  EXPECT_EQ(drawn.size(), 3u);
  EXPECT_EQ(svg(every_record(), Detail::messages), drawn.front());
}

TEST(Svg, IsWrittenPieceByPiece) {
  struct Pieces : std::stringbuf {
    std::size_t largest = 0, all = 0;
    std::streamsize xsputn(const char*, std::streamsize size) override {
      largest = std::max(largest, static_cast<std::size_t>(size));
      all += static_cast<std::size_t>(size);
      return size;
    }
  } pieces;
  TraceBuilder builder;
  for (int at = 0; at < 3000; ++at) builder.interaction(1 + at % 6);
  std::ostream out(&pieces);
  write_svg(builder.build(), {Detail::messages}, out);
  EXPECT_GT(pieces.all, 1'000'000u);
  EXPECT_LT(pieces.largest, 100'000u);
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
}  // namespace flowsim::emit
