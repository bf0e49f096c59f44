// The table of the participants' names.
#include "wire/participant.hpp"

#include <algorithm>

namespace flowsim::wire {
namespace {

struct Row {
  Participant participant;
  std::string_view name;
};

constexpr Row rows[] = {
    {Participant::user, "user"},
    {Participant::browser, "browser"},
    {Participant::client, "client"},
    {Participant::okta, "okta"},
    {Participant::app, "app"},
    {Participant::attacker, "attacker"},
    {Participant::attacker_browser, "attacker_browser"},
};

static_assert(std::ranges::equal(rows, all_participants, {}, &Row::participant), "a row for each, in their order");

}  // namespace

std::string_view name_of(Participant participant) { return rows[static_cast<std::size_t>(participant)].name; }

std::optional<Participant> participant_named(std::string_view name) {
  const auto* row = std::ranges::find(rows, name, &Row::name);
  if (row == std::end(rows)) return {};
  return row->participant;
}

}  // namespace flowsim::wire
