// Writes and reads pages; the data travels as JSON inside the HTML.
#include "wire/page.hpp"

#include <array>
#include <boost/json.hpp>

namespace flowsim::wire {
namespace {

namespace json = boost::json;

constexpr std::string_view data_opens = "<script type=\"application/json\" id=\"page\">";
constexpr std::string_view closes = "</script>";
constexpr std::size_t size_limit = 64 * 1024;
using Buffer = std::array<unsigned char, 4096>;  // a page's JSON usually needs no more memory

/// JSON inside HTML: `<` must not be able to open or close a tag.
void append_script_safe(std::string& html, std::string_view text) {
  for (const char character : text)
    if (character == '<')
      html += "\\u003c";
    else
      html += character;
}

void append_html(std::string& html, std::string_view text) {
  for (const char character : text) {
    switch (character) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += character;
    }
  }
}

std::string text_member(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string{};
}

json::object data_of(const Page& page, const json::storage_ptr& memory) {
  json::array fields(memory);
  fields.reserve(page.fields.size());
  for (const auto& field : page.fields) fields.push_back(json::array({field.name, field.value}, memory));
  return json::object({{"kind", page.kind},
                       {"title", page.title},
                       {"action", page.action},
                       {"script", page.script},
                       {"fields", std::move(fields)}},
                      memory);
}

}  // namespace

std::string page_html(const Page& page) {
  Buffer buffer;
  json::monotonic_resource memory(buffer.data(), buffer.size());
  const auto data = json::serialize(data_of(page, &memory));
  std::string html = "<!doctype html><title>";
  html.reserve(data.size() + 200);
  append_html(html, page.title);
  html.append("</title>").append(data_opens);
  append_script_safe(html, data);
  html += closes;
  if (page.script.empty()) return html;
  html += "<script src=\"";
  append_html(html, page.script);
  html += "\"></script>";
  return html;
}

std::optional<Page> read_page(std::string_view html) {
  if (html.size() > size_limit) return {};
  const auto opens = html.find(data_opens);
  if (opens == std::string_view::npos) return {};
  html.remove_prefix(opens + data_opens.size());
  const auto end = html.find(closes);
  if (end == std::string_view::npos) return {};
  Buffer buffer;
  json::monotonic_resource memory(buffer.data(), buffer.size());
  json::error_code error;
  const auto value = json::parse(html.substr(0, end), error, &memory);
  if (error || !value.is_object()) return {};
  const auto& object = value.get_object();
  Page page{text_member(object, "kind"),
            text_member(object, "title"),
            text_member(object, "action"),
            {},
            text_member(object, "script")};
  const auto* fields = object.if_contains("fields");
  if (fields == nullptr || !fields->is_array()) return page;
  page.fields.reserve(fields->get_array().size() + 2);  // a browser adds what kind it is and where it goes
  for (const auto& field : fields->get_array()) {
    if (!field.is_array() || field.get_array().size() != 2) return {};
    const auto& pair = field.get_array();
    if (!pair[0].is_string() || !pair[1].is_string()) return {};
    page.fields.add(std::string(pair[0].get_string()), std::string(pair[1].get_string()));
  }
  return page;
}

}  // namespace flowsim::wire
