// A session: every command, and what it shows.
#include "teach/session.hpp"

#include <sstream>

#include "base/text.hpp"
#include "teach/walking.hpp"
#include "trace/json.hpp"

namespace flowsim::teach {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Session, ShowsTheStoryBeforeAnythingHappens) {
  const auto session = session_with("happy-path.yaml");
  EXPECT_THAT(shown(session), AllOf(HasSubstr("The story begins"), HasSubstr("Happy path"), HasSubstr("user    Ready"),
                                    HasSubstr("0/15 messages 00:00.000")));
}

TEST(Session, TakesAddressesApartAndMarksTheFragment) {
  auto session = session_with("happy-path.yaml", Detail::wire);
  session.obey("4.1");
  EXPECT_THAT(shown(session), AllOf(HasSubstr("fragment"), HasSubstr("it is never sent to a server")));
}

TEST(Session, DecodesTokensWhereTheyTravel) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  EXPECT_THAT(shown(session), AllOf(HasSubstr("claims"), HasSubstr("at_hash"), HasSubstr("decoded, which proves")));
}

TEST(Session, ShowsTheChecksJustMadeWithTheirClauses) {
  auto session = session_with("happy-path.yaml");
  session.obey("1");
  EXPECT_THAT(shown(session), ContainsRegex("redirect_uri_exact +RFC 9700"));
  session.obey("first");
  EXPECT_THAT(shown(session), Not(HasSubstr("redirect_uri_exact")));
}

TEST(Session, ShowsWhereEveryActorStandsAndCanGo) {
  auto session = session_with("happy-path.yaml");
  session.obey("1");
  EXPECT_THAT(shown(session), AllOf(HasSubstr("▸ okta    Idle → AwaitingSignIn"), HasSubstr("authentication  → "),
                                    HasSubstr("→ AwaitingConsent")));
}

TEST(Session, ShowsWhoHasSeenWhat) {
  auto session = session_with("happy-path.yaml");
  EXPECT_THAT(said(session, "secrets"), IsEmpty());
  EXPECT_THAT(text_of(session.pane_page()), HasSubstr("nobody has seen a secret yet"));
  session.obey("5");
  EXPECT_THAT(text_of(session.pane_page()), AllOf(HasSubstr("access_token of the user"), HasSubstr("client")));
}

TEST(Session, ShowsNothingThatHasNotHappened) {
  auto session = session_with("happy-path.yaml");
  session.obey("2");
  session.obey("ladder");
  EXPECT_THAT(text_of(session.pane_page()), Not(HasSubstr("4. Access token")));
  EXPECT_THAT(shown(session), Not(HasSubstr("outcome")));
  session.obey("last");
  EXPECT_THAT(text_of(session.pane_page()), HasSubstr("4. Access token"));
  EXPECT_THAT(shown(session), HasSubstr("outcome  resource_served"));
}

TEST(Session, KnowsPlacesByInteractionLegAndNumber) {
  auto session = session_with("happy-path.yaml");
  EXPECT_TRUE(session.obey("go 4").shows_stop);
  EXPECT_EQ(session.walk().trace().message(session.walk().stop().message).envelope.interaction, 4);
  EXPECT_TRUE(session.obey("4.2").shows_stop);
  EXPECT_EQ(session.walk().detail(), Detail::wire);
  EXPECT_TRUE(session.obey("#0").shows_stop);
  EXPECT_EQ(session.walk().index(), 0u);
  for (const auto* nowhere : {"7", "0", "4.99", "#999", "#", "4.", "4.x", "go", "go x", "99999999999999999999"})
    EXPECT_TRUE(session.obey(nowhere).is_error) << nowhere;
  EXPECT_EQ(session.walk().index(), 0u);
}

TEST(Session, SaysWhereTheRunBeginsAndEnds) {
  auto session = session_with("happy-path.yaml");
  EXPECT_THAT(said(session, "back"), HasSubstr("the beginning"));
  session.obey("last");
  EXPECT_THAT(said(session, "next"), HasSubstr("the end"));
}

TEST(Session, ZoomsByNameAndByLevel) {
  auto session = session_with("happy-path.yaml");
  session.obey("+");
  EXPECT_EQ(session.walk().detail(), Detail::wire);
  EXPECT_THAT(said(session, "in"), HasSubstr("close"));
  session.obey("-");
  session.obey("out");
  EXPECT_EQ(session.walk().detail(), Detail::overview);
  session.obey("messages");
  EXPECT_EQ(session.walk().detail(), Detail::messages);
}

TEST(Session, SaysWhichCommandCouldHaveBeenMeant) {
  auto session = session_with("happy-path.yaml");
  EXPECT_THAT(said(session, "nxet"), HasSubstr("did you mean 'next'?"));
  EXPECT_THAT(said(session, "zzzzzzz"), HasSubstr("? shows them all"));
  EXPECT_THAT(said(session, "next 3"), HasSubstr("takes nothing"));
}

TEST(Session, HelpsWithEveryCommand) {
  auto session = session_with("happy-path.yaml");
  const auto help = said(session, "?");
  for (const auto& command : session_commands()) EXPECT_THAT(help, HasSubstr(std::string(command.name)));
}

TEST(Session, InjectsAFaultAndSaysWhereTheRunsBeginToDiffer) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  EXPECT_THAT(said(session, "fault tamper state=not-mine"),
              AllOf(HasSubstr("tamper at 4 is added; the new run first differs at 00:05.440"),
                    HasSubstr("response_rejected · state_matches")));
  EXPECT_THAT(shown(session),
              AllOf(HasSubstr("changed: tamper at 4"), HasSubstr("state_matches"), HasSubstr("not-mine")));
  EXPECT_THAT(said(session, "changes"), HasSubstr("{at: 4, do: tamper, parameter: state, value: not-mine}"));
}

TEST(Session, LeavesAFaultOutThatNeverStrikes) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  EXPECT_TRUE(session.obey("fault drop occurrence=7").is_error);
  EXPECT_TRUE(session.walk().changes().empty());
}

TEST(Session, SwitchesChecksOffAndOn) {
  auto session = session_with("attacks/csrf-redirect-uri.yaml", Detail::messages, {200, false, false, false});
  EXPECT_THAT(said(session, "off state_matches"), HasSubstr("now with compromised · session_integrity"));
  EXPECT_THAT(said(session, "off state_matches"), HasSubstr("off already"));
  EXPECT_THAT(said(session, "on state_matches"), HasSubstr("now with response_rejected"));
  EXPECT_THAT(said(session, "off state_match"), HasSubstr("did you mean 'state_matches'?"));
  EXPECT_THAT(said(session, "off"), HasSubstr("which check?"));
  EXPECT_THAT(said(session, "undo"), HasSubstr("state_matches is off again"));
}

TEST(Session, SavesAStoryThatRunsTheSame) {
  for (const auto* story : {"happy-path.yaml", "attacks/csrf-redirect-uri.yaml", "network/lost-prompt.yaml",
                            "attacks/csrf-redirect-uri-undefended.yaml"}) {
    auto session = session_with(story);
    session.obey("1");
    EXPECT_FALSE(session.obey("fault delay by=2s").is_error) << story;
    EXPECT_FALSE(session.obey("off nonce_present").is_error) << story;
    const auto answer = session.obey("save mine.yaml");
    ASSERT_TRUE(answer.save) << story << text_of(answer.lines);
    EXPECT_EQ(answer.save->path, "mine.yaml");
    EXPECT_FALSE(answer.save->may_overwrite);
    Diagnostics problems;
    const auto saved = read_scenario(answer.save->text, "story.yaml", problems);
    ASSERT_TRUE(saved) << answer.save->text;
    std::ostringstream one, other;
    write_json(run_scenario(*saved), one);
    write_json(session.walk().trace(), other);
    EXPECT_EQ(one.str(), other.str());
  }
}

TEST(Session, SavesWhatWasTypedWithItsComments) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  session.obey("fault drop");
  const auto answer = session.obey("save! mine.yaml");
  ASSERT_TRUE(answer.save);
  EXPECT_TRUE(answer.save->may_overwrite);
  EXPECT_THAT(answer.save->text, AllOf(HasSubstr("# Changed from story.yaml: drop at 4.\n# Joe signs in"),
                                       HasSubstr("faults:\n  - {at: 4, do: drop}\n\nexpect:\n  outcome: timed_out\n")));
}

TEST(Session, NeedsAFileToSaveTo) {
  auto session = session_with("happy-path.yaml");
  EXPECT_THAT(said(session, "save"), HasSubstr("save my-story.yaml"));
  EXPECT_FALSE(session.obey("save -").save);
}

TEST(Session, KeepsEveryLineWithinItsWidth) {
  for (const int width : {40, 61, 80})
    for (const bool ascii : {false, true})
      for (const auto detail : all_details) {
        auto session = session_with("attacks/csrf-redirect-uri-undefended.yaml", detail, {width, ascii, false, false});
        do
          for (const auto& line : session.stop_page()) {
            EXPECT_FALSE(line.ends_with(' ')) << line;
            EXPECT_LE(display_width(line), static_cast<std::size_t>(width)) << line;
            EXPECT_TRUE(!ascii || std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; })) << line;
          }
        while (session.obey("next").shows_stop);
      }
}

TEST(Session, MakesHostileTextsVisible) {
  auto session = session_of("title: \"T\\u202Et\"\nclient:\n  scope: openid\nokta:\n  client_name: \"x\"\n");
  EXPECT_THAT(shown(session), HasSubstr("T\\u{202E}t"));
  session.obey("4");
  ASSERT_FALSE(session.obey("fault tamper state=\"a\u202Eb\u200Bc\"").is_error);
  EXPECT_THAT(shown(session), HasSubstr("a\\u{202E}b\\u{200B}c"));
  const auto saved = session.obey("save mine.yaml");
  ASSERT_TRUE(saved.save) << text_of(saved.lines);
  EXPECT_THAT(saved.save->text, HasSubstr("value: \"a\\u202Eb\\u200Bc\""));
  for (const auto& text :
       {shown(session), said(session, "\x1b]0;x\x07"), said(session, "fault \x1b[2J"), said(session, "tamper\x1b[2J"),
        said(session, "off \x1b[2J\n"), said(session, "changes"), saved.save->text}) {
    EXPECT_THAT(text, Not(HasSubstr("\x1b"))) << text;
    EXPECT_THAT(text, Not(HasSubstr("\u202E"))) << text;
    EXPECT_THAT(text, Not(HasSubstr("\u200B"))) << text;
  }
}

TEST(Session, RefusesTheFaultThatIsOneTooMany) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  for (int fault = 1; fault <= 100; ++fault)
    ASSERT_FALSE(session.obey("fault tamper x" + std::to_string(fault) + "=v").is_error);
  EXPECT_THAT(said(session, "fault tamper y=v"), HasSubstr("at most 100 faults"));
  EXPECT_TRUE(session.obey("save mine.yaml").save);
}

TEST(Session, AsksOnceBeforeItForgetsChanges) {
  auto session = session_with("happy-path.yaml");
  session.ask_before_leaving();
  EXPECT_TRUE(session.obey("quit").ends);
  session.obey("4");
  session.obey("fault drop");
  EXPECT_FALSE(session.obey("quit").ends);
  session.obey("here");
  EXPECT_FALSE(session.obey("quit").ends);
  EXPECT_TRUE(session.obey("quit").ends);
  session.note_saved();
  session.obey("here");
  EXPECT_TRUE(session.obey("quit").ends);
  session.obey("undo");
  EXPECT_TRUE(session.obey("quit").ends);
}

TEST(Session, StaysWhereOneStandsWhenTheStoryChanges) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  const auto place = session.walk().stop();
  EXPECT_THAT(said(session, "off redirect_uri_exact"),
              AllOf(HasSubstr("redirect_uri_exact is switched off"), HasSubstr("first differs at 00:00.")));
  EXPECT_EQ(session.walk().stop(), place);
  EXPECT_THAT(said(session, "undo"), HasSubstr("redirect_uri_exact is on again"));
  EXPECT_EQ(session.walk().stop(), place);
}

TEST(Session, ObeysWhateverIsTypedWithoutHarm) {
  auto session = session_with("happy-path.yaml");
  for (const auto* line : {"{", "fault {", "fault {do: [", "fault }", "fault do=drop", "fault drop =",
                           "fault drop a=\"", "go -1", "#-1", "4.0", "save ../../x", "off off", "on on", "\xff\xfe",
                           "fault \xff", "fault {do: drop, at: 4, at: 4}", "fault &a drop", "fault {do: *a}"})
    EXPECT_NO_THROW(session.obey(line)) << line;
}

TEST(Session, HasNoColourUnlessWanted) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  EXPECT_THAT(shown(session), Not(HasSubstr("\x1b")));
  session.options().color = true;
  EXPECT_THAT(shown(session), HasSubstr("\x1b[1m"));
}

}  // namespace
}  // namespace flowsim::teach
