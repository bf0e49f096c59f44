// Breaks sentences into lines.
#include "diagram/prose.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace flowsim {

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  bool first = true;
  for (bool more = true; more; first = false) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    more = end < text.size();
    text.remove_prefix(more ? end + 1 : end);
    const auto needed = display_width(word);
    if (!first && used + 1 + needed > width) {
      lines.emplace_back();
      used = 0;
    } else if (!first) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += needed;
  }
  return lines;
}

}  // namespace flowsim
