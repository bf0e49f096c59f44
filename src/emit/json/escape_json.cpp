// Keeps an HTML parser from finding the end of a script in what the script holds (HTML, §4.12.1.3).
#include "emit/escape.hpp"

namespace flowsim::emit {

std::string escape_json_in_html(std::string_view json) {
  constexpr std::string_view separators = "\xE2\x80";  // the first two bytes of U+2028 and U+2029
  std::string escaped;
  escaped.reserve(json.size());
  for (std::size_t at = 0; at < json.size(); ++at) {
    switch (json[at]) {
      case '<':
        escaped += "\\u003C";
        break;
      case '>':
        escaped += "\\u003E";
        break;
      case '&':
        escaped += "\\u0026";
        break;
      default:
        if (const auto here = json.substr(at, 3); here == "\u2028" || here == "\u2029") {
          escaped += here == "\u2028" ? "\\u2028" : "\\u2029";
          at += separators.size();
        } else {
          escaped += json[at];
        }
    }
  }
  return escaped;
}

}  // namespace flowsim::emit
