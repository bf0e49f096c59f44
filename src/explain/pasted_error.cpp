// One reader for each shape in which errors are pasted; none is told which shape it is.
#include "explain/pasted_error.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "wire/url.hpp"

namespace flowsim::explain {
namespace {

constexpr std::size_t most_readings = 5;
constexpr std::size_t longest_json = 16 * 1024;
constexpr std::size_t most_json_read = 4 * longest_paste;

/// The words of the text between blanks, double quotation marks and angle brackets, without the punctuation behind
/// them: an address is one of them.
std::vector<std::string_view> tokens_of(std::string_view text) {
  constexpr std::string_view ends = " \t\r\n\"<>`";
  constexpr std::string_view punctuation = "'),.;]";
  std::vector<std::string_view> tokens;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(ends), text.size());
    const auto token = text.substr(0, end);
    const auto last = token.find_last_not_of(punctuation);
    if (last != std::string_view::npos) tokens.push_back(token.substr(0, last + 1));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return tokens;
}

/// By which parameter one knows what kind of message parameters are of; the first that is there decides.
using Telltale = std::pair<std::string_view, std::string_view>;
constexpr std::array<Telltale, 6> telltales{{
    {"error", "authorization_error"},
    {"error_description", "authorization_error"},
    {"access_token", "access_token_response"},
    {"id_token", "access_token_response"},
    {"client_id", "authorization_request"},
    {"response_type", "authorization_request"},
}};

std::string_view message_with(const Parameters& parameters) {
  for (const auto& [name, message] : telltales)
    if (parameters.has(name)) return message;
  return {};
}

std::optional<PastedReading> reading_of_form(std::string where, std::string_view form) {
  const auto parameters = decode_form(form);
  const auto message = message_with(parameters);
  if (message.empty()) return {};
  PastedReading reading{std::move(where), {}, {}, {}, {}, message};
  if (message == "authorization_error") reading.channel = ErrorChannel::redirect;
  for (const auto& parameter : parameters) {
    if (parameter.name == "error" && reading.error.empty())
      reading.error = parameter.value.substr(0, parameter.value.find_first_of(" \t\r\n"));
    if (parameter.name == "error_description" && reading.text.empty()) reading.text = parameter.value;
    reading.parts.emplace_back(parameter.name, parameter.value);
  }
  return reading;
}

/// What stands behind the route that a router keeps in a fragment: of `/callback?error=…`, `error=…`.
std::string_view behind_route(std::string_view fragment) {
  if (!fragment.starts_with('/')) return fragment;
  return fragment.substr(std::min(fragment.find_first_of("?#&") + 1, fragment.size()));
}

void read_address(std::string_view token, std::vector<PastedReading>& readings) {
  const auto hash = token.find('#');
  const auto question = token.substr(0, hash).find('?');
  const auto add = [&](const char* where, std::string_view form) {
    if (auto reading = reading_of_form(where, form)) readings.push_back(std::move(*reading));
  };
  if (question != std::string_view::npos) add("the query of an address", token.substr(0, hash).substr(question + 1));
  if (hash != std::string_view::npos) add("the fragment of an address", behind_route(token.substr(hash + 1)));
}

/// Those with an error code go before those without one.
void keep_a_handful(std::vector<PastedReading>&& found, std::vector<PastedReading>& readings) {
  std::stable_partition(found.begin(), found.end(),
                        [](const PastedReading& reading) { return !reading.error.empty(); });
  if (found.size() > most_readings) found.resize(most_readings);
  std::ranges::move(found, std::back_inserter(readings));
}

void read_addresses(std::string_view text, std::vector<PastedReading>& readings) {
  std::vector<PastedReading> found;
  for (const auto token : tokens_of(text))
    if (token.find_first_of("?#") != std::string_view::npos) read_address(token, found);
  keep_a_handful(std::move(found), readings);
}

/// Parameters without an address; a text that was copied decoded has blanks in it, so all of it is read.
void read_form(std::string_view text, std::vector<PastedReading>& readings) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n?#&"), text.size()));
  const auto name = text.substr(0, text.find('='));
  if (name.size() == text.size() || std::ranges::find(telltales, name, &Telltale::first) == telltales.end()) return;
  if (auto reading = reading_of_form("parameters", text)) readings.push_back(std::move(*reading));
}

std::string text_of(const boost::json::object& object, std::string_view name) {
  const auto* member = object.if_contains(name);
  if (member == nullptr) return {};
  if (const auto* text = member->if_string()) return std::string(std::string_view(*text));
  return {};
}

PastedReading reading_of(const boost::json::object& object) {
  PastedReading reading{"JSON", {}, {}, {}, {}};
  for (const auto* name : {"error", "errorCode"})
    if (reading.error.empty()) reading.error = text_of(object, name);
  for (const auto* name : {"error_description", "errorSummary", "errorMessage", "message"})
    if (reading.text.empty()) reading.text = text_of(object, name);
  for (const auto& member : object)
    if (member.value().is_string())
      reading.parts.emplace_back(std::string(std::string_view(member.key())), text_of(object, member.key()));
  return reading;
}

/// Whether an object can begin with these bytes; most braces of a log are code.
bool looks_like_object(std::string_view text) {
  const auto next = text.find_first_not_of(" \t\r\n", 1);
  return next != std::string_view::npos && (text[next] == '"' || text[next] == '}');
}

/// The object at the beginning of the text, and how many bytes it takes; nothing where there is none.
std::optional<std::pair<boost::json::object, std::size_t>> object_at(std::string_view text) {
  boost::json::stream_parser parser;
  boost::json::error_code problem;
  const auto length = parser.write_some(text.data(), text.size(), problem);
  if (problem || !parser.done()) return {};
  return {{parser.release().as_object(), std::max<std::size_t>(length, 1)}};
}

void read_json(std::string_view text, std::vector<PastedReading>& readings) {
  std::vector<PastedReading> found;
  std::size_t read = 0;
  for (auto at = text.find('{'); at != std::string_view::npos && read < most_json_read; at = text.find('{', at)) {
    const auto rest = text.substr(at, longest_json);
    const auto object = looks_like_object(rest) ? object_at(rest) : std::nullopt;
    read += object ? object->second : looks_like_object(rest) ? rest.size() : 1;
    at += object ? object->second : 1;
    if (!object) continue;
    if (auto reading = reading_of(object->first); !reading.error.empty() || !reading.text.empty())
      found.push_back(std::move(reading));
  }
  keep_a_handful(std::move(found), readings);
}

/// The value of `name="…"` (RFC 6750 §3); empty where it is not there.
std::string quoted(std::string_view text, std::string_view name) {
  const auto lead = std::string(name) + "=\"";
  auto at = text.find(lead);
  while (at != std::string_view::npos && at != 0 && text[at - 1] != ' ' && text[at - 1] != ',')
    at = text.find(lead, at + 1);
  if (at == std::string_view::npos) return {};
  const auto rest = text.substr(at + lead.size(), longest_json);
  return std::string(rest.substr(0, rest.find('"')));
}

void read_challenge(std::string_view text, std::vector<PastedReading>& readings) {
  PastedReading reading{"a WWW-Authenticate header",
                        quoted(text, "error"),
                        quoted(text, "error_description"),
                        ErrorChannel::challenge,
                        {}};
  if (reading.error.empty() && reading.text.empty()) return;
  for (const auto* name : {"realm", "error", "error_description", "scope"})
    if (auto value = quoted(text, name); !value.empty()) reading.parts.emplace_back(name, std::move(value));
  readings.push_back(std::move(reading));
}

/// The known error codes that stand somewhere in the text, as in `OAuthError: login_required`, each once.
void read_codes(std::string_view text, std::vector<PastedReading>& readings) {
  std::vector<PastedReading> found;
  for (auto token : tokens_of(text)) {
    token.remove_prefix(std::min(token.find_first_not_of("'([:="), token.size()));
    while (token.ends_with(':')) token.remove_suffix(1);
    if (std::ranges::find(error_codes(), token, &ErrorCode::name) != error_codes().end() &&
        std::ranges::find(found, token, &PastedReading::error) == found.end())
      found.push_back({"what was pasted", std::string(token), "", {}, {}});
  }
  keep_a_handful(std::move(found), readings);
}

/// Decodes the percent-escapes, also those that were escaped once more; `+` becomes a space.
std::string unescaped(std::string text) {
  for (int round = 0; round < 2 && text.find('%') != std::string::npos; ++round) {
    std::ranges::replace(text, '&', ' ');
    std::ranges::replace(text, '=', ' ');
    const auto decoded = decode_form(text);
    if (decoded.empty()) break;
    text = decoded.begin()->name;
  }
  return text;
}

bool tells_an_error(const PastedReading& reading) { return !reading.error.empty() || !reading.text.empty(); }

}  // namespace

std::vector<PastedReading> readings_of(std::string_view pasted) {
  pasted = pasted.substr(0, longest_paste);
  std::vector<PastedReading> readings;
  read_form(pasted, readings);
  if (readings.empty()) read_addresses(pasted, readings);
  read_json(pasted, readings);
  read_challenge(pasted, readings);
  if (std::ranges::none_of(readings, tells_an_error)) read_codes(pasted, readings);
  readings.push_back({"", "", std::string(pasted), {}, {}});
  if (auto decoded = unescaped(std::string(pasted)); decoded != pasted)
    readings.push_back({"the text with its percent-escapes decoded", "", std::move(decoded), {}, {}});
  return readings;
}

}  // namespace flowsim::explain
