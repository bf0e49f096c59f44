// Repeats the pictures' colours for the page's own switch.
#include "emit/lesson_style.hpp"

#include <fmt/core.h>

#include <string_view>

#include "emit/page_files.hpp"
#include "emit/svg_style.hpp"

namespace flowsim {
namespace {

/// The sheet begins with the light colours, then has the dark ones for readers who prefer them: each is a rule.
std::string colour_switch(std::string_view sheet) {
  const auto next_rule = [&sheet] {
    const auto begin = sheet.find(".flowsim"), end = sheet.find('}', begin) + 1;
    const auto rule = sheet.substr(begin, end - begin);
    sheet.remove_prefix(end);
    return rule;
  };
  const auto light = next_rule();
  const auto dark = next_rule();
  return fmt::format(":root[data-theme=light] {}\n:root[data-theme=dark] {}\n", light, dark);
}

}  // namespace

std::string lesson_style() {
  const auto pictures = svg_style_of_states();
  return fmt::format("{}\n{}{}", page_files::lesson_css, pictures, colour_switch(pictures));
}

}  // namespace flowsim
