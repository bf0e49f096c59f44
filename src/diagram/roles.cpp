// The table of roles.
#include "diagram/roles.hpp"

#include <algorithm>
#include <cstddef>

#include "base/text.hpp"

namespace flowsim::diagram {
namespace {

struct Row {
  Participant participant;
  std::string_view role;
};

constexpr Row rows[] = {
    {Participant::user, "Resource owner"},         {Participant::browser, "User agent"},
    {Participant::client, "Public client"},        {Participant::okta, "Authorization server"},
    {Participant::app, "Resource server"},         {Participant::attacker, "Adversary"},
    {Participant::attacker_browser, "User agent"},
};

static_assert(std::ranges::equal(rows, all_participants, {}, &Row::participant), "a row for each, in their order");

}  // namespace

std::string_view role_of(Participant participant) { return rows[static_cast<std::size_t>(participant)].role; }

std::string name_beside_role(std::string_view name, std::string_view role) {
  const auto begin = role.size() + 2;
  const bool says_role = name.size() > begin && name.ends_with(')') && name.substr(role.size()).starts_with(" (") &&
                         equal_ignoring_case(name.substr(0, role.size()), role);
  return std::string(says_role ? name.substr(begin, name.size() - begin - 1) : name);
}

}  // namespace flowsim::diagram
