// What the client checks of a response to its redirect URI.
#include <algorithm>
#include <array>

#include "oauth/checks.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::array<std::string_view, 12> response_parameters{
    "access_token", "token_type", "expires_in",        "scope",     "id_token",     "state", "iss",
    "error",        "code",       "error_description", "error_uri", "session_state"};

bool is_outside_fragment(const Parameter& parameter) {
  return parameter.place != Place::usual && parameter.place != Place::fragment &&
         std::ranges::find(response_parameters, parameter.name) != response_parameters.end();
}

std::string_view outside(Place place) {
  return place == Place::query  ? "found.in_the_query"
         : place == Place::body ? "found.in_the_body"
                                : "found.in_the_header";
}

// RFC 6749 §4.2.2: the response comes in the fragment, which no server and no log sees.
// A client that reads the query too takes whatever a link brings. Only an error for a request without response_type
// comes in the query, because that request asked for no fragment (§4.2.2.1). Parameters of the redirect URI's own
// query are none of the response's.
Finding response_in_fragment(const ResponseContext& context) {
  if (context.transaction != nullptr && context.transaction->response_type.empty())
    return not_applicable({"found.error_comes_in_query"});
  const auto found = std::ranges::find_if(context.response, is_outside_fragment);
  if (found == context.response.end()) return passes({"found.in_fragment"}, {"found.in_fragment"});
  return fails({"found.in_fragment"}, {outside(found->place), {found->name}});
}

// RFC 6749 §3.1, for responses too: of two access tokens one would be checked and the other used.
Finding response_parameters_not_repeated(const ResponseContext& context) {
  return repeats_no_parameter(context.response);
}

// RFC 6749 §10.12: only a response to a request that this browser sent may be accepted.
// Without this, anyone can hand the user a response of their own. An absent state is a wrong one, wherever a state
// was sent.
Finding state_matches(const ResponseContext& context) {
  const auto state = context.response.value("state");
  if (context.transaction == nullptr) return fails({"found.pending_request"}, {"found.none_pending"});
  const std::string_view expected = context.transaction->state;
  if (expected.empty() && !state) return not_applicable({"found.no_state_sent"});
  if (expected.empty()) return fails({"found.no_state"}, shown_secret(state, expected));
  return holds_if(state && equal_secrets(*state, expected), shown_secret(expected, expected),
                  shown_secret(state, expected));
}

// RFC 9207 §2.4: a client that knows several servers must see which one answered, or it hands one server's token to
// another.
// Okta does not announce this parameter.
Finding response_issuer_matches(const ResponseContext& context) {
  const auto issuer = context.response.value("iss");
  if (!issuer && !context.issuer_announced) return not_applicable({"found.iss_not_announced"});
  const std::string_view expected = context.transaction == nullptr ? std::string_view{} : context.transaction->issuer;
  return holds_if(!expected.empty() && issuer == expected,
                  expected.empty() ? Phrase{"found.issuer_of_pending"} : shown_value(expected), shown_value(issuer));
}

// RFC 6749 §4.2.2.1: an error ends the flow.
// It is looked at only after state, because anyone can send a link with an error and a text of their choice (§10.14).
Finding response_is_no_error(const ResponseContext& context) {
  const auto error = context.response.value("error");
  return holds_if(!error, {"found.no_error"},
                  error ? Phrase{"found.error", {std::string(*error)}} : Phrase{"found.no_error"});
}

// RFC 6749 §4.2.2, OpenID Connect Core §3.2.2.5: what the response type promised is there.
Finding response_complete(const ResponseContext& context) {
  const std::string_view response_type = context.transaction ? context.transaction->response_type : std::string_view{};
  std::vector<std::string> promised, missing;
  const auto promise = [&](const char* name) {
    promised.emplace_back(name);
    if (!context.response.has(name)) missing.emplace_back(name);
  };
  if (has_word(response_type, "token")) {
    promise("access_token");
    promise("token_type");
  }
  if (has_word(response_type, "id_token")) promise("id_token");
  if (promised.empty())
    return fails({"found.request_for_token"}, {"found.claim", {"response_type", std::string(response_type)}});
  const bool complete = missing.empty();
  return holds_if(complete, {"found.list", std::move(promised)},
                  complete ? Phrase{"found.all_there"} : Phrase{"found.missing", std::move(missing)});
}

// RFC 6749 §7.1, §4.2.2: a client must not use a token whose type it does not know; the type's case is irrelevant.
Finding token_type_bearer(const ResponseContext& context) {
  const bool promised = context.transaction != nullptr && has_word(context.transaction->response_type, "token");
  if (!promised && !context.response.has("access_token")) return not_applicable({"found.no_access_token"});
  const auto type = context.response.value("token_type");
  return holds_if(type && equal_ignoring_case(*type, "Bearer"), {"found.value", {"Bearer"}}, shown_value(type));
}

}  // namespace

// The response's form, then whether it is ours (state) and from whom (iss), then what it says: an error from nowhere
// must not be shown (OpenID Connect Core §3.2.2.8, RFC 6749 §10.14).
std::span<const CheckRow<ResponseContext>> response_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<ResponseContext> rows[] = {
      {{"response_in_fragment", client, 4, "RFC 6749 §4.2.2", discard}, response_in_fragment},
      {{"response_parameters_not_repeated", client, 4, "RFC 6749 §3.1", discard}, response_parameters_not_repeated},
      {{"state_matches", client, 4, "RFC 6749 §10.12", discard}, state_matches},
      {{"response_issuer_matches", client, 4, "RFC 9207 §2.4", discard}, response_issuer_matches},
      {{"response_is_no_error", client, 4, "RFC 6749 §4.2.2.1", show_error}, response_is_no_error},
      {{"response_complete", client, 4, "OpenID Connect Core §3.2.2.5", discard}, response_complete},
      {{"token_type_bearer", client, 4, "RFC 6749 §7.1", discard}, token_type_bearer},
  };
  return rows;
}

}  // namespace flowsim::oauth
