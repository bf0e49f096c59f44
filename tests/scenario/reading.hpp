// Reads a scenario text in a test and shows its diagnostics as one text.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "scenario/scenario.hpp"

namespace flowsim::testing_support {
using namespace scenario;

/// One line a diagnostic: `line:column: message | hint`, without the bar where there is no hint.
inline std::string listed(const Diagnostics& diagnostics) {
  std::string lines;
  for (const auto& diagnostic : diagnostics) {
    lines += std::to_string(diagnostic.position.line) + ":" + std::to_string(diagnostic.position.column) + ": " +
             diagnostic.message;
    if (!diagnostic.hint.empty()) lines += " | " + diagnostic.hint;
    lines += "\n";
  }
  return lines;
}

inline std::string diagnostics_of(std::string_view text) {
  Diagnostics diagnostics;
  const auto scenario = read_scenario(text, "test.yaml", diagnostics);
  EXPECT_EQ(scenario.has_value(), diagnostics.empty());
  return listed(diagnostics);
}

/// The scenario of a text that must be right.
inline Scenario scenario_of(std::string_view text) {
  Diagnostics diagnostics;
  auto scenario = read_scenario(text, "test.yaml", diagnostics);
  EXPECT_EQ(listed(diagnostics), "");
  return scenario.value_or(Scenario{});
}

}  // namespace flowsim::testing_support
