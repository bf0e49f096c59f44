// The theme table, and the colours of each theme.
#include "emit/svg/svg_themes.hpp"

#include <algorithm>
#include <array>

namespace flowsim::emit {
namespace {

constexpr std::array docs{
    SvgColour{"page", "#ffffff", "#11161d"},         SvgColour{"ink", "#1c2733", "#e6edf3"},
    SvgColour{"soft", "#566573", "#a3b1bf"},         SvgColour{"line", "#34465a", "#b4c2d0"},
    SvgColour{"code", "#3a4a5a", "#c4d0dc"},         SvgColour{"code-tint", "#f3f5f8", "#1a222c"},
    SvgColour{"user", "#2563a8", "#7db5f0"},         SvgColour{"user-tint", "#eef5fc", "#16263a"},
    SvgColour{"browser", "#4b5b6c", "#a9b8c7"},      SvgColour{"browser-tint", "#f1f4f7", "#1c252f"},
    SvgColour{"client", "#6b46b8", "#bba4f6"},       SvgColour{"client-tint", "#f4f0fc", "#241e3a"},
    SvgColour{"okta", "#0b6e66", "#5fcabd"},         SvgColour{"okta-tint", "#e9f6f4", "#112d2b"},
    SvgColour{"app", "#8a5a00", "#e2b960"},          SvgColour{"app-tint", "#fdf6e7", "#2f270f"},
    SvgColour{"attacker", "#b3261e", "#ff8f85"},     SvgColour{"attacker-tint", "#fdefee", "#3a1917"},
    SvgColour{"deviation", "#a33a12", "#f7a072"},    SvgColour{"fault", "#8a5a00", "#e2b960"},
    SvgColour{"fault-tint", "#fff7e6", "#2b240f"},   SvgColour{"refusal", "#b3261e", "#ff8f85"},
    SvgColour{"refusal-tint", "#fdf0ef", "#351b19"}, SvgColour{"ending", "#566573", "#a3b1bf"},
    SvgColour{"ending-tint", "#f4f6f8", "#1a222b"}};

constexpr std::array mono{
    SvgColour{"page", "#ffffff", "#111111"},         SvgColour{"ink", "#000000", "#f2f2f2"},
    SvgColour{"soft", "#404040", "#c8c8c8"},         SvgColour{"line", "#000000", "#f2f2f2"},
    SvgColour{"code", "#202020", "#e0e0e0"},         SvgColour{"code-tint", "#ffffff", "#111111"},
    SvgColour{"user", "#000000", "#f2f2f2"},         SvgColour{"user-tint", "#ffffff", "#111111"},
    SvgColour{"browser", "#000000", "#f2f2f2"},      SvgColour{"browser-tint", "#ffffff", "#111111"},
    SvgColour{"client", "#000000", "#f2f2f2"},       SvgColour{"client-tint", "#ffffff", "#111111"},
    SvgColour{"okta", "#000000", "#f2f2f2"},         SvgColour{"okta-tint", "#ffffff", "#111111"},
    SvgColour{"app", "#000000", "#f2f2f2"},          SvgColour{"app-tint", "#ffffff", "#111111"},
    SvgColour{"attacker", "#000000", "#f2f2f2"},     SvgColour{"attacker-tint", "#ffffff", "#111111"},
    SvgColour{"deviation", "#000000", "#f2f2f2"},    SvgColour{"fault", "#000000", "#f2f2f2"},
    SvgColour{"fault-tint", "#ffffff", "#111111"},   SvgColour{"refusal", "#000000", "#f2f2f2"},
    SvgColour{"refusal-tint", "#ffffff", "#111111"}, SvgColour{"ending", "#000000", "#f2f2f2"},
    SvgColour{"ending-tint", "#ffffff", "#111111"}};

constexpr std::array contrast{
    SvgColour{"page", "#ffffff", "#000000"},         SvgColour{"ink", "#000000", "#ffffff"},
    SvgColour{"soft", "#2b343d", "#dbe3ea"},         SvgColour{"line", "#000000", "#ffffff"},
    SvgColour{"code", "#000000", "#ffffff"},         SvgColour{"code-tint", "#eef1f4", "#1c2126"},
    SvgColour{"user", "#0a3a73", "#a9d2ff"},         SvgColour{"user-tint", "#ffffff", "#000000"},
    SvgColour{"browser", "#2b343d", "#dbe3ea"},      SvgColour{"browser-tint", "#ffffff", "#000000"},
    SvgColour{"client", "#45208a", "#d8c8ff"},       SvgColour{"client-tint", "#ffffff", "#000000"},
    SvgColour{"okta", "#00463f", "#8ef2e4"},         SvgColour{"okta-tint", "#ffffff", "#000000"},
    SvgColour{"app", "#563600", "#ffd987"},          SvgColour{"app-tint", "#ffffff", "#000000"},
    SvgColour{"attacker", "#850d08", "#ffb8b0"},     SvgColour{"attacker-tint", "#ffffff", "#000000"},
    SvgColour{"deviation", "#732200", "#ffc3a3"},    SvgColour{"fault", "#563600", "#ffd987"},
    SvgColour{"fault-tint", "#fffaf0", "#171204"},   SvgColour{"refusal", "#850d08", "#ffb8b0"},
    SvgColour{"refusal-tint", "#fff5f4", "#1c0806"}, SvgColour{"ending", "#000000", "#ffffff"},
    SvgColour{"ending-tint", "#ffffff", "#000000"}};

constexpr std::array all_themes{
    SvgTheme{"docs", "colours and tints for each role, for pages of documentation", docs, "1.25px", "1.6px", "3px",
             "stroke-width:1.5px;opacity:.55", "", 10, true},
    SvgTheme{"mono", "black on white without tints, as the guide's own drawing", mono, "1px", "1.2px", "2.8px",
             "stroke-width:1px;stroke-dasharray:5 5", "", 10, false},
    SvgTheme{"contrast", "the strongest contrast, thick lines and large signs", contrast, "2px", "2.4px", "4.4px",
             "stroke-width:2.4px", " scale(1.25)", 13, true},
};

}  // namespace

std::span<const SvgTheme> svg_themes() { return all_themes; }

const SvgTheme& svg_theme(std::string_view name) {
  const auto* const found = std::ranges::find(all_themes, name, &SvgTheme::name);
  return found == all_themes.end() ? all_themes.front() : *found;
}

}  // namespace flowsim::emit
