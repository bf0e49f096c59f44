// Bytes are judged here, so that the parser meets neither its own end-of-file mark (U+0004) nor UTF-16.
#include "scenario/yaml_text.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "scenario/yaml_tree.hpp"

namespace flowsim::scenario {

namespace {

/// The control character that starts at this byte, if one does and YAML refuses it.
std::optional<unsigned> refused_control_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == '\t' || byte == '\n') return {};
  if (byte == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? std::optional<unsigned>{} : byte;
  if (byte < 0x20 || byte == 0x7F) return byte;
  if (byte != 0xC2 || at + 1 >= text.size()) return {};
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return next < 0xA0 && next != 0x85 ? std::optional<unsigned>(next) : std::nullopt;
}

std::string_view advice_for(unsigned control) {
  if (control == '\r') return "end lines with a line feed";
  if (control == 0) return "is this a text file, in UTF-8?";
  return "write it as an escape inside double quotes, or remove it";
}

}  // namespace

bool is_readable_text(Problems& problems) {
  const auto text = problems.text();
  if (text.size() > most_bytes) {
    problems.add_whole("the file is larger than 1 MiB", "a scenario is a short text; is this the right file?");
    return false;
  }
  if (const auto at = invalid_utf8_at(text)) {
    const auto byte = static_cast<unsigned char>(text[*at]);
    problems.add(*at, fmt::format("byte 0x{:02X} is not valid UTF-8", byte), "save the file in UTF-8");
    return false;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto control = refused_control_at(text, at);
    if (!control) continue;
    problems.add(at, fmt::format("control character U+{:04X}", *control), std::string(advice_for(*control)));
    return false;
  }
  return true;
}

}  // namespace flowsim::scenario
