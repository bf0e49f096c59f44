// Templates are filled once, and what fills them is not looked at.
#include "emit/html/template.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace flowsim::emit {
namespace {

std::string filled(std::string_view text, const std::string& value) {
  std::ostringstream out;
  Markup page(out);
  fill(text, page, {{"a", [&] { page.put("[{}]", value); }}, {"b", [&] { page.put("{}", 7); }}});
  page.flush();
  return out.str();
}

TEST(Template, PutsEachFillingInItsPlaces) { EXPECT_EQ(filled("x{{a}}y{{b}}z{{a}}", "1"), "x[1]y7z[1]"); }

TEST(Template, DoesNotLookAtWhatFillsIt) { EXPECT_EQ(filled("{{a}}{{b}}", "{{b}}}}{{"), "[{{b}}}}{{]7"); }

TEST(Template, KnowsEveryPlace) { EXPECT_THROW(filled("{{c}}", ""), std::logic_error); }

TEST(Markup, EscapesEachText) {
  EXPECT_EQ(filled("{{a}}", "<i a=\"1\" b='2'>&"), "[&lt;i a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;]");
}

TEST(JsonInHtml, KeepsItsValueAndEndsNoScript) {
  EXPECT_EQ(escape_json_in_html("[\"</script>&\u2028\u2029\"]"), "[\"\\u003C/script\\u003E\\u0026\\u2028\\u2029\"]");
}

}  // namespace
}  // namespace flowsim::emit
