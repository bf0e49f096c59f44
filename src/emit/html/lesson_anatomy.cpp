// Parts within parts become lists within lists.
#include <algorithm>

#include "emit/html/lesson_parts.hpp"

namespace flowsim::emit {
namespace {

bool is_token(const Part& part) {
  return std::ranges::any_of(part.parts, [](const Part& inner) { return inner.name == "signature"; });
}

bool is_fragment(const Part& part) { return part.name == "fragment" && part.value.empty() && !part.remark.empty(); }

std::string_view class_of(const Part& part) {
  if (is_fragment(part)) return "fragment";
  return part.name == "query" && part.value.empty() ? "query" : "";
}

void write_line(Markup& page, const Part& part) {
  page.put("<span class=\"key\">{}</span>", part.name);
  if (!part.value.empty()) page.put(" <code>{}</code>", part.value);
  if (!part.remark.empty()) page.put(" <span class=\"remark\">{}</span>", part.remark);
}

void write_part(Markup& page, const Part& part) {
  const auto kind = class_of(part);
  if (kind.empty())
    page.put("<li>");
  else
    page.put("<li class=\"{}\">", kind);
  if (is_token(part)) {
    page.put("<details class=\"token\"><summary>");
    write_line(page, part);
    page.put("</summary>");
    write_anatomy(page, part.parts);
    page.put("</details>");
  } else {
    write_line(page, part);
    write_anatomy(page, part.parts);
  }
  page.put("</li>");
}

}  // namespace

void write_anatomy(Markup& page, std::span<const Part> parts) {
  if (parts.empty()) return;
  page.put("<ul class=\"anatomy\">");
  for (const auto& part : parts) write_part(page, part);
  page.put("</ul>\n");
}

}  // namespace flowsim::emit
