// Reads the catalogue's table of parameters and claims.
#include "diagram/parameter_meanings.hpp"

#include <fmt/core.h>

#include "words/catalogue.hpp"

namespace flowsim::diagram {

const std::vector<ParameterMeaning>& parameter_meanings() {
  static const auto all = [] {
    std::vector<ParameterMeaning> rows;
    for (const auto& place : entries_of("parameters"))
      for (const auto& row : entries_of(fmt::format("{}.names", place.id)))
        rows.push_back({row.name(), place["where"], row["meaning"], row["clause"]});
    return rows;
  }();
  return all;
}

std::string_view meaning_of_parameter(std::string_view kind, std::string_view name) {
  return sentence_of(fmt::format("parameters.{}.names.{}.meaning", kind, name));
}

}  // namespace flowsim::diagram
