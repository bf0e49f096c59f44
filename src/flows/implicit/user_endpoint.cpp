// Pages become messages to the user; the user's answers become forms.
#include "flows/implicit/endpoints.hpp"

namespace flowsim::flows::implicit {
namespace {

/// What a form sends back without showing it.
bool is_hidden(std::string_view name) { return name == "transaction_id" || name == "csrf_token"; }

}  // namespace

Handling UserEndpoint::handle(const Leg& leg, Instant) {
  const auto* action = std::get_if<BrowserAction>(&leg.payload);
  if (action == nullptr || action->verb != "show") return {};
  Message message{std::string(action->fields.value_or_empty("kind")), {}};
  form_action_ = action->fields.value_or_empty("action");
  hidden_fields_ = {};
  for (const auto& field : action->fields) {
    if (is_hidden(field.name)) hidden_fields_.add(field.name, field.value);
    if (field.name != "kind" && field.name != "action") message.parameters.add(field.name, field.value);
  }
  message.parameters.add("address", action->url, Place::header);
  return {.delivered = Delivered{actor_.get(), 1, std::move(message)}};
}

Leg UserEndpoint::spell(const Envelope& envelope, const Sender&) {
  BrowserAction action{"open", home_, {}};
  if (envelope.message.kind != "sign_in_request") {
    action = {"submit", form_action_, envelope.message.parameters};
    for (const auto& field : hidden_fields_) action.fields.add(field.name, field.value);
  }
  return {Participant::user, Participant::browser, 0, 0, std::move(action)};
}

}  // namespace flowsim::flows::implicit
