// Whole characters are erased, and no more is kept than a command can need.
#include "cli/prompt.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "diagram/character_text.hpp"

namespace flowsim {
namespace {

constexpr std::size_t longest_line = 8192;

}  // namespace

Prompt::Done Prompt::take(const Key& key) {
  switch (key.name) {
    case KeyName::enter:
      return Done::entered;
    case KeyName::escape:
    case KeyName::interrupt:
    case KeyName::end_of_input:
      return Done::given_up;
    case KeyName::backspace:
      if (text_.empty()) return Done::given_up;
      erase_character();
      break;
    case KeyName::erase_line:
      text_.clear();
      break;
    case KeyName::erase_word:
      erase_word();
      break;
    case KeyName::character:
      if (text_.size() + key.text.size() <= longest_line) text_ += key.text;
      break;
    default:
      break;
  }
  return Done::not_yet;
}

void Prompt::erase_character() {
  constexpr unsigned char continuation_mask = 0xC0, continuation = 0x80;
  while (!text_.empty()) {
    const auto byte = static_cast<unsigned char>(text_.back());
    text_.pop_back();
    if ((byte & continuation_mask) != continuation) break;
  }
}

void Prompt::erase_word() {
  while (!text_.empty() && text_.back() == ' ') text_.pop_back();
  while (!text_.empty() && text_.back() != ' ') text_.pop_back();
}

std::string Prompt::shown(std::size_t width, bool ascii) const {
  auto line = character_text(text_, ascii);
  while (display_width(line) + 1 > width) line.erase(0, code_point_at(line, 0).length);
  return ":" + line;
}

}  // namespace flowsim
