// Every case of every check, as a test of its own; and that no check is without.
#include "oauth/checks/cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "words/say.hpp"

namespace flowsim::oauth::checks_test {
namespace {

class CheckCase : public testing::Test {
 public:
  explicit CheckCase(Case one) : case_(std::move(one)) {}

 private:
  void TestBody() override {
    const auto finding = case_.apply(case_.check);
    EXPECT_EQ(finding.status, case_.status)
        << "expected: " << words::say(finding.expected) << "\nactual: " << words::say(finding.actual);
    if (!case_.actual.empty()) {
      EXPECT_EQ(words::say(finding.actual), case_.actual);
    }
    if (!case_.expected.empty()) {
      EXPECT_EQ(words::say(finding.expected), case_.expected);
    }
    EXPECT_TRUE(words::can_say(finding.actual)) << finding.actual.id;
    EXPECT_TRUE(finding.expected.empty() || words::can_say(finding.expected)) << finding.expected.id;
    EXPECT_EQ(finding.expected.empty(), case_.status == CheckStatus::not_applicable);
  }

  Case case_;
};

/// `redirect_uri_exact` as a test suite's name: `RedirectUriExact`.
std::string suite_name(std::string_view check) {
  std::string name;
  bool starts_word = true;
  for (const char character : check) {
    if (character != '_') name += starts_word ? static_cast<char>(character - 'a' + 'A') : character;
    starts_word = character == '_';
  }
  return name;
}

const bool registered = [] {
  for (const auto& one : all_cases())
    testing::RegisterTest(suite_name(one.check).c_str(), std::string(one.fact).c_str(), nullptr, nullptr, __FILE__,
                          __LINE__, [one]() -> CheckCase* { return new CheckCase(one); });
  return true;
}();

bool has_case(std::string_view check, CheckStatus status) {
  const auto cases = all_cases();
  return std::ranges::any_of(cases, [&](const Case& one) { return one.check == check && one.status == status; });
}

TEST(EveryCheck, HasAPassingAndAFailingCase) {
  ASSERT_TRUE(registered);
  ASSERT_FALSE(all_checks().empty());
  for (const auto& check : all_checks()) {
    EXPECT_TRUE(has_case(check.name, CheckStatus::passed)) << check.name;
    EXPECT_TRUE(has_case(check.name, CheckStatus::failed)) << check.name;
  }
}

TEST(EveryCase, NamesACheckAndIsUnique) {
  auto cases = all_cases();
  for (const auto& one : cases) EXPECT_NE(check_named(one.check), nullptr) << one.check;
  const auto key = [](const Case& one) { return std::pair(one.check, one.fact); };
  std::ranges::sort(cases, {}, key);
  const auto twin = std::ranges::adjacent_find(cases, {}, key);
  EXPECT_EQ(twin, cases.end()) << twin->check << " " << twin->fact;
}

}  // namespace

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto* some :
       {&authorization_request_cases(), &sign_in_cases(), &response_cases(), &id_token_cases(), &resource_cases()})
    all.insert(all.end(), some->begin(), some->end());
  return all;
}

}  // namespace flowsim::oauth::checks_test
