// Headers by name, and the reason phrases of the status codes.
#include "wire/http.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace flowsim::wire {
namespace {

struct Reason {
  int status;
  std::string_view phrase;
};

// RFC 9110 §15; 429 is RFC 6585 §4.
constexpr Reason reasons[] = {
    {200, "OK"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
};

}  // namespace

std::optional<std::string_view> header(const Parameters& headers, std::string_view name) {
  for (const auto& item : headers)
    if (equal_ignoring_case(item.name, name)) return item.value;
  return {};
}

std::string_view reason_phrase(int status) {
  const auto* reason = std::ranges::find(reasons, status, &Reason::status);
  return reason == std::end(reasons) ? std::string_view{} : reason->phrase;
}

}  // namespace flowsim::wire
