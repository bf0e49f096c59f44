// What somebody has seen is found again by kind, by name and by value, and by whose flow it was seen in.
#include "sim/knowledge.hpp"

#include <gtest/gtest.h>

namespace flowsim::sim {
namespace {

using enum Participant;

Message response(std::string token) { return {"access_token_response", {{"access_token", std::move(token)}}}; }

TEST(Knowledge, FindsTheNewestMessageOfAKindInOneFlow) {
  Knowledge knowledge;
  EXPECT_EQ(knowledge.newest("access_token_response", browser), nullptr);
  knowledge.learn(response("first"), browser);
  knowledge.learn(response("second"), browser);
  knowledge.learn({"consent", {}}, browser);
  knowledge.learn(response("own"), attacker_browser);
  ASSERT_NE(knowledge.newest("access_token_response", browser), nullptr);
  EXPECT_EQ(*knowledge.newest("access_token_response", browser), response("second"));
  EXPECT_EQ(*knowledge.newest("access_token_response", attacker_browser), response("own"));
  EXPECT_EQ(knowledge.newest("consent", attacker_browser), nullptr);
}

TEST(Knowledge, LearnsNothingFromWhatItKnows) {
  Knowledge knowledge;
  knowledge.learn(response("first"), browser);
  knowledge.learn(response("second"), browser);
  knowledge.learn(response("first"), browser);
  EXPECT_EQ(*knowledge.newest("access_token_response", browser), response("second"));
  knowledge.learn(response("first"), attacker_browser);  // seen there, it is news
  EXPECT_EQ(*knowledge.newest("access_token_response", attacker_browser), response("first"));
}

TEST(Knowledge, FindsAnotherValueOfThatName) {
  Knowledge knowledge;
  EXPECT_EQ(knowledge.value("access_token", "", browser), std::nullopt);
  knowledge.learn(response("first"), browser);
  knowledge.learn(response("second"), browser);
  EXPECT_EQ(knowledge.value("access_token", "", browser), "second");
  EXPECT_EQ(knowledge.value("access_token", "second", browser), "first");
  EXPECT_EQ(knowledge.value("id_token", "", browser), std::nullopt);
}

TEST(Knowledge, PrefersAValueOfAnotherFlow) {
  Knowledge knowledge;
  knowledge.learn(response("of the attacker"), attacker_browser);
  knowledge.learn(response("of the user"), browser);
  EXPECT_EQ(knowledge.value("access_token", "", browser), "of the attacker");
  EXPECT_EQ(knowledge.value("access_token", "", attacker_browser), "of the user");
  EXPECT_EQ(knowledge.value("access_token", "of the attacker", browser), "of the user");
}

TEST(Knowledge, KnowsAValueUnderWhateverNameItStood) {
  Knowledge knowledge;
  knowledge.learn({"leak", {{"url", "x"}, {"anything", "secret"}}}, browser);
  EXPECT_TRUE(knowledge.knows("secret", browser));
  EXPECT_FALSE(knowledge.knows("secret", attacker_browser));
  EXPECT_FALSE(knowledge.knows("anything", browser)) << "a name is no value";
  EXPECT_FALSE(knowledge.knows("secre", browser));
}

}  // namespace
}  // namespace flowsim::sim
