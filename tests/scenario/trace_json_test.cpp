// Every scenario's trace goes to JSON and comes back the same; each of its phrases can be said.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <variant>

#include "base/file.hpp"
#include "scenario/run.hpp"
#include "trace/json.hpp"
#include "words/say.hpp"

namespace flowsim::scenario {
namespace {

const std::filesystem::path scenarios = std::filesystem::path(FLOWSIM_SOURCE_DIR) / "scenarios";

std::vector<std::string> scenario_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(scenarios))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().lexically_relative(scenarios).string());
  std::ranges::sort(files);
  return files;
}

class ScenarioTrace : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const auto content = read_file((scenarios / GetParam()).string(), 1024 * 1024);
    ASSERT_TRUE(std::holds_alternative<std::string>(content));
    Diagnostics diagnostics;
    auto read = read_scenario(std::get<std::string>(content), GetParam(), diagnostics);
    ASSERT_TRUE(read.has_value());
    scenario = *std::move(read);
  }

  void expect_to_come_back(const Trace& trace) {
    std::ostringstream out;
    write_json(trace, out);
    std::string why;
    const auto back = read_json(out.str(), &why, words::can_say);  // so no record holds a sentence of its own
    ASSERT_TRUE(back.has_value()) << why;
    EXPECT_TRUE(*back == trace);
    std::ostringstream again;
    write_json(*back, again);
    EXPECT_TRUE(again.str() == out.str());
    for (const auto& end : back->final_states)
      EXPECT_TRUE(end.explanation.empty() || words::can_say({end.explanation, {}})) << end.explanation;
  }

  Scenario scenario;
};

TEST_P(ScenarioTrace, ComesBackFromJson) {
  const auto trace = run_scenario(scenario);
  EXPECT_FALSE(trace.messages.empty());
  expect_to_come_back(trace);
}

TEST_P(ScenarioTrace, ComesBackFromJsonWhereverItIsStopped) {
  SignatureMemory memory;
  for (int until = 1; until <= 6; ++until)
    expect_to_come_back(run_scenario(scenario, {.seed = {}, .until = until, .memory = &memory}));
}

INSTANTIATE_TEST_SUITE_P(Scenarios, ScenarioTrace, testing::ValuesIn(scenario_files()), [](const auto& test) {
  auto name = test.param.substr(0, test.param.rfind('.'));
  std::ranges::replace_if(
      name, [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
});

TEST(Scenarios, AreThere) { EXPECT_GE(scenario_files().size(), 17u); }

}  // namespace
}  // namespace flowsim::scenario
