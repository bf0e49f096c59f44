// misbehave and skew: where they may stand, and what they say of themselves.
#include <gtest/gtest.h>

#include "faults/registry.hpp"
#include "oauth/misbehaviour.hpp"
#include "words/say.hpp"

namespace flowsim::faults {
namespace {

FaultSpec spec(int interaction, std::string how) {
  return {{.interaction = interaction, .leg = 0, .message = {}, .occurrence = 1},
          "misbehave",
          {{"how", std::move(how)}},
          false};
}

TEST(Misbehave, IsTakenAtTheInteractionOfItsRowAndAtNoOther) {
  for (const auto& row : misbehaviours())
    for (int interaction = 1; interaction <= 6; ++interaction)
      EXPECT_EQ(fault_verb("misbehave")->objection(spec(interaction, std::string(row.name))).empty(),
                interaction == row.interaction)
          << row.name << " at " << interaction;
  EXPECT_EQ(fault_verb("misbehave")->objection(spec(3, "redirect_307")),
            "redirect_307 is a bug of okta and shows at 4: write \"at: 4\"");
}

TEST(Misbehave, IsThereForTheWholeRun) {
  auto second = spec(4, "redirect_307");
  second.place.occurrence = 2;
  EXPECT_NE(fault_verb("misbehave")->objection(second), "");
  auto of_one_kind = spec(4, "redirect_307");
  of_one_kind.place.message = "authorization_error";
  EXPECT_NE(fault_verb("misbehave")->objection(of_one_kind), "");
}

TEST(Misbehave, ChangesNoMessageByItself) {
  Knowledge knowledge;
  const auto planned = plan_fault(spec(4, "state_missing_in_error"), knowledge);
  EXPECT_EQ(words::say_all(planned.intent, ""), "okta leaves state out of its error responses (RFC 6749 §4.2.2.1)");
  EXPECT_EQ(planned.fault->misbehaviour(), "state_missing_in_error");
  const Message message{"authorization_error", {{"state", "s"}}};
  const Fate<Message> unchanged{{message}};
  EXPECT_EQ(planned.fault->befalls(message, {}), unchanged);
}

FaultSpec skew(std::string by) {
  return {{.interaction = 3, .leg = 0, .message = {}, .occurrence = 1},
          "skew",
          {{"actor", "okta"}, {"by", std::move(by)}},
          false};
}

TEST(Skew, SetsOneClock) {
  Knowledge knowledge;
  const auto behind = plan_fault(skew("-10min"), knowledge);
  EXPECT_EQ(words::say_all(behind.intent, ""), "from here on the clock of okta is 10min behind");
  ASSERT_TRUE(behind.fault->changes_clock().has_value());
  EXPECT_EQ(behind.fault->changes_clock()->who, Participant::okta);
  EXPECT_EQ(behind.fault->changes_clock()->by, Duration{std::chrono::minutes{-10}});
  EXPECT_EQ(words::say_all(plan_fault(skew("5s"), knowledge).intent, ""), "from here on the clock of okta is 5s ahead");
}

TEST(Skew, ObjectsToNothing) {
  EXPECT_NE(fault_verb("skew")->objection(skew("0s")), "");
  EXPECT_EQ(fault_verb("skew")->objection(skew("-1s")), "");
}

}  // namespace
}  // namespace flowsim::faults
