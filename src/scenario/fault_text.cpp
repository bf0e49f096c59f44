// Quotes whatever a YAML tool could take for something else than a text.
#include "scenario/fault_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "scenario/plain_scalar.hpp"

namespace flowsim::scenario {
namespace {

bool is_plain_word(std::string_view text) {
  constexpr std::string_view null_words[] = {"null", "Null", "NULL"};
  const auto may_stand = [](char character) {
    return is_letter_or_digit(character) || character == '_' || character == '-' || character == '.';
  };
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, may_stand) &&
         meaning_of_plain(text) == PlainMeaning::text && std::ranges::find(null_words, text) == std::end(null_words);
}

/// YAML 1.2 §5.7.
std::string escape_of(char32_t value) {
  const auto number = static_cast<unsigned>(value);
  if (number <= 0xFF) return fmt::format("\\x{:02x}", number);
  return number <= 0xFFFF ? fmt::format("\\u{:04X}", number) : fmt::format("\\U{:08X}", number);
}

std::string shown_argument(const FaultVerb* verb, const Parameter& argument) {
  using enum ArgumentKind;
  if (verb == nullptr) return yaml_text(argument.value);
  const auto row = std::ranges::find(verb->arguments, argument.name, &FaultArgument::name);
  const bool is_text = row == verb->arguments.end() || row->kind == text || row->kind == name || row->kind == choice;
  return is_text ? yaml_text(argument.value) : argument.value;
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (is_plain_word(text)) return std::string(text);
  std::string spelt = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length, valid] = code_point_at(text, at);
    if (value == '"' || value == '\\')
      (spelt += '\\') += text[at];
    else if (valid && is_control(value))
      spelt += escape_of(value);
    else
      spelt += text.substr(at, length);
    at += length;
  }
  return spelt + '"';
}

std::string fault_text(const FaultSpec& spec) {
  const auto& place = spec.place;
  auto text = fmt::format("{{at: {}", place.interaction);
  if (place.leg != 0) text += fmt::format(".{}", place.leg);
  if (!place.message.empty()) text += ", message: " + yaml_text(place.message);
  if (place.occurrence != 1) text += fmt::format(", occurrence: {}", place.occurrence);
  if (place.browser == Participant::attacker_browser) text += ", browser: attacker";
  text += ", do: " + yaml_text(spec.verb);
  for (const auto& argument : spec.arguments)
    text += fmt::format(", {}: {}", argument.name, shown_argument(fault_verb(spec.verb), argument));
  if (spec.may_miss) text += ", may_miss: true";
  return text + "}";
}

}  // namespace flowsim::scenario
