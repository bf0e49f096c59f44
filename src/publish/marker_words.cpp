// Splits at spaces, and keeps together what stands between quotes.
#include "publish/marker_words.hpp"

#include "base/utf8.hpp"

namespace flowsim::publish {
namespace {

bool is_space(char character) { return character == ' ' || character == '\t'; }

}  // namespace

SourcePosition PageLine::at(std::size_t byte) const {
  SourcePosition position{number, 1};
  for (std::size_t offset = 0; offset < byte && offset < text.size(); ++position.column)
    offset += code_point_at(text, offset).length;
  return position;
}

std::vector<MarkerWord> marker_words(const PageLine& line, std::size_t begin, std::size_t end, const std::string& file,
                                     Diagnostics& diagnostics) {
  std::vector<MarkerWord> words;
  for (std::size_t at = begin; at < end;) {
    if (is_space(line.text[at])) {
      ++at;
      continue;
    }
    words.push_back({{}, line.at(at)});
    for (; at < end && !is_space(line.text[at]); ++at) {
      const char quote = line.text[at];
      if (quote != '"' && quote != '\'') {
        words.back().text += quote;
        continue;
      }
      const auto closing = line.text.find(quote, at + 1);
      if (closing >= end) {
        diagnostics.push_back({file, line.at(at), "this quote is not closed in the marker", "add another one"});
        return words;
      }
      words.back().text += line.text.substr(at + 1, closing - at - 1);
      at = closing;
    }
  }
  return words;
}

}  // namespace flowsim::publish
