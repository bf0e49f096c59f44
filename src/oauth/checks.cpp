// Joins the tables of the checks, which stand in one file for each context under `checks/`.
#include "oauth/checks.hpp"

#include <algorithm>

namespace flowsim::oauth {
namespace {

template <class Context>
void append(std::vector<Check>& all, std::span<const CheckRow<Context>> rows) {
  for (const auto& row : rows)
    if (std::ranges::find(all, row.check.name, &Check::name) == all.end()) all.push_back(row.check);
}

std::vector<Check> collect() {
  std::vector<Check> all;
  append(all, authorization_request_checks());
  append(all, metadata_checks());
  append(all, prompt_checks());
  append(all, sign_in_page_checks());
  append(all, sign_in_checks());
  append(all, consent_checks());
  append(all, response_checks());
  append(all, id_token_checks());
  append(all, userinfo_checks());
  append(all, resource_request_checks());
  append(all, access_token_checks());
  return all;
}

}  // namespace

std::span<const Check> all_checks() {
  static const std::vector<Check> all = collect();
  return all;
}

const Check* check_named(std::string_view name) {
  const auto all = all_checks();
  const auto row = std::ranges::find(all, name, &Check::name);
  return row == all.end() ? nullptr : &*row;
}

std::string_view clause_of(std::string_view check) {
  const auto* row = check_named(check);
  return row == nullptr ? std::string_view{} : row->clause;
}

}  // namespace flowsim::oauth
