// Messages of this flow as HTTP, and back: pure functions, values in and values out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/http.hpp"
#include "wire/message.hpp"
#include "wire/page.hpp"

namespace flowsim::flows::implicit {

/// The parameters of a request: its query, or its form body where it is a POST.
Parameters request_parameters(const HttpRequest& request);

/// The request's cookies, as parameters with place `header`.
Parameters request_cookies(const HttpRequest& request);

/// The items of the message whose place is `header`, as HTTP headers; `status`, `url` and names that start with `:` are
/// not headers.
Parameters headers_of(const Parameters& parameters);

/// Without the items whose place is `header`.
Parameters without_headers(const Parameters& parameters);

/// The `status` item as a number, or `otherwise`.
int status_of(const Parameters& parameters, int otherwise);

/// A redirect that carries the items in the fragment, or in the query where their place says so.
std::string response_location(std::string_view redirect_uri, const Parameters& parameters);

/// The response a redirect URI was called with (RFC 6749 §4.2.2): fragment items with the usual place, query items that
/// are not the redirect URI's own with place `query`. Nothing where the address is another page, or brings no answer.
std::optional<Message> read_response(std::string_view address, std::string_view redirect_uri);

/// A resource request with its token as the items' places say (RFC 6750 §2); an item `authorization` is sent verbatim.
HttpRequest resource_request(std::string_view url, const Parameters& parameters);

/// What the app reads of a resource request. A well-formed `Authorization: Bearer` header becomes `access_token` with
/// place `header`; any other Authorization header becomes `authorization`, verbatim.
Parameters read_resource_request(const HttpRequest& request);

/// A resource response or a challenge, without CORS headers.
HttpResponse resource_response(const Message& message);

/// What the client reads of the app's response: `bearer_challenge` where there is a WWW-Authenticate header.
Message read_resource_response(const HttpResponse& response);

/// The members of a metadata document (OpenID Connect Discovery §3): texts as they are, all else as JSON. Empty where
/// the text is no such document.
Parameters read_metadata(std::string_view document);

/// Lets scripts of that origin read the response (Fetch standard, "CORS protocol"); an empty origin changes nothing.
void allow_origin(HttpResponse& response, const std::string& origin);

/// The answer to a CORS preflight, which carries no token and is answered without one.
HttpResponse preflight_response(const HttpRequest& request);

/// A JSON document with status 200, readable from every origin.
HttpResponse json_response(std::string body, int status = 200);

/// A page of okta's: never framed, never cached, never a referrer (RFC 9700 §4.16, §4.2.4).
HttpResponse page_response(const Page& page, int status = 200);

}  // namespace flowsim::flows::implicit
