// Turns the data files of the catalogue into a table. Called as `words_generator OUTPUT INPUT…`.
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

using Sentences = std::map<std::string, std::string>;

/// Names of nested maps become one id with dots between them.
void gather(const YAML::Node& node, const std::string& id, Sentences& sentences) {
  if (node.IsMap()) {
    for (const auto& member : node)
      gather(member.second, id.empty() ? member.first.Scalar() : id + "." + member.first.Scalar(), sentences);
    return;
  }
  if (!node.IsScalar()) throw std::runtime_error(id + " is no sentence");
  if (!sentences.emplace(id, node.Scalar()).second) throw std::runtime_error(id + " stands twice");
}

/// The text as the inside of a string literal.
std::string literal(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') out += '\\';
    if (byte == '\n')
      out += "\\n";
    else
      out += byte;
  }
  return out;
}

void write(const Sentences& sentences, std::ostream& out) {
  out << "// Made by words_generator.\n#include \"words/catalogue.hpp\"\n\nnamespace flowsim::words {\n"
         "namespace {\n\nconstexpr Position positions[] = {\n";
  std::size_t at = 0;
  for (const auto& [id, text] : sentences) {
    const auto middle = at + id.size();
    out << "    {" << at << ", " << middle << ", " << middle + text.size() << "},\n";
    at = middle + text.size();
  }
  out << "};\n\nconstexpr char all[] =\n";
  for (const auto& [id, text] : sentences) out << "    \"" << literal(id) << "\" \"" << literal(text) << "\"\n";
  out << "    ;\n\n}  // namespace\n\nconst char* const catalogue_text = all;\n"
         "const std::span<const Position> catalogue_positions = positions;\n\n}  // namespace flowsim::words\n";
}

}  // namespace

int main(int count, char** arguments) try {
  Sentences sentences;
  for (int file = 2; file < count; ++file) gather(YAML::LoadFile(arguments[file]), "", sentences);
  std::ofstream out(arguments[1]);
  write(sentences, out);
  return out.flush() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "words_generator: " << error.what() << "\n";
  return 1;
}
