// Pages become messages to the user; the user's answers become forms.
#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/spelling.hpp"

namespace flowsim::flows::implicit {
namespace {

/// What a form sends back without showing it.
bool is_hidden(std::string_view name) { return name == "transaction_id" || name == "csrf_token"; }

}  // namespace

Handling UserEndpoint::handle(const Leg& leg, Instant) {
  const auto* action = std::get_if<BrowserAction>(&leg.payload);
  if (action == nullptr || action->verb != "show") return {};
  auto message = read_shown(*action);
  form_action_ = action->fields.value_or_empty("action");
  hidden_fields_ = {};
  for (const auto& field : message.parameters)
    if (is_hidden(field.name)) hidden_fields_.add(field.name, field.value);
  message.parameters.add("address", action->url, Place::header);
  return {.delivered = Delivered{actor_.get(), 1, std::move(message)}};
}

Leg UserEndpoint::spell(const Envelope& envelope, const Sender&) {
  if (envelope.message.kind == "sign_in_request")
    return {Participant::user, Participant::browser, 0, 0, spelled(envelope.message, home_)};
  auto form = envelope.message;
  for (const auto& field : hidden_fields_) form.parameters.add(field.name, field.value);
  return {Participant::user, Participant::browser, 0, 0, spelled(form, form_action_)};
}

}  // namespace flowsim::flows::implicit
