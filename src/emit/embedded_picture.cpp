// Changes the head of an SVG file, whose texts cannot hold what is looked for: their quotes and brackets are escaped.
#include "emit/embedded_picture.hpp"

#include <string_view>

namespace flowsim {
namespace {

/// What stands in the quotes behind `before`, where that is first found.
std::string attribute(std::string_view picture, std::string_view before) {
  const auto at = picture.find(before);
  if (at == std::string_view::npos) return {};
  const auto value = picture.substr(at + before.size());
  return std::string(value.substr(0, value.find('"')));
}

void replace_first(std::string& text, const std::string& before, const std::string& after) {
  if (const auto at = text.find(before); at != std::string::npos) text.replace(at, before.size(), after);
}

}  // namespace

std::string fit_for_page(std::string picture, const std::string& id) {
  constexpr std::string_view opening = "<style>", closing = "</style>";
  const auto begin = picture.find(opening), end = picture.find(closing);
  if (begin != std::string::npos && end != std::string::npos) picture.erase(begin, end + closing.size() - begin);
  const auto title = attribute(picture, "aria-labelledby=\""), description = attribute(picture, "aria-describedby=\"");
  for (const auto& [own, wanted] : {std::pair(title, id + "-title"), std::pair(description, id + "-desc")}) {
    replace_first(picture, "=\"" + own + "\"", "=\"" + wanted + "\"");
    replace_first(picture, " id=\"" + own + "\"", " id=\"" + wanted + "\"");
  }
  return picture;
}

}  // namespace flowsim
