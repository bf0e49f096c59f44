// The random values are the same on every machine.
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace flowsim::base {
namespace {

TEST(Random, GivesTheseValuesOnEveryMachine) {
  Random random(1, "client");
  EXPECT_EQ(random.base64url(43), "ukdhKLbysI-wHFGeoAe7pBU9gRh7-3NnciflcXnnvZr");
  EXPECT_EQ(random.base64url(8), "ZlGIze8g");
}

TEST(Random, GivesTheSameForTheSameSeedAndStream) {
  Random one(7, "okta"), other(7, "okta");
  EXPECT_EQ(one.base64url(100), other.base64url(100));
  EXPECT_EQ(one.base64url(100), other.base64url(100));
}

TEST(Random, GivesOtherValuesForOtherSeedsAndStreams) {
  std::set<std::string> values;
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    for (const auto* stream : {"", "client", "okta", "user", "clientokta"})
      values.insert(Random(seed, stream).base64url(22));
  values.insert(Random(std::uint64_t{1} << 63, "client").base64url(22));
  EXPECT_EQ(values.size(), 501u);
}

TEST(Random, StreamsDoNotDependOnEachOther) {
  Random alone(1, "okta");
  const auto expected = alone.base64url(20);
  Random client(1, "client"), okta(1, "okta");
  client.base64url(1000);
  EXPECT_EQ(okta.base64url(20), expected);
}

TEST(Random, HasTheLengthAskedFor) {
  for (const std::size_t length : {0u, 1u, 9u, 10u, 11u, 43u, 1000u})
    EXPECT_EQ(Random(1, "x").base64url(length).size(), length);
}

TEST(Random, UsesTheWholeAlphabetEvenly) {
  constexpr std::size_t draws = 64'000;
  const auto text = Random(1, "x").base64url(draws);
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")) {
    const auto count = std::ranges::count(text, c);
    EXPECT_GT(count, 800) << c;
    EXPECT_LT(count, 1200) << c;
  }
}

}  // namespace
}  // namespace flowsim::base
