// The three ways to print a table.
#include "emit/table.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <ostream>

#include "base/text.hpp"

namespace flowsim::emit {
namespace {

void print_aligned(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths, std::ostream& out) {
  std::string line;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    line += cells[column];
    if (column + 1 < cells.size()) line.append(widths[column] - display_width(cells[column]) + 2, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << "\n";
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (const char character : text) {
    if (std::string_view("\\`*_{}[]<>#|&!~").find(character) != std::string_view::npos) escaped += '\\';
    escaped += character;
  }
  return escaped;
}

void print_text(const Table& table, std::ostream& out) {
  std::vector<std::size_t> widths;
  for (const auto& name : table.columns) widths.push_back(display_width(name));
  for (const auto& row : table.rows)
    for (std::size_t column = 0; column < row.size(); ++column)
      widths[column] = std::max(widths[column], display_width(row[column]));
  print_aligned(table.columns, widths, out);
  for (const auto& row : table.rows) print_aligned(row, widths, out);
}

void print_json(const Table& table, std::ostream& out) {
  out << "[";
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    out << (row == 0 ? "\n  {" : ",\n  {");
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      out << (column == 0 ? "" : ", ") << boost::json::serialize(boost::json::string(table.columns[column])) << ": "
          << boost::json::serialize(boost::json::string(table.rows[row][column]));
    out << "}";
  }
  out << "\n]\n";
}

void print_markdown(const Table& table, std::ostream& out) {
  const auto print = [&out](const std::vector<std::string>& cells) {
    out << "|";
    for (const auto& cell : cells) out << " " << markdown_text(cell) << " |";
    out << "\n";
  };
  print(table.columns);
  out << "|";
  for (std::size_t column = 0; column < table.columns.size(); ++column) out << " --- |";
  out << "\n";
  for (const auto& row : table.rows) print(row);
}

const std::vector<TableFormat>& table_formats() {
  static const std::vector<TableFormat> formats{
      {"text", print_text}, {"json", print_json}, {"markdown", print_markdown}};
  return formats;
}

}  // namespace flowsim::emit
