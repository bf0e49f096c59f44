// What is offered can be typed: every offer is obeyed where it is offered.
#include "teach/choices.hpp"

#include "teach/fault_examples.hpp"
#include "teach/typed_fault.hpp"
#include "teach/walking.hpp"

namespace flowsim::teach {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> words_at(const Session& session, std::string_view line) {
  std::vector<std::string> words;
  for (const auto& choice : choices_at(session, line).words) words.push_back(choice.word);
  return words;
}

std::string completed_at(const Session& session, std::string_view line) {
  return completed(line, choices_at(session, line));
}

TEST(FaultExamples, CanBeTypedWhereTheyAreOffered) {
  for (const auto detail : all_details) {
    auto session = session_with("happy-path.yaml", detail);
    do {
      const auto& walk = session.walk();
      for (const auto& example : fault_examples(walk.trace(), walk.stop())) {
        const auto read = read_typed_fault(example.typed, walk.trace(), walk.stop());
        ASSERT_FALSE(std::holds_alternative<NoFault>(read)) << example.typed << "\n" << std::get<NoFault>(read).problem;
        EXPECT_EQ(std::get<TypedFault>(read).spec.verb, example.verb->name);
      }
    } while (session.obey("next").shows_stop);
  }
}

TEST(Choices, AreTheFaultsThatCanStrikeHere) {
  auto session = session_with("happy-path.yaml");
  EXPECT_THAT(words_at(session, "fault "), testing::IsEmpty());
  EXPECT_THAT(text_of(shown(choices_at(session, "fault "), session.options())), HasSubstr("drop at=4"));
  session.obey("1");
  EXPECT_THAT(words_at(session, "fault "), AllOf(Contains("drop"), Contains("tamper"), Not(Contains("forge"))));
  session.obey("4");
  EXPECT_THAT(words_at(session, "fault "), AllOf(Contains("forge"), Contains("fail"), Contains("misbehave")));
  EXPECT_THAT(text_of(shown(choices_at(session, "fault "), session.options())), HasSubstr("tamper state=other"));
}

TEST(Choices, AreTheArgumentsOfAVerbAndTheParametersOfTheMessage) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  EXPECT_THAT(words_at(session, "fault tamper "),
              AllOf(Contains("state="), Contains("access_token="), Contains("parameter="), Contains("remove")));
  EXPECT_THAT(words_at(session, "fault forge token="), testing::ElementsAre("token=access_token", "token=id_token"));
  EXPECT_EQ(completed_at(session, "fault forge token=i"), "fault forge token=id_token ");
  EXPECT_THAT(words_at(session, "fault misbehave how=").front(), "how=errors_in_query");
}

TEST(Choices, AreTheChecksOfTheStop) {
  auto session = session_with("happy-path.yaml");
  EXPECT_THAT(words_at(session, "off "), AllOf(Contains("redirect_uri_exact"), Contains("state_matches")));
  session.obey("1");
  EXPECT_THAT(words_at(session, "off "), AllOf(Contains("redirect_uri_exact"), Not(Contains("state_matches"))));
  EXPECT_THAT(words_at(session, "on "), testing::IsEmpty());
  session.obey("off state_matches");
  EXPECT_THAT(words_at(session, "on "), testing::ElementsAre("state_matches"));
}

TEST(Choices, AreTheCommands) {
  const auto session = session_with("happy-path.yaml");
  EXPECT_EQ(words_at(session, "").size(), session_commands().size());
  EXPECT_EQ(completed_at(session, "und"), "undo ");
  EXPECT_EQ(completed_at(session, "sav"), "save");
  EXPECT_EQ(completed_at(session, "xyz"), "xyz");
  EXPECT_THAT(words_at(session, "save "), testing::IsEmpty());
}

TEST(Choices, StayWithinTheWidth) {
  auto session = session_with("happy-path.yaml", Detail::messages, {40, true, false, false});
  session.obey("4");
  for (const auto* line : {"", "fault ", "fault misbehave how=", "off ", "on "})
    for (const auto& shown_line : shown(choices_at(session, line), session.options()))
      EXPECT_LE(shown_line.size(), 40u) << shown_line;
}

}  // namespace
}  // namespace flowsim::teach
