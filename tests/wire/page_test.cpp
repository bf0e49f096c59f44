// Pages go to HTML and back, and no text in them becomes markup.
#include "wire/page.hpp"

#include <gtest/gtest.h>

namespace flowsim::wire {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view data_opens = "<script type=\"application/json\" id=\"page\">";

std::string with_data(std::string_view data) {
  return "<!doctype html><title>x</title>" + std::string(data_opens) + std::string(data) + "</script>";
}

std::size_t occurrences(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

Page prompt() {
  return {"authentication_prompt",
          "Okta",
          "https://example.okta.com/signin",
          {{"client_name", "Orders"}, {"csrf_token", "t"}},
          ""};
}

TEST(Page, ComesBackAsItWas) {
  EXPECT_EQ(read_page(page_html(prompt())), prompt());
  EXPECT_EQ(read_page(page_html({"", "Orders", "", {}, "/app.js"})), (Page{"", "Orders", "", {}, "/app.js"}));
  EXPECT_EQ(read_page(page_html({})), Page{});
}

TEST(Page, KeepsOrderAndRepetitionsOfItsFields) {
  Page page = prompt();
  page.fields = {{"b", "1"}, {"a", ""}, {"b", "2"}, {"", "3"}};
  EXPECT_EQ(read_page(page_html(page)), page);
}

class HostileText : public testing::TestWithParam<std::string> {};

TEST_P(HostileText, IsText) {
  const auto& hostile = GetParam();
  const Page page{hostile, hostile, hostile, {{hostile, hostile}, {"name", hostile}}, hostile};
  const auto html = page_html(page);
  EXPECT_EQ(read_page(html), page);
  const Page plain{"k", "t", "a", {{"n", "v"}, {"name", "v"}}, "s"};
  EXPECT_EQ(occurrences(html, "<"), occurrences(page_html(plain), "<")) << html;
  EXPECT_EQ(occurrences(html, "</script>"), 2u) << html;
  // The reference to the script is the last element; nothing in it ends the attribute.
  const auto element = html.substr(html.rfind("<script src=\""));
  EXPECT_EQ(occurrences(element, "\""), 2u) << element;
}

INSTANTIATE_TEST_SUITE_P(
    Page, HostileText,
    testing::Values("</script>", "</SCRIPT ><script>alert(1)</script>", "<!--<script>", "]]>", "</title><h1>",
                    "\" onload=\"alert(1)", "' onload='x", "&lt;&amp;&quot;&#60;", "\\u003c/script>", "\\", "\"",
                    "\n\r\t", std::string("a\0b", 3), "\u2028\u2029", "\u202Eevil", "🎉", "%00%0d%0a",
                    "<script type=\"application/json\" id=\"page\">{\"kind\":\"error_page\"}</script>"));

TEST(Page, ReadsItsOwnDataAndNotItsTitle) {
  Page page = prompt();
  page.title = with_data(R"({"kind":"consent_prompt"})");
  EXPECT_EQ(read_page(page_html(page)), page);
}

TEST(ReadPage, FindsNothingInAnotherText) {
  const auto whole = page_html(prompt());
  for (const auto text : {""sv, "<!doctype html><title>Hello</title>"sv, "{}"sv, data_opens, "\xFF\xFE"sv})
    EXPECT_EQ(read_page(text), std::nullopt) << text;
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_EQ(read_page(whole.substr(0, length)), std::nullopt) << "of the first " << length << " bytes";
}

TEST(ReadPage, FindsNothingInDataOfAnotherShape) {
  for (const std::string data :
       {"", "null", "[]", "\"text\"", "{", "{}{}", "{\"kind\":\"a\",}", R"({"fields":[["name"]]})",
        R"({"fields":[["name","value","more"]]})", R"({"fields":[{"name":"value"}]})", R"({"fields":[["name",1]]})",
        R"({"fields":[[null,"value"]]})", R"({"fields":["name"]})", "{\"kind\":\"\xFF\"}"})
    EXPECT_EQ(read_page(with_data(data)), std::nullopt) << data;
}

TEST(ReadPage, TakesAMissingMemberForAnEmptyOne) {
  EXPECT_EQ(read_page(with_data("{}")), Page{});
  EXPECT_EQ(read_page(with_data(R"({"kind":1,"title":null,"fields":{},"other":[[]]})")), Page{});
}

TEST(ReadPage, IsNotLedDownADeepNest) {
  EXPECT_EQ(read_page(with_data("{\"fields\":" + std::string(30'000, '[') + std::string(30'000, ']') + "}")),
            std::nullopt);
}

TEST(ReadPage, ReadsNoMoreThan64Kibibytes) {
  Page page = prompt();
  page.fields.add("text", "");
  const auto room = 64 * 1024 - page_html(page).size();
  page.fields.set("text", std::string(room, 'x'));
  ASSERT_EQ(page_html(page).size(), 64u * 1024u);
  EXPECT_EQ(read_page(page_html(page)), page);
  page.fields.set("text", std::string(room + 1, 'x'));
  EXPECT_EQ(read_page(page_html(page)), std::nullopt);
  page.fields.set("text", std::string(1024 * 1024, 'x'));
  EXPECT_EQ(read_page(page_html(page)), std::nullopt);
}

TEST(PageHtml, KeepsTextsThatAreNotUtf8FromBreakingAnything) {
  Page page = prompt();
  page.fields.add("text", "\xFF\xC0</script>");
  const auto html = page_html(page);
  EXPECT_EQ(occurrences(html, "</script>"), 1u);
  EXPECT_EQ(read_page(html), std::nullopt);
}

}  // namespace
}  // namespace flowsim::wire
