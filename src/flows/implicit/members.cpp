// Tells JSON from texts in a document's members.
#include "flows/implicit/members.hpp"

#include <string_view>
#include <utility>
#include <variant>

namespace flowsim::flows::implicit {
namespace {

/// Whether a member's value is no text as it is: a text that would look so stands in quotes.
bool looks_like_json(std::string_view text) {
  constexpr std::string_view openings = "\"[{", number_openings = "-0123456789", in_numbers = "-0123456789+.eE";
  if (text.empty() || text == "true" || text == "false" || text == "null") return !text.empty();
  if (openings.find(text.front()) != std::string_view::npos) return true;
  return number_openings.find(text.front()) != std::string_view::npos &&
         text.find_first_not_of(in_numbers) == std::string_view::npos;
}

}  // namespace

Parameters members_of(const Claims& document) {
  Parameters members;
  for (const auto& [name, value] : document) {
    const auto* text = std::get_if<std::string>(&value);
    members.add(name, text != nullptr && !looks_like_json(*text) ? *text : document.shown(name).value_or(""));
  }
  return members;
}

std::string json_of(const Parameters& members) {
  std::string document = "{";
  for (std::string_view separator; const auto& [name, value, place] : members) {
    if (place == Place::header) continue;
    document += std::exchange(separator, ",");
    append_json(document, name);
    document += ':';
    if (looks_like_json(value))
      document += value;
    else
      append_json(document, value);
  }
  return document += '}';
}

}  // namespace flowsim::flows::implicit
