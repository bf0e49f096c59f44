// What of a request, a response or an action is worth its place in a picture.
#include "diagram/wire_step.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "diagram/secrets.hpp"

namespace flowsim::diagram {
namespace {

constexpr std::size_t longest_detail = 64, most_details = 18;

/// The headers that the flow depends on; the others are in the text trace.
constexpr std::array<std::string_view, 6> telling_headers{"Location", "Set-Cookie",    "Cookie",
                                                          "Referer",  "Authorization", "WWW-Authenticate"};

bool is_telling(std::string_view name) {
  const Parameters lookup{{std::string(name), {}}};
  return std::ranges::any_of(telling_headers,
                             [&](std::string_view known) { return header(lookup, known).has_value(); });
}

/// Where the part of an address that names a server ends.
std::size_t end_of_origin(std::string_view address) {
  const auto scheme = address.find("://");
  return scheme == std::string_view::npos ? 0 : std::min(address.find_first_of("/?#", scheme + 3), address.size());
}

std::string_view path_of(std::string_view address) {
  address.remove_prefix(end_of_origin(address));
  return address.substr(0, address.find_first_of("?#"));
}

/// How many bytes of the text one line takes: up to a space where there is one, never between the bytes of a letter.
std::size_t bytes_in(std::string_view text, std::size_t columns) {
  if (text.size() <= columns) return text.size();
  const auto space = text.rfind(' ', columns - 1);
  if (space != std::string_view::npos && space > columns / 2) return space + 1;
  std::size_t bytes = columns;
  while (bytes > 1 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return bytes;
}

class StepWords {
 public:
  explicit StepWords(bool show_tokens) : show_tokens_(show_tokens) {}

  WireStep operator()(const HttpRequest& request) {
    step_ = {ArrowKind::request, fmt::format("{} {}", request.method, path_of(request.url)), {}};
    add_parameters(request.url);
    add_headers(request.headers);
    const auto type = header(request.headers, "Content-Type").value_or(std::string_view());
    if (type.starts_with("application/x-www-form-urlencoded"))
      add_parts(shown_address(request.body, show_tokens_), 0);
    else
      add_size(request.body);
    return std::move(step_);
  }

  WireStep operator()(const HttpResponse& response) {
    step_ = {ArrowKind::response, fmt::format("{} {}", response.status, reason_phrase(response.status)), {}};
    if (step_.caption.back() == ' ') step_.caption.pop_back();
    add_headers(response.headers);
    add_size(response.body);
    return std::move(step_);
  }

  WireStep operator()(const BrowserAction& action) {
    auto shown = action.verb;
    std::ranges::replace(shown, '_', ' ');
    step_ = {ArrowKind::action, fmt::format("{} {}", shown, action.url.substr(0, action.url.find_first_of("?#"))), {}};
    if (step_.caption.back() == ' ') step_.caption.pop_back();
    add_parameters(action.url);
    for (const auto& [name, value, place] : action.fields)
      if (!name.starts_with(':')) add(fmt::format("{}: {}", name, shown_value(name, value, show_tokens_)));
    return std::move(step_);
  }

 private:
  void add(std::string_view line) {
    do {
      if (step_.details.size() == most_details) {
        step_.details.back() = "…";
        return;
      }
      const auto taken = line.substr(0, bytes_in(line, longest_detail));
      step_.details.emplace_back(taken);
      line.remove_prefix(taken.size());
    } while (!line.empty());
  }

  /// The parameters of an address, each with the sign before it: `?`, `#` or `&`.
  void add_parameters(std::string_view address) {
    const auto shown = shown_address(address, show_tokens_);
    const auto begin = shown.find_first_of("?#");
    if (begin != std::string::npos) add_parts(shown, begin);
  }

  void add_parts(std::string_view text, std::size_t begin) {
    while (begin < text.size()) {
      const auto end = std::min(text.find_first_of("?#&", begin + 1), text.size());
      add(text.substr(begin, end - begin));
      begin = end;
    }
  }

  void add_headers(const Parameters& headers) {
    for (const auto& [name, value, place] : headers) {
      if (!is_telling(name)) continue;
      const auto shown = shown_header(name, value, show_tokens_);
      const auto begin = std::min(shown.find_first_of("?#"), shown.size());
      const bool is_address = shown.find("://") < begin;
      add(fmt::format("{}: {}", name, std::string_view(shown).substr(0, is_address ? begin : shown.size())));
      if (is_address) add_parts(shown, begin);
    }
  }

  void add_size(std::string_view body) {
    if (!body.empty()) add(fmt::format("({} byte{} of content)", body.size(), body.size() == 1 ? "" : "s"));
  }

  const bool show_tokens_;
  WireStep step_;
};

}  // namespace

WireStep wire_step(const Payload& payload, bool show_tokens) { return std::visit(StepWords(show_tokens), payload); }

ArrowKind kind_of(const Payload& payload) {
  if (std::holds_alternative<HttpRequest>(payload)) return ArrowKind::request;
  return std::holds_alternative<HttpResponse>(payload) ? ArrowKind::response : ArrowKind::action;
}

}  // namespace flowsim::diagram
