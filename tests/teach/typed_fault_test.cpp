// Typed faults: completed by the stop they are typed at, read as scenario files are.
#include "teach/typed_fault.hpp"

#include "scenario/fault_text.hpp"
#include "teach/walking.hpp"

namespace flowsim::teach {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// The fault that is read at a place, as a scenario file says it; else what is wrong.
std::string fault_at(const std::string& place, const std::string& typed, const std::string& story = "happy-path.yaml") {
  auto session = session_with(story);
  EXPECT_TRUE(place.empty() || session.obey(place).shows_stop) << place;
  const auto read = read_typed_fault(typed, session.walk().trace(), session.walk().stop());
  if (const auto* problem = std::get_if<NoFault>(&read)) return problem->problem;
  return fault_text(std::get<TypedFault>(read).spec);
}

TEST(TypedFault, StrikesTheMessageOfItsStop) {
  EXPECT_EQ(fault_at("4", "drop"), "{at: 4, do: drop}");
  EXPECT_EQ(fault_at("3", "delay by=5s"), "{at: 3, do: delay, by: 5s}");
}

TEST(TypedFault, NamesTheKindWhereTheInteractionHasSaidSomethingBefore) {
  auto session = session_with("happy-path.yaml");
  session.obey("3");
  session.obey("next");
  const auto read = read_typed_fault("drop", session.walk().trace(), session.walk().stop());
  EXPECT_EQ(fault_text(std::get<TypedFault>(read).spec), "{at: 3, message: consent_prompt, do: drop}");
}

TEST(TypedFault, StrikesALegAtWireLevelAndItsMessageWhereTheVerbStrikesNoLegs) {
  EXPECT_EQ(fault_at("4.2", "drop"), "{at: 4.2, do: drop}");
  EXPECT_EQ(fault_at("4.2", "tamper state=x"), "{at: 4, do: tamper, parameter: state, value: x}");
}

TEST(TypedFault, StrikesTheAttackersFlowInTheAttackersBrowser) {
  auto session = session_with("attacks/csrf-redirect-uri.yaml");
  while (session.walk().stop().message == 0 ||
         session.walk().trace().message(session.walk().stop().message).browser != Participant::attacker_browser ||
         session.walk().trace().message(session.walk().stop().message).envelope.interaction == 0)
    ASSERT_TRUE(session.obey("next").shows_stop);
  const auto read = read_typed_fault("drop", session.walk().trace(), session.walk().stop());
  EXPECT_EQ(std::get<TypedFault>(read).spec.place.browser, Participant::attacker_browser);
}

TEST(TypedFault, TakesAnUnknownNameOfTamperForAParameter) {
  const auto* fault = "{at: 4, do: tamper, parameter: state, value: not-mine}";
  EXPECT_EQ(fault_at("4", "tamper state=not-mine"), fault);
  EXPECT_EQ(fault_at("4", "tamper parameter=state value=not-mine"), fault);
  EXPECT_EQ(fault_at("4", "{do: tamper, parameter: state, value: not-mine}"), fault);
  EXPECT_EQ(fault_at("4", "tamper parameter=state remove"), "{at: 4, do: tamper, parameter: state, remove: true}");
}

TEST(TypedFault, KeepsTextsThatLookLikeSomethingElse) {
  EXPECT_EQ(fault_at("4", "tamper state=123"), "{at: 4, do: tamper, parameter: state, value: \"123\"}");
  EXPECT_EQ(fault_at("4", "tamper state=\"a b: {c}\""), "{at: 4, do: tamper, parameter: state, value: \"a b: {c}\"}");
  EXPECT_EQ(fault_at("4", "tamper state=yes"), "{at: 4, do: tamper, parameter: state, value: \"yes\"}");
  EXPECT_EQ(fault_at("4", "tamper state=#x"), "{at: 4, do: tamper, parameter: state, value: \"#x\"}");
}

TEST(TypedFault, StrikesWhereItSaysItself) {
  EXPECT_EQ(fault_at("", "drop at=5"), "{at: 5, do: drop}");
  EXPECT_EQ(fault_at("4", "{at: 2, do: drop}"), "{at: 2, do: drop}");
}

TEST(TypedFault, MayNameTheMessageOrOccurrenceAlone) {
  EXPECT_EQ(fault_at("3", "drop message=consent"), "{at: 3, message: consent, do: drop}");
  EXPECT_EQ(fault_at("3", "duplicate occurrence=2"), "{at: 3, occurrence: 2, do: duplicate}");
}

TEST(TypedFault, OfABugIsWhereTheBugShows) {
  EXPECT_EQ(fault_at("1", "misbehave how=errors_in_query"), "{at: 4, do: misbehave, how: errors_in_query}");
}

TEST(TypedFault, SaysWhatWouldBeRight) {
  EXPECT_THAT(fault_at("4", "dorp"), AllOf(HasSubstr("unknown fault \"dorp\""), HasSubstr("did you mean \"drop\"?")));
  EXPECT_THAT(fault_at("4", "delay"), HasSubstr("add \"by: …\""));
  EXPECT_THAT(fault_at("4", "delay bye=5s"), HasSubstr("did you mean \"by\"?"));
  EXPECT_THAT(fault_at("4", "delay by=soon"), HasSubstr("\"by\" must be a duration"));
  EXPECT_THAT(fault_at("", "drop"), HasSubstr("say where: at=4"));
  EXPECT_THAT(fault_at("", "dorp"), HasSubstr("did you mean \"drop\"?"));
  EXPECT_THAT(fault_at("4", ""), HasSubstr("a fault without \"do\""));
  EXPECT_THAT(fault_at("4", "{do: drop"), HasSubstr("error"));
  EXPECT_THAT(fault_at("4", "{do: drop}, {do: drop}"), HasSubstr("error"));
  EXPECT_THAT(fault_at("4", "{at: 9, do: drop}"), HasSubstr("there is no place"));
}

TEST(TypedFault, StrikesTheVeryMessageOfEveryNumberedStop) {
  for (const auto* story : {"happy-path.yaml", "user-refuses/wrong-password.yaml", "network/repeated-response.yaml"}) {
    auto session = session_with(story);
    do {
      const auto stop = session.walk().stop();
      if (stop.kind != StopKind::message) continue;
      if (session.walk().trace().message(stop.message).envelope.interaction == 0) continue;
      const auto before = session.walk().changes().size();
      const auto answer = session.obey("fault drop");
      if (session.walk().changes().size() == before) continue;
      EXPECT_EQ(session.walk().trace().faults.back().message, stop.message) << story;
      EXPECT_EQ(session.walk().stop().first, stop.first);
      session.obey("undo");
    } while (session.obey("next").shows_stop);
  }
}

}  // namespace
}  // namespace flowsim::teach
