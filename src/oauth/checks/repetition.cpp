// Rules about parameters that occur more than once.
#include "oauth/checks/repetition.hpp"

#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

std::string times_text(std::string_view name, std::size_t times) {
  return shown_value(name) + (times == 1 ? " once" : " " + std::to_string(times) + " times");
}

}  // namespace

Finding occurs_at_most_once(const Parameters& parameters, std::string_view name) {
  const auto times = parameters.count(name);
  if (times == 0) return not_applicable(std::string(name) + " absent");
  return holds_if(times == 1, times_text(name, 1), times_text(name, times));
}

Finding repeats_no_parameter(const Parameters& parameters) {
  const auto repeated = parameters.first_repeated();
  return holds_if(!repeated, "every parameter at most once",
                  repeated ? times_text(*repeated, parameters.count(*repeated)) : "none repeated");
}

}  // namespace flowsim::oauth
