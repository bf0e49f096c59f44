// Lifelines in text: what each thing looks like, and that no text moves them.
#include "emit/ladder/ladder.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "base/text.hpp"
#include "emit/writers.hpp"
#include "support/drawings.hpp"
#include "support/golden.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string terminal(const Trace& trace, Detail detail, int width = 100, bool ascii = false, bool color = false) {
  std::ostringstream out;
  write_terminal(trace, {.detail = detail, .color = color, .width = width, .ascii = ascii}, out);
  return out.str();
}

SequenceDiagram drawing(std::vector<Element> elements, std::vector<Participant> participants = {client, okta}) {
  SequenceDiagram diagram;
  for (const auto participant : participants)
    diagram.lifelines.push_back({participant, std::string(name_of(participant))});
  diagram.walk = walk_over(std::move(elements));
  return diagram;
}

std::string ladder(const SequenceDiagram& diagram, const LadderOptions& options = {}) {
  std::ostringstream out;
  write_ladder(diagram, options, out);
  return out.str();
}

/// The lines between the names.
std::string body(std::vector<Element> elements, const LadderOptions& options = {},
                 std::vector<Participant> participants = {client, okta}) {
  const auto whole = ladder(drawing(std::move(elements), std::move(participants)), options);
  auto start = whole.find('\n', whole.find('\n', whole.find('\n') + 1) + 1) + 1;
  auto end = whole.size() - 1;
  for (int line = 0; line < 3; ++line) end = whole.rfind('\n', end - 1);
  return whole.substr(start, end + 1 - start);
}

Arrow arrow(ArrowKind kind, Participant from = client, Participant to = okta) {
  Arrow drawn{1, true, from, to, "say", {}, {}, {1}};
  drawn.kind = kind;
  return drawn;
}

TEST(Ladder, MatchesItsGoldenWithEveryRecordAtEveryLevel) {
  for (const auto detail : all_details) {
    const auto name = "every_record_" + std::string(name_of(detail));
    expect_golden(terminal(every_record(), detail), golden_folder / (name + ".ladder.txt"));
    expect_golden(terminal(every_record(), detail, 72, true), golden_folder / (name + "_ascii.ladder.txt"));
  }
  expect_golden(terminal(every_record(), Detail::wire, 40), golden_folder / "every_record_narrow.ladder.txt");
  expect_golden(terminal(six_interactions(), Detail::overview, 80), golden_folder / "six_interactions.ladder.txt");
}

TEST(Ladder, TellsRequestsResponsesAndActionsApartByShape) {
  EXPECT_EQ(body({arrow(ArrowKind::request), arrow(ArrowKind::response), arrow(ArrowKind::action)}),
            "    │ 1. say  │\n"
            "    ├────────▶│\n"
            "    │ 1. say  │\n"
            "    ├╌╌╌╌╌╌╌╌▷│\n"
            "    │ 1. say  │\n"
            "    ├────────▷│\n");
  EXPECT_EQ(body({arrow(ArrowKind::request, okta, client), arrow(ArrowKind::response, okta, client),
                  arrow(ArrowKind::action, okta, client)},
                 {100, true, false}),
            "    | 1. say  |\n"
            "    |<--------|\n"
            "    | 1. say  |\n"
            "    |<- - - - |\n"
            "    | 1. say  |\n"
            "    |(--------|\n");
}

TEST(Ladder, EndsALostArrowInACrossBeforeItsGoalAndSaysSo) {
  auto lost = arrow(ArrowKind::request);
  lost.lost = true;
  const auto drawn = body({lost});
  EXPECT_THAT(drawn, HasSubstr("├─────✗   │\n"));
  EXPECT_THAT(drawn, HasSubstr("│ ✗ never arrives"));
}

TEST(Ladder, SaysInWordsWhatIsWrongWithAnArrow) {
  auto wrong = arrow(ArrowKind::request);
  wrong.changed = true;
  wrong.deviating = true;
  wrong.took = Duration{2500};
  EXPECT_EQ(body({wrong}),
            "    │ 1. say  │\n"
            "    ├────────▶│\n"
            "    │ ! outside the happy path, changed on its way, arrives 2.5 s\n"
            "    │   later │\n");
}

TEST(Ladder, DrawsAnArrowToOneselfAsALoop) {
  EXPECT_EQ(body({arrow(ArrowKind::request, okta, okta)}),
            "    │         │ 1. say\n"
            "    │         ├─╮\n"
            "    │         │◀╯\n");
}

TEST(Ladder, CrossesTheLifelinesBetween) {
  EXPECT_THAT(body({arrow(ArrowKind::request, user, okta)}, {}, {user, client, okta}),
              HasSubstr("   ├─────────┼────────▶│\n"));
}

TEST(Ladder, ThickensTheLifelineOfAServerAtWork) {
  const Activation begins{okta, true}, ends{okta, false};
  EXPECT_EQ(
      body({begins, begins, ends, arrow(ArrowKind::response, okta, client), ends, ends, arrow(ArrowKind::request)}),
      "    │ 1. say  ┃\n"
      "    │◁╌╌╌╌╌╌╌╌┨\n"
      "    │ 1. say  │\n"
      "    ├────────▶│\n");
}

TEST(Ladder, PutsStatesOnTheirLifelinesBesideEachOtherWhereTheyFit) {
  EXPECT_EQ(body({StateChange{client, "A"}, StateChange{okta, "B"}}), "   ⟨A⟩       ⟨B⟩\n");
  EXPECT_EQ(body({StateChange{client, "AwaitingResponse"}, StateChange{okta, "B"}}),
            "⟨AwaitingResponse⟩\n"
            "    │        ⟨B⟩\n");
  EXPECT_THAT(body({StateChange{client, std::string(300, 'x')}}, {40, false, false}),
              "⟨" + std::string(37, 'x') + "…⟩\n");
}

TEST(Ladder, StopsTheLifelinesWhileNothingIsSent) {
  EXPECT_EQ(body({Pause{"5 min later"}}),
            "    ┊         ┊\n"
            "    5 min later\n"
            "    ┊         ┊\n");
}

TEST(Ladder, PutsNotesIntoBoxesOnTheLifelineTheyAreAbout) {
  EXPECT_EQ(body({Note{NoteKind::refusal, okta, {"Refused", "because"}, 1}}),
            "    │   ╭─────┴─────╮\n"
            "    │   │ ✗ Refused │\n"
            "    │   │   because │\n"
            "    │   ╰─────┬─────╯\n");
  EXPECT_EQ(body({Note{NoteKind::ending, {}, {"The end"}, 1}}),
            "   ╔═══════════╗\n"
            "   ║ ■ The end ║\n"
            "   ╚═══════════╝\n");
}

TEST(Ladder, GivesTheAttackerALifelineOfItsOwnKind) {
  const auto drawn = ladder(drawing({arrow(ArrowKind::request, okta, attacker)}, {okta, attacker}));
  EXPECT_THAT(drawn, HasSubstr("└╌╌╌╌┬╌╌╌╌╌┘"));
  EXPECT_THAT(drawn, HasSubstr("│ 1. say   ┆\n"));
}

TEST(Ladder, WritesEachElementWhenItComesAndWalksTwice) {
  constexpr std::size_t count = 1000;
  int walks = 0, late = 0;
  std::ostringstream out;
  auto diagram = drawing({});
  diagram.walk = [&](const ElementSink& sink) {
    ++walks;
    for (std::size_t at = 0; at < count; ++at) {
      const auto before = out.str().size();
      sink(arrow(ArrowKind::request));
      if (walks == 2 && out.str().size() <= before) ++late;
    }
  };
  write_ladder(diagram, {}, out);
  EXPECT_EQ(walks, 2);
  EXPECT_EQ(late, 0);
}

TEST(Ladder, StandsAPartWhereItStandsInTheWhole) {
  const auto whole =
      drawing({arrow(ArrowKind::request), Arrow{2, true, okta, client, std::string(30, 'x'), {}, {}, {2}}});
  const auto part = drawing({arrow(ArrowKind::request)});
  std::ostringstream out;
  Ladder drawn(part, ladder_columns(whole, 100, false), {}, out);
  drawn.head();
  drawn.draw(arrow(ArrowKind::request));
  const auto all = ladder(whole);
  EXPECT_EQ(out.str(), all.substr(0, out.str().size()));
}

TEST(Ladder, SaysNothingByColourAlone) {
  for (const auto detail : all_details) {
    const auto colored = terminal(every_record(), detail, 100, false, true);
    EXPECT_THAT(colored, HasSubstr("\x1b[31m"));
    std::string plain;
    for (std::size_t at = 0; at < colored.size(); ++at)
      if (colored[at] == '\x1b')
        at = colored.find('m', at);
      else
        plain += colored[at];
    EXPECT_EQ(plain, terminal(every_record(), detail));
  }
}

TEST(Ladder, ShowsSecretsOnlyWhenAsked) {
  for (const auto detail : all_details) EXPECT_THAT(terminal(every_record(), detail), Not(HasSubstr(sample_secret)));
  std::ostringstream out;
  write_terminal(every_record(), {.detail = Detail::wire, .show_tokens = true, .width = 200}, out);
  EXPECT_THAT(out.str(), HasSubstr(sample_secret));
}

TEST(Ladder, SaysThatTheFlowIsLegacyUnlessItIsTheGuidesDiagram) {
  EXPECT_THAT(terminal(every_record(), Detail::overview), HasSubstr("Legacy flow"));
  EXPECT_THAT(terminal(six_interactions(), Detail::overview), Not(HasSubstr("Legacy")));
}

}  // namespace
}  // namespace flowsim::emit
