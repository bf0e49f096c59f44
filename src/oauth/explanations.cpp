// Puts the parts of the table together, and makes sentences of its rows.
#include "oauth/explanations.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "oauth/explanations/parts.hpp"

namespace flowsim::oauth {
namespace {

std::vector<CheckExplanation> collect() {
  using namespace explanations;
  std::vector<CheckExplanation> all;
  for (const auto part : {authorization_request(), metadata(), sign_in(), response(), id_token(), resource()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

const std::vector<CheckExplanation>& check_explanations() {
  static const std::vector<CheckExplanation> all = collect();
  return all;
}

const CheckExplanation* explanation_of(std::string_view check) {
  const auto& all = check_explanations();
  const auto row = std::ranges::find(all, check, &CheckExplanation::check);
  return row == all.end() ? nullptr : &*row;
}

std::string advice_on_failure(std::string_view check) {
  const auto* row = explanation_of(check);
  return row == nullptr ? std::string() : fmt::format("Likely cause: {}. Fix: {}.", row->cause, row->fix);
}

std::string advice_on_switching_off(std::string_view check) {
  const auto* row = explanation_of(check);
  return row == nullptr ? std::string() : fmt::format("What it is for: {}.", row->protects);
}

}  // namespace flowsim::oauth
