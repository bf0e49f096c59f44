// What okta's configuration says, seen from one transaction.
#include "flows/implicit/okta.hpp"

namespace flowsim::flows::implicit {

const OktaSettings& OktaServer::about(std::string_view client_id, std::string_view username) {
  const bool other_client = is_attackers_client(client_id);
  const bool other_user = username == attacker.username;
  const auto& user_id = other_user ? attacker.user_id : settings.user_id;
  const bool consented = consents.contains({user_id, other_client ? attacker.client_id : settings.client_id});
  if (!other_client && !other_user && !consented) return settings;
  auto& view = views[(other_client ? 4U : 0U) + (other_user ? 2U : 0U) + (consented ? 1U : 0U)];
  if (view) return *view;
  view = std::make_unique<OktaSettings>(settings);
  if (other_client) {
    view->client_id = attacker.client_id;
    view->client_name = attacker.client_name;
    view->redirect_uris = {attacker.site + "/callback"};
  }
  if (other_user) {
    view->username = attacker.username;
    view->password = attacker.password;
    view->user_id = attacker.user_id;
    view->user_name = attacker.user_name;
    view->user_assigned = true;
    view->user_locked = false;
  }
  // What was consented to before the run was the user's consent to the honest client.
  view->consent_granted = consented || (settings.consent_granted && !other_client && !other_user);
  return *view;
}

}  // namespace flowsim::flows::implicit
