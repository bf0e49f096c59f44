// Reads the way of a message off its first HTTP request or response.
#include "emit/message_parts.hpp"

#include <fmt/core.h>

#include <variant>

#include "wire/url.hpp"

namespace flowsim::emit {
namespace {

bool has(std::string_view form, std::string_view name) { return decode_form(form).count(name) > 0; }

bool contains(std::string_view text, std::string_view part) {
  return !part.empty() && text.find(part) != std::string_view::npos;
}

/// In an address, as one of its parameters.
std::string_view place_in_url(std::string_view url, std::string_view name) {
  const auto parts = split_url(url);
  if (parts && has(parts->fragment, name)) return "fragment";
  return parts && has(parts->query, name) ? "query" : "";
}

/// In a header of its name, in the credentials of a request (RFC 6750 §2.1) or in a challenge (RFC 6750 §3).
bool is_in_headers(const Parameters& headers, const Parameter& parameter) {
  return header(headers, parameter.name) ||
         contains(header(headers, "Authorization").value_or(std::string_view{}), parameter.value) ||
         contains(header(headers, "WWW-Authenticate").value_or(std::string_view{}), parameter.name + "=");
}

std::string_view place_in_body(const Parameters& headers, std::string_view body, const Parameter& parameter) {
  const auto type = header(headers, "Content-Type").value_or(std::string_view{});
  if (type.starts_with("application/x-www-form-urlencoded") && has(body, parameter.name)) return "form";
  return contains(body, parameter.value) || contains(body, parameter.name) ? "body" : "";
}

std::string_view place_in(const HttpRequest& request, const Parameter& parameter) {
  if (const auto place = place_in_url(request.url, parameter.name); !place.empty()) return place;
  if (const auto place = place_in_body(request.headers, request.body, parameter); !place.empty()) return place;
  return is_in_headers(request.headers, parameter) ? "header" : "";
}

std::string_view place_in(const HttpResponse& response, const Parameter& parameter) {
  const auto location = header(response.headers, "Location").value_or(std::string_view{});
  if (const auto place = place_in_url(location, parameter.name); !place.empty()) return place;
  if (header(response.headers, parameter.name)) return "header";
  if (const auto place = place_in_body(response.headers, response.body, parameter); !place.empty()) return place;
  return is_in_headers(response.headers, parameter) ? "header" : "";
}

std::string_view place_in(const BrowserAction& action, const Parameter& parameter) {
  if (const auto place = place_in_url(action.url, parameter.name); !place.empty()) return place;
  if (action.fields.count(parameter.name) == 0) return "";
  return action.verb == "submit" ? "form" : "body";
}

}  // namespace

const Payload* first_http(const MessageRecords& records) {
  for (const auto* record : records.legs)
    if (!std::holds_alternative<BrowserAction>(record->leg.payload)) return &record->leg.payload;
  return nullptr;
}

std::string origin_and_path(std::string_view url) { return std::string(url.substr(0, url.find_first_of("?#"))); }

std::string http_line(const Payload* payload) {
  if (payload == nullptr) return {};
  if (const auto* request = std::get_if<HttpRequest>(payload))
    return fmt::format("{} {}", request->method, origin_and_path(request->url));
  if (const auto* response = std::get_if<HttpResponse>(payload))
    return fmt::format("{} {}", response->status, reason_phrase(response->status));
  return {};
}

bool is_said(const Parameter& parameter, const Payload* payload) {
  if (parameter.name.starts_with(':')) return true;
  if (payload == nullptr) return false;
  if (const auto* request = std::get_if<HttpRequest>(payload))
    return parameter.name == "url" && parameter.value == request->url;
  const auto* response = std::get_if<HttpResponse>(payload);
  return response != nullptr && parameter.name == "status" && parameter.value == std::to_string(response->status);
}

std::string_view place_of(const Parameter& parameter, const MessageRecords& records) {
  switch (parameter.place) {
    case Place::query:
      return "query";
    case Place::fragment:
      return "fragment";
    case Place::header:
      return "header";
    case Place::body:
      return "body";
    case Place::usual:
      break;
  }
  for (const auto* record : records.legs) {
    const auto look = [&](const auto& payload) { return place_in(payload, parameter); };
    if (const auto place = std::visit(look, record->leg.payload); !place.empty()) return place;
  }
  return "";
}

}  // namespace flowsim::emit
