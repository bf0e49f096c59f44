// Turns the data files of the catalogue into constant tables: `flowsim_words_generator OUTPUT FOLDER…`, a folder a
// language.
#include <fmt/core.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "words/data_file.hpp"

namespace flowsim::words {
namespace {

constexpr std::size_t largest_file = 4U << 20U;

/// Collects all texts in one, each once.
class Blob {
 public:
  std::size_t place_of(const std::string& text) {
    const auto [known, is_new] = places_.emplace(text, all_.size());
    if (is_new) all_ += text;
    return known->second;
  }
  const std::string& text() const { return all_; }

 private:
  std::string all_;
  std::map<std::string, std::size_t> places_;
};

/// One row of the table of values.
struct Row {
  std::string id, text;
  std::size_t end;  ///< the row behind the last of its own values
};

void flatten(const DataNode& node, const std::string& above, std::vector<Row>& rows) {
  const auto id = above.empty() ? node.name : above + "." + node.name;
  const auto at = rows.size();
  rows.push_back({id, node.text, 0});
  for (const auto& value : node.values) flatten(value, id, rows);
  rows[at].end = rows.size();
}

/// Numbers of rows in the order of their ids.
std::vector<std::size_t> by_id(const std::vector<Row>& rows, std::size_t first) {
  std::vector<std::size_t> order;
  for (auto row = first; row < rows.size(); ++row) order.push_back(row);
  std::ranges::sort(order, {}, [&](std::size_t row) -> const std::string& { return rows[row].id; });
  return order;
}

/// The text as string literals of a line each.
std::string literals(std::string_view text) {
  std::string out = "    \"";
  std::size_t column = 0;
  for (const char byte : text) {
    const bool starts_a_character = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (++column >= 110 && starts_a_character) {
      out += "\"\n    \"";
      column = 0;
    }
    if (byte == '"' || byte == '\\') out += '\\';
    out += byte;
  }
  return out + "\"";
}

struct Language {
  std::string name;
  std::size_t first, end;
};

void write(const std::vector<Language>& languages, const std::vector<Row>& rows, std::ostream& out) {
  Blob blob;
  fmt::print(out,
             "// Made by flowsim_words_generator.\n#include \"words/catalogue.hpp\"\n\n"
             "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\nnamespace flowsim::words {{\n\n"
             "const CatalogueRow catalogue_rows[] = {{\n");
  for (const auto& row : rows) {
    const auto id = blob.place_of(row.id), text = blob.place_of(row.text);
    fmt::print(out, "    {{{}, {}, {}, {}, {}}},\n", id, row.id.size(), text, row.text.size(), row.end);
  }
  fmt::print(out, "}};\n\nconst std::uint32_t catalogue_order[] = {{\n");
  for (const auto& language : languages)
    for (const auto row :
         by_id({rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(language.end)}, language.first))
      fmt::print(out, "    {},\n", row);
  fmt::print(out, "}};\n\nconst CatalogueLanguage catalogue_languages[] = {{\n");
  for (const auto& [name, first, end] : languages)
    fmt::print(out, "    {{{}, {}, {}, {}}},\n", blob.place_of(name), name.size(), first, end);
  fmt::print(out, "}};\nconst std::size_t catalogue_language_count = {};\n\nconst char catalogue_text[] =\n{};\n\n",
             languages.size(), literals(blob.text()));
  fmt::print(out, "}}  // namespace flowsim::words\n");
}

/// The data files of a folder, in the order of their names.
std::vector<std::string> files_of(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

bool read_file_into(const std::string& file, DataNode& root) {
  const auto content = read_file(file, largest_file);
  if (const auto* problem = std::get_if<FileProblem>(&content)) {
    fmt::print(std::cerr, "{}: error: {}\n", file, problem->message);
    return false;
  }
  Diagnostics diagnostics;
  read_data_file(std::get<std::string>(content), file, root, diagnostics);
  fmt::print(std::cerr, "{}", render(diagnostics, std::get<std::string>(content)));
  return diagnostics.empty();
}

int generate(const std::string& output, const std::vector<std::string>& folders) {
  std::vector<Language> languages;
  std::vector<Row> rows;
  bool well = true;
  for (const auto& folder : folders) {
    DataNode root;
    for (const auto& file : files_of(folder)) well = read_file_into(file, root) && well;
    const auto first = rows.size();
    for (const auto& value : root.values) flatten(value, "", rows);
    languages.push_back({std::filesystem::path(folder).filename().string(), first, rows.size()});
  }
  if (!well) return 1;
  const auto problem = write_file(output, [&](std::ostream& out) { write(languages, rows, out); });
  if (problem) fmt::print(std::cerr, "{}: {}\n", output, *problem);
  return problem ? 1 : 0;
}

}  // namespace
}  // namespace flowsim::words

int main(int count, char** arguments) {
  if (count < 3) return 2;
  return flowsim::words::generate(arguments[1], {arguments + 2, arguments + count});
}
