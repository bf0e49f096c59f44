// The table of rules behind the look, the same for every theme.
#include "emit/svg/svg_style.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace flowsim::emit {
namespace {

struct StyleRule {
  std::string_view selector;
  std::string_view declarations;  ///< `@name` stands for a colour, `%name` for a measure of the theme
};

constexpr std::array style_rules{
    StyleRule{"text",
              "font-family:\"Helvetica Neue\",Helvetica,Arial,\"Liberation Sans\",\"DejaVu Sans\",sans-serif;fill:@ink;"
              "white-space:pre"},
    StyleRule{".code,.detail", "font-family:Menlo,Consolas,\"Liberation Mono\",\"DejaVu Sans Mono\",monospace"},
    StyleRule{".code", "font-size:.95em"},
    StyleRule{".page", "fill:@page"},
    StyleRule{".title", "font-size:19px;font-weight:700"},
    StyleRule{".footer", "font-size:11px;fill:@soft"},
    StyleRule{".middle", "text-anchor:middle"},
    StyleRule{".name", "font-size:13px;font-weight:700"},
    StyleRule{".role", "font-size:11px;font-weight:700;fill:@page"},
    StyleRule{".caption", "font-size:13px"},
    StyleRule{".mark", "font-size:11px;fill:@deviation;font-style:italic"},
    StyleRule{".detail", "font-size:11.4px;fill:@code"},
    StyleRule{".panel", "fill:@code-tint"},
    StyleRule{".note text", "font-size:12px"},
    StyleRule{".heading", "font-weight:700"},
    StyleRule{".number", "font-size:11px;font-weight:700;fill:@page"},
    StyleRule{".badge,.start", "fill:@line"},
    StyleRule{".lifeline", "fill:none;%lifeline"},
    StyleRule{".lifeline.attacker", "stroke-dasharray:none;opacity:1"},
    StyleRule{".box,.inner,.bar,.invariant", "stroke-width:%thin"},
    StyleRule{".inner", "fill:none"},
    StyleRule{".icon,.sign,.cross", "fill:none;stroke-linecap:round;stroke-linejoin:round"},
    StyleRule{".icon", "stroke-width:1.6px"},
    StyleRule{".shaft,.head", "fill:none;stroke:@line;stroke-width:%line"},
    StyleRule{".head", "stroke-linejoin:miter"},
    StyleRule{".response .shaft", "stroke-dasharray:6 4"},
    StyleRule{".arrow .tip", "fill:@line;stroke:none"},
    StyleRule{".deviating .shaft,.deviating .head", "stroke:@deviation;stroke-width:%heavy"},
    StyleRule{".deviating .tip,.deviating .badge,.deviating .start", "fill:@deviation"},
    StyleRule{".hostile .shaft,.hostile .head", "stroke:@attacker"},
    StyleRule{".hostile .tip,.hostile .badge,.hostile .start", "fill:@attacker"},
    StyleRule{".cross", "stroke:@refusal;stroke-width:%heavy"},
    StyleRule{".sign", "stroke-width:1.4px"},
    StyleRule{".arrow .sign", "stroke:@deviation"},
    StyleRule{".pause .sign,.dots", "stroke:@soft"},
    StyleRule{".dots", "fill:none;stroke-width:2px;stroke-linecap:round;stroke-dasharray:0 6"},
    StyleRule{".pause text", "font-size:12px;fill:@soft;font-style:italic"},
    StyleRule{".condition", "font-size:11px;font-weight:700"},
    StyleRule{".note .frame", "stroke-width:%thin"},
    StyleRule{".undefended .frame", "stroke-dasharray:4 3"},
    StyleRule{".fault .frame,.undefended .frame", "fill:@fault-tint;stroke:@fault"},
    StyleRule{".fault .sign,.undefended .sign", "stroke:@fault"},
    StyleRule{".refusal .frame", "fill:@refusal-tint;stroke:@refusal"},
    StyleRule{".refusal .sign", "stroke:@refusal"},
    StyleRule{".ending .frame", "fill:@ending-tint;stroke:@ending"},
    StyleRule{".ending .sign", "stroke:@ending"}};

constexpr std::array roles{"user", "browser", "client", "okta", "app", "attacker"};

class StyleSheet {
 public:
  StyleSheet(const SvgTheme& theme, std::string& sheet) : theme_(theme), sheet_(sheet) {
    scope_ = ".flowsim";
    if (theme.name != svg_themes().front().name) scope_ += fmt::format(".{}", theme.name);
  }

  void write() {
    append_properties(&SvgColour::light);
    sheet_ += "\n@media (prefers-color-scheme:dark){";
    append_properties(&SvgColour::dark);
    sheet_ += "}\n";
    for (const std::string role : roles) {
      append_rule(fmt::format(".{0}.box,.{0}.inner,.{0}.icon,.{0}.lifeline,.{0}.bar,.{0}.invariant", role),
                  "stroke:@" + role);
      append_rule(fmt::format(".{0}.box,.{0}.bar,.{0}.invariant", role), fmt::format("fill:@{}-tint", role));
      append_rule(fmt::format(".{}.band", role), "fill:@" + role);
    }
    for (const auto& [selector, declarations] : style_rules) append_rule(selector, declarations);
  }

  void append_rule(std::string_view selectors, std::string_view declarations) {
    while (!selectors.empty()) {
      const auto end = std::min(selectors.find(','), selectors.size());
      fmt::format_to(std::back_inserter(sheet_), "{} {}", scope_, selectors.substr(0, end));
      selectors.remove_prefix(std::min(end + 1, selectors.size()));
      sheet_ += selectors.empty() ? "{" : ",";
    }
    while (!declarations.empty()) {
      const auto end = std::min(declarations.find(';'), declarations.size());
      append_declaration(declarations.substr(0, end));
      declarations.remove_prefix(std::min(end + 1, declarations.size()));
    }
    sheet_ += "}\n";
  }

 private:
  /// `fill:@ink` becomes `fill:#1c2733;fill:var(--flowsim-ink)`.
  void append_declaration(std::string_view declaration) {
    const auto at = declaration.find_first_of("@%");
    const auto property = declaration.substr(0, at);
    if (at == std::string_view::npos)
      fmt::format_to(std::back_inserter(sheet_), "{};", declaration);
    else if (const auto name = declaration.substr(at + 1); declaration[at] == '%')
      fmt::format_to(std::back_inserter(sheet_), "{}{};", property, measure(name));
    else
      fmt::format_to(std::back_inserter(sheet_), "{0}{1};{0}var(--flowsim-{2});", property, light(name), name);
  }

  void append_properties(std::string_view SvgColour::*shade) {
    sheet_ += scope_ + "{";
    for (const auto& colour : theme_.colours)
      fmt::format_to(std::back_inserter(sheet_), "--flowsim-{}:{};", colour.name, colour.*shade);
    sheet_ += "}";
  }

  std::string_view light(std::string_view name) const {
    return std::ranges::find(theme_.colours, name, &SvgColour::name)->light;
  }

  std::string_view measure(std::string_view name) const {
    if (name == "thin") return theme_.thin;
    if (name == "line") return theme_.line;
    return name == "heavy" ? theme_.heavy : theme_.lifeline;
  }

  const SvgTheme& theme_;
  std::string& sheet_;
  std::string scope_;
};

}  // namespace

std::string svg_style(const SvgTheme& theme) {
  std::string sheet;
  StyleSheet(theme, sheet).write();
  return sheet;
}

std::string_view svg_style() {
  static const std::string style = svg_style(svg_themes().front());
  return style;
}

void append_svg_rule(std::string& sheet, std::string_view selectors, std::string_view declarations) {
  StyleSheet(svg_themes().front(), sheet).append_rule(selectors, declarations);
}

}  // namespace flowsim::emit
