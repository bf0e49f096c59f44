// The rows of the blocks `user`, `client`, `okta`, `app` and `attacker`: what each actor is and does.
#include <algorithm>
#include <iterator>
#include <utility>

#include "scenario/access.hpp"
#include "scenario/fields.hpp"

namespace flowsim::scenario {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr TextRule name_rule{TextForm::line, 1, 200};
constexpr TextRule ascii_rule{TextForm::ascii, 0, 2000};
constexpr TextRule identifier_rule{TextForm::ascii, 1, 200};
constexpr TextRule url_rule{TextForm::absolute_url, 1, 2000};
constexpr TextRule page_rule{TextForm::page_url, 1, 2000};
constexpr TextRule issuer_rule{TextForm::issuer, 1, 2000};
constexpr DurationRule skew_rule{-hours{24}, hours{24}};
constexpr DurationRule leeway_rule{seconds{0}, hours{1}};
constexpr DurationRule lifetime_rule{minutes{5}, hours{24}};

/// The request parameters the client sends of its own accord.
std::vector<std::string_view> sent_parameters() {
  return {"client_id", "response_type", "response_mode", "redirect_uri", "scope",     "state",
          "nonce",     "prompt",        "max_age",       "acr_values",   "login_hint"};
}

/// What the one registered client can be allowed to ask for at the authorization endpoint in this flow.
std::vector<std::string_view> implicit_response_types() { return {"token", "id_token"}; }

/// RFC 7591 §2, as far as a user signs in.
std::vector<std::string_view> grant_types() {
  return {"implicit", "authorization_code", "refresh_token", "password", "client_credentials"};
}

template <auto Block, auto Member>
Field row(std::string_view block, std::string_view name, Rule rule, std::string_view description) {
  using Here = Path<&Scenario::settings, Block, Member>;
  return {block, name, description, std::move(rule), Here::set, Here::get};
}
template <auto Member>
Field user(std::string_view name, Rule rule, std::string_view description) {
  return row<&Settings::user, Member>("user", name, std::move(rule), description);
}
template <auto Member>
Field client(std::string_view name, Rule rule, std::string_view description) {
  return row<&Settings::client, Member>("client", name, std::move(rule), description);
}
template <auto Member>
Field okta(std::string_view name, Rule rule, std::string_view description) {
  return row<&Settings::okta, Member>("okta", name, std::move(rule), description);
}
template <auto Member>
Field attacker(std::string_view name, Rule rule, std::string_view description) {
  return row<&Settings::attacker, Member>("attacker", name, std::move(rule), description);
}
template <auto Member>
Field app(std::string_view name, Rule rule, std::string_view description) {
  return row<&Settings::app, Member>("app", name, std::move(rule), description);
}

// clang-format off
std::vector<Field> user_fields() {
  using U = UserSettings;
  return {
      user<&U::opens>("opens", choice_of<Opens>("site"), "Which site the user opens at the start"),
      user<&U::starts_after>("starts_after", DurationRule{seconds{0}, hours{1}}, "How long after the start of the run the user opens it"),
      user<&U::username>("username", name_rule, "The name the user types at the sign-in page"),
      user<&U::password>("password", name_rule, "The password the user types once done with mistyping"),
      user<&U::mistypes>("mistypes", IntegerRule{0, 20}, "How many wrong passwords come before the right one"),
      user<&U::patience>("patience", IntegerRule{1, 20}, "After how many refused sign-in attempts the user gives up"),
      user<&U::consent>("consent", choice_of<ConsentAnswer>("answer"), "What the user answers to the consent prompt"),
      user<&U::leaves_at>("leaves_at", choice_of<LeavesAt>("place"), "At which page the user closes the tab, if at all"),
      user<&U::think_time>("think_time", DurationRule{seconds{0}, hours{1}}, "From seeing a page to acting on it"),
  };
}

std::vector<Field> attacker_fields() {
  using A = AttackerSettings;
  return {
      attacker<&A::site>("site", issuer_rule, "The origin of its site"),
      attacker<&A::username>("username", name_rule, "The name of its own account at okta"),
      attacker<&A::password>("password", name_rule, "The password of that account"),
      attacker<&A::client_id>("client_id", identifier_rule, "The id of its own client"),
      attacker<&A::client_name>("client_name", name_rule, "What the consent page calls that client"),
      attacker<&A::client_registered>("client_registered", BooleanRule{}, "Whether okta knows that client"),
      attacker<&A::response_type>("response_type", ascii_rule, "The response_type that client sends"),
      attacker<&A::signs_in>("signs_in", BooleanRule{}, "Whether it starts a flow of its own with the honest client, in its own browser"),
      attacker<&A::uses_tokens>("uses_tokens", BooleanRule{}, "Whether it asks the app for the user's resource as soon as it holds the user's access token"),
      attacker<&A::think_time>("think_time", DurationRule{seconds{0}, hours{1}}, "From seeing a page to acting on it"),
  };
}

std::vector<Field> client_fields() {
  using C = ClientSettings;
  return {
      client<&C::client_id>("client_id", ascii_rule, "The client_id parameter it sends"),
      client<&C::redirect_uri>("redirect_uri", page_rule, "The redirect_uri parameter it sends, and where its page is"),
      client<&C::response_type>("response_type", ascii_rule, "The response_type parameter it sends; also a wrong one"),
      client<&C::scope>("scope", ascii_rule, "The scope parameter it sends: names with a space between them"),
      client<&C::response_mode>("response_mode", ascii_rule, "The response_mode parameter it sends; empty: none"),
      client<&C::prompt>("prompt", ascii_rule, "The prompt parameter it sends; empty: none"),
      client<&C::max_age>("max_age", IntegerRule{0, 1'000'000'000}, "The max_age parameter it sends, in seconds; left out: none"),
      client<&C::acr_values>("acr_values", ascii_rule, "The acr_values parameter it sends; empty: none"),
      client<&C::login_hint>("login_hint", ascii_rule, "The login_hint parameter it sends; empty: none"),
      client<&C::state>("state", ascii_rule, "The state parameter it sends; empty: a random one"),
      client<&C::nonce>("nonce", ascii_rule, "The nonce parameter it sends; empty: a random one"),
      client<&C::omit_parameters>("omit_parameters", ChoicesRule{{"parameter", sent_parameters}}, "Parameters it forgets to send"),
      client<&C::extra_parameters>("extra_parameters", ParametersRule{identifier_rule, ascii_rule}, "Parameters it sends behind all others; a name may stand twice"),
      client<&C::issuer>("issuer", issuer_rule, "The authorization server it is configured to trust"),
      client<&C::resource>("resource", url_rule, "What it asks the app for"),
      client<&C::token_carrier>("token_carrier", choice_of<TokenCarrier>("place"), "Where it puts the access token in its request to the app (RFC 6750 §2)"),
      client<&C::calls_userinfo>("calls_userinfo", BooleanRule{}, "Whether it fetches the user's claims with the access token"),
      client<&C::retries>("retries", BooleanRule{}, "Whether it asks once for a new token where the app refuses one as invalid (RFC 6750 §3.1)"),
      client<&C::clock_skew>("clock_skew", skew_rule, "How far its clock is ahead of true time; negative: behind"),
      client<&C::leeway>("leeway", leeway_rule, "How far off a token's times may be before it refuses the token"),
      client<&C::patience>("patience", DurationRule{seconds{1}, hours{1}}, "How long it waits for the authorization server's response"),
  };
}

std::vector<Field> okta_registration_fields() {
  using O = OktaSettings;
  return {
      okta<&O::profile>("profile", choice_of<Profile>("profile"), "Which rules apply where the sources differ"),
      okta<&O::issuer>("issuer", issuer_rule, "Its issuer identifier; its endpoints stand below it"),
      okta<&O::audience>("audience", identifier_rule, "The aud of its access tokens"),
      okta<&O::client_id>("client_id", identifier_rule, "The id of the registered client"),
      okta<&O::client_name>("client_name", name_rule, "The client's name as the consent prompt shows it"),
      okta<&O::client_active>("client_active", BooleanRule{}, "Whether the client is active"),
      okta<&O::redirect_uris>("redirect_uris", TextsRule{url_rule}, "The client's registered redirect URIs"),
      okta<&O::response_types>("response_types", ChoicesRule{{"response type", implicit_response_types}}, "What the implicit grant may give this client"),
      okta<&O::grant_types>("grant_types", ChoicesRule{{"grant type", grant_types}}, "The grants this client may use"),
      okta<&O::consent_method>("consent_method", choice_of<ConsentMethod>("consent method"), "Whether this client needs consent at all"),
      okta<&O::scopes>("scopes", ScopesRule{{TextForm::scope_token, 1, 100}, choice_of<ScopeConsent>("consent setting")}, "The scopes it knows, each with whether it needs consent"),
      okta<&O::policy_allows>("policy_allows", BooleanRule{}, "Whether a rule of an access policy matches the request"),
  };
}

std::vector<Field> okta_user_fields() {
  using O = OktaSettings;
  return {
      okta<&O::username>("username", name_rule, "The sign-in name of the one user it knows"),
      okta<&O::password>("password", name_rule, "That user's password"),
      okta<&O::user_id>("user_id", identifier_rule, "That user's id: the sub of ID tokens and the uid of access tokens"),
      okta<&O::user_name>("user_name", name_rule, "That user's display name"),
      okta<&O::user_assigned>("user_assigned", BooleanRule{}, "Whether the user is assigned to the client application"),
      okta<&O::user_locked>("user_locked", BooleanRule{}, "Whether the user's account is locked"),
      okta<&O::session_age>("session_age", DurationRule{seconds{0}, days{365}}, "How long ago the user of this browser signed in; left out: no session"),
      okta<&O::consent_granted>("consent_granted", BooleanRule{}, "Whether the user has consented to this client's scopes before"),
      okta<&O::acr_supported>("acr_supported", TextsRule{identifier_rule}, "The authentication context classes it can reach"),
      okta<&O::access_token_lifetime>("access_token_lifetime", lifetime_rule, "How long its access tokens are valid"),
      okta<&O::id_token_lifetime>("id_token_lifetime", lifetime_rule, "How long its ID tokens are valid"),
      okta<&O::clock_skew>("clock_skew", skew_rule, "How far its clock is ahead of true time; negative: behind"),
      okta<&O::sign_in_timeout>("sign_in_timeout", DurationRule{seconds{1}, hours{24}}, "How long it keeps a pending authorization request"),
      okta<&O::error_before_login>("error_before_login", BooleanRule{}, "Whether it answers faulty requests at once, or only once the user has signed in (RFC 9700 §4.11.2)"),
      okta<&O::revokes_access_token>("revokes_access_token", BooleanRule{}, "Whether the access token is revoked as soon as it is issued"),
  };
}

std::vector<Field> app_fields() {
  using A = AppSettings;
  return {
      app<&A::issuer>("issuer", issuer_rule, "The issuer whose access tokens it takes"),
      app<&A::audience>("audience", identifier_rule, "The aud an access token must have"),
      app<&A::resource>("resource", url_rule, "The address of its one resource"),
      app<&A::required_scope>("required_scope", TextRule{TextForm::scope_list, 0, 2000}, "The scopes the resource asks for, with a space between them; empty: none"),
      app<&A::allowed_clients>("allowed_clients", TextsRule{identifier_rule}, "The client ids it serves; empty: every client of the issuer"),
      app<&A::resource_owner>("resource_owner", TextRule{TextForm::ascii, 0, 200}, "The id of the user whose resource it is; empty: each user has one of the kind"),
      app<&A::realm>("realm", TextRule{TextForm::error_code, 0, 200}, "The realm its WWW-Authenticate header names"),
      app<&A::introspects>("introspects", BooleanRule{}, "Whether it asks the authorization server if the token is still active (RFC 7662)"),
      app<&A::clock_skew>("clock_skew", skew_rule, "How far its clock is ahead of true time; negative: behind"),
      app<&A::leeway>("leeway", leeway_rule, "How far off a token's times may be before it refuses the token"),
  };
}
// clang-format on

}  // namespace

std::vector<Field> actor_fields() {
  std::vector<Field> all;
  for (auto* part :
       {user_fields, client_fields, okta_registration_fields, okta_user_fields, app_fields, attacker_fields})
    std::ranges::move(part(), std::back_inserter(all));
  return all;
}

}  // namespace flowsim::scenario
