// Workflow commands of GitHub Actions.
#include "cli/annotation.hpp"

#include <fmt/core.h>

#include <ostream>
#include <string_view>

namespace flowsim::cli {
namespace {

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char character : text) {
    if (special.find(character) != std::string_view::npos)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(character));
    else
      out += character;
  }
  return out;
}

std::string property(std::string_view text) { return escaped(text, "%\r\n:,"); }

}  // namespace

void print_annotation(const std::string& file, const SourcePosition& position, const std::string& title,
                      const std::string& message, std::ostream& out) {
  out << "::error file=" << property(file);
  if (position.line > 0) out << ",line=" << position.line;
  if (position.column > 0) out << ",col=" << position.column;
  const auto text = std::string_view(message).substr(0, message.size() - (message.ends_with('\n') ? 1 : 0));
  out << ",title=" << property(title) << "::" << escaped(text, "%\r\n") << "\n";
}

}  // namespace flowsim::cli
