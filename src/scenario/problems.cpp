// Byte offsets become lines and columns here, once for each problem that is listed.
#include "scenario/problems.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace flowsim::scenario {

namespace {

constexpr std::size_t longest_excerpt = 60;

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

Problems::Problems(std::string_view text) : text_(text), line_starts_{0} {
  const auto last = text.find_last_not_of(" \t\r\n");
  visible_end_ = last == std::string_view::npos ? 0 : last + 1;
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    line_starts_.push_back(at + 1);
}

void Problems::add(std::size_t offset, std::string message, std::string hint) {
  items_.push_back({false, std::min(offset, visible_end_), std::move(message), std::move(hint)});
}

void Problems::add_whole(std::string message, std::string hint) {
  items_.push_back({true, 0, std::move(message), std::move(hint)});
}

int Problems::line_of(std::size_t offset) const {
  const auto next = std::ranges::upper_bound(line_starts_, offset);
  return static_cast<int>(next - line_starts_.begin());
}

SourcePosition Problems::position_of(const Item& item) const {
  if (item.whole) return {};
  const int line = line_of(item.offset);
  const auto start = line_starts_[static_cast<std::size_t>(line - 1)];
  const auto before = text_.substr(start, item.offset - start);
  const auto columns = std::ranges::count_if(before, [](char byte) { return !continues_code_point(byte); });
  return {line, static_cast<int>(columns) + 1};
}

void Problems::report(const std::string& file, Diagnostics& diagnostics) {
  std::ranges::stable_sort(items_, {}, &Item::offset);
  items_.erase(std::unique(items_.begin(), items_.end()), items_.end());
  const auto listed = std::min(items_.size(), listed_at_most);
  for (std::size_t i = 0; i < listed; ++i)
    diagnostics.push_back({file, position_of(items_[i]), items_[i].message, items_[i].hint});
  if (listed == items_.size()) return;
  diagnostics.push_back({file, position_of(items_[listed]),
                         fmt::format("{} more errors from here on are not listed", items_.size() - listed),
                         "correct the ones above first"});
}

std::string excerpt(std::string_view text) {
  if (text.size() <= longest_excerpt) return visible(text);
  auto end = longest_excerpt;
  while (end > 0 && continues_code_point(text[end])) --end;
  return visible(text.substr(0, end)) + "…";
}

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", excerpt(text)); }

}  // namespace flowsim::scenario
