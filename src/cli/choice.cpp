// The validator behind every option that takes one word from a list.
#include "cli/choice.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "diagram/detail.hpp"

namespace flowsim::cli {

CLI::Validator choice(std::vector<std::string_view> names) {
  const auto shown = join(names, "|");
  return CLI::Validator(
      [names = std::move(names)](std::string& word) -> std::string {
        if (std::ranges::find(names, word) != names.end()) return {};
        if (const auto near = nearest_name(word, names))
          return "'" + word + "' is not one of the choices; did you mean '" + std::string(*near) + "'?";
        return "'" + word + "' is not one of the choices " + join(names, ", ");
      },
      shown);
}

CLI::Validator detail_choice() {
  std::vector<std::string_view> names;
  for (const auto detail : all_details) names.push_back(name_of(detail));
  return choice(std::move(names));
}

}  // namespace flowsim::cli
