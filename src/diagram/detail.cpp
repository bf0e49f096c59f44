// The names of the zoom levels.
#include "diagram/detail.hpp"

namespace flowsim::diagram {

std::string_view name_of(Detail detail) {
  static constexpr std::array<std::string_view, all_details.size()> names{"overview", "messages", "wire"};
  return names[static_cast<std::size_t>(detail)];
}

std::optional<Detail> detail_named(std::string_view name) {
  for (const auto detail : all_details)
    if (name_of(detail) == name) return detail;
  return {};
}

}  // namespace flowsim::diagram
