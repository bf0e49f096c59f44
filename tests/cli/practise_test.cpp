// flowsim practise: the run judges the answer, and feedback does not give it away.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace flowsim::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string csrf = "scenarios/attacks/csrf-redirect-uri.yaml";
const std::string lost_consent = "scenarios/network/lost-consent.yaml";
const std::string undefended = "scenarios/attacks/csrf-redirect-uri-undefended.yaml";

Finished practise(std::vector<std::string> arguments, std::string input = {}) {
  arguments.insert(arguments.begin(), "practise");
  return run_program({std::move(arguments), std::move(input)});
}

TEST(Practise, AsksForTheCheckAndTakesTheRightAnswer) {
  const auto done = practise({csrf}, "state_matches\n");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.out, AllOf(HasSubstr("check: ?"), HasSubstr("Which check decides how this run ends?"),
                              HasSubstr("✓ Right: state_matches."), HasSubstr("RFC 6749 §10.12")));
  EXPECT_EQ(done.err, "");
}

TEST(Practise, SaysWhyNotWithoutGivingTheAnswerAway) {
  const auto done = practise({csrf, "--answer", "nonce_matches"});
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.out, AllOf(HasSubstr("nonce_matches is never asked in this run"), Not(HasSubstr("state_matches"))));
}

TEST(Practise, JudgesAPassedCheckByItsVerdict) {
  const auto done = practise({csrf, "--answer", "client_known"});
  EXPECT_THAT(done.out, HasSubstr("client_known passes at interaction 1"));
}

TEST(Practise, TellsTheAnswerAfterThreeWrongOnes) {
  const auto done = practise({csrf}, "nonce_matches\nno_such_check\nclient_known\nat_hash_matches\nstate_matches\n");
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.out, AllOf(HasSubstr("no_such_check cannot stand here"), HasSubstr("The answer is state_matches."),
                              Not(HasSubstr("✓ Right"))));
}

TEST(Practise, EndsWhereTheLearnerGivesUpAndWhereTheInputEnds) {
  for (const auto* input : {"\n", ""}) EXPECT_THAT(practise({csrf}, input).out, HasSubstr("The answer is"));
}

TEST(Practise, HidesAnyValueAndRunsTheAnswer) {
  EXPECT_EQ(practise({undefended, "--hide", "disabled_checks.1", "--answer", "state_matches"}).status, 0);
  const auto wrong = practise({undefended, "--hide", "disabled_checks.1", "--answer", "nonce_matches"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.out, HasSubstr("With this answer: expected outcome compromised, came response_rejected."));
}

TEST(Practise, SaysWhenAPropertyIsViolatedBesidesTheOneAskedFor) {
  const std::string bare = "scenarios/attacks/access-token-injection-bare-token.yaml";
  const auto as_well = practise({bare, "--hide", "expect.property", "--answer", "session_integrity"});
  EXPECT_EQ(as_well.status, 1);
  EXPECT_THAT(as_well.out, AllOf(HasSubstr("session_integrity is violated as well"),
                                 HasSubstr("issued in another browser's flow"), Not(HasSubstr("is not it"))));
  const auto held = practise({bare, "--hide", "expect.property", "--answer", "secrecy"});
  EXPECT_THAT(held.out, AllOf(HasSubstr("✗ secrecy is not it."), HasSubstr("secrecy holds in this run")));
  const auto tries = practise({bare, "--hide", "expect.property"},
                              "session_integrity\nsession_integrity\nsession_integrity\nauthorization\n");
  EXPECT_EQ(tries.status, 0) << "what is true is no wrong answer";
}

TEST(Practise, SpeaksToALearnerAndNotToAnAuthor) {
  const auto contradicts = practise({lost_consent, "--hide", "expect.outcome", "--answer", "resource_served"});
  EXPECT_EQ(contradicts.status, 1);
  EXPECT_THAT(contradicts.out, AllOf(HasSubstr("✗ resource_served is not it."), HasSubstr("resource_served means:"),
                                     HasSubstr("interaction 3"), Not(HasSubstr("write 6"))));
  const auto off =
      practise({"scenarios/attacks/nonce-mismatch.yaml", "--hide", "disabled_checks.1", "--answer", "nonce_matches"});
  EXPECT_THAT(off.out,
              AllOf(HasSubstr("nonce_matches does not fit what else the scenario says"), Not(HasSubstr("remove"))));
}

TEST(Practise, ListsTheStatesOfTheActorWithWhatTheyMean) {
  const auto done = practise({lost_consent, "--hide", "expect.states.client"}, "?\n");
  EXPECT_THAT(done.out, AllOf(HasSubstr("TimedOut          the client has stopped waiting"), HasSubstr("HasResource  "),
                              Not(HasSubstr("ConsentGiven  ")), Not(HasSubstr("Any value may be tried"))));
}

TEST(Practise, ListsOutcomesWithWhatTheyMean) {
  const auto done = practise({lost_consent, "--hide", "expect.outcome"}, "?\n");
  EXPECT_THAT(done.out, HasSubstr("  timed_out            An actor waited for something that did not come"));
}

TEST(Practise, ListsOnlyTheChecksOfTheActorInQuestionUnderHeadings) {
  const auto done = practise({csrf}, "?\n");
  EXPECT_THAT(done.out, AllOf(HasSubstr("  client, at interaction 4:\n"), HasSubstr("    state_matches  "),
                              Not(HasSubstr("okta, at interaction")), Not(HasSubstr("scope_sufficient"))));
  const auto any = practise({undefended, "--hide", "disabled_checks.1"}, "?\n");
  EXPECT_THAT(any.out, AllOf(HasSubstr("okta, at interaction 1:"), HasSubstr("app, at interaction 5:")));
}

TEST(Practise, ShowsTheHelpToAnAnswerOnTheCommandLineToo) {
  EXPECT_THAT(practise({csrf, "--answer", "?"}).out, HasSubstr("client, at interaction 4:"));
}

TEST(Practise, GuessesWhatWasMeantWhateverTheCase) {
  for (const auto* typed : {"TIMED_OUT", "timedout", "Timed_Out"})
    EXPECT_THAT(practise({lost_consent, "--hide", "expect.outcome", "--answer", typed}).out,
                HasSubstr(std::string(typed) + " cannot stand here; did you mean timed_out?"));
  EXPECT_THAT(practise({lost_consent, "--hide", "expect.states.client", "--answer", "timedout"}).out,
              HasSubstr("did you mean TimedOut?"));
  EXPECT_THAT(practise({lost_consent, "--hide", "expect.outcome", "--answer", "nonsense"}).out,
              HasSubstr("one of: resource_served, signed_in"));
}

TEST(Practise, KnowsAMessageByWhatPicturesCallIt) {
  EXPECT_THAT(practise({lost_consent, "--hide", "faults.1.message", "--answer", "credentials"}).out,
              HasSubstr("did you mean authentication (Credentials)?"));
  EXPECT_THAT(practise({lost_consent, "--hide", "faults.1.message", "--answer", "orders"}).out,
              HasSubstr("one of: authentication (Credentials), consent_prompt (Consent prompt)"));
}

TEST(Practise, SaysInItsHelpWhichAnswersCount) {
  EXPECT_THAT(practise({"--help"}).out, HasSubstr("What cannot stand there at all does not count"));
}

TEST(Practise, OffersTheRightAnswerAmongTheWordsOfEveryScenario) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(FLOWSIM_SOURCE_DIR "/scenarios/tokens")) {
    const auto file = "scenarios/tokens/" + entry.path().filename().string();
    const auto done = practise({file}, "?\n\n");
    EXPECT_THAT(done.out, Not(HasSubstr("No word of the table"))) << file;
  }
}

TEST(Practise, DoesNotShowTheAnswerBesideTheQuestion) {
  for (const auto* name : {"okta-refuses/server-error", "okta-refuses/user-cancelled", "resource/wrong-refusal"}) {
    const auto done = run_program({{"practise", std::string("scenarios/") + name + ".yaml"}, "\n"});
    const auto question = done.out.substr(0, done.out.find("answer (?"));
    const std::string lead = "The answer is ";
    const auto at = done.out.find(lead) + lead.size();
    const auto answer = done.out.substr(at, done.out.find(".\n", at) - at);
    EXPECT_EQ(question.find(answer), std::string::npos) << name << "\n" << done.out;
  }
}

TEST(Practise, TakesAnEmptyAnswerOfTheCommandLineAsOne) {
  const auto done = run_program({{"practise", "scenarios/happy-path.yaml", "--answer", ""}, ""});
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.out, Not(HasSubstr("The answer is")));
}

TEST(Practise, TakesNoPartOfALineForAnAnswer) {
  const auto done = run_program({{"practise", "scenarios/happy-path.yaml", "--hide", "expect.outcome"},
                                 "resource_served" + std::string(10'000, ' ') + "\nresource_served\n"});
  EXPECT_THAT(done.out, HasSubstr("No answer has more than"));
  EXPECT_EQ(done.status, 0);
}

TEST(Practise, SaysWhatIsWrongWithTheQuestion) {
  const auto unknown = practise({csrf, "--hide", "expect.chek"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'expect.check'?"));
  for (const auto* path : {"title", "references.1"})
    EXPECT_THAT(practise({csrf, "--hide", path, "--answer", "x"}).err, HasSubstr("no answer could be wrong")) << path;
  EXPECT_EQ(practise({"-"}).status, 2);
  EXPECT_EQ(practise({"no-such-file.yaml"}).status, 3);
}

TEST(Practise, ShowsAHostileAnswerAsText) {
  const auto done = practise({csrf}, "\x1b[31mred\n\n");
  EXPECT_THAT(done.out, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace flowsim::cli
