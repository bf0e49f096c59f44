// The page to step through: hostile texts stay texts, ids are unique, and what its script is told is true.
#include "emit/html/lesson.hpp"

#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <set>
#include <sstream>

#include "diagram/prose.hpp"
#include "diagram/stops.hpp"
#include "emit/escape.hpp"
#include "emit/html/page_policy.hpp"
#include "emit/writers.hpp"
#include "oauth/checks.hpp"
#include "support/html.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSubsetOf;
using ::testing::Not;
using ::testing::StartsWith;

std::string page_of(const Trace& trace, Detail detail = Detail::wire) {
  std::ostringstream out;
  write_html(trace, {.detail = detail}, out);
  return out.str();
}

HtmlPage parsed(const std::string& page) { return HtmlReader(page).read(); }

std::set<std::string> names_in(const HtmlPage& page) {
  std::set<std::string> names;
  for (const auto& tag : page.tags) {
    names.insert("<" + tag.name);
    for (const auto& attribute : tag.attributes) names.insert(attribute.first);
  }
  return names;
}

std::vector<HtmlTag> tags_named(const HtmlPage& page, std::string_view name) {
  std::vector<HtmlTag> found;
  for (const auto& tag : page.tags)
    if (tag.name == name) found.push_back(tag);
  return found;
}

boost::json::value data_of(const HtmlPage& page) {
  for (const auto& script : tags_named(page, "script"))
    if (script.value("class") == "walk-data") return boost::json::parse(script.raw);
  return {};
}

/// What a page might take for markup, script, style, address, data or template.
const std::vector<std::string> hostile_to_pages{"</script><script>alert(1)</script>",
                                                "<!--<script>",
                                                "--><script>alert(1)</script>",
                                                "]]>",
                                                "${alert(1)}",
                                                "`${alert(1)}`",
                                                "{{title}}",
                                                "{{script}}",
                                                "javascript:alert(1)",
                                                "data:text/html,<script>alert(1)</script>",
                                                "\" onload=\"alert(1)",
                                                "' onmouseover='alert(1)",
                                                "</style><style>*{display:none}",
                                                "</title><h1>",
                                                "</svg><img src=x onerror=alert(1)>",
                                                "<a href=\"https://evil.example\">",
                                                "&lt;b&gt;&#60;",
                                                "\u2028\u2029",
                                                "\\u003c/script>",
                                                "__proto__"};

class HostileText : public testing::TestWithParam<std::string> {};

TEST_P(HostileText, AddsNoElementNoAttributeAndNoAddress) {
  const auto known = names_in(parsed(page_of(every_record())));
  const auto page = page_of(hostile_run(GetParam()));
  const auto read = parsed(page);
  EXPECT_THAT(read.wrong, IsEmpty());
  EXPECT_THAT(names_in(read), IsSubsetOf(known));
  for (const auto& tag : read.tags) {
    EXPECT_EQ(tag.value("src"), "");
    if (tag.name == "a") {
      EXPECT_THAT(tag.value("href"), StartsWith("#"));
    }
    if (!tag.value("type").empty()) {
      EXPECT_EQ(tag.raw.find_first_of("<>&"), std::string::npos) << "what a script holds";
    }
  }
  EXPECT_EQ(tags_named(read, "script").size(), 3U);
  EXPECT_EQ(tags_named(read, "style").size(), 1U);
  EXPECT_THAT(page, HasSubstr(escape_svg(GetParam()))) << "and is shown";
}

TEST_P(HostileText, ChangesNeitherScriptNorStyleNorPolicy) {
  const auto plain = parsed(page_of(every_record())), hostile = parsed(page_of(hostile_run(GetParam())));
  EXPECT_EQ(tags_named(plain, "style").front().raw, tags_named(hostile, "style").front().raw);
  EXPECT_EQ(tags_named(plain, "script").back().raw, tags_named(hostile, "script").back().raw);
  EXPECT_EQ(tags_named(plain, "meta")[1].value("content"), tags_named(hostile, "meta")[1].value("content"));
}

INSTANTIATE_TEST_SUITE_P(ToPages, HostileText, testing::ValuesIn(hostile_to_pages));
INSTANTIATE_TEST_SUITE_P(ToAll, HostileText, testing::ValuesIn(hostile_texts));
INSTANTIATE_TEST_SUITE_P(Bytes, HostileText, testing::Values(hostile_bytes));

TEST(LessonPage, AllowsItselfOnlyItsOwnStyleAndScript) {
  EXPECT_THAT(page_policy("", "x"),
              StartsWith("default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3"
                         "hSuFU='; script-src 'sha256-"));
  const auto page = parsed(page_of(every_record()));
  const auto style = tags_named(page, "style").front().raw, script = tags_named(page, "script").back().raw;
  EXPECT_EQ(tags_named(page, "meta")[1].value("content"), page_policy(style, script));
  for (const auto& tag : page.tags) EXPECT_EQ(tag.value("style"), "") << tag.name;
}

const Edges& one_row(Participant) {
  static const Edges table{"Idle", {{"Idle", "request", "Done", "", "answer"}}};
  return table;
}

TEST(LessonPage, GivesEachIdOnceAndRefersToIdsThatAreThere) {
  const auto one = every_record(), other = six_interactions();
  const std::vector<Lesson> lessons{
      {"tables", &one}, {"drawn", &one}, {"walk", &one}, {"states", &other}, {"walk-messages-title", &other}};
  std::ostringstream out;
  write_lesson(lessons, "A lesson", {.detail = Detail::wire, .table_of = one_row}, out);
  const auto page = parsed(out.str());
  std::multiset<std::string> ids;
  for (const auto& tag : page.tags)
    if (const auto id = tag.value("id"); !id.empty()) ids.insert(id);
  for (const auto& id : ids) EXPECT_EQ(ids.count(id), 1U) << id;
  for (const auto& tag : page.tags)
    for (const auto* reference : {"aria-labelledby", "aria-describedby", "for"})
      if (const auto id = tag.value(reference); !id.empty()) {
        EXPECT_EQ(ids.count(id), 1U) << id;
      }
  for (const auto& link : tags_named(page, "a")) EXPECT_EQ(ids.count(link.value("href").substr(1)), 1U);
}

TEST(LessonPage, HasOneStyleSheetAndOneScriptForManyRuns) {
  const auto trace = six_interactions();
  const std::vector<Lesson> lessons(20, {"again", &trace});
  std::ostringstream out;
  write_lesson(lessons, "A lesson", {}, out);
  const auto page = parsed(out.str());
  EXPECT_EQ(tags_named(page, "style").size(), 1U);
  EXPECT_EQ(tags_named(page, "script").size(), 1U + 1U + lessons.size());
}

TEST(LessonPage, TellsItsScriptEveryStopOfEachLevelAskedFor) {
  const auto trace = every_record();
  const auto data = data_of(parsed(page_of(trace)));
  const auto& levels = data.at("levels").as_array();
  ASSERT_EQ(levels.size(), 3U);
  const auto parts = stops_of(trace, Detail::wire);
  EXPECT_EQ(data.at("parts").to_number<std::size_t>(), parts.size());
  for (std::size_t at = 0; at < levels.size(); ++at) {
    const auto stops = stops_of(trace, all_details.at(at));
    const auto& told = levels[at].at("stops").as_array();
    ASSERT_EQ(told.size(), stops.size());
    for (std::size_t stop = 0; stop < stops.size(); ++stop)
      EXPECT_EQ(parts[told[stop].at(0).to_number<std::size_t>()].first, stops[stop].first);
  }
  EXPECT_EQ(data_of(parsed(page_of(trace, Detail::overview))).at("levels").as_array().size(), 1U);
}

TEST(LessonPage, PointsEachStopAtItsArrows) {
  const auto data = data_of(parsed(page_of(every_record())));
  std::size_t drawn = 0;
  for (const auto& level : data.at("levels").as_array()) {
    std::set<std::size_t> pointed;
    for (const auto& stop : level.at("stops").as_array())
      for (std::size_t arrow = 0; arrow < stop.at(2).to_number<std::size_t>(); ++arrow)
        pointed.insert(stop.at(1).to_number<std::size_t>() + arrow);
    EXPECT_EQ(*pointed.begin(), 0U);
    EXPECT_EQ(*pointed.rbegin(), pointed.size() - 1) << "no arrow is left out";
    drawn += pointed.size();
  }
  const auto is_arrow = [](const HtmlTag& tag) { return tag.name == "g" && tag.value("class").starts_with("arrow"); };
  EXPECT_EQ(drawn, static_cast<std::size_t>(std::ranges::count_if(parsed(page_of(every_record())).tags, is_arrow)));
}

TEST(LessonPage, FollowsEveryChangeOfState) {
  const auto trace = every_record();
  const auto data = data_of(parsed(page_of(trace)));
  std::size_t accepted = 0;
  for (const auto& record : trace.transitions) accepted += record.acceptance == Acceptance::accepted ? 1U : 0U;
  EXPECT_EQ(data.at("changes").as_array().size(), accepted);
}

TEST(LessonPage, HasEveryStepWithoutItsScript) {
  const auto trace = every_record();
  const auto page = page_of(trace, Detail::messages);
  for (const auto& message : trace.messages) EXPECT_THAT(page, HasSubstr(escape_svg(caption_of(message))));
  for (const auto& verdict : trace.verdicts)
    for (const auto& result : verdict.verdict.results) {
      EXPECT_THAT(page, HasSubstr("<code>" + escape_svg(result.check) + "</code>"));
      EXPECT_THAT(page, HasSubstr(escape_svg(clause_of(result.check))));
    }
  EXPECT_THAT(page, HasSubstr("never sent to a server"));
  EXPECT_THAT(page, HasSubstr("response_rejected"));
}

TEST(LessonPage, ShortensSecretsUnlessAskedNotTo) {
  const auto trace = every_record();
  EXPECT_THAT(page_of(trace), Not(HasSubstr(sample_secret)));
  std::ostringstream whole;
  write_html(trace, {.show_tokens = true}, whole);
  EXPECT_THAT(whole.str(), HasSubstr(sample_secret));
}

TEST(LessonPage, IsTheSameEachTime) { EXPECT_EQ(page_of(every_record()), page_of(every_record())); }

TEST(Slug, HoldsLettersDigitsAndHyphens) {
  EXPECT_EQ(slug_of("attacks/CSRF redirect_uri"), "attacks-csrf-redirect-uri");
  EXPECT_EQ(slug_of("--"), "run");
  EXPECT_EQ(slug_of("é\"><script>"), "script");
}

}  // namespace
}  // namespace flowsim::emit
