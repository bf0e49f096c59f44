// The attacker's place on the wire: its site, its own browser's pages, and what it sends into other people's flows.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "oauth/settings.hpp"
#include "sim/endpoint.hpp"

namespace flowsim::flows::implicit {

/// The site is whatever an attack needs: a page whose script reads the address, the attacker's own client, a copy of
/// okta's sign-in page, another issuer with its documents, another app.
class AttackerEndpoint final : public Endpoint {
 public:
  /// `settings` must outlive the endpoint.
  AttackerEndpoint(std::unique_ptr<Actor> actor, const Settings& settings, ExchangeCounter& exchanges);
  Participant participant() const override { return Participant::attacker; }
  Handling handle(const Leg& leg, Instant now) override;
  Leg spell(const Envelope& envelope, const Sender& sender) override;
  std::vector<Running> forget() override { return {{actor_.get(), 1}}; }
  Actor& actor() { return *actor_; }

 private:
  Handling act(const BrowserAction& action, Participant from);
  Handling show(const BrowserAction& action);
  Handling read_leak(const BrowserAction& action);
  Handling serve(const Leg& leg, const HttpRequest& request);
  Handling publish(const Leg& leg, std::string_view path);
  Handling observation(Parameters parameters, std::string_view kind);
  Leg look(const Envelope& envelope) const;

  std::unique_ptr<Actor> actor_;
  const Settings& settings_;
  ExchangeCounter& exchanges_;
  std::string form_action_;  // of the page the attacker's own browser shows
};

}  // namespace flowsim::flows::implicit
