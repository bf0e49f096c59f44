// Whole characters are erased, and no more is kept than a command can need.
#include "cli/terminal/prompt.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "diagram/character_text.hpp"

namespace flowsim::cli {

Prompt::Done Prompt::take(const Key& key) {
  switch (key.name) {
    case KeyName::enter:
      return is_cut_ ? Done::too_long : Done::entered;
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
      is_cut_ = false;
      break;
    case KeyName::erase_word:
      erase_word();
      break;
    case KeyName::character:
      is_cut_ |= text_.size() + key.text.size() > longest_command;
      if (!is_cut_) text_ += key.text;
      break;
    default:
      break;
  }
  return Done::not_yet;
}

void Prompt::erase_character() {
  is_cut_ = false;
  constexpr unsigned char continuation_mask = 0xC0, continuation = 0x80;
  while (!text_.empty()) {
    const auto byte = static_cast<unsigned char>(text_.back());
    text_.pop_back();
    if ((byte & continuation_mask) != continuation) break;
  }
}

void Prompt::erase_word() {
  is_cut_ = false;
  while (!text_.empty() && text_.back() == ' ') text_.pop_back();
  while (!text_.empty() && text_.back() != ' ') text_.pop_back();
}

std::string Prompt::shown(std::size_t width, bool ascii) const {
  const auto line = character_text(text_, ascii);
  std::size_t at = 0;
  for (auto columns = display_width(line) + 1; columns > width && at < line.size();) {
    const auto first = code_point_at(line, at);
    columns -= columns_of(first.value);
    at += first.length;
  }
  return ":" + line.substr(at);
}

}  // namespace flowsim::cli
