// HTTP requests and responses as values.
#pragma once

#include <string>
#include <string_view>

#include "wire/parameters.hpp"

namespace flowsim::wire {

/// The value of the header of that name, compared without regard to case (RFC 9110 §5.1); nothing where there is none.
std::optional<std::string_view> header(const Parameters& headers, std::string_view name);

/// A request as it leaves the sender. `url` is absolute and without a fragment: fragments never travel
/// (RFC 9110 §7.1, RFC 3986 §3.5).
struct HttpRequest {
  std::string method = "GET";
  std::string url;
  Parameters headers;
  std::string body;
  bool operator==(const HttpRequest&) const = default;
};

/// A response. The reason phrase follows from the status, see `reason_phrase`.
struct HttpResponse {
  int status = 200;
  Parameters headers;
  std::string body;
  bool operator==(const HttpResponse&) const = default;
};

/// `Found` for 302, and so on for every status code the simulator sends (RFC 9110 §15); empty for others.
std::string_view reason_phrase(int status);

}  // namespace flowsim::wire
