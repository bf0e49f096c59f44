// Addresses, cookies and the headers of CORS.
#include "flows/implicit/http.hpp"

#include <utility>

#include "base/text.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {

Parameters request_parameters(const HttpRequest& request) {
  if (request.method == "POST") return decode_form(request.body);
  const auto parts = split_url(request.url);
  return parts ? decode_form(parts->query) : Parameters{};
}

Parameters without_headers(const Parameters& parameters) {
  Parameters rest;
  rest.reserve(parameters.size());
  for (const auto& item : parameters)
    if (item.place != Place::header) rest.add(item.name, item.value, item.place);
  return rest;
}

std::string issuer_url(std::string_view issuer, std::string_view path) {
  while (issuer.ends_with('/')) issuer.remove_suffix(1);
  return std::string(issuer).append(path);
}

std::string_view without_query(std::string_view url) { return url.substr(0, url.find_first_of("?#")); }

void add_scheme(Message& message, const HttpRequest& request) {
  message.parameters.add(":scheme", request.url.substr(0, request.url.find(':')), Place::header);
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

void add_headers(HttpResponse& response, const Parameters& parameters) {
  for (const auto& item : parameters)
    if (item.place == Place::header && item.name != "status" && item.name != "url" && !item.name.starts_with(':'))
      response.headers.add(item.name, item.value);
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

}  // namespace flowsim::flows::implicit
