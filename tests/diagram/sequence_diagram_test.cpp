// The drawing's decisions: arrows, numbers, captions, notes.
#include "diagram/sequence_diagram.hpp"

#include <gmock/gmock.h>

#include "support/drawings.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::diagram {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Arrow> arrows(const SequenceDiagram& drawing) {
  std::vector<Arrow> found;
  for (const auto& element : elements_of(drawing))
    if (const auto* arrow = std::get_if<Arrow>(&element)) found.push_back(*arrow);
  return found;
}

std::vector<Note> notes(const SequenceDiagram& drawing) {
  std::vector<Note> found;
  for (const auto& element : elements_of(drawing))
    if (const auto* note = std::get_if<Note>(&element)) found.push_back(*note);
  return found;
}

std::vector<int> numbers(const SequenceDiagram& drawing) {
  std::vector<int> found;
  for (const auto& arrow : arrows(drawing)) found.push_back(arrow.number);
  return found;
}

/// Holds its elements, so that a test may forget the trace.
SequenceDiagram drawn_at(Detail detail, const Trace& trace) {
  auto drawing = sequence_diagram(trace, {detail, false});
  drawing.walk = walk_over(elements_of(drawing));
  return drawing;
}

SequenceDiagram overview(const Trace& trace) { return drawn_at(Detail::overview, trace); }
SequenceDiagram messages(const Trace& trace) { return drawn_at(Detail::messages, trace); }

TEST(Overview, DrawsTheSixInteractionsAndNothingElse) {
  const auto drawing = overview(six_interactions());
  EXPECT_THAT(numbers(drawing), ElementsAre(1, 2, 3, 4, 5, 6));
  EXPECT_THAT(notes(drawing), IsEmpty());
  EXPECT_EQ(drawing.title, "");
  EXPECT_EQ(drawing.footer, "");
  EXPECT_EQ(drawing.lifelines.size(), 4u);
}

TEST(Overview, FoldsConsecutiveMessagesOfAnInteraction) {
  TraceBuilder builder;
  builder.message(3, user, okta, "Credentials").message(3, okta, user, "Consent prompt");
  builder.message(0, okta, app, "Key set").message(3, user, okta, "Consent");
  const auto drawn = arrows(overview(builder.outcome(OutcomeKind::resource_served).build()));
  ASSERT_EQ(drawn.size(), 1u);
  EXPECT_EQ(drawn[0].caption, "Authentication & consent");
  EXPECT_EQ(drawn[0].from, user);
  EXPECT_THAT(drawn[0].messages, ElementsAre(1, 2, 4));
}

TEST(Overview, RepeatsAnInteractionThatWasInterrupted) {
  TraceBuilder builder;
  for (const int number : {1, 2, 3, 2, 3, 4}) builder.interaction(number);
  const auto drawing = overview(builder.outcome(OutcomeKind::resource_served).build());
  EXPECT_THAT(numbers(drawing), ElementsAre(1, 2, 3, 2, 3, 4));
  EXPECT_EQ(drawing.title, "A run");
}

TEST(Overview, CallsADeviatingMessageByItsOwnNameAndCode) {
  TraceBuilder builder;
  builder.message(4, okta, client, "Authorization error", {{"error", "access_denied"}, {"status", "302"}}).unexpected();
  builder.message(6, app, client, "Refusal", {{"status", "401"}}).unexpected();
  builder.message(2, okta, user, "Error page").unexpected();
  const auto drawn = arrows(overview(builder.build()));
  ASSERT_EQ(drawn.size(), 3u);
  EXPECT_EQ(drawn[0].caption, "Authorization error: access_denied");
  EXPECT_EQ(drawn[1].caption, "Refusal: 401");
  EXPECT_EQ(drawn[2].caption, "Error page");
  EXPECT_TRUE(drawn[0].deviating);
}

TEST(Overview, KeepsTheInteractionsNameWhereAnyMessageIsExpected) {
  TraceBuilder builder;
  builder.message(4, okta, client, "Authorization error").unexpected().interaction(4);
  const auto drawn = arrows(overview(builder.build()));
  ASSERT_EQ(drawn.size(), 1u);
  EXPECT_EQ(drawn[0].caption, "Access token response");
  EXPECT_TRUE(drawn[0].deviating);
}

TEST(Overview, MarksAFoldedArrowInWhichAnyMessageDeviates) {
  TraceBuilder builder;
  builder.message(3, user, okta, "Credentials").message(3, okta, user, "Wrong").unexpected();
  const auto drawn = arrows(overview(builder.build()));
  ASSERT_EQ(drawn.size(), 1u);
  EXPECT_TRUE(drawn[0].deviating);
}

TEST(Overview, LosesWhatNeverArrivedInARunThatEnded) {
  TraceBuilder builder;
  builder.interaction(1).never_arrives();
  EXPECT_FALSE(arrows(overview(builder.build()))[0].lost) << "the run was stopped with the message under way";
  builder.outcome(OutcomeKind::timed_out);
  EXPECT_TRUE(arrows(overview(builder.build()))[0].lost);
}

TEST(Overview, NotesTheCheckThatRefused) {
  TraceBuilder builder;
  builder.interaction(4).verdict({passed_check("fragment_readable"), failed_check("state_matches", "one", "another")});
  const auto noted = notes(overview(builder.outcome(OutcomeKind::resource_served).build()));
  ASSERT_EQ(noted.size(), 1u);
  EXPECT_EQ(noted[0].kind, NoteKind::refusal);
  EXPECT_EQ(noted[0].over, client);
  EXPECT_THAT(noted[0].lines,
              ElementsAre("Refused by state_matches (RFC 6749 §10.12)", "expected one", "came another"));
}

TEST(Overview, NotesACheckThatWasMissed) {
  TraceBuilder builder;
  CheckResult missed = failed_check("state_matches", "one", "another");
  missed.status = CheckStatus::switched_off;
  CheckResult idle = passed_check("nonce_matches");
  idle.status = CheckStatus::switched_off;
  const auto noted =
      notes(overview(builder.interaction(4).verdict({missed, idle}).outcome(OutcomeKind::resource_served).build()));
  ASSERT_EQ(noted.size(), 1u);
  EXPECT_EQ(noted[0].kind, NoteKind::undefended);
}

TEST(Overview, SaysWhichChecksWereSwitchedOffAndThatTheFlowIsLegacy) {
  auto trace = six_interactions();
  trace.header.disabled_checks = {"state_matches"};
  const auto drawing = overview(trace);
  EXPECT_THAT(drawing.footer, ::testing::HasSubstr("Switched off: state_matches."));
  EXPECT_THAT(drawing.footer, ::testing::HasSubstr("RFC 9700"));
  EXPECT_EQ(drawing.title, trace.header.title);
}

TEST(Overview, EndsWithTheOutcomeWhereItIsNoSuccess) {
  TraceBuilder builder;
  builder.interaction(1).outcome(OutcomeKind::timed_out, "The client gave up.");
  const auto noted = notes(overview(builder.build()));
  ASSERT_EQ(noted.size(), 1u);
  EXPECT_EQ(noted[0].kind, NoteKind::ending);
  EXPECT_THAT(noted[0].lines, ElementsAre("Outcome: timed_out", "The client gave up."));
}

TEST(Overview, EndsWhereARunWasStopped) {
  TraceBuilder builder;
  builder.interaction(1).header().until = 1;
  const auto noted = notes(overview(builder.build()));
  ASSERT_EQ(noted.size(), 1u);
  EXPECT_THAT(noted[0].lines, ElementsAre("Stopped after interaction 1, as asked"));
}

TEST(Overview, ShortensSecretsInNotes) {
  TraceBuilder builder;
  builder.interaction(4).verdict({failed_check("state_matches", sample_secret, "another")});
  const auto trace = builder.outcome(OutcomeKind::resource_served).build();
  EXPECT_THAT(notes(overview(trace))[0].lines[1], "expected kV3…(43)");
  EXPECT_THAT(notes(sequence_diagram(trace, {Detail::overview, true}))[0].lines[1], "expected " + sample_secret);
}

TEST(Overview, AddsTheAttackerOnlyWhereItActs) {
  TraceBuilder builder;
  builder.message(4, attacker, client, "Forged response").unexpected();
  EXPECT_EQ(overview(builder.build()).lifelines.back().participant, attacker);
  EXPECT_EQ(overview(six_interactions()).lifelines.back().participant, app);
}

TEST(Overview, EndsAtTheAttackerWhereAMessageReachedIt) {
  TraceBuilder builder;
  builder.interaction(4).reached(attacker);
  const auto drawing = overview(builder.outcome(OutcomeKind::compromised).build());
  ASSERT_EQ(arrows(drawing).size(), 1u);
  EXPECT_EQ(arrows(drawing)[0].to, attacker);
  EXPECT_TRUE(arrows(drawing)[0].deviating);
  EXPECT_FALSE(arrows(drawing)[0].lost);
  EXPECT_EQ(drawing.lifelines.back().participant, attacker);
}

TEST(Overview, KeepsTheFlowsOfTheTwoBrowsersApart) {
  TraceBuilder builder;
  builder.interaction(4).interaction(4).in_attacker_browser();
  const auto drawn = arrows(overview(builder.outcome(OutcomeKind::resource_served).build()));
  ASSERT_EQ(drawn.size(), 2u);
  EXPECT_EQ(drawn[0].caption, "Access token response");
  EXPECT_EQ(drawn[1].caption, "Access token response (attacker's browser)");
}

TEST(Messages, NumbersTheFirstOfEachInteraction) {
  TraceBuilder builder;
  builder.message(0, user, client, "Open").interaction(1).message(3, user, okta, "Credentials");
  builder.message(0, client, okta, "Discovery request").message(3, okta, user, "Consent prompt").interaction(4);
  const auto drawing = messages(builder.build());
  std::vector<bool> numbered;
  for (const auto& arrow : arrows(drawing)) numbered.push_back(arrow.numbered);
  EXPECT_THAT(numbers(drawing), ElementsAre(0, 1, 3, 0, 3, 4));
  EXPECT_THAT(numbered, ElementsAre(false, true, true, false, false, true));
  EXPECT_EQ(arrows(drawing)[2].caption, "Credentials");
}

template <class Kind>
std::vector<Kind> all(const SequenceDiagram& drawing) {
  std::vector<Kind> found;
  for (const auto& element : elements_of(drawing))
    if (const auto* item = std::get_if<Kind>(&element)) found.push_back(*item);
  return found;
}

SequenceDiagram wire(const Trace& trace) { return drawn_at(Detail::wire, trace); }

TEST(SequenceDiagram, IsTheSameAtEachWalk) {
  const auto trace = every_record();
  for (const auto detail : all_details) {
    const auto drawing = sequence_diagram(trace, {detail, false});
    EXPECT_EQ(elements_of(drawing), elements_of(drawing));
  }
}

TEST(Messages, ShowTheStatesOnTheLifelines) {
  TraceBuilder builder;
  builder.interaction(1).transition(okta, "Idle", "AwaitingSignIn", "authorization_request");
  builder.transition_of(0, client, "AwaitingResponse", "TimedOut", "response_timeout", Acceptance::accepted, 2);
  EXPECT_THAT(all<StateChange>(messages(builder.build())),
              ElementsAre(StateChange{okta, "AwaitingSignIn"}, StateChange{client, "TimedOut, session 2"}));
  EXPECT_THAT(all<StateChange>(overview(builder.build())), IsEmpty());
}

TEST(Messages, SayHowLongNothingHappened) {
  TraceBuilder builder;
  builder.interaction(1).after(Duration{9999}).interaction(2).after(Duration{114300}).interaction(3);
  const auto trace = builder.build();
  EXPECT_THAT(all<Pause>(messages(trace)), ElementsAre(Pause{"1 min 54 s later"}));
  EXPECT_THAT(all<Pause>(overview(trace)), ElementsAre(Pause{"1 min 54 s later"}));
}

Trace answered_request() {
  TraceBuilder builder;
  builder.interaction(1);
  builder.leg(client, browser, BrowserAction{"navigate", "https://okta.example/authorize?scope=a&state=b", {}});
  builder.leg(browser, okta, HttpRequest{"GET", "https://okta.example/authorize?scope=a&state=b", {}, ""});
  builder.interaction(2);
  builder.leg(okta, browser, HttpResponse{302, {{"Location", "https://okta.example/signin#x=1"}, {"Server", "x"}}, ""});
  auto trace = builder.build();
  trace.legs[1].leg.exchange = trace.legs[2].leg.exchange = 1;
  for (std::size_t at = 0; at < 3; ++at) trace.legs[at].number = at == 2 ? 1 : static_cast<int>(at) + 1;
  return trace;
}

TEST(Messages, ShowWhoIsAtWorkOnAnAnswer) {
  EXPECT_THAT(all<Activation>(messages(answered_request())),
              ElementsAre(Activation{okta, true}, Activation{okta, false}));
  auto lost = answered_request();
  lost.legs[1].arrived.reset();
  EXPECT_THAT(all<Activation>(messages(lost)), IsEmpty()) << "a request that never arrived keeps nobody busy";
}

TEST(Messages, TellRequestsFromResponses) {
  const auto drawn = arrows(messages(answered_request()));
  ASSERT_EQ(drawn.size(), 2u);
  EXPECT_EQ(drawn[0].kind, ArrowKind::request);
  EXPECT_EQ(drawn[1].kind, ArrowKind::response);
}

TEST(Messages, DrawWhatNeverGotUnderWayAsWhatItWouldHaveBeen) {
  TraceBuilder builder;
  builder.interaction(1).interaction(4).message(4, attacker, client, "Access token response");
  builder.message(3, okta, user, "Consent prompt");
  std::vector<ArrowKind> kinds;
  for (const auto& arrow : arrows(messages(builder.build()))) kinds.push_back(arrow.kind);
  EXPECT_THAT(kinds, ElementsAre(ArrowKind::request, ArrowKind::response, ArrowKind::response, ArrowKind::response));
}

TEST(Messages, SayARefusalWhereItHappened) {
  TraceBuilder builder;
  builder.interaction(4).message(0, client, okta, "Key set request").message(0, okta, client, "Key set");
  builder.verdict({failed_check("id_token_signature_valid", "a", "b")});
  builder.trace().verdicts.front().message = 1;
  const auto elements = elements_of(messages(builder.outcome(OutcomeKind::resource_served).build()));
  ASSERT_EQ(elements.size(), 4u);
  const auto* note = std::get_if<Note>(&elements.back());
  ASSERT_NE(note, nullptr) << "below what was sent before it";
  EXPECT_EQ(note->lines.back(), "about: Access token response");
}

TEST(Messages, PutALateEffectBelowTheWaitForIt) {
  TraceBuilder builder;
  builder.interaction(4).after(Duration{60000}).transition(client, "AwaitingResponse", "FetchingKeys");
  const auto elements = elements_of(messages(builder.build()));
  ASSERT_GE(elements.size(), 3u);
  EXPECT_TRUE(std::holds_alternative<Pause>(elements[1]));
  EXPECT_TRUE(std::holds_alternative<StateChange>(elements[2]));
}

TEST(Messages, CallARefusalByItsStatus) {
  TraceBuilder builder;
  builder.interaction(6, {{"status", "403"}}).interaction(2, {{"status", "429"}}).interaction(4, {{"status", "302"}});
  const auto trace = builder.build();
  const auto drawn = arrows(messages(trace)), folded = arrows(overview(trace));
  for (const auto& all : {drawn, folded}) {
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].caption, "403 Forbidden");
    EXPECT_TRUE(all[0].deviating);
    EXPECT_EQ(all[1].caption, "429 Too Many Requests");
    EXPECT_EQ(all[2].caption, "Access token response");
    EXPECT_FALSE(all[2].deviating);
  }
}

TEST(Messages, BeginAndEndABarForEachTimeAMessageArrives) {
  auto trace = answered_request();
  auto again = trace.legs;
  for (auto& leg : again) {
    leg.id += 3;
    if (leg.leg.exchange != 0) leg.leg.exchange = 2;
    leg.sent.order += 100;
    leg.arrived->order += 100;
    trace.legs.push_back(leg);
  }
  int open = 0;
  for (const auto& bar : all<Activation>(messages(trace))) {
    open += bar.begins ? 1 : -1;
    EXPECT_GE(open, 0);
  }
  EXPECT_EQ(open, 0);
  EXPECT_EQ(all<Activation>(messages(trace)).size(), 4u);
}

TEST(Wire, DrawsLegsInTheOrderInWhichTheyWereSent) {
  auto trace = answered_request();
  std::swap(trace.legs[1].sent, trace.legs[2].sent);
  std::vector<std::string> numbers;
  for (const auto& arrow : arrows(wire(trace))) numbers.push_back(number_of(arrow));
  EXPECT_THAT(numbers, ElementsAre("1.1", "2.1", "1.2"));
}

TEST(Wire, DrawsEachLegWithItsNumber) {
  const auto drawing = wire(answered_request());
  const auto drawn = arrows(drawing);
  ASSERT_EQ(drawn.size(), 3u);
  EXPECT_EQ(drawing.lifelines[1].participant, browser);
  EXPECT_EQ(number_of(drawn[0]), "1.1");
  EXPECT_EQ(number_of(drawn[1]), "1.2");
  EXPECT_EQ(number_of(drawn[2]), "2.1");
  EXPECT_EQ(drawn[0].kind, ArrowKind::action);
  EXPECT_EQ(drawn[1].caption, "GET /authorize");
  EXPECT_THAT(drawn[1].details, ElementsAre("?scope=a", "&state=b"));
  EXPECT_EQ(drawn[2].caption, "302 Found");
  EXPECT_THAT(drawn[2].details, ElementsAre("Location: https://okta.example/signin", "#x=1"));
}

TEST(Wire, BoundsWhatAHostileLegCanFill) {
  TraceBuilder builder;
  builder.interaction(1);
  builder.leg(browser, okta, HttpRequest{"GET", "https://okta.example/?" + std::string(100000, '&'), {}, ""});
  builder.leg(browser, okta, HttpRequest{"GET", "https://okta.example/?x=" + std::string(100000, 'y'), {}, ""});
  for (const auto& arrow : arrows(wire(builder.build()))) {
    EXPECT_EQ(arrow.details.size(), 18u);
    EXPECT_EQ(arrow.details.back(), "…");
    for (const auto& line : arrow.details) EXPECT_LE(line.size(), 64u);
  }
}

TEST(Marks, SayInWordsWhatIsWrong) {
  Arrow arrow{1, true, user, okta, "Words", true, true, {1}};
  EXPECT_EQ(mark_of(arrow), "outside the happy path, never arrives");
  arrow = {1, true, user, okta, "Words", false, false, {1}};
  EXPECT_EQ(mark_of(arrow), "");
  arrow.took = Duration{120000};
  arrow.changed = true;
  EXPECT_EQ(mark_of(arrow), "changed on its way, arrives 2 min later");
}

}  // namespace
}  // namespace flowsim::diagram
