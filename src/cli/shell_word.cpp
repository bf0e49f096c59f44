// Single quotes keep everything but themselves.
#include "cli/shell_word.hpp"

#include <algorithm>

namespace flowsim::cli {
namespace {

constexpr std::string_view needs_no_quotes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:+@%";

}  // namespace

std::string shell_word(std::string_view text) {
  if (!text.empty() && text.find_first_not_of(needs_no_quotes) == std::string_view::npos) return std::string(text);
  std::string word = "'";
  for (const char character : text)
    if (character == '\'')
      word += "'\"'\"'";
    else
      word += character;
  return word + "'";
}

}  // namespace flowsim::cli
