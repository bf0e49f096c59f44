// Takes the parameters of a pasted message apart; a pasted address may hold tokens, so only little is shown whole.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "diagram/parameter_meanings.hpp"
#include "explain/explain_pasted.hpp"

namespace flowsim::explain {
namespace {

constexpr std::size_t most_parts = 12;
constexpr std::size_t longest_name = 30;
constexpr std::size_t longest_description = 500;

/// Parameters that are no secret and say more as they stand.
constexpr std::array<std::string_view, 9> public_names{
    "client_id", "redirect_uri", "response_type", "response_mode", "scope", "prompt", "token_type", "iss", "error_uri"};

/// An error response also has parameters of a successful one, such as state.
std::string_view meaning_in(std::string_view message, std::string_view name) {
  for (const auto carrier : {message, std::string_view("access_token_response")})
    if (const auto meaning = meaning_of_parameter(carrier, name); !meaning.empty()) return meaning;
  return {};
}

std::string shown(const PastedReading& reading, const std::string& name, const std::string& value) {
  const bool is_said = value == reading.text || value == reading.error;
  const bool is_public = std::ranges::find(public_names, name) != public_names.end();
  const auto text = (is_said || is_public) && value.size() <= longest_description ? value : shortened(value);
  return text.empty() ? "(empty)" : visible(text);
}

std::string explained(const PastedReading& reading, const std::string& name, const std::string& value) {
  const auto text = shown(reading, name, value);
  if (reading.message.empty()) return text;
  const auto meaning = meaning_in(reading.message, name);
  return fmt::format("{} ({})", text, meaning.empty() ? "no parameter of this message that flowsim knows" : meaning);
}

}  // namespace

Explanation explanation_of_parts(const PastedReading& reading) {
  const auto what = reading.message.empty() ? "" : fmt::format(", as of the message {}", reading.message);
  Explanation explanation{fmt::format("What was pasted: {}{}", reading.where, what), {}, {}};
  for (const auto& [name, value] : reading.parts) {
    if (explanation.parts.size() == most_parts) {
      explanation.parts.emplace_back("…", fmt::format("and {} more", reading.parts.size() - most_parts));
      break;
    }
    explanation.parts.emplace_back(visible(name.size() <= longest_name ? name : shortened(name)),
                                   explained(reading, name, value));
  }
  return explanation;
}

Explanation explanation_of_unknown_code(std::string_view code) {
  std::vector<std::string_view> names;
  for (const auto& row : error_codes()) names.push_back(row.name);
  Explanation explanation{
      fmt::format("{}: an error code that is none of the standard's",
                  visible(code.size() <= longest_name ? std::string(code) : shortened(std::string(code)))),
      {{"meaning",
        "Neither RFC 6749 §4.2.2.1, RFC 6750 §3.1 and OpenID Connect Core §3.1.2.6 nor Okta's pages have it, as far as "
        "flowsim knows them; a server may have codes of its own (RFC 6749 §8.5)"}},
      {}};
  if (const auto near = nearest_name(code, names)) explanation.parts.emplace_back("did you mean", std::string(*near));
  explanation.parts.emplace_back("what to do",
                                 "First let the client compare state, as with every response; then show the error, "
                                 "start again at most once, and look the code up with the server's vendor");
  return explanation;
}

}  // namespace flowsim::explain
