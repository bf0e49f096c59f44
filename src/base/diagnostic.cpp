// Shows a diagnostic the way compilers do, whatever the file holds.
#include "base/diagnostic.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace flowsim::base {
namespace {

constexpr std::size_t widest_line = 160;
constexpr std::size_t tab_columns = 8;
constexpr std::string_view indentation = "  ";

// Finds places in the source, going on from the last one where the next lies behind it.
class Reader {
 public:
  explicit Reader(std::string_view source) : rest_(source), source_(source) { take_line(); }

  // The line without its end; nothing where the source has fewer lines.
  std::optional<std::string_view> line(int number) {
    if (number < number_) *this = Reader(source_);
    while (number_ < number && more_) {
      take_line();
      ++number_;
    }
    if (number_ < number) return {};
    return line_;
  }

  // The byte of the line just found at which the column stands; its end where it has fewer columns.
  std::size_t offset(int column) {
    if (column < column_) {
      column_ = 1;
      offset_ = 0;
    }
    for (; column_ < column && offset_ < line_.size(); ++column_) offset_ += code_point_at(line_, offset_).length;
    return offset_;
  }

 private:
  void take_line() {
    const auto end = rest_.find('\n');
    more_ = end != std::string_view::npos;
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(more_ ? end + 1 : rest_.size());
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    column_ = 1;
    offset_ = 0;
  }

  std::string_view rest_, source_, line_;
  bool more_ = true;
  int number_ = 1, column_ = 1;
  std::size_t offset_ = 0;
};

// One character of a line as it is shown. Tabs stay, so that the caret below lines up wherever they stop.
struct Cell {
  std::size_t bytes, columns;
  std::string shown;
};

Cell cell_at(std::string_view line, std::size_t at) {
  if (line[at] == '\t') return {1, tab_columns, "\t"};
  const auto bytes = code_point_at(line, at).length;
  auto shown = visible(line.substr(at, bytes));
  const auto columns = display_width(shown);
  return {bytes, columns, std::move(shown)};
}

// Where the character before byte `at` starts.
std::size_t before(std::string_view line, std::size_t at) {
  for (std::size_t length = 2; length <= std::min<std::size_t>(4, at); ++length)
    if (code_point_at(line, at - length).length == length) return at - length;
  return at - 1;
}

// A stretch of a line between a place and `byte`.
struct Reach {
  std::size_t byte, columns;
};

Reach reach_back(std::string_view line, std::size_t place, std::size_t limit) {
  Reach reach{place, 0};
  while (reach.byte > 0) {
    const auto start = before(line, reach.byte);
    const auto columns = cell_at(line, start).columns;
    if (reach.columns + columns > limit) break;
    reach = {start, reach.columns + columns};
  }
  return reach;
}

Reach reach_on(std::string_view line, std::size_t place, std::size_t limit) {
  Reach reach{place, 0};
  while (reach.byte < line.size()) {
    const auto cell = cell_at(line, reach.byte);
    if (reach.columns + cell.columns > limit) break;
    reach = {reach.byte + cell.bytes, reach.columns + cell.columns};
  }
  return reach;
}

// The line, or its part around the place where it is too wide, and the caret below it.
std::string excerpt(std::string_view line, std::size_t place) {
  const auto behind = reach_on(line, place, widest_line).columns;
  const auto begin = reach_back(line, place, std::max(widest_line / 2, widest_line - behind));
  const auto end = reach_on(line, place, widest_line - begin.columns);
  std::string shown(indentation), below(indentation);
  if (begin.byte > 0) {
    shown += "…";
    below += ' ';
  }
  for (auto at = begin.byte; at < end.byte;) {
    const auto cell = cell_at(line, at);
    shown += cell.shown;
    if (at < place) below += cell.shown == "\t" ? cell.shown : std::string(cell.columns, ' ');
    at += cell.bytes;
  }
  if (end.byte < line.size()) shown += "…";
  return fmt::format("{}\n{}^\n", shown, below);
}

std::string headline(const Diagnostic& diagnostic) {
  const auto& [line, column] = diagnostic.position;
  auto text = visible(diagnostic.file);
  if (line > 0) text += fmt::format(":{}", line);
  if (line > 0 && column > 0) text += fmt::format(":{}", column);
  return fmt::format("{}: error: {}\n", text, visible(diagnostic.message));
}

std::string render_with(const Diagnostic& diagnostic, Reader& reader) {
  auto text = headline(diagnostic);
  const auto& position = diagnostic.position;
  if (position.line > 0 && position.column > 0)
    if (const auto line = reader.line(position.line); line && !line->empty())
      text += excerpt(*line, reader.offset(position.column));
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", visible(diagnostic.hint));
  return text;
}

}  // namespace

std::string render(const Diagnostic& diagnostic, std::string_view source) {
  Reader reader(source);
  return render_with(diagnostic, reader);
}

std::string render(const Diagnostics& diagnostics, std::string_view source) {
  Reader reader(source);
  std::string text;
  for (const auto& diagnostic : diagnostics) text += render_with(diagnostic, reader);
  return text;
}

}  // namespace flowsim::base
