// The few normalisations of RFC 3986 §6.2 that decide whether two URLs lead to the same party.
#include "scenario/page_url.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "wire/url.hpp"

namespace flowsim::scenario {

namespace {

struct DefaultPort {
  std::string_view scheme, port;
};
constexpr std::array default_ports{DefaultPort{"http", "80"}, DefaultPort{"https", "443"}};

std::string_view without_user_info(std::string_view authority) { return authority.substr(authority.rfind('@') + 1); }

/// An empty port is the default one, too (RFC 3986 §6.2.3).
std::string_view without_default_port(std::string_view scheme, std::string_view authority) {
  const auto colon = authority.find_last_of(":]");
  if (colon == std::string_view::npos || authority[colon] != ':') return authority;
  const auto port = authority.substr(colon + 1);
  const bool is_default =
      std::ranges::any_of(default_ports, [&](const auto& row) { return row.scheme == scheme && row.port == port; });
  return port.empty() || is_default ? authority.substr(0, colon) : authority;
}

/// `.` and `..`, also with a dot written as `%2e`.
bool is_dot_segment(std::string_view segment) {
  auto plain = lower_case(segment);
  for (auto at = plain.find("%2e"); at != std::string::npos; at = plain.find("%2e")) plain.replace(at, 3, ".");
  return plain == "." || plain == "..";
}

}  // namespace

bool is_page_url(std::string_view text) {
  const auto parts = split_url(text);
  if (!parts || parts->authority.empty()) return false;
  const auto scheme = lower_case(parts->scheme);
  return std::ranges::find(default_ports, scheme, &DefaultPort::scheme) != default_ports.end() &&
         without_user_info(parts->authority) == parts->authority &&
         without_default_port(scheme, parts->authority) == parts->authority &&
         std::ranges::none_of(split_words(parts->path, '/'), is_dot_segment);
}

std::string canonical_origin(std::string_view url) {
  const auto parts = split_url(url);
  if (!parts) return {};
  const auto scheme = lower_case(parts->scheme);
  return scheme + "://" + lower_case(without_default_port(scheme, without_user_info(parts->authority)));
}

}  // namespace flowsim::scenario
