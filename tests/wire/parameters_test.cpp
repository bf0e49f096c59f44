// Parameters keep their order, their repetitions and their empty values.
#include "wire/parameters.hpp"

#include <gtest/gtest.h>

namespace flowsim::wire {
namespace {

const Parameters sample_parameters{{"state", "a"}, {"scope", ""}, {"state", "b"}, {"scope", "openid"}};

TEST(Parameters, FindTheFirstOfAName) {
  EXPECT_EQ(sample_parameters.find("state"), "a");
  EXPECT_EQ(sample_parameters.find("scope"), "");
  EXPECT_EQ(sample_parameters.find("State"), std::nullopt);
  EXPECT_EQ(sample_parameters.find(""), std::nullopt);
}

TEST(Parameters, CountAnEmptyValueAsAbsent) {
  EXPECT_EQ(sample_parameters.value("state"), "a");
  EXPECT_EQ(sample_parameters.value("scope"), std::nullopt);
  EXPECT_FALSE(sample_parameters.has("scope"));
  EXPECT_TRUE(sample_parameters.has("state"));
  EXPECT_EQ(sample_parameters.value_or_empty("scope"), "");
  EXPECT_EQ(sample_parameters.value_or_empty("state"), "a");
}

TEST(Parameters, CountRepetitions) {
  EXPECT_EQ(sample_parameters.count("state"), 2u);
  EXPECT_EQ(sample_parameters.count("nonce"), 0u);
}

TEST(Parameters, NameTheFirstThatIsRepeated) {
  EXPECT_EQ(sample_parameters.first_repeated(), "state");
  EXPECT_EQ((Parameters{{"a", ""}, {"b", ""}, {"b", ""}, {"a", ""}}.first_repeated()), "a");
  EXPECT_EQ((Parameters{{"a", ""}, {"b", ""}}.first_repeated()), std::nullopt);
  EXPECT_EQ(Parameters{}.first_repeated(), std::nullopt);
}

TEST(Parameters, NameTheFirstRepeatedOfVeryManyQuickly) {
  Parameters many;
  for (int i = 0; i < 200'000; ++i) many.add(std::to_string(i), "");
  EXPECT_EQ(many.first_repeated(), std::nullopt);
  many.add("199999", "");
  many.add("7", "");
  EXPECT_EQ(many.first_repeated(), "7");
}

TEST(Parameters, AddBehindAllOthers) {
  auto changed = sample_parameters;
  changed.add("state", "c", Place::query);
  EXPECT_EQ(changed.count("state"), 3u);
  EXPECT_EQ(std::prev(changed.end())->place, Place::query);
}

TEST(Parameters, SetTheFirstOfANameInItsPlace) {
  auto changed = sample_parameters;
  changed.set("state", "new");
  changed.set("nonce", "n");
  EXPECT_EQ(changed,
            (Parameters{{"state", "new"}, {"scope", ""}, {"state", "b"}, {"scope", "openid"}, {"nonce", "n"}}));
}

TEST(Parameters, RemoveEveryOneOfAName) {
  auto changed = sample_parameters;
  changed.remove("state");
  changed.remove("unknown");
  EXPECT_EQ(changed, (Parameters{{"scope", ""}, {"scope", "openid"}}));
}

}  // namespace
}  // namespace flowsim::wire
