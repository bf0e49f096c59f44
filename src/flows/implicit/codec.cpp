// The HTTP spelling of this flow's messages.
#include "flows/implicit/codec.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "oauth/claims.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

/// b64token of RFC 6750 §2.1.
bool is_b64token(std::string_view text) {
  const auto padding = text.find_last_not_of('=');
  if (padding == std::string_view::npos) return false;
  return std::ranges::all_of(text.substr(0, padding + 1), [](char c) {
    return is_letter_or_digit(c) || std::string_view("-._~+/").find(c) != std::string_view::npos;
  });
}

/// Whether the Content-Type names a form, with or without parameters (RFC 9110 §8.3.1).
bool is_form(std::string_view content_type) {
  return equal_ignoring_case(trimmed(content_type.substr(0, content_type.find(';'))), form_type);
}

/// The token of `Bearer` 1*SP b64token (RFC 6750 §2.1); nothing where the credentials are anything else.
std::optional<std::string_view> bearer_token(std::string_view credentials) {
  const auto scheme = credentials.substr(0, credentials.find(' '));
  if (!equal_ignoring_case(scheme, "Bearer")) return {};
  credentials.remove_prefix(std::min(credentials.find_first_not_of(' ', scheme.size()), credentials.size()));
  if (!is_b64token(credentials)) return {};
  return credentials;
}

constexpr std::array challenge_attributes{"realm", "scope", "error", "error_description"};

/// A quoted-string of RFC 9110 §5.6.4; the characters RFC 6750 §3 does not allow inside are left out.
std::string quoted(std::string_view text) {
  std::string safe = "\"";
  for (const char c : text)
    if (c >= ' ' && c <= '~' && c != '"' && c != '\\') safe += c;
  return safe + "\"";
}

std::string challenge(const Parameters& parameters) {
  std::string text = "Bearer";
  std::string_view separator = " ";
  for (const auto* name : challenge_attributes)
    if (const auto value = parameters.find(name)) {
      text.append(separator).append(name).append("=").append(quoted(*value));
      separator = ", ";
    }
  return text;
}

/// Takes a value off the front of the text: a quoted-string or what stands before the next comma (RFC 9110 §11.2).
std::string take_value(std::string_view& text) {
  if (!text.starts_with('"')) {
    const auto token = text.substr(0, text.find(','));
    text.remove_prefix(token.size());
    return std::string(trimmed(token));
  }
  std::string value;
  std::size_t at = 1;
  for (; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    value += text[at];
  }
  text.remove_prefix(std::min(at + 1, text.size()));
  return value;
}

/// The `name=value` pairs of a challenge, behind its scheme.
Parameters read_attributes(std::string_view text) {
  Parameters attributes;
  text.remove_prefix(std::min(text.find(' '), text.size()));
  while (!text.empty()) {
    const auto name = trimmed(text.substr(0, text.find_first_of("=,")));
    text.remove_prefix(std::min(text.find_first_of("=,"), text.size()));
    if (text.starts_with('=')) {
      text.remove_prefix(std::min(text.find_first_not_of(" \t", 1), text.size()));
      attributes.add(std::string(name), take_value(text));
    }
    text.remove_prefix(std::min(text.find(','), text.size()));
    if (!text.empty()) text.remove_prefix(1);
  }
  return attributes;
}

void read_challenge(std::string_view text, Parameters& parameters) {
  const auto attributes = read_attributes(text);
  for (const auto* name : challenge_attributes)
    if (const auto value = header(attributes, name)) parameters.add(name, std::string(*value));
}

}  // namespace

Parameters request_parameters(const HttpRequest& request) {
  if (request.method == "POST") return decode_form(request.body);
  const auto parts = split_url(request.url);
  return parts ? decode_form(parts->query) : Parameters{};
}

Parameters request_cookies(const HttpRequest& request) {
  Parameters cookies;
  const auto line = header(request.headers, "Cookie");
  if (!line) return cookies;
  for (auto pair : split_words(*line, ';')) {
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (const auto equals = pair.find('='); equals != std::string_view::npos)
      cookies.add(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)), Place::header);
  }
  return cookies;
}

Parameters headers_of(const Parameters& parameters) {
  Parameters headers;
  for (const auto& item : parameters)
    if (item.place == Place::header && item.name != "status" && item.name != "url" && !item.name.starts_with(':'))
      headers.add(item.name, item.value);
  return headers;
}

Parameters without_headers(const Parameters& parameters) {
  Parameters rest;
  for (const auto& item : parameters)
    if (item.place != Place::header) rest.add(item.name, item.value, item.place);
  return rest;
}

int status_of(const Parameters& parameters, int otherwise) {
  return read_number<int>(parameters.value_or_empty("status")).value_or(otherwise);
}

std::string response_location(std::string_view redirect_uri, const Parameters& parameters) {
  Parameters query, fragment;
  for (const auto& item : parameters) {
    if (item.place == Place::query) query.add(item.name, item.value);
    if (item.place == Place::usual || item.place == Place::fragment) fragment.add(item.name, item.value);
  }
  std::string location(redirect_uri);
  if (!query.empty()) location = with_query(location, query);
  return fragment.empty() ? location : with_fragment(location, fragment);
}

std::optional<Message> read_response(std::string_view address, std::string_view redirect_uri) {
  const auto parts = split_url(address);
  const auto own = split_url(redirect_uri);
  if (!parts || !own || parts->path != own->path) return {};
  Message message{{}, decode_form(parts->fragment)};
  const auto own_query = decode_form(own->query);
  for (const auto& item : decode_form(parts->query))
    if (std::ranges::find(own_query, item) == own_query.end())
      message.parameters.add(item.name, item.value, Place::query);
  if (message.parameters.empty() && !parts->has_fragment) return {};
  message.kind = message.parameters.has("error") ? "authorization_error" : "access_token_response";
  return message;
}

HttpRequest resource_request(std::string_view url, const Parameters& parameters) {
  HttpRequest request{"GET", std::string(url), {{"Accept", "application/json"}}, {}};
  Parameters query, body;
  for (const auto& item : parameters) {
    if (item.name == "authorization")
      request.headers.add("Authorization", item.value);
    else if (item.place == Place::query)
      query.add(item.name, item.value);
    else if (item.place == Place::body)
      body.add(item.name, item.value);
    else if (item.name == "access_token")
      request.headers.add("Authorization", "Bearer " + item.value);
  }
  if (!query.empty()) {
    request.url = with_query(request.url, query);
    request.headers.add("Cache-Control", "no-store");  // RFC 6750 §2.3
  }
  if (!body.empty()) {
    request.method = "POST";
    request.headers.add("Content-Type", std::string(form_type));
    request.body = encode_form(body);
  }
  return request;
}

Parameters read_resource_request(const HttpRequest& request) {
  Parameters parameters;
  for (const auto& field : request.headers) {
    if (!equal_ignoring_case(field.name, "Authorization")) continue;
    if (const auto token = bearer_token(field.value))
      parameters.add("access_token", std::string(*token), Place::header);
    else
      parameters.add("authorization", field.value, Place::header);
  }
  if (const auto parts = split_url(request.url))
    for (const auto& item : decode_form(parts->query)) parameters.add(item.name, item.value, Place::query);
  if (is_form(header(request.headers, "Content-Type").value_or("")))
    for (const auto& item : decode_form(request.body)) parameters.add(item.name, item.value, Place::body);
  parameters.add(":scheme", std::string(request.url.substr(0, request.url.find(':'))), Place::header);
  return parameters;
}

HttpResponse resource_response(const Message& message) {
  HttpResponse response{status_of(message.parameters, 200), {}, {}};
  if (message.kind == "bearer_challenge") response.headers.add("WWW-Authenticate", challenge(message.parameters));
  response.headers.add("Cache-Control",
                       "private, no-store");  // RFC 6750 §5.3: tokens' fruits are not for shared caches
  if (const auto body = message.parameters.value("body")) {
    response.headers.add("Content-Type", "application/json");
    response.body = *body;
  }
  return response;
}

Message read_resource_response(const HttpResponse& response) {
  Message message{"resource_response", {{"status", std::to_string(response.status)}}};
  if (const auto text = header(response.headers, "WWW-Authenticate")) {
    message.kind = "bearer_challenge";
    read_challenge(*text, message.parameters);
  }
  if (!response.body.empty()) message.parameters.add("body", response.body);
  return message;
}

Parameters read_metadata(std::string_view document) {
  Parameters metadata;
  const auto members = read_claims(document).value_or(Claims{});
  for (const auto& [name, value] : members) {
    const auto* text = std::get_if<std::string>(&value);
    metadata.add(name, text != nullptr ? *text : members.shown(name).value_or("absent"));
  }
  return metadata;
}

void allow_origin(HttpResponse& response, const std::string& origin) {
  if (origin.empty()) return;
  response.headers.add("Access-Control-Allow-Origin", origin);
  response.headers.add("Access-Control-Expose-Headers", "WWW-Authenticate");
}

HttpResponse preflight_response(const HttpRequest& request) {
  HttpResponse response{
      204, {{"Access-Control-Allow-Methods", "GET, POST"}, {"Access-Control-Allow-Headers", "Authorization"}}, {}};
  allow_origin(response, std::string(header(request.headers, "Origin").value_or("")));
  return response;
}

HttpResponse json_response(std::string body, int status) {
  return {status, {{"Content-Type", "application/json"}, {"Access-Control-Allow-Origin", "*"}}, std::move(body)};
}

HttpResponse page_response(const Page& page, int status) {
  return {status,
          {{"Content-Type", "text/html"},
           {"Cache-Control", "no-store"},
           {"Content-Security-Policy", "frame-ancestors 'none'"},
           {"X-Frame-Options", "DENY"},
           {"Referrer-Policy", "no-referrer"}},
          page_html(page)};
}

}  // namespace flowsim::flows::implicit
