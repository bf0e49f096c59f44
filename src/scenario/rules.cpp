// The table of text forms, and the names that come from the actors_with_states' transition tables.
#include "scenario/rules.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"
#include "flows/implicit/states.hpp"
#include "scenario/page_url.hpp"
#include "wire/participant.hpp"
#include "wire/url.hpp"

namespace flowsim::scenario {

namespace {

constexpr std::array actors_with_states{Participant::user, Participant::client, Participant::okta, Participant::app,
                                        Participant::attacker};

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c <= 0x7E; });
}

bool is_error_text(std::string_view text) {
  return is_ascii(text) && text.find_first_of("\"\\") == std::string_view::npos;
}

bool is_scope_token(std::string_view text) {
  return !text.empty() && is_error_text(text) && text.find(' ') == std::string_view::npos;
}

bool is_scope_list(std::string_view text) {
  const bool has_empty_item = text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != std::string_view::npos;
  return !has_empty_item && std::ranges::all_of(split_words(text, ' '), is_scope_token);
}

/// No C0, DEL or C1 character, no LINE SEPARATOR and no PARAGRAPH SEPARATOR.
bool is_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return false;
    const auto rest = text.substr(at);
    if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) return false;
    if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) return false;
  }
  return true;
}

bool is_absolute_url(std::string_view text) {
  const auto parts = split_url(text);
  return parts && !parts->authority.empty();
}

bool is_issuer(std::string_view text) {
  return text.starts_with("https://") && is_absolute_url(text) && text.find_first_of("?#") == std::string_view::npos;
}

constexpr TextFormRow text_forms[] = {
    {TextForm::line, "one line without control characters",
     "a block text that starts with > or | ends in a line break: write >- instead",
     "^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*$", is_line},
    {TextForm::ascii, "printable ASCII characters", {}, "^[ -~]*$", is_ascii},
    {TextForm::error_code,
     "printable ASCII characters without quotation mark and backslash",
     {},
     "^[ !#-\\[\\]-~]*$",
     is_error_text},
    {TextForm::scope_token, "a scope name: printable ASCII without space, quotation mark and backslash",
     "put each scope in an entry of its own", "^[!#-\\[\\]-~]+$", is_scope_token},
    {TextForm::scope_list,
     "scope names, printable ASCII without quotation mark and backslash, with one space between two",
     {},
     "^([!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*)?$",
     is_scope_list},
    {TextForm::absolute_url,
     "an absolute URL such as https://spa.example.com/callback",
     {},
     "^[A-Za-z][A-Za-z0-9+.-]*://[!-~]+$",
     is_absolute_url},
    {TextForm::page_url, "an http or https URL as a browser shows it, such as https://spa.example.com/callback",
     "without user name, default port and dot segments: a browser takes them away, and the client would not know its "
     "page",
     "^[Hh][Tt][Tt][Pp][Ss]?://[!-~]+$", is_page_url},
    {TextForm::issuer,
     "an https URL without query and fragment, such as https://example.okta.com/oauth2/default",
     {},
     "^https://[!\"$->@-~]+$",
     is_issuer},
};

}  // namespace

const TextFormRow& row_of(TextForm form) { return text_forms[static_cast<std::size_t>(form)]; }

std::vector<std::string_view> actor_names() {
  std::vector<std::string_view> names;
  std::ranges::transform(actors_with_states, std::back_inserter(names),
                         [](Participant actor) { return name_of(actor); });
  return names;
}

std::vector<std::string_view> state_names(std::string_view actor) {
  static const auto states = [] {
    std::array<std::vector<std::string>, actors_with_states.size()> tables;
    for (std::size_t i = 0; i < actors_with_states.size(); ++i)
      tables[i] = implicit::edges_of(actors_with_states[i]).states();
    return tables;
  }();
  const auto found =
      std::ranges::find(actors_with_states, actor, [](Participant candidate) { return name_of(candidate); });
  if (found == actors_with_states.end()) return {};
  const auto& table = states[static_cast<std::size_t>(found - actors_with_states.begin())];
  return {table.begin(), table.end()};
}

}  // namespace flowsim::scenario
