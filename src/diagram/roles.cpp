// Names and roles of the participants.
#include "diagram/roles.hpp"

#include <cstddef>
#include <vector>

#include "base/text.hpp"
#include "words/catalogue.hpp"

namespace flowsim::diagram {
namespace {

/// The field of each participant, looked up once.
std::vector<std::string_view> all_of(std::string_view field) {
  std::vector<std::string_view> texts;
  for (const auto participant : all_participants)
    texts.push_back(sentence_of("participants", name_of(participant), field));
  return texts;
}

}  // namespace

std::string_view display_name(Participant participant) {
  static const auto names = all_of("name");
  return names[static_cast<std::size_t>(participant)];
}

std::string_view role_of(Participant participant) {
  static const auto roles = all_of("role");
  return roles[static_cast<std::size_t>(participant)];
}

std::string name_beside_role(std::string_view name, std::string_view role) {
  const auto begin = role.size() + 2;
  const bool says_role = name.size() > begin && name.ends_with(')') && name.substr(role.size()).starts_with(" (") &&
                         equal_ignoring_case(name.substr(0, role.size()), role);
  return std::string(says_role ? name.substr(begin, name.size() - begin - 1) : name);
}

}  // namespace flowsim::diagram
