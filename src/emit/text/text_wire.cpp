// The steps of a message's way: requests, responses, and what happens inside the browser.
#include <fmt/core.h>

#include <variant>

#include "base/text.hpp"
#include "diagram/secrets.hpp"
#include "emit/text/text_parts.hpp"

namespace flowsim::emit {
namespace {

constexpr std::string_view indent = "            ";

std::string shown_body(std::string_view body, std::string_view type, bool show_tokens) {
  const bool is_form = type.starts_with("application/x-www-form-urlencoded");
  return is_form ? shown_address(body, show_tokens) : shown_document(body, show_tokens);
}

void explain_fragment(TextPage& page, std::string_view address) {
  if (page.fragment_explained || address.find('#') == std::string_view::npos) return;
  page.fragment_explained = true;
  page.line(fmt::format("{}(what follows the # stays in the browser: never sent to a server, RFC 9110 §7.1)", indent));
}

void write_headers_and_body(TextPage& page, const Parameters& headers, const std::string& body) {
  for (const auto& field : headers) {
    page.line(
        fmt::format("{}{}: {}", indent, field.name, shown_header(field.name, field.value, page.options.show_tokens)));
    explain_fragment(page, field.value);
  }
  if (body.empty()) return;
  const auto type = header(headers, "Content-Type").value_or(std::string_view{});
  page.line(std::string(indent) + shown_body(body, type, page.options.show_tokens));
}

class LegWriter {
 public:
  LegWriter(TextPage& page, const LegRecord& record) : page_(page), record_(record) {}

  void operator()(const HttpRequest& request) {
    first_line(fmt::format("{} {}", request.method, shown_address(request.url, page_.options.show_tokens)));
    write_headers_and_body(page_, request.headers, request.body);
  }

  void operator()(const HttpResponse& response) {
    first_line(fmt::format("{} {}", response.status, reason_phrase(response.status)));
    write_headers_and_body(page_, response.headers, response.body);
  }

  void operator()(const BrowserAction& action) {
    first_line(fmt::format("{}  {}", action.verb, shown_address(action.url, page_.options.show_tokens)));
    explain_fragment(page_, action.url);
    for (const auto& [name, value, place] : action.fields) {
      if (name.starts_with(':')) continue;  // a remark, which does not travel
      page_.line(fmt::format("{}{}: {}", indent, name, value.empty() ? "(empty)" : page_.value(name, value)));
    }
  }

 private:
  void first_line(const std::string& text) {
    const auto& leg = record_.leg;
    const auto interaction = page_.trace.message(leg.message).envelope.interaction;
    const auto number = record_.number == 0 ? std::string("·") : fmt::format("{}.{}", interaction, record_.number);
    page_.line("     " + padded(number, 5) + padded(fmt::format("{} → {}", name_of(leg.from), name_of(leg.to)), 16) +
               "  " + text);
  }

  TextPage& page_;
  const LegRecord& record_;
};

}  // namespace

void write_leg(TextPage& page, const LegRecord& record) {
  std::visit(LegWriter(page, record), record.leg.payload);
  if (!record.arrived && page.trace.outcome)
    page.line(fmt::format("{}✗ lost: this step never reached its end", indent), Ink::bad);
}

}  // namespace flowsim::emit
