// Gathers what is wrong in one text by byte offset, and hands it out in the text's order with lines and columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace flowsim::scenario {

/// What is wrong in one text. The text must outlive it.
class Problems {
 public:
  /// More than these are counted, not listed.
  static constexpr std::size_t listed_at_most = 100;

  explicit Problems(std::string_view text);

  std::string_view text() const { return text_; }

  /// Something is wrong at this byte. An offset behind the last visible character means the place just behind it.
  void add(std::size_t offset, std::string message, std::string hint = {});

  /// Something is wrong with the text as a whole.
  void add_whole(std::string message, std::string hint = {});

  bool empty() const { return items_.empty(); }

  /// Forgets all that was added.
  void clear() { items_.clear(); }

  /// The line of a byte, counted from 1.
  int line_of(std::size_t offset) const;

  /// Every problem as a diagnostic, in the order of the text, the same problem at the same place once. Where there are
  /// more than `listed_at_most`, one last diagnostic says how many more.
  void report(const std::string& file, Diagnostics& diagnostics);

 private:
  struct Item {
    bool whole;
    std::size_t offset;
    std::string message, hint;
    bool operator==(const Item&) const = default;
  };

  SourcePosition position_of(const Item& item) const;

  std::string_view text_;
  std::size_t visible_end_;
  std::vector<std::size_t> line_starts_;
  std::vector<Item> items_;
};

/// The text in double quotes as a message shows it: control characters made visible, long texts cut.
std::string quoted(std::string_view text);

/// As `quoted`, without the quotes: for values that stand in the file without quotes.
std::string excerpt(std::string_view text);

}  // namespace flowsim::scenario
