// Writes and reads pages; the data travels as JSON inside the HTML.
#include "wire/page.hpp"

#include <boost/json.hpp>

namespace flowsim::wire {
namespace {

namespace json = boost::json;

constexpr std::string_view data_opens = "<script type=\"application/json\" id=\"page\">";
constexpr std::string_view closes = "</script>";
constexpr std::size_t size_limit = 64 * 1024;

/// JSON inside HTML: `<` must not be able to open or close a tag.
std::string script_safe(const std::string& text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char character : text) {
    if (character == '<')
      safe += "\\u003c";
    else
      safe += character;
  }
  return safe;
}

std::string html_text(std::string_view text) {
  std::string escaped;
  for (const char character : text) {
    switch (character) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += character;
    }
  }
  return escaped;
}

std::string text_member(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string{};
}

json::object data_of(const Page& page) {
  json::array fields;
  fields.reserve(page.fields.size());
  for (const auto& field : page.fields) fields.push_back(json::array{field.name, field.value});
  return {{"kind", page.kind},
          {"title", page.title},
          {"action", page.action},
          {"script", page.script},
          {"fields", std::move(fields)}};
}

}  // namespace

std::string page_html(const Page& page) {
  std::string html = "<!doctype html><title>" + html_text(page.title) + "</title>";
  html += data_opens;
  html += script_safe(json::serialize(data_of(page)));
  html += closes;
  if (!page.script.empty()) html += "<script src=\"" + html_text(page.script) + "\"></script>";
  return html;
}

std::optional<Page> read_page(std::string_view html) {
  if (html.size() > size_limit) return {};
  const auto opens = html.find(data_opens);
  if (opens == std::string_view::npos) return {};
  html.remove_prefix(opens + data_opens.size());
  const auto end = html.find(closes);
  if (end == std::string_view::npos) return {};
  json::error_code error;
  const auto value = json::parse(html.substr(0, end), error);
  if (error || !value.is_object()) return {};
  const auto& object = value.get_object();
  Page page{text_member(object, "kind"),
            text_member(object, "title"),
            text_member(object, "action"),
            {},
            text_member(object, "script")};
  const auto* fields = object.if_contains("fields");
  if (fields == nullptr || !fields->is_array()) return page;
  for (const auto& field : fields->get_array()) {
    if (!field.is_array() || field.get_array().size() != 2) return {};
    const auto& pair = field.get_array();
    if (!pair[0].is_string() || !pair[1].is_string()) return {};
    page.fields.add(std::string(pair[0].get_string()), std::string(pair[1].get_string()));
  }
  return page;
}

}  // namespace flowsim::wire
