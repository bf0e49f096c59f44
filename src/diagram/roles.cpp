// The table of roles.
#include "diagram/roles.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace flowsim {
namespace {

constexpr std::array<std::string_view, all_participants.size()> roles{
    "Resource owner",       // user
    "User agent",           // browser
    "Public client",        // client
    "Authorization server", // okta
    "Resource server",      // app
    "Adversary",            // attacker
    "User agent"};          // attacker_browser

constexpr char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::string_view role_of(Participant participant) { return roles.at(static_cast<std::size_t>(participant)); }

std::string name_beside_role(std::string_view name, std::string_view role) {
  const auto begin = role.size() + 2;
  const bool says_role = name.size() > begin && name.ends_with(')') && name.substr(role.size()).starts_with(" (") &&
                         std::ranges::equal(name.substr(0, role.size()), role, {}, lower, lower);
  return std::string(says_role ? name.substr(begin, name.size() - begin - 1) : name);
}

}  // namespace flowsim
