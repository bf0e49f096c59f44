// Repeats the pictures' colours for the page's own switch.
#include "emit/html/lesson_style.hpp"

#include <fmt/core.h>

#include <iterator>
#include <string_view>

#include "emit/html/page_files.hpp"
#include "emit/svg/svg_style.hpp"

namespace flowsim::emit {
namespace {

void append_colours(std::string& sheet, const SvgTheme& theme, std::string_view mode,
                    std::string_view SvgColour::*shade) {
  fmt::format_to(std::back_inserter(sheet), ":root[data-theme={}] .flowsim.{}{{", mode, theme.name);
  for (const auto& colour : theme.colours)
    fmt::format_to(std::back_inserter(sheet), "--flowsim-{}:{};", colour.name, colour.*shade);
  sheet += "}\n";
}

void append_switch(std::string& sheet, const SvgTheme& theme) {
  append_colours(sheet, theme, "light", &SvgColour::light);
  append_colours(sheet, theme, "dark", &SvgColour::dark);
}

}  // namespace

std::string lesson_style(const SvgTheme& theme) {
  const auto& usual = svg_themes().front();
  auto sheet = fmt::format("{}\n{}", page_files::lesson_css, svg_style_of_states());
  append_switch(sheet, usual);
  if (theme.name == usual.name) return sheet;
  sheet += svg_style(theme);
  append_switch(sheet, theme);
  return sheet;
}

}  // namespace flowsim::emit
