// The table of the participants' names.
#include "wire/participant.hpp"

#include <algorithm>

namespace flowsim::wire {
namespace {

struct Row {
  Participant participant;
  std::string_view name, display_name;
};

constexpr Row rows[] = {
    {Participant::user, "user", "Resource Owner (User)"},
    {Participant::browser, "browser", "Browser"},
    {Participant::client, "client", "Client"},
    {Participant::okta, "okta", "Authorization Server (Okta)"},
    {Participant::app, "app", "Resource Server (Your App)"},
    {Participant::attacker, "attacker", "Attacker"},
    {Participant::attacker_browser, "attacker_browser", "Attacker's browser"},
};

static_assert(std::ranges::equal(rows, all_participants, {}, &Row::participant), "a row for each, in their order");

const Row& row_of(Participant participant) { return rows[static_cast<std::size_t>(participant)]; }

}  // namespace

std::string_view name_of(Participant participant) { return row_of(participant).name; }

std::string_view display_name(Participant participant) { return row_of(participant).display_name; }

std::optional<Participant> participant_named(std::string_view name) {
  const auto* row = std::ranges::find(rows, name, &Row::name);
  if (row == std::end(rows)) return {};
  return row->participant;
}

}  // namespace flowsim::wire
