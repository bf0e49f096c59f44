// Writes and reads the headers of bearer tokens.
#include "flows/implicit/bearer.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "wire/http.hpp"

namespace flowsim::flows::implicit {
namespace {

/// b64token of RFC 6750 §2.1.
bool is_b64token(std::string_view text) {
  const auto padding = text.find_last_not_of('=');
  if (padding == std::string_view::npos) return false;
  return std::ranges::all_of(text.substr(0, padding + 1), [](char c) {
    return is_letter_or_digit(c) || std::string_view("-._~+/").find(c) != std::string_view::npos;
  });
}

constexpr std::array challenge_attributes{"realm", "scope", "error", "error_description"};

/// A quoted-string of RFC 9110 §5.6.4; the characters RFC 6750 §3 does not allow inside are left out.
std::string quoted(std::string_view text) {
  std::string safe = "\"";
  for (const char c : text)
    if (c >= ' ' && c <= '~' && c != '"' && c != '\\') safe += c;
  return safe + "\"";
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

}  // namespace

std::optional<std::string_view> bearer_token(std::string_view credentials) {
  const auto scheme = credentials.substr(0, credentials.find(' '));
  if (!equal_ignoring_case(scheme, "Bearer")) return {};
  credentials.remove_prefix(std::min(credentials.find_first_not_of(' ', scheme.size()), credentials.size()));
  if (!is_b64token(credentials)) return {};
  return credentials;
}

std::string bearer_challenge(const Parameters& parameters) {
  std::string text = "Bearer";
  std::string_view separator = " ";
  for (const auto* name : challenge_attributes)
    if (const auto value = parameters.find(name)) {
      text.append(separator).append(name).append("=").append(quoted(*value));
      separator = ", ";
    }
  return text;
}

Parameters read_challenge(std::string_view challenge) {
  const auto attributes = read_attributes(challenge);
  Parameters known;
  for (const auto* name : challenge_attributes)
    if (const auto value = header(attributes, name)) known.add(name, std::string(*value));
  return known;
}

}  // namespace flowsim::flows::implicit
