// The table of outcomes.
#include "trace/outcome.hpp"

#include <algorithm>

namespace flowsim::trace {
namespace {

constexpr OutcomeRow outcome_rows[] = {
    {OutcomeKind::resource_served, "resource_served"},
    {OutcomeKind::signed_in, "signed_in"},
    {OutcomeKind::error_page, "error_page"},
    {OutcomeKind::authorization_error, "authorization_error"},
    {OutcomeKind::sign_in_failed, "sign_in_failed"},
    {OutcomeKind::response_rejected, "response_rejected"},
    {OutcomeKind::resource_refused, "resource_refused"},
    {OutcomeKind::timed_out, "timed_out"},
    {OutcomeKind::abandoned, "abandoned"},
    {OutcomeKind::compromised, "compromised"},
};

static_assert(std::ranges::is_sorted(outcome_rows, {}, &OutcomeRow::kind) &&
                  std::size(outcome_rows) == static_cast<std::size_t>(OutcomeKind::compromised) + 1,
              "a row for each");

}  // namespace

std::span<const OutcomeRow> outcomes() { return outcome_rows; }

std::string_view name_of(OutcomeKind kind) { return outcome_rows[static_cast<std::size_t>(kind)].name; }

std::optional<OutcomeKind> outcome_named(std::string_view name) {
  const auto* row = std::ranges::find(outcome_rows, name, &OutcomeRow::name);
  if (row == std::end(outcome_rows)) return {};
  return row->kind;
}

}  // namespace flowsim::trace
