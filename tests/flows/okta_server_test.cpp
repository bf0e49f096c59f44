// okta knows two accounts and two clients: the user's and the honest one, and the attacker's.
#include <gtest/gtest.h>

#include "flows/implicit/okta.hpp"

namespace flowsim::flows {
namespace {

/// okta with the attacker's client registered or not.
class OktaAccounts : public testing::Test {
 protected:
  implicit::OktaServer server() const {
    return {okta, attacker, {}, SigningKey::okta(), SigningKey::okta_next(), {}, Random(1, "okta"), {}, {}, {}};
  }
  OktaSettings okta;
  AttackerSettings attacker;
};

TEST_F(OktaAccounts, KnowsTheUserAndTheHonestClient) {
  okta.consent_granted = true;
  okta.user_locked = true;
  const auto about = server().about(okta.client_id, okta.username);
  EXPECT_EQ(about.client_id, okta.client_id);
  EXPECT_EQ(about.redirect_uris, okta.redirect_uris);
  EXPECT_EQ(about.user_id, okta.user_id);
  EXPECT_TRUE(about.consent_granted);
  EXPECT_TRUE(about.user_locked);
}

TEST_F(OktaAccounts, KnowsTheAttackersAccount) {
  okta.consent_granted = true;
  okta.user_locked = true;
  okta.user_assigned = false;
  const auto about = server().about(okta.client_id, attacker.username);
  EXPECT_EQ(about.client_id, okta.client_id);
  EXPECT_EQ(about.username, attacker.username);
  EXPECT_EQ(about.password, attacker.password);
  EXPECT_EQ(about.user_id, attacker.user_id);
  EXPECT_EQ(about.user_name, attacker.user_name);
  EXPECT_TRUE(about.user_assigned) << "what is said of the user is not said of the attacker";
  EXPECT_FALSE(about.user_locked);
  EXPECT_FALSE(about.consent_granted);
}

TEST_F(OktaAccounts, KnowsTheAttackersClientWhereItIsRegistered) {
  okta.consent_granted = true;
  EXPECT_FALSE(server().is_attackers_client(attacker.client_id));
  EXPECT_EQ(server().about(attacker.client_id, okta.username).client_id, okta.client_id);
  attacker.client_registered = true;
  EXPECT_TRUE(server().is_attackers_client(attacker.client_id));
  EXPECT_FALSE(server().is_attackers_client(okta.client_id));
  const auto about = server().about(attacker.client_id, okta.username);
  EXPECT_EQ(about.client_id, attacker.client_id);
  EXPECT_EQ(about.client_name, attacker.client_name);
  EXPECT_EQ(about.redirect_uris, (std::vector<std::string>{attacker.site + "/callback"}));
  EXPECT_EQ(about.user_id, okta.user_id);
  EXPECT_FALSE(about.consent_granted) << "the user's consent was to the honest client";
}

TEST_F(OktaAccounts, RemembersWhoHasConsentedToWhat) {
  attacker.client_registered = true;
  auto knowing = server();
  knowing.consents.emplace(okta.user_id, attacker.client_id);
  EXPECT_TRUE(knowing.about(attacker.client_id, okta.username).consent_granted);
  EXPECT_FALSE(knowing.about(okta.client_id, okta.username).consent_granted);
  EXPECT_FALSE(knowing.about(attacker.client_id, attacker.username).consent_granted);
}

}  // namespace
}  // namespace flowsim::flows
