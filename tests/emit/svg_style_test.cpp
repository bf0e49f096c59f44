// The looks of SVG pictures: every theme whole, and every word readable in it.
#include "emit/svg/svg_style.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace flowsim::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string_view> colour_names(const SvgTheme& theme) {
  std::vector<std::string_view> names;
  for (const auto& colour : theme.colours) names.push_back(colour.name);
  return names;
}

TEST(SvgThemes, HaveTheSameColours) {
  for (const auto& theme : svg_themes()) EXPECT_EQ(colour_names(theme), colour_names(svg_themes().front()));
}

TEST(SvgThemes, AreFoundByTheirNamesAndNoOtherNameIsOne) {
  for (const auto& theme : svg_themes()) EXPECT_EQ(&svg_theme(theme.name), &theme);
  EXPECT_EQ(&svg_theme("neon"), &svg_theme("docs"));
}

TEST(SvgStyle, HasEveryColourForLightAndDark) {
  for (const auto& theme : svg_themes()) {
    const auto style = svg_style(theme);
    const auto dark = style.find("@media (prefers-color-scheme:dark)");
    ASSERT_NE(dark, std::string::npos);
    for (std::size_t at = 0; (at = style.find("var(", at)) != std::string::npos; ++at) {
      const auto property = style.substr(at + 4, style.find(')', at) - at - 4) + ":";
      EXPECT_LT(style.find(property), dark) << property;
      EXPECT_NE(style.find(property, dark), std::string::npos) << property;
    }
  }
}

TEST(SvgStyle, KeepsThemesOnOnePageApart) {
  EXPECT_THAT(svg_style(svg_theme("mono")), HasSubstr("\n.flowsim.mono .page{"));
  EXPECT_THAT(std::string(svg_style()), HasSubstr("\n.flowsim .page{"));
}

TEST(SvgStyle, TakesFurtherRules) {
  std::string sheet(svg_style());
  append_svg_rule(sheet, ".one,.two", "fill:@page;stroke-width:2px");
  EXPECT_THAT(sheet,
              HasSubstr("\n.flowsim .one,.flowsim .two{fill:#ffffff;fill:var(--flowsim-page);stroke-width:2px;}"));
}

std::string shade(const SvgTheme& theme, std::string_view name, bool dark) {
  const auto found = std::ranges::find(theme.colours, name, &SvgColour::name);
  return std::string(dark ? found->dark : found->light);
}

/// Relative luminance (WCAG 2.2).
double luminance(const std::string& colour) {
  double sum = 0;
  constexpr std::array weights{0.2126, 0.7152, 0.0722};
  for (std::size_t at = 0; at < weights.size(); ++at) {
    const double value = std::stoi(colour.substr(1 + 2 * at, 2), nullptr, 16) / 255.0;
    sum += weights.at(at) * (value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return sum;
}

/// Contrast ratio (WCAG 2.2).
double contrast(const std::string& one, const std::string& other) {
  const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

struct Pair {
  const char *words, *behind;
};

TEST(SvgThemes, KeepWordsReadable) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 0.01);
  std::vector<Pair> pairs{{"ink", "page"},        {"soft", "page"},      {"deviation", "page"},
                          {"code", "code-tint"},  {"ink", "fault-tint"}, {"ink", "refusal-tint"},
                          {"ink", "ending-tint"}, {"page", "line"},      {"page", "deviation"}};
  for (const auto* role : {"user", "browser", "client", "okta", "app", "attacker"}) pairs.push_back({"page", role});
  for (const auto* tint : {"user-tint", "browser-tint", "client-tint", "okta-tint", "app-tint", "attacker-tint"})
    pairs.push_back({"ink", tint});
  for (const auto& theme : svg_themes())
    for (const bool dark : {false, true})
      for (const auto& [words, behind] : pairs)
        EXPECT_GE(contrast(shade(theme, words, dark), shade(theme, behind, dark)), theme.name == "contrast" ? 7.0 : 4.5)
            << theme.name << (dark ? " dark: " : " light: ") << words << " on " << behind;
}

TEST(SvgThemes, KeepLinesAndSignsVisible) {
  for (const auto& theme : svg_themes())
    for (const bool dark : {false, true})
      for (const auto* line : {"line", "deviation", "refusal", "attacker", "fault", "ending", "soft"})
        EXPECT_GE(contrast(shade(theme, line, dark), shade(theme, "page", dark)), theme.name == "contrast" ? 7.0 : 3.0)
            << theme.name << ' ' << line;
}

}  // namespace
}  // namespace flowsim::emit
