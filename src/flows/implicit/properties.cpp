// One rule for each property.
#include "flows/implicit/properties.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "flows/implicit/states.hpp"
#include "oauth/jwt.hpp"
#include "trace/property.hpp"

namespace flowsim::flows::implicit {
namespace {

using enum Participant;

/// A run, and who is who in it.
struct Case {
  const Trace& trace;
  const Settings& settings;
  bool endless = false;

  /// The user id of whoever sits before that browser.
  std::string_view person(Participant in) const {
    return in == attacker_browser ? settings.attacker.user_id : settings.okta.user_id;
  }
  /// Whether the client asks for that with `response_type`.
  bool asked_for(std::string_view word) const {
    const auto words = split_words(settings.client.response_type);
    return std::ranges::find(words, word) != words.end();
  }
  /// A name of the catalogue's table `who`.
  std::string who(std::string_view user_id) const {
    if (user_id == settings.okta.user_id) return "user";
    if (user_id == settings.attacker.user_id) return "attacker";
    return user_id.empty() ? "nobody" : "somebody_else";
  }
};

std::string claim_of(std::string_view token, std::string_view name) {
  const auto jwt = decode_jwt(token);
  return jwt ? std::string(jwt->claims.text(name).value_or("")) : std::string();
}

/// The responses the client accepted: it went on to use what was in them.
std::vector<const MessageRecord*> accepted_responses(const Trace& trace) {
  constexpr std::array going_on{"request_resource", "sign_in"};
  std::vector<const MessageRecord*> accepted;
  for (const auto& verdict : trace.verdicts) {
    if (verdict.by != client || verdict.message == 0) continue;
    const auto& message = trace.message(verdict.message);
    const bool is_response = message.envelope.interaction == 4;
    if (is_response && std::ranges::find(going_on, verdict.verdict.decision) != going_on.end())
      accepted.push_back(&message);
  }
  return accepted;
}

/// Whether it is a copy of a message of that kind.
bool carries_kind(const Message& message, std::string_view kind) {
  return message.kind == "observation" && message.parameters.value(":kind", Place::header) == kind;
}

Phrase authorization(const Case& run) {
  for (const auto& record : run.trace.messages) {
    const auto& message = record.as_travelled();
    const bool overheard = record.envelope.to == attacker && carries_kind(message, "resource_response");
    if (record.envelope.from != app || !record.arrived) continue;
    if (message.kind != "resource_response" && !overheard) continue;
    const auto body = read_claims(message.parameters.value_or_empty("body"));
    const auto owner = body ? body->text("owner").value_or("") : std::string_view{};
    const auto receiver = record.envelope.to == attacker ? attacker_browser : record.browser;
    if (owner.empty() || owner == run.person(receiver) || receiver != attacker_browser) continue;
    return {overheard                        ? "violations.resource_read"
            : record.envelope.to == attacker ? "violations.resource_served"
                                             : "violations.resource_served_through_client",
            {run.who(owner)}};
  }
  return {};
}

Phrase authentication(const Case& run) {
  for (const auto* response : accepted_responses(run.trace)) {
    const auto token = response->as_travelled().parameters.value("id_token");
    if (!token || !run.asked_for("id_token")) continue;
    const auto subject = claim_of(*token, "sub");
    if (subject == run.person(response->browser)) continue;
    return {"violations.taken_for_another", {run.who(run.person(response->browser)), run.who(subject)}};
  }
  return {};
}

bool carries(const Message& message, std::string_view value) {
  return std::ranges::any_of(message.parameters, [&](const Parameter& item) { return item.value == value; });
}

/// A faulty issuer signs what it should not; signed by it, it is issued by it all the same.
bool signed_by_okta(std::string_view token) {
  const auto jwt = decode_jwt(token);
  return jwt && jwt->header.text("alg") == "RS256" &&
         verify_rs256(SigningKey::okta().public_key(), jwt->signing_input, jwt->signature);
}

/// Whether okta sent that value into the flow of the other browser.
bool issued_elsewhere(const Trace& trace, std::string_view value, Participant in) {
  return std::ranges::any_of(trace.messages, [&](const MessageRecord& record) {
    return record.envelope.from == okta && record.browser != in && carries(record.envelope.message, value);
  });
}

/// Whether okta issued that value in the flow of that browser.
bool issued_in(const Trace& trace, std::string_view value, Participant in) {
  return std::ranges::any_of(trace.messages, [&](const MessageRecord& record) {
    if (record.envelope.from != okta || record.browser != in || record.envelope.interaction != 4) return false;
    if (carries(record.envelope.message, value)) return true;
    return record.altered && carries(*record.altered, value) && !issued_elsewhere(trace, value, in) &&
           signed_by_okta(value);
  });
}

Phrase session_integrity(const Case& run) {
  for (const auto* response : accepted_responses(run.trace))
    for (const std::string_view name : {"access_token", "id_token"}) {
      if (!run.asked_for(name == "id_token" ? "id_token" : "token")) continue;  // the client does not look at it
      const auto value = response->as_travelled().parameters.value(name);
      if (!value || issued_in(run.trace, *value, response->browser)) continue;
      const auto other = response->browser == browser ? attacker_browser : browser;
      const bool is_id_token = name == "id_token";
      if (issued_in(run.trace, *value, other))
        return {is_id_token ? "violations.id_token_of_another_browser" : "violations.access_token_of_another_browser"};
      return {is_id_token ? "violations.id_token_never_issued" : "violations.access_token_never_issued"};
    }
  return {};
}

/// Whether a party may see a secret of that kind and owner.
bool may_see(const Trace& trace, const SecretRecord& secret, const SightingRecord& seen) {
  const auto by = seen.by;
  const bool issued_to_attacker = trace.message(secret.message).envelope.to == attacker;  // its client has consent
  if (by == attacker || by == attacker_browser) return secret.owner == attacker || secret.premise || issued_to_attacker;
  if (secret.name == "password" || secret.name == "session_cookie") return by == user || by == browser || by == okta;
  return true;
}

Phrase secrecy(const Case& run) {
  for (const auto& secret : run.trace.secrets)
    for (const auto& seen : secret.seen) {
      if (may_see(run.trace, secret, seen) || secret.owner == attacker) continue;
      return {"violations.secret_seen", {secret.name, std::string(name_of(seen.by)), seen.where}};
    }
  return {};
}

Phrase termination(const Case& run) {
  if (run.endless) return {"violations.endless"};
  for (const auto& end : run.trace.final_states)
    if (end.explanation.empty() && !has_state(end.actor, end.state))
      return {"violations.unexplained", {std::string(name_of(end.actor)), end.state}};
  return {};
}

struct PropertyRule {
  PropertyKind kind;
  Phrase (*violation)(const Case&);
};

constexpr std::array property_rules{
    PropertyRule{PropertyKind::authorization, authorization},
    PropertyRule{PropertyKind::authentication, authentication},
    PropertyRule{PropertyKind::session_integrity, session_integrity},
    PropertyRule{PropertyKind::secrecy, secrecy},
    PropertyRule{PropertyKind::termination, termination},
};

/// The checks that would have failed had they not been switched off.
std::vector<std::string> waived(const Trace& trace) {
  std::vector<std::string> names;
  for (const auto& record : trace.verdicts)
    for (const auto& result : record.verdict.results)
      if (result.status == CheckStatus::switched_off && result.violated &&
          std::ranges::find(names, result.check) == names.end())
        names.emplace_back(result.check);
  return names;
}

}  // namespace

std::vector<PropertyRecord> properties_of(const Trace& trace, const Settings& settings, bool endless) {
  std::vector<PropertyRecord> records;
  for (const auto& [kind, violation] : property_rules) {
    auto explanation = violation({trace, settings, endless});
    auto& record = records.emplace_back(PropertyRecord{name_of(kind), explanation.empty(), {}});
    if (!record.held) record.explanation.push_back(std::move(explanation));
  }
  return records;
}

void compromise(Trace& trace) {
  const auto violated = std::ranges::find(trace.properties, false, &PropertyRecord::held);
  if (violated == trace.properties.end()) return;
  Outcome outcome;
  outcome.kind = OutcomeKind::compromised;
  outcome.property = violated->property;
  const bool attacked = std::ranges::find(trace.final_states, attacker, &FinalState::actor) != trace.final_states.end();
  outcome.participant = attacked ? attacker : client;
  for (const auto& record : trace.properties)
    outcome.explanation.insert(outcome.explanation.end(), record.explanation.begin(), record.explanation.end());
  if (auto names = waived(trace); !names.empty())
    outcome.explanation.push_back({"endings.switched_off", std::move(names)});
  trace.outcome = std::move(outcome);
}

}  // namespace flowsim::flows::implicit
