// What okta checks of an authorization request.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "oauth/checks.hpp"
#include "oauth/checks/values.hpp"
#include "wire/url.hpp"

namespace flowsim::oauth {
namespace {

// RFC 6749 §3.1: requests to the authorization endpoint lead to credentials and tokens in clear, so TLS is required.
Finding transport_is_tls(const AuthorizationRequestContext& context) {
  return holds_if(equal_ignoring_case(context.scheme, "https"), {"found.value", {"https"}},
                  shown_value(context.scheme));
}

// RFC 6749 §3.1, OpenID Connect Core §3.1.2.1: the endpoint takes GET, and POST with a form.
Finding method_allowed(const AuthorizationRequestContext& context) {
  return holds_if(context.method == "GET" || context.method == "POST", {"found.get_or_post"},
                  shown_value(context.method));
}

// RFC 6749 §3.1: no parameter occurs twice.
// A repeated client_id is answered with a page, because it is not certain whose redirect URIs may be trusted.
Finding client_id_not_repeated(const AuthorizationRequestContext& context) {
  return occurs_at_most_once(context.request, "client_id");
}

// RFC 6749 §3.1: no parameter occurs twice.
// A repeated redirect_uri is answered with a page: one reader checks the first, another redirects to the second.
Finding redirect_uri_not_repeated(const AuthorizationRequestContext& context) {
  return occurs_at_most_once(context.request, "redirect_uri");
}

// RFC 6749 §4.2.2.1: with a missing or unknown client_id the browser must not be redirected.
Finding client_known(const AuthorizationRequestContext& context) {
  const auto client_id = context.request.value("client_id");
  return holds_if(client_id == context.okta.client_id, {"found.text", {context.okta.client_id}},
                  shown_value(client_id));
}

// RFC 6749 §4.2.2.1: a deactivated client counts as an unknown one, so its redirect URIs are not trusted either.
Finding client_active(const AuthorizationRequestContext& context) {
  return holds_if(context.okta.client_active, {"found.active_client"},
                  {context.okta.client_active ? "found.active" : "found.deactivated"});
}

/// Why no response may be sent to a URI, whoever registered it.
enum class Unusable : std::uint8_t { no, no_absolute_url, has_fragment };

Unusable why_unusable(std::string_view uri) {
  const auto parts = split_url(uri);
  if (!parts) return Unusable::no_absolute_url;
  return parts->has_fragment ? Unusable::has_fragment : Unusable::no;
}

Phrase one_of_the_uris(const std::vector<std::string>& registered) {
  return registered.empty() ? Phrase{"found.registered_uri_but_none"} : Phrase{"found.either", registered};
}

Finding absent_uri(const AuthorizationRequestContext& context) {
  const auto& registered = context.okta.redirect_uris;
  const bool has_default = context.okta.profile == Profile::rfc6749 && registered.size() == 1 &&
                           !has_word(context.request.value_or_empty("scope"), "openid");
  if (!has_default) return fails(one_of_the_uris(registered), {"found.absent"});
  const auto reason = why_unusable(registered.front());
  return holds_if(reason == Unusable::no, one_of_the_uris(registered),
                  {reason == Unusable::no                ? "found.absent_only_one_used"
                   : reason == Unusable::no_absolute_url ? "found.absent_only_one_is_no_url"
                                                         : "found.absent_only_one_has_fragment"});
}

// RFC 9700 §2.1: the redirect URI is compared with the registered ones as a string, never by prefix or pattern, and
// never re-parsed, because the browser may read its parts in another way.
// RFC 6749 §3.1.2: a registered URI that is relative or has a fragment matches nothing. RFC 6749 §3.1.2.3 lets it be
// absent where one full URI is registered; OpenID Connect and Okta do not.
Finding redirect_uri_exact(const AuthorizationRequestContext& context) {
  const auto redirect_uri = context.request.value("redirect_uri");
  if (!redirect_uri) return absent_uri(context);
  const auto& registered = context.okta.redirect_uris;
  if (std::ranges::find(registered, *redirect_uri) == registered.end())
    return fails(one_of_the_uris(registered), shown_value(redirect_uri));
  const auto reason = why_unusable(*redirect_uri);
  if (reason == Unusable::no) return passes(one_of_the_uris(registered), shown_value(redirect_uri));
  return fails({"found.registered_absolute_url"},
               {reason == Unusable::no_absolute_url ? "found.uri_is_no_url" : "found.uri_has_fragment",
                {std::string(*redirect_uri)}});
}

constexpr std::array<std::string_view, 4> response_modes{"query", "fragment", "form_post", "okta_post_message"};

// OpenID Connect Core §3.1.2.6: a server that does not know the response mode cannot answer in it, and answers with a
// page.
// Knowing a mode is not yet answering in it: see `response_mode_allowed`.
Finding response_mode_known(const AuthorizationRequestContext& context) {
  const auto mode = context.request.value("response_mode");
  if (!mode) return not_applicable({"found.fragment_is_default"});
  return holds_if(std::ranges::find(response_modes, *mode) != response_modes.end(), {"found.response_modes"},
                  shown_value(mode));
}

// RFC 6749 §3.1: no parameter occurs twice, or one reader checks the first and another uses the second.
Finding parameters_not_repeated(const AuthorizationRequestContext& context) {
  return repeats_no_parameter(context.request);
}

// RFC 6749 §3.1.1: response_type is required.
Finding response_type_present(const AuthorizationRequestContext& context) {
  const auto response_type = context.request.value("response_type");
  return holds_if(response_type.has_value(), {"found.response_type"}, shown_value(response_type));
}

bool is_set_of_enabled(std::string_view response_type, const std::vector<std::string>& enabled) {
  if (!is_word_list(response_type)) return false;
  auto words = split_words(response_type);
  std::ranges::sort(words);
  return std::ranges::adjacent_find(words) == words.end() && std::ranges::all_of(words, [&](std::string_view word) {
           return std::ranges::find(enabled, word) != enabled.end();
         });
}

// RFC 6749 §3.1.1, §4.2.2.1: the response type is a set of words, whose order is irrelevant; each must be switched on
// for this client.
// An edited link could else turn a code client into an implicit one.
Finding response_type_enabled(const AuthorizationRequestContext& context) {
  const auto response_type = context.request.value("response_type");
  const auto& enabled = context.okta.response_types;
  return holds_if(response_type && is_set_of_enabled(*response_type, enabled),
                  enabled.empty() ? Phrase{"found.enabled_but_none"} : Phrase{"found.of", enabled},
                  shown_value(response_type));
}

// RFC 6749 §4.2.2.1: the client must be registered for this way of getting a token.
Finding implicit_grant_allowed(const AuthorizationRequestContext& context) {
  const auto& grants = context.okta.grant_types;
  return holds_if(std::ranges::find(grants, "implicit") != grants.end(), {"found.value", {"implicit"}},
                  grants.empty() ? Phrase{"found.no_grant_type"} : Phrase{"found.list", grants});
}

// RFC 8414 §2: okta's metadata names the one response mode it is set up for, the fragment.
// The query stays open to what brings no token, because there it is the default.
// In the query tokens would never travel anyway: servers and logs see it (OAuth 2.0 Multiple Response Type Encoding
// Practices §5).
Finding response_mode_allowed(const AuthorizationRequestContext& context) {
  const auto mode = context.request.value("response_mode");
  if (!mode) return not_applicable({"found.fragment_is_default"});
  const auto response_type = context.request.value_or_empty("response_type");
  const bool brings_tokens = has_word(response_type, "token") || has_word(response_type, "id_token");
  const bool allowed = *mode == "fragment" || (*mode == "query" && !brings_tokens);
  return holds_if(allowed, {brings_tokens ? "found.fragment" : "found.fragment_or_query"},
                  {allowed ? "found.value" : "found.mode_not_set_up", {std::string(*mode)}});
}

bool okta_allows(char character) {
  return is_letter_or_digit(character) || std::string_view(",._-").find(character) != std::string_view::npos;
}
bool is_vschar(char character) { return character >= ' ' && character <= '~'; }

// RFC 6749 §10.12: state ties the response to the browser that asked.
// The RFC recommends it, Okta demands it and takes only letters, digits, comma, full stop, underscore and hyphen,
// which no page can mistake for markup (§10.14).
Finding state_present(const AuthorizationRequestContext& context) {
  const auto state = context.request.value("state");
  const bool recommended_only = context.okta.profile == Profile::rfc6749;
  if (!state && recommended_only) return not_applicable({"found.state_only_recommended"});
  const bool holds = state && std::ranges::all_of(*state, recommended_only ? is_vschar : okta_allows);
  return holds_if(holds, {recommended_only ? "found.state_of_ascii" : "found.state_okta_takes"},
                  holds ? shown_secret(state, *state) : shown_value(state));
}

// OpenID Connect Core §3.2.2.1: without a nonce a replayed ID token cannot be told from a new one.
// Okta demands one for bare response_type=token too.
Finding nonce_present(const AuthorizationRequestContext& context) {
  const auto response_type = context.request.value_or_empty("response_type");
  const bool for_any_token = context.okta.profile != Profile::rfc6749 && has_word(response_type, "token");
  if (!for_any_token && !has_word(response_type, "id_token"))
    return not_applicable({"found.response_type_needs_no_nonce", {std::string(response_type)}});
  const auto nonce = context.request.value("nonce");
  return holds_if(nonce.has_value(), {"found.nonce"}, shown_secret(nonce, nonce.value_or(std::string_view{})));
}

// OpenID Connect Core §3.1.2.1: an ID token is issued only for the scope openid.
Finding openid_requested(const AuthorizationRequestContext& context) {
  if (!has_word(context.request.value_or_empty("response_type"), "id_token"))
    return not_applicable({"found.no_id_token_asked"});
  const auto scope = context.request.value("scope");
  return holds_if(has_word(scope.value_or(std::string_view{}), "openid"), {"found.openid_in_scope"},
                  shown_value(scope));
}

// NQCHAR: %x21 / %x23-5B / %x5D-7E.
bool is_scope_character(char character) {
  return character > ' ' && character <= '~' && character != '"' && character != '\\';
}

bool is_scope(std::string_view scope) {
  return is_word_list(scope) &&
         std::ranges::all_of(scope, [](char character) { return character == ' ' || is_scope_character(character); });
}

std::string unknown_scopes(std::string_view scope, const OktaSettings& okta) {
  std::string unknown;
  for (const auto word : split_words(scope)) {
    if (std::ranges::find(okta.scopes, word, &ScopeRegistration::name) != okta.scopes.end()) continue;
    unknown.append(unknown.empty() ? "" : " ").append(word);
  }
  return unknown;
}

// RFC 6749 §3.3: scope is a list of case-sensitive tokens, all of which the server must know; who adds `admin` to the
// address gets nothing.
// An absent scope may have a default there; Okta refuses it.
Finding scope_allowed(const AuthorizationRequestContext& context) {
  const auto scope = context.request.value("scope");
  if (!scope && context.okta.profile == Profile::rfc6749) return not_applicable({"found.scope_default"});
  if (!scope || !is_scope(*scope)) return fails({"found.scope_tokens"}, shown_value(scope));
  const auto unknown = unknown_scopes(*scope, context.okta);
  return holds_if(unknown.empty(), {"found.known_scopes"},
                  unknown.empty() ? shown_value(scope) : Phrase{"found.unknown", {unknown}});
}

bool is_prompt(std::string_view word, bool account_selection) {
  return word == "none" || word == "login" || word == "consent" || (account_selection && word == "select_account");
}

// OpenID Connect Core §3.1.2.1: prompt is a list of known words, and `none` stands alone.
// Okta does not offer select_account.
Finding prompt_valid(const AuthorizationRequestContext& context) {
  const auto prompt = context.request.value("prompt");
  if (!prompt) return not_applicable({"found.named_absent", {"prompt"}});
  const bool account_selection = context.okta.profile == Profile::rfc6749;
  const auto words = split_words(*prompt);
  const bool known = is_word_list(*prompt) &&
                     std::ranges::all_of(words, [&](auto word) { return is_prompt(word, account_selection); });
  const bool contradicts = words.size() > 1 && has_word(*prompt, "none");
  return holds_if(known && !contradicts, {account_selection ? "found.prompts" : "found.okta_prompts"},
                  shown_value(prompt));
}

// OpenID Connect Core §3.1.2.1: max_age is a number of seconds.
Finding max_age_valid(const AuthorizationRequestContext& context) {
  const auto max_age = context.request.value("max_age");
  if (!max_age) return not_applicable({"found.named_absent", {"max_age"}});
  return holds_if(read_number<std::uint32_t>(*max_age).has_value(), {"found.whole_seconds"}, shown_value(max_age));
}

// OpenID Connect Core §5.5: claims is a JSON object.
// One with repeated names is refused, because readers disagree about such an object (RFC 8725 §2.6).
Finding claims_valid(const AuthorizationRequestContext& context) {
  const auto claims = context.request.value("claims");
  if (!claims) return not_applicable({"found.named_absent", {"claims"}});
  return holds_if(read_claims(*claims).has_value(), {"found.json_object"}, shown_value(claims));
}

// OpenID Connect Core §3.1.2.6, §6.1: a server that does not read request objects says so; it must not ignore one that
// carries other values than the query.
Finding request_object_absent(const AuthorizationRequestContext& context) {
  const auto request = context.request.value("request");
  return holds_if(!request, {"found.absent"}, shown_secret(request, {}));
}

// OpenID Connect Core §3.1.2.6, §6.2: a server that fetched any request_uri could be made to probe its own network.
Finding request_uri_absent(const AuthorizationRequestContext& context) {
  const auto request_uri = context.request.value("request_uri");
  return holds_if(!request_uri, {"found.absent"}, shown_value(request_uri));
}

}  // namespace

// First what must be answered on a page, because the redirect URI is not trusted yet (RFC 6749 §4.2.2.1); of that, the
// client before its redirect URIs. Then what an error redirect may answer, cheap syntax first.
std::span<const CheckRow<AuthorizationRequestContext>> authorization_request_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<AuthorizationRequestContext> rows[] = {
      {{"transport_is_tls", okta, 1, "RFC 6749 §3.1", error_page, "invalid_request", 400,
        "The authorization endpoint is served over https only."},
       transport_is_tls},
      {{"method_allowed", okta, 1, "RFC 6749 §3.1", error_page, "invalid_request", 405,
        "The authorization endpoint takes GET and POST."},
       method_allowed},
      {{"client_id_not_repeated", okta, 1, "RFC 6749 §3.1", error_page, "invalid_request", 400,
        "The 'client_id' parameter occurs more than once."},
       client_id_not_repeated},
      {{"redirect_uri_not_repeated", okta, 1, "RFC 6749 §3.1", error_page, "invalid_request", 400,
        "The 'redirect_uri' parameter occurs more than once."},
       redirect_uri_not_repeated},
      {{"client_known", okta, 1, "RFC 6749 §4.2.2.1", error_page, "invalid_client", 400,
        "Invalid value for 'client_id' parameter."},
       client_known},
      {{"client_active", okta, 1, "RFC 6749 §4.2.2.1", error_page, "invalid_client", 400,
        "Invalid value for 'client_id' parameter."},
       client_active},
      {{"redirect_uri_exact", okta, 1, "RFC 9700 §2.1", error_page, "illegal_redirect_uri", 400,
        "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings"},
       redirect_uri_exact},
      {{"response_mode_known", okta, 1, "OpenID Connect Core §3.1.2.6", error_page, "unsupported_response_mode", 400,
        "The response mode is not supported by the authorization server."},
       response_mode_known},
      {{"parameters_not_repeated", okta, 1, "RFC 6749 §3.1", error_redirect, "invalid_request", 0,
        "A parameter occurs more than once."},
       parameters_not_repeated},
      {{"response_type_present", okta, 1, "RFC 6749 §3.1.1", error_redirect, "invalid_request", 0,
        "The 'response_type' parameter is missing."},
       response_type_present},
      {{"response_type_enabled", okta, 1, "RFC 6749 §4.2.2.1", error_redirect, "unsupported_response_type", 0,
        "The response type is not supported by the authorization server."},
       response_type_enabled},
      {{"implicit_grant_allowed", okta, 1, "RFC 6749 §4.2.2.1", error_redirect, "unauthorized_client", 0,
        "The client is not authorized to use the provided grant type."},
       implicit_grant_allowed},
      {{"response_mode_allowed", okta, 1, "RFC 8414 §2, OAuth 2.0 Multiple Response Type Encoding Practices §5",
        error_redirect, "unsupported_response_mode", 0,
        "This authorization server is set up to answer in the fragment."},
       response_mode_allowed},
      {{"state_present", okta, 1, "RFC 6749 §10.12", error_redirect, "invalid_request", 0,
        "The authentication request has an invalid 'state' parameter."},
       state_present},
      {{"nonce_present", okta, 1, "OpenID Connect Core §3.2.2.1", error_redirect, "invalid_request", 0,
        "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response "
        "types.."},
       nonce_present},
      {{"openid_requested", okta, 1, "OpenID Connect Core §3.1.2.1", error_redirect, "invalid_scope", 0,
        "The 'openid' scope is required for an ID token."},
       openid_requested},
      {{"scope_allowed", okta, 1, "RFC 6749 §3.3", error_redirect, "invalid_scope", 0,
        "One or more scopes are not configured for the authorization server resource."},
       scope_allowed},
      {{"prompt_valid", okta, 1, "OpenID Connect Core §3.1.2.1", error_redirect, "invalid_request", 0,
        "The authentication request has an invalid 'prompt' parameter."},
       prompt_valid},
      {{"max_age_valid", okta, 1, "OpenID Connect Core §3.1.2.1", error_redirect, "invalid_request", 0,
        "The authentication request has an invalid 'max_age' parameter."},
       max_age_valid},
      {{"claims_valid", okta, 1, "OpenID Connect Core §5.5", error_redirect, "invalid_request", 0,
        "The authentication request has an invalid 'claims' parameter."},
       claims_valid},
      {{"request_object_absent", okta, 1, "OpenID Connect Core §3.1.2.6", error_redirect, "request_not_supported", 0,
        "The 'request' parameter is not supported."},
       request_object_absent},
      {{"request_uri_absent", okta, 1, "OpenID Connect Core §3.1.2.6", error_redirect, "request_uri_not_supported", 0,
        "The 'request_uri' parameter is not supported."},
       request_uri_absent},
  };
  return rows;
}

}  // namespace flowsim::oauth
