// HTTP beside the messages: where things are, cookies, headers, who may read an answer.
#pragma once

#include <string>
#include <string_view>

#include "wire/http.hpp"
#include "wire/message.hpp"

namespace flowsim::flows::implicit {

inline constexpr std::string_view sign_in_path = "/signin";
inline constexpr std::string_view consent_path = "/signin/consent";
inline constexpr std::string_view metadata_path = "/.well-known/openid-configuration";
inline constexpr std::string_view authorize_path = "/v1/authorize";
inline constexpr std::string_view keys_path = "/v1/keys";
inline constexpr std::string_view userinfo_path = "/v1/userinfo";
inline constexpr std::string_view introspect_path = "/v1/introspect";

/// An address below the issuer's, whose terminating slash does not stand twice (OpenID Connect Discovery §4.1).
std::string issuer_url(std::string_view issuer, std::string_view path = {});

/// The address without its query and fragment.
std::string_view without_query(std::string_view url);

/// Appends to what a server is told the scheme of the request, as item `:scheme` with place `header`.
void add_scheme(Message& message, const HttpRequest& request);

/// The parameters of a request: its query, or its form body where it is a POST.
Parameters request_parameters(const HttpRequest& request);

/// The request's cookies, as parameters with place `header`.
Parameters request_cookies(const HttpRequest& request);

/// Without the items whose place is `header`.
Parameters without_headers(const Parameters& parameters);

/// Sends the items whose place is `header` along; `status`, `url` and names that start with `:` are no headers.
void add_headers(HttpResponse& response, const Parameters& parameters);

/// Lets scripts of that origin read the response (Fetch standard, "CORS protocol"); an empty origin changes nothing.
void allow_origin(HttpResponse& response, const std::string& origin);

/// The answer to a CORS preflight, which carries no token and is answered without one.
HttpResponse preflight_response(const HttpRequest& request);

/// A JSON document that is readable from every origin.
HttpResponse json_response(std::string body, int status = 200);

}  // namespace flowsim::flows::implicit
