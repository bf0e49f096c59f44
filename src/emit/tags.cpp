// Goes from place to place and copies what lies between.
#include "emit/tags.hpp"

#include <charconv>
#include <iterator>

#include "emit/escape.hpp"

namespace flowsim::emit {

void TagValue::append_to(std::string& out) const {
  char digits[24];
  switch (kind_) {
    case Kind::literal:
      out += text_;
      break;
    case Kind::escaped:
      append_escaped_svg(out, text_);
      break;
    case Kind::number:
      out.append(digits, std::to_chars(digits, std::end(digits), number_).ptr);
      break;
    case Kind::natural:
      out.append(digits, std::to_chars(digits, std::end(digits), natural_).ptr);
      break;
  }
}

void append_tags(std::string& out, std::string_view tags, std::span<const TagValue> values) {
  std::size_t next = 0;
  for (auto place = tags.find('{'); place != std::string_view::npos; place = tags.find('{')) {
    out.append(tags, 0, place);
    const bool is_numbered = tags[place + 1] != '}';
    values[is_numbered ? static_cast<std::size_t>(tags[place + 1] - '0') : next++].append_to(out);
    tags.remove_prefix(place + (is_numbered ? 3 : 2));
  }
  out += tags;
}

}  // namespace flowsim::emit
