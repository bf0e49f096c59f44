// flowsim practise: the run judges the answer, and feedback does not give it away.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace flowsim {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string csrf = "scenarios/attacks/csrf-redirect-uri.yaml";
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
  EXPECT_THAT(done.out,
              AllOf(HasSubstr("unknown check"), HasSubstr("The answer is state_matches."), Not(HasSubstr("✓ Right"))));
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
}  // namespace flowsim
