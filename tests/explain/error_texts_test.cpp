// The table of error texts: complete rows, in words that the other tables know.
#include "explain/error_texts.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "oauth/checks.hpp"
#include "oauth/error_codes.hpp"
#include "trace/outcome.hpp"

namespace flowsim::explain {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

bool is_known_end(std::string_view name) {
  return check_named(name) != nullptr || outcome_named(name).has_value() ||
         std::ranges::find(error_codes(), name, &ErrorCode::name) != error_codes().end();
}

TEST(ErrorTexts, SayInEveryRowWhatTheyMeanAndWhatToDo) {
  EXPECT_GE(error_texts().size(), 50U);
  for (const auto& row : error_texts())
    for (const auto said : {row.text, row.said_by, row.source, row.meaning, row.clause, row.reaction})
      EXPECT_THAT(std::string(said), Not(IsEmpty())) << row.text;
}

TEST(ErrorTexts, AreSentencesWithoutAFullStop) {
  for (const auto& row : error_texts()) {
    EXPECT_THAT(std::string(row.meaning), Not(EndsWith(".")));
    EXPECT_THAT(std::string(row.reaction), Not(EndsWith(".")));
    EXPECT_THAT(std::string(row.no_run), Not(EndsWith(".")));
    for (const auto& cause : row.causes) EXPECT_THAT(std::string(cause.because), Not(EndsWith(".")));
  }
}

TEST(ErrorTexts, StandInOneRowEach) {
  std::set<std::string_view> texts;
  for (const auto& row : error_texts()) EXPECT_TRUE(texts.insert(row.text).second) << row.text;
}

TEST(ErrorTexts, BeginWithALetterForLetterPart) {
  for (const auto& row : error_texts()) {
    EXPECT_THAT(std::string(row.text), Not(StartsWith("{")));
    EXPECT_EQ(std::ranges::count(row.text, '{'), std::ranges::count(row.text, '}')) << row.text;
    EXPECT_THAT(std::string(row.text), Not(HasSubstr("}{")));
  }
}

TEST(ErrorTexts, CiteAClauseAndAPublicSource) {
  for (const auto& row : error_texts()) {
    EXPECT_THAT(std::string(row.clause), MatchesRegex("(RFC [0-9]+|OpenID Connect Core) §.*")) << row.text;
    EXPECT_THAT(std::string(row.source), Not(HasSubstr(".md"))) << row.text;
  }
}

TEST(ErrorTexts, ComeWithErrorCodesThatAreInTheTable) {
  for (const auto& row : error_texts()) {
    if (row.error.empty()) continue;
    EXPECT_NE(std::ranges::find(error_codes(), row.error, &ErrorCode::name), error_codes().end()) << row.error;
  }
}

TEST(ErrorTexts, HaveCausesThatEndWithSomethingExplained) {
  for (const auto& row : error_texts()) {
    EXPECT_FALSE(row.causes.empty()) << row.text;
    std::set<std::string_view> scenarios, sentences;
    for (const auto& cause : row.causes) {
      EXPECT_TRUE(is_known_end(cause.ends_with)) << cause.ends_with;
      EXPECT_TRUE(scenarios.insert(cause.scenario).second) << row.text << " twice " << cause.scenario;
      EXPECT_TRUE(sentences.insert(cause.because).second) << cause.because;
      EXPECT_THAT(std::string(cause.scenario), MatchesRegex("scenarios/.*\\.yaml"));
    }
  }
}

}  // namespace
}  // namespace flowsim::explain
