// The tables of colours and rules behind the look.
#include "emit/svg_style.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace flowsim {
namespace {

struct Colour {
  std::string_view name, light, dark;
};

constexpr std::array colours{
    Colour{"page", "#ffffff", "#11161d"},         Colour{"ink", "#1c2733", "#e6edf3"},
    Colour{"soft", "#566573", "#a3b1bf"},         Colour{"line", "#34465a", "#b4c2d0"},
    Colour{"user", "#2563a8", "#7db5f0"},         Colour{"user-tint", "#eef5fc", "#16263a"},
    Colour{"client", "#6b46b8", "#bba4f6"},       Colour{"client-tint", "#f4f0fc", "#241e3a"},
    Colour{"okta", "#0b6e66", "#5fcabd"},         Colour{"okta-tint", "#e9f6f4", "#112d2b"},
    Colour{"app", "#8a5a00", "#e2b960"},          Colour{"app-tint", "#fdf6e7", "#2f270f"},
    Colour{"attacker", "#b3261e", "#ff8f85"},     Colour{"attacker-tint", "#fdefee", "#3a1917"},
    Colour{"deviation", "#a33a12", "#f7a072"},    Colour{"fault", "#8a5a00", "#e2b960"},
    Colour{"fault-tint", "#fff7e6", "#2b240f"},   Colour{"refusal", "#b3261e", "#ff8f85"},
    Colour{"refusal-tint", "#fdf0ef", "#351b19"}, Colour{"ending", "#566573", "#a3b1bf"},
    Colour{"ending-tint", "#f4f6f8", "#1a222b"}};

struct Rule {
  std::string_view selector;
  std::string_view declarations;  ///< `@name` stands for a colour
};

constexpr std::array rules{
    Rule{"text",
         "font-family:\"Helvetica Neue\",Helvetica,Arial,\"Liberation Sans\",\"DejaVu Sans\",sans-serif;fill:@ink;"
         "white-space:pre"},
    Rule{".code", "font-family:Menlo,Consolas,\"Liberation Mono\",\"DejaVu Sans Mono\",monospace;font-size:.95em"},
    Rule{".page", "fill:@page"},
    Rule{".title", "font-size:19px;font-weight:700"},
    Rule{".footer", "font-size:11px;fill:@soft"},
    Rule{".name", "font-size:13px;font-weight:700;text-anchor:middle"},
    Rule{".caption", "font-size:13px;stroke:@page;stroke-width:5px;stroke-linejoin:round;paint-order:stroke"},
    Rule{".mark", "font-size:11px;fill:@deviation;font-style:italic"},
    Rule{".note text", "font-size:12px"},
    Rule{".heading", "font-weight:700"},
    Rule{".middle", "text-anchor:middle"},
    Rule{".number", "font-size:11px;font-weight:700;fill:@page;text-anchor:middle"},
    Rule{".badge,.start", "fill:@line"},
    Rule{".halo", "fill:@page"},
    Rule{".lifeline", "stroke-width:1.5px;opacity:.55"},
    Rule{".lifeline.attacker", "stroke-width:2px;stroke-dasharray:3 5;opacity:1"},
    Rule{".box,.inner", "stroke-width:1.25px"},
    Rule{".inner", "fill:none"},
    Rule{".icon", "fill:none;stroke-width:1.6px;stroke-linecap:round;stroke-linejoin:round"},
    Rule{".arrow path", "fill:none;stroke:@line;stroke-width:1.6px"},
    Rule{".arrow .tip", "fill:@line;stroke:none"},
    Rule{".deviating .shaft", "stroke:@deviation;stroke-dasharray:7 4"},
    Rule{".arrow.deviating .tip,.deviating .badge,.deviating .start", "fill:@deviation"},
    Rule{".arrow .cross", "stroke:@refusal;stroke-width:2.6px;stroke-linecap:round"},
    Rule{".arrow .sign", "stroke:@deviation;stroke-width:1.3px;stroke-linecap:round;stroke-linejoin:round"},
    Rule{".note .sign", "fill:none;stroke-width:1.5px;stroke-linecap:round;stroke-linejoin:round"},
    Rule{".note .frame", "stroke-width:1px"},
    Rule{".undefended .frame", "stroke-dasharray:4 3"},
    Rule{".fault .frame,.undefended .frame", "fill:@fault-tint;stroke:@fault"},
    Rule{".fault .sign,.undefended .sign", "stroke:@fault"},
    Rule{".refusal .frame", "fill:@refusal-tint;stroke:@refusal"},
    Rule{".refusal .sign", "stroke:@refusal"},
    Rule{".ending .frame", "fill:@ending-tint;stroke:@ending"},
    Rule{".ending .sign", "stroke:@ending"}};

constexpr std::array roles{"user", "client", "okta", "app", "attacker"};

std::string_view light(std::string_view name) { return std::ranges::find(colours, name, &Colour::name)->light; }

/// `fill:@ink` becomes `fill:#1c2733;fill:var(--flowsim-ink)`.
void append_declaration(std::string& sheet, std::string_view declaration) {
  const auto at = declaration.find('@');
  if (at == std::string_view::npos) {
    fmt::format_to(std::back_inserter(sheet), "{};", declaration);
    return;
  }
  const auto property = declaration.substr(0, at), name = declaration.substr(at + 1);
  fmt::format_to(std::back_inserter(sheet), "{0}{1};{0}var(--flowsim-{2});", property, light(name), name);
}

void append_rule(std::string& sheet, std::string_view selectors, std::string_view declarations) {
  while (!selectors.empty()) {
    const auto end = std::min(selectors.find(','), selectors.size());
    fmt::format_to(std::back_inserter(sheet), ".flowsim {}", selectors.substr(0, end));
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
    sheet += selectors.empty() ? "{" : ",";
  }
  while (!declarations.empty()) {
    const auto end = std::min(declarations.find(';'), declarations.size());
    append_declaration(sheet, declarations.substr(0, end));
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
  }
  sheet += "}\n";
}

void append_properties(std::string& sheet, std::string_view Colour::*shade) {
  sheet += ".flowsim{";
  for (const auto& colour : colours)
    fmt::format_to(std::back_inserter(sheet), "--flowsim-{}:{};", colour.name, colour.*shade);
  sheet += "}";
}

std::string make_style() {
  std::string sheet;
  append_properties(sheet, &Colour::light);
  sheet += "\n@media (prefers-color-scheme:dark){";
  append_properties(sheet, &Colour::dark);
  sheet += "}\n";
  for (const std::string role : roles) {
    append_rule(sheet, fmt::format(".{0}.box,.{0}.inner,.{0}.icon,.{0}.lifeline", role), "stroke:@" + role);
    append_rule(sheet, fmt::format(".{}.box", role), fmt::format("fill:@{}-tint", role));
    append_rule(sheet, fmt::format(".{}.band", role), "fill:@" + role);
  }
  for (const auto& [selector, declarations] : rules) append_rule(sheet, selector, declarations);
  return sheet;
}

}  // namespace

std::string_view svg_style() {
  static const std::string style = make_style();
  return style;
}

void append_svg_rule(std::string& sheet, std::string_view selectors, std::string_view declarations) {
  append_rule(sheet, selectors, declarations);
}

}  // namespace flowsim
