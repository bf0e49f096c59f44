// The HTTP spelling of this flow's messages.
#include "flows/implicit/codec.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "oauth/claims.hpp"
#include "wire/url.hpp"

namespace flowsim::implicit {
namespace {

constexpr std::string_view bearer = "Bearer ";

/// b64token of RFC 6750 §2.1.
bool is_b64token(std::string_view text) {
  const auto padding = text.find_last_not_of('=');
  if (padding == std::string_view::npos) return false;
  return std::ranges::all_of(text.substr(0, padding + 1), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~+/").find(c) != std::string_view::npos;
  });
}

bool starts_without_case(std::string_view text, std::string_view start) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return text.size() >= start.size() && std::ranges::equal(text.substr(0, start.size()), start, {}, lower, lower);
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
  std::string text;
  for (const auto* name : challenge_attributes)
    if (const auto value = parameters.value(name))
      text += (text.empty() ? "Bearer " : ", ") + std::string(name) + "=" + quoted(*value);
  return text;
}

void read_challenge(std::string_view text, Parameters& parameters) {
  for (const auto* name : challenge_attributes) {
    const auto start = text.find(std::string(name) + "=\"");
    if (start == std::string_view::npos) continue;
    const auto value = text.substr(start + std::string_view(name).size() + 2);
    parameters.add(name, std::string(value.substr(0, value.find('"'))));
  }
}

boost::json::value metadata_value(const Parameter& item) {
  if (item.value == "true" || item.value == "false") return item.value == "true";
  if (!item.name.ends_with("_supported")) return boost::json::string(item.value);
  boost::json::array list;
  for (const auto word : split_words(item.value, ',')) list.push_back(boost::json::string(word));
  return list;
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
  const auto text = parameters.value_or_empty("status");
  int status = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), status);
  return error == std::errc{} && end == text.data() + text.size() ? status : otherwise;
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

Message read_response(std::string_view address, std::string_view redirect_uri) {
  Message message;
  if (const auto parts = split_url(address)) {
    message.parameters = decode_form(parts->fragment);
    const auto own = split_url(redirect_uri);
    const auto own_query = own ? decode_form(own->query) : Parameters{};
    for (const auto& item : decode_form(parts->query))
      if (std::ranges::find(own_query, item) == own_query.end())
        message.parameters.add(item.name, item.value, Place::query);
  }
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
      request.headers.add("Authorization", std::string(bearer) + item.value);
  }
  if (!query.empty()) {
    request.url = with_query(request.url, query);
    request.headers.add("Cache-Control", "no-store");  // RFC 6750 §2.3
  }
  if (!body.empty()) {
    request.method = "POST";
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.body = encode_form(body);
  }
  return request;
}

Parameters read_resource_request(const HttpRequest& request) {
  Parameters parameters;
  for (const auto& field : request.headers) {
    if (!starts_without_case(field.name, "authorization") || field.name.size() != bearer.size() + 6) continue;
    auto credentials = std::string_view(field.value);
    const bool is_bearer = starts_without_case(credentials, bearer);
    if (is_bearer) credentials.remove_prefix(bearer.size());
    if (is_bearer && is_b64token(credentials))
      parameters.add("access_token", std::string(credentials), Place::header);
    else
      parameters.add("authorization", field.value, Place::header);
  }
  if (const auto parts = split_url(request.url))
    for (const auto& item : decode_form(parts->query)) parameters.add(item.name, item.value, Place::query);
  if (header(request.headers, "Content-Type").value_or("") == "application/x-www-form-urlencoded")
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

std::string metadata_document(const Parameters& metadata) {
  boost::json::object document;
  for (const auto& item : metadata) document[item.name] = metadata_value(item);
  return boost::json::serialize(document);
}

Parameters read_metadata(std::string_view document) {
  Parameters metadata;
  const auto claims = read_claims(document);
  if (!claims) return metadata;
  for (const auto& [name, value] : *claims) {
    if (const auto* text = std::get_if<std::string>(&value)) metadata.add(name, *text);
    if (const auto* flag = std::get_if<bool>(&value)) metadata.add(name, *flag ? "true" : "false");
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) metadata.add(name, join(*list, ","));
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

}  // namespace flowsim::implicit
