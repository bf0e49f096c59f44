// The greedy algorithm of Myers (1986), between what two texts have in common at their ends.
#include "publish/unified_diff.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <vector>

namespace flowsim::publish {
namespace {

constexpr int most_changes = 2000;
constexpr int most_work = 20'000'000;  ///< comparisons of lines, about
constexpr int around = 3;

using Lines = std::vector<std::string_view>;  // each with its newline

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto length = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

/// A stretch of lines: `removed` of the old ones from `before` on give way to `added` of the new ones from `after` on.
struct Change {
  int before = 0, removed = 0, after = 0, added = 0;
};

/// Finds the shortest script that makes one run of lines of another.
class Comparison {
 public:
  Comparison(std::span<const std::string_view> before, std::span<const std::string_view> after)
      : before_(before),
        after_(after),
        old_size_(static_cast<int>(before.size())),
        new_size_(static_cast<int>(after.size())) {}

  std::vector<Change> changes() {
    if (old_size_ == 0 && new_size_ == 0) return {};
    const int limit = std::clamp(most_work / (old_size_ + new_size_), 16, most_changes);
    for (int cost = 0; cost <= limit; ++cost)
      if (reaches_end(cost)) return script(cost);
    return {{0, old_size_, 0, new_size_}};
  }

 private:
  /// Of the furthest places at that cost, on the diagonals -cost, -cost + 2, …, cost; remembers them.
  bool reaches_end(int cost) {
    std::vector<int> reached(static_cast<std::size_t>(cost) + 1);
    bool at_end = false;
    for (int diagonal = -cost; diagonal <= cost; diagonal += 2) {
      int x = cost == 0 ? 0 : start(cost, diagonal);
      while (x < old_size_ && x - diagonal < new_size_ && x - diagonal >= 0 && same(x, x - diagonal)) ++x;
      reached[static_cast<std::size_t>((diagonal + cost) / 2)] = x;
      at_end = at_end || (x >= old_size_ && x - diagonal >= new_size_);
    }
    reached_.push_back(std::move(reached));
    return at_end;
  }

  /// Where the diagonal is entered at that cost: by an added line from above, or a removed one from the left.
  int start(int cost, int diagonal) const {
    return comes_from_above(cost, diagonal) ? furthest(cost - 1, diagonal + 1) : furthest(cost - 1, diagonal - 1) + 1;
  }

  bool comes_from_above(int cost, int diagonal) const {
    return diagonal == -cost ||
           (diagonal != cost && furthest(cost - 1, diagonal - 1) < furthest(cost - 1, diagonal + 1));
  }

  int furthest(int cost, int diagonal) const {
    return reached_[static_cast<std::size_t>(cost)][static_cast<std::size_t>((diagonal + cost) / 2)];
  }

  bool same(int x, int y) const { return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)]; }

  std::vector<Change> script(int cost) const {
    std::vector<Change> changes;
    int x = old_size_, y = new_size_;
    for (; cost > 0; --cost) {
      const bool added = comes_from_above(cost, x - y);
      const int entered = start(cost, x - y);
      const Change step =
          added ? Change{entered, 0, entered - (x - y) - 1, 1} : Change{entered - 1, 1, entered - (x - y), 0};
      prepend(changes, step);
      x = step.before;
      y = step.after;
    }
    std::ranges::reverse(changes);
    return changes;
  }

  /// `changes` run from the last to the first.
  static void prepend(std::vector<Change>& changes, const Change& step) {
    const bool touches = !changes.empty() && step.before + step.removed == changes.back().before &&
                         step.after + step.added == changes.back().after;
    if (!touches) return changes.push_back(step);
    auto& next = changes.back();
    next = {step.before, step.removed + next.removed, step.after, step.added + next.added};
  }

  std::span<const std::string_view> before_, after_;
  int old_size_, new_size_;
  std::vector<std::vector<int>> reached_;
};

std::vector<Change> changes_between(const Lines& before, const Lines& after) {
  const auto shorter = static_cast<std::ptrdiff_t>(std::min(before.size(), after.size()));
  const auto head = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
  const auto tail =
      std::mismatch(before.rbegin(), before.rbegin() + (shorter - head), after.rbegin()).first - before.rbegin();
  const auto middle = [&](const Lines& lines) { return std::span(lines.begin() + head, lines.end() - tail); };
  auto changes = Comparison(middle(before), middle(after)).changes();
  for (auto& change : changes) {
    change.before += static_cast<int>(head);
    change.after += static_cast<int>(head);
  }
  return changes;
}

class Printer {
 public:
  Printer(const DiffSide& before, const DiffSide& after, const Lines& old_lines, const Lines& new_lines)
      : before_(before), after_(after), old_lines_(old_lines), new_lines_(new_lines) {}

  std::string print(std::span<const Change> changes) {
    if (!before_.name.empty() || !after_.name.empty())
      text_ = fmt::format("--- {}\n+++ {}\n", shown(before_.name), shown(after_.name));
    while (!changes.empty()) {
      std::size_t count = 1;
      while (count < changes.size() && changes[count].before - end_of(changes[count - 1]) <= 2 * around) ++count;
      hunk(changes.first(count));
      changes = changes.subspan(count);
    }
    return std::move(text_);
  }

 private:
  static int end_of(const Change& change) { return change.before + change.removed; }

  /// As `patch` takes it: in quotes where a character could end the name, with a tab behind it where it has spaces.
  static std::string shown(const std::string& name) {
    const auto is_odd = [](char letter) {
      return static_cast<unsigned char>(letter) < 32 || letter == 127 || letter == '"' || letter == '\\';
    };
    if (std::ranges::none_of(name, is_odd)) return name.find(' ') == std::string::npos ? name : name + "\t";
    std::string quoted = "\"";
    for (const char letter : name)
      quoted += is_odd(letter) ? fmt::format("\\{:03o}", static_cast<unsigned char>(letter)) : std::string(1, letter);
    return quoted + "\"";
  }

  void hunk(std::span<const Change> changes) {
    const auto& first = changes.front();
    const int lead = std::min(around, first.before);
    const int trail = std::min(around, static_cast<int>(old_lines_.size()) - end_of(changes.back()));
    const int old_start = first.before - lead, new_start = first.after - lead;
    const int old_count = end_of(changes.back()) + trail - old_start;
    const int new_count = changes.back().after + changes.back().added + trail - new_start;
    fmt::format_to(std::back_inserter(text_), "@@ -{} +{} @@\n", range(before_, old_start, old_count),
                   range(after_, new_start, new_count));
    int at = old_start;
    for (const auto& change : changes) {
      lines(' ', old_lines_, at, change.before - at);
      lines('-', old_lines_, change.before, change.removed);
      lines('+', new_lines_, change.after, change.added);
      at = end_of(change);
    }
    lines(' ', old_lines_, at, trail);
  }

  /// An empty range is named by the line before it.
  static std::string range(const DiffSide& side, int start, int count) {
    return fmt::format("{},{}", side.first_line + start - (count == 0 ? 1 : 0), count);
  }

  void lines(char mark, const Lines& from, int start, int count) {
    for (int at = start; at < start + count; ++at) {
      const auto line = from[static_cast<std::size_t>(at)];
      text_.append(1, mark).append(line);
      if (!line.ends_with('\n')) text_ += "\n\\ No newline at end of file\n";
    }
  }

  const DiffSide &before_, &after_;
  const Lines &old_lines_, &new_lines_;
  std::string text_;
};

}  // namespace

std::string unified_diff(const DiffSide& before, const DiffSide& after) {
  if (before.text == after.text) return {};
  const auto old_lines = lines_of(before.text), new_lines = lines_of(after.text);
  return Printer(before, after, old_lines, new_lines).print(changes_between(old_lines, new_lines));
}

}  // namespace flowsim::publish
