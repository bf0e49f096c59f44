// Looking parameters up, and changing them, without losing their order.
#include "wire/parameters.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace flowsim::wire {

Parameters::Parameters(std::initializer_list<Given> items) {
  items_.reserve(items.size());
  for (const auto& [name, value, place] : items) items_.push_back({std::string(name), std::string(value), place});
}

std::optional<std::string_view> Parameters::find(std::string_view name) const {
  const auto item = std::ranges::find(items_, name, &Parameter::name);
  if (item == items_.end()) return {};
  return item->value;
}

std::optional<std::string_view> Parameters::value(std::string_view name) const {
  const auto found = find(name);
  if (!found || found->empty()) return {};
  return found;
}

std::optional<std::string_view> Parameters::value(std::string_view name, Place place) const {
  const auto found = std::ranges::find_if(
      items_, [&](const Parameter& item) { return item.name == name && item.place == place && !item.value.empty(); });
  if (found == items_.end()) return {};
  return found->value;
}

std::size_t Parameters::count(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::count(items_, name, &Parameter::name));
}

std::optional<std::string_view> Parameters::first_repeated() const {
  constexpr std::size_t few = 24;  // up to here comparing each with each is faster than hashing
  if (items_.size() <= few) {
    for (auto item = items_.begin(); item != items_.end(); ++item)
      if (std::ranges::find(item + 1, items_.end(), item->name, &Parameter::name) != items_.end()) return item->name;
    return {};
  }
  std::unordered_set<std::string_view> later;
  std::optional<std::string_view> repeated;
  for (auto item = items_.rbegin(); item != items_.rend(); ++item)
    if (!later.insert(item->name).second) repeated = item->name;
  return repeated;
}

void Parameters::add(std::string name, std::string value, Place place) {
  if (items_.capacity() == 0) items_.reserve(4);  // most lists are short, and few have one item only
  items_.push_back({std::move(name), std::move(value), place});
}

void Parameters::set(std::string_view name, std::string value) {
  const auto item = std::ranges::find(items_, name, &Parameter::name);
  if (item != items_.end())
    item->value = std::move(value);
  else
    add(std::string(name), std::move(value));
}

void Parameters::remove(std::string_view name) {
  std::erase_if(items_, [name](const Parameter& item) { return item.name == name; });
}

}  // namespace flowsim::wire
