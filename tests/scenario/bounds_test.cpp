// What a scenario may say at most, and what it may still say.
#include <gtest/gtest.h>

#include "scenario/page_url.hpp"
#include "scenario/reading.hpp"
#include "scenario/run.hpp"

namespace flowsim::scenario {
namespace {

using testing_support::scenario_of;

TEST(Latency, DoesNotDecideARunEvenWhereTheAppAsksOktaTwice) {
  const auto trace =
      run_scenario(scenario_of("title: x\nlatency: 3s\nclient: {calls_userinfo: true}\napp: {introspects: true}\n"));
  ASSERT_TRUE(trace.outcome);
  EXPECT_EQ(name_of(trace.outcome->kind), "resource_served");
}

TEST(Address, MayBeWrittenInManyWays) {
  scenario_of("title: x\nclient: {redirect_uri: 'http://[::1]:8080/a.b/...?x=/../y'}\n");
  scenario_of("title: x\nclient: {redirect_uri: https://spa.example.com:80}\n");
  scenario_of("title: x\nclient: {redirect_uri: https://a.example/, resource: https://a.example:8443/}\n");
  scenario_of("title: x\nokta: {redirect_uris: [com.example.app://callback, https://a.example:443/../b]}\n");
}

TEST(RequiredScope, MayBeEmptyOneOrSeveral) {
  for (const auto* scopes : {"''", "orders:read", "\"a,b !#[]~ c\""})
    scenario_of(std::string("title: x\napp: {required_scope: ") + scopes + "}\n");
}

TEST(CanonicalOrigin, IsEqualForTheSameParty) {
  for (const auto* url : {"https://a.example", "HTTPS://A.Example:443/x", "https://me:pw@a.example:/?q#f"})
    EXPECT_EQ(canonical_origin(url), "https://a.example") << url;
  EXPECT_EQ(canonical_origin("http://[::1]:80/"), "http://[::1]");
  EXPECT_EQ(canonical_origin("https://a.example:80/"), "https://a.example:80");
  EXPECT_EQ(canonical_origin("/callback"), "");
}

}  // namespace
}  // namespace flowsim::scenario
