// Who has seen which secret, up to a stop.
#include <fmt/core.h>

#include <algorithm>

#include "base/text.hpp"
#include "teach/panes.hpp"

namespace flowsim::teach {
namespace {

/// One line for each party: where it has seen the secret.
struct Sight {
  Participant by;
  std::string where;
  bool is_new;
};

std::vector<Sight> sights_of(const Scene& scene, const SecretRecord& secret) {
  std::vector<Sight> sights;
  for (const auto& seen : secret.seen) {
    const bool is_new = scene.holds(seen.moment);
    const auto known = std::ranges::find(sights, seen.by, &Sight::by);
    if (known == sights.end()) {
      sights.push_back({seen.by, seen.where, is_new});
    } else {
      known->where += ", " + seen.where;
      known->is_new |= is_new;
    }
  }
  return sights;
}

bool is_attackers(Participant participant) {
  return participant == Participant::attacker || participant == Participant::attacker_browser;
}

}  // namespace

void write_secrets_pane(Page& page, const Scene& scene) {
  if (scene.so_far.secrets.empty()) page.say("", "nobody has seen a secret yet", Ink::faint);
  for (const auto& secret : scene.so_far.secrets) {
    auto name = fmt::format("{} of the {}", secret.name, name_of(secret.owner));
    if (secret.premise) name += ", known to the attacker from the start of the story";
    page.say("", name, Ink::strong);
    for (const auto& sight : sights_of(scene, secret)) {
      const bool stolen = is_attackers(sight.by) && secret.owner == Participant::user;
      page.say(sight.is_new ? page.sign(Sign::seen) : "  ",
               fmt::format("{}  {}{}", padded_to(name_of(sight.by), 16), sight.where, stolen ? "  (stolen)" : ""),
               stolen ? Ink::bad : Ink::plain);
    }
  }
}

}  // namespace flowsim::teach
