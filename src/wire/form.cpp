// Form, query and fragment encoding, there and back.
#include <algorithm>
#include <boost/url/grammar/hexdig_chars.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <functional>
#include <utility>

#include "wire/characters.hpp"
#include "wire/url.hpp"

namespace flowsim::wire {
namespace {

namespace urls = boost::urls;

constexpr Characters unreserved(urls::unreserved_chars);

// Not by Boost.URL, which goes over the text twice and takes four times as long for a token.
void append_encoded(std::string& out, std::string_view text) {
  while (true) {
    const auto* run_end = std::ranges::find_if_not(text, std::ref(unreserved));
    out.append(text.begin(), run_end);
    if (run_end == text.end()) return;
    const auto byte = static_cast<unsigned char>(*run_end);
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (byte == ' ')
      out += '+';
    else
      out.append({'%', digits[byte >> 4], digits[byte & 15]});
    text.remove_prefix(static_cast<std::size_t>(run_end - text.begin()) + 1);
  }
}

void append_form(std::string& out, const Parameters& parameters) {
  std::size_t least = 0;
  for (const auto& parameter : parameters) least += parameter.name.size() + parameter.value.size() + 2;
  out.reserve(out.size() + least);
  bool first = true;
  for (const auto& parameter : parameters) {
    if (!std::exchange(first, false)) out += '&';
    append_encoded(out, parameter.name);
    out += '=';
    append_encoded(out, parameter.value);
  }
}

char byte_of(char high, char low) {
  return static_cast<char>(urls::grammar::hexdig_value(high) * 16 + urls::grammar::hexdig_value(low));
}

bool is_hex_digit(char c) { return urls::grammar::hexdig_value(c) >= 0; }

bool starts_with_escape(std::string_view text) {
  return text.size() >= 3 && text[0] == '%' && is_hex_digit(text[1]) && is_hex_digit(text[2]);
}

// Not by Boost.URL, which refuses a text with a broken escape as a whole.
std::string decoded(std::string_view text) {
  if (text.find('%') == text.npos && text.find('+') == text.npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  while (true) {
    const auto* run_end = std::ranges::find_if(text, [](char c) { return c == '%' || c == '+'; });
    out.append(text.begin(), run_end);
    if (run_end == text.end()) return out;
    text.remove_prefix(static_cast<std::size_t>(run_end - text.begin()));
    const bool escape = starts_with_escape(text);
    out += escape ? byte_of(text[1], text[2]) : text[0] == '+' ? ' ' : '%';
    text.remove_prefix(escape ? 3 : 1);
  }
}

}  // namespace

std::string encode_form(const Parameters& parameters) {
  std::string out;
  append_form(out, parameters);
  return out;
}

Parameters decode_form(std::string_view text) {
  Parameters parameters;
  if (!text.empty()) parameters.reserve(8);  // as most have; more have to pay for themselves
  while (!text.empty()) {
    const auto item = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(item.size() + 1, text.size()));
    if (item.empty()) continue;
    const auto equals = std::min(item.find('='), item.size());
    parameters.add(decoded(item.substr(0, equals)), decoded(item.substr(std::min(equals + 1, item.size()))));
  }
  return parameters;
}

std::string with_query(std::string_view url, const Parameters& parameters) {
  if (parameters.empty()) return std::string(url);
  const auto place = without_fragment(url);
  std::string out(place);
  const auto question = place.find('?');
  if (question == std::string_view::npos)
    out += '?';
  else if (question + 1 != place.size() && !place.ends_with('&'))
    out += '&';
  append_form(out, parameters);
  return out.append(url.substr(place.size()));
}

std::string with_fragment(std::string_view url, const Parameters& parameters) {
  std::string out(without_fragment(url));
  if (parameters.empty()) return out;
  out += '#';
  append_form(out, parameters);
  return out;
}

}  // namespace flowsim::wire
