// A table of texts, printed for a person, a program or a page.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::emit {

/// Rows of as many cells as there are columns.
struct Table {
  std::vector<std::string> columns;  ///< snake_case names
  std::vector<std::vector<std::string>> rows;
};

/// Aligned columns under a line of names.
void print_text(const Table& table, std::ostream& out);
/// An array with an object for each row, one row a line.
void print_json(const Table& table, std::ostream& out);
/// A Markdown table; every cell is escaped for where it stands.
void print_markdown(const Table& table, std::ostream& out);

/// The text as Markdown shows it literally, in a cell of a table or elsewhere in a line.
std::string markdown_text(std::string_view text);

/// One way to print a table.
struct TableFormat {
  std::string_view name;
  void (*print)(const Table& table, std::ostream& out);
};
const std::vector<TableFormat>& table_formats();

}  // namespace flowsim::emit
