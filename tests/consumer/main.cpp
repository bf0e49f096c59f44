// Runs the scenario in the file named first and prints how it ended.
#include <fstream>
#include <iostream>
#include <iterator>

#include "scenario/run.hpp"
#include "scenario/scenario.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  flowsim::base::Diagnostics diagnostics;
  const auto scenario = flowsim::scenario::read_scenario(text, argv[1], diagnostics);
  if (!scenario) return 1;
  const auto trace = flowsim::scenario::run_scenario(*scenario, {});
  if (!trace.outcome) return 1;
  std::cout << flowsim::trace::name_of(trace.outcome->kind) << "\n";
  // What a conversion loses is a warning here, and the consumer's business.
  const int messages = trace.messages.size();
  return messages > 0 ? 0 : 1;
}
