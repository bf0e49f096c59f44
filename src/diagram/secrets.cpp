// The table of secret names, and the ways to show them.
#include "diagram/secrets.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "wire/http.hpp"
#include "words/say.hpp"

namespace flowsim::diagram {
namespace {

constexpr std::array<std::string_view, 15> secret_names{
    "access_token", "id_token",       "token",         "id_token_hint", "state",       "nonce",      "csrf_token",
    "transaction",  "transaction_id", "session_token", "sessionToken",  "login_token", "stateToken", "sid",
    "idx"};

bool may_be_random(char letter) {
  return is_letter_or_digit(letter) || letter == '-' || letter == '_' || letter == '.';
}

bool looks_random(std::string_view word) {
  const bool digit = std::ranges::any_of(word, is_digit);
  const bool capital = std::ranges::any_of(word, is_capital);
  return (word.size() >= 22 && digit && capital) || (word.size() >= 40 && (digit || capital));
}

bool is_part_of_address(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin > 0 && text[begin - 1] == '/') || (end < text.size() && (text[end] == '/' || text[end] == ':'));
}

bool is_header(std::string_view name, std::string_view wanted) {
  return header({{std::string(name), {}}}, wanted).has_value();
}

bool holds_secrets(std::string_view name) {
  return is_header(name, "Cookie") || is_header(name, "Set-Cookie") || is_header(name, "Authorization");
}

/// `name=value; name=value`, the values shortened: cookies are mostly secrets, and attributes are short.
std::string shown_cookies(std::string_view cookies) {
  std::string shown;
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    const auto part = cookies.substr(0, end);
    const auto value = std::min(part.find('='), part.size() - 1) + 1;
    shown += part.substr(0, value);
    shown += shortened(part.substr(value));
    if (end < cookies.size()) shown += ';';
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return shown;
}

}  // namespace

bool is_secret(std::string_view name) { return std::ranges::find(secret_names, name) != secret_names.end(); }

std::string shown_value(std::string_view name, std::string_view value, bool show_tokens) {
  if (show_tokens) return std::string(value);
  if (name == "password") return value.empty() ? std::string() : std::string("••••••••");
  if (is_secret(name)) return shortened(value);
  return holds_secrets(name) ? shown_header(name, value, false) : std::string(value);
}

std::string shown_address(std::string_view address, bool show_tokens) {
  if (show_tokens) return std::string(address);
  std::string shown;
  while (!address.empty()) {
    const auto end = std::min(address.find_first_of("?#&"), address.size());
    const auto part = address.substr(0, end);
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) {
      shown += part;
    } else {
      shown += part.substr(0, equals + 1);
      shown += shown_value(part.substr(0, equals), part.substr(equals + 1), false);
    }
    if (end < address.size()) shown += address[end];
    address.remove_prefix(std::min(end + 1, address.size()));
  }
  return shown;
}

std::string shown_header(std::string_view name, std::string_view value, bool show_tokens) {
  if (show_tokens) return std::string(value);
  if (!holds_secrets(name)) return shown_address(value, false);
  if (!is_header(name, "Authorization")) return shown_cookies(value);
  const auto space = value.find(' ');
  const auto scheme = space == std::string_view::npos ? 0 : space + 1;
  return std::string(value.substr(0, scheme)) + shortened(value.substr(scheme));
}

std::string shown_prose(std::string_view text, bool show_tokens) {
  if (show_tokens) return std::string(text);
  std::string shown;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto begin = at;
    while (at < text.size() && may_be_random(text[at])) ++at;
    if (at == begin) {
      shown += text[at++];
      continue;
    }
    auto end = at;
    while (end > begin && text[end - 1] == '.') --end;  // a full stop ends the sentence, not the word
    const auto word = text.substr(begin, end - begin);
    shown += looks_random(word) && !is_part_of_address(text, begin, end) ? shortened(word) : std::string(word);
    shown += text.substr(end, at - end);
  }
  return shown;
}

std::string shown_prose(const Phrase& phrase, bool show_tokens) { return shown_prose(say(phrase), show_tokens); }

std::string shown_prose(const Phrases& phrases, bool show_tokens) { return shown_prose(say_all(phrases), show_tokens); }

}  // namespace flowsim::diagram
