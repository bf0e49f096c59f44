// okta's transition table, and the few functions it names.
#include "flows/implicit/okta.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/okta_data.hpp"
#include "flows/implicit/shell.hpp"
#include "oauth/jwt.hpp"
#include "oauth/tokens.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

using namespace sim::machine;

struct Idle : State {};
struct AwaitingSignIn : State {};
struct AwaitingConsent : State {};
struct TokensIssued : State {};
struct ErrorReturned : State {};
struct ErrorPageShown : State {};
struct Expired : State {};

struct AuthorizationRequest : Event<"authorization_request"> {};
struct Authentication : Event<"authentication"> {};
struct Consent : Event<"consent"> {};
struct SignInTimeout : Event<"sign_in_timeout"> {};

bool asks_for(const Okta& okta, std::string_view response_type) {
  const auto words = split_words(okta.parameter("response_type"));
  return std::ranges::find(words, response_type) != words.end();
}

bool sign_in_is_needed(const Okta&, const Dispatched& event) {
  return event.verdict.decision == okta_decision::ask_to_sign_in;
}
bool consent_is_needed(const Okta&, const Dispatched& event) {
  return event.verdict.decision == okta_decision::ask_for_consent;
}
bool nothing_is_missing(const Okta&, const Dispatched& event) {
  return event.verdict.decision == okta_decision::issue_tokens;
}
bool client_may_be_told(const Okta&, const Dispatched& event) {
  return event.verdict.decision == okta_decision::redirect_with_error;
}
bool client_cannot_be_trusted(const Okta&, const Dispatched& event) {
  return event.verdict.decision == okta_decision::show_error_page;
}

void set_cookie(Parameters& message, std::string_view name, std::string_view value) {
  message.add("Set-Cookie", std::string(name) + "=" + std::string(value) + "; Path=/; Secure; HttpOnly; SameSite=Lax",
              Place::header);
}

void prompt(Okta& okta, std::string kind, int interaction, Parameters shown) {
  if (okta.handle.empty()) {
    okta.handle = okta.server.random.base64url(22);
    set_cookie(shown, transaction_cookie, okta.handle);
  }
  okta.csrf_token = okta.server.random.base64url(22);
  shown.add("client_name", okta.settings->client_name);
  shown.add("transaction_id", okta.handle);
  shown.add("csrf_token", okta.csrf_token);
  okta.outbox.send(Participant::okta, Participant::user, interaction, {std::move(kind), std::move(shown)});
  okta.outbox.timers.push_back({SignInTimeout::kind, okta.settings->sign_in_timeout});
}

void show_sign_in_page(Okta& okta, const Dispatched&) {
  Parameters shown;
  if (okta.failed_attempts > 0 && okta.refused != nullptr) {
    shown.add("error", std::string(okta.refused->error));
    shown.add("error_description", std::string(okta.refused->description));
    shown.add("status", std::to_string(okta.refused->status), Place::header);
  }
  prompt(okta, "authentication_prompt", 2, std::move(shown));
}

void show_consent_page(Okta& okta, const Dispatched&) {
  Parameters shown{{"scope", std::string(okta.parameter("scope"))}};
  set_cookie(shown, session_cookie, okta.session);
  prompt(okta, "consent_prompt", 3, std::move(shown));
}

std::string configured(std::span<const std::string> names) { return "[" + join(names, ", ") + "]"; }

std::string description_of(const Okta& okta) {
  std::string text(okta.refused->description);
  if (okta.refused->error == "unsupported_response_type")
    text += " Configured response types: " + configured(okta.settings->response_types) + ".";
  if (okta.refused->error == "unauthorized_client")
    text += " Configured grant types: " + configured(okta.settings->grant_types) + ".";
  return text;
}

/// Okta answers in the query only where no response type said that the fragment is meant (RFC 6749 §4.2.2.1).
Place answer_place(const Okta& okta) { return okta.request.has("response_type") ? Place::usual : Place::query; }

Place error_place(const Okta& okta) {
  const auto place = answer_place(okta);
  return place != Place::query && okta.server.defences.misbehaves("errors_in_query") ? Place::query : place;
}

void answer(Okta& okta, std::string kind, Parameters answer, Place place, bool with_state = true) {
  const auto state = okta.request.find("state");
  if (state && with_state) answer.add("state", std::string(*state), place);
  if (!okta.session.empty()) set_cookie(answer, session_cookie, okta.session);
  const auto client =
      okta.server.is_attackers_client(okta.parameter("client_id")) ? Participant::attacker : Participant::client;
  okta.outbox.send(Participant::okta, client, 4, {std::move(kind), std::move(answer)});
}

void redirect_with_error(Okta& okta, const Dispatched&) {
  const auto place = error_place(okta);
  const bool forgets_state = okta.request.has("state") && okta.server.defences.misbehaves("state_missing_in_error");
  Parameters error;
  error.add("error", std::string(okta.refused->error), place);
  if (auto text = description_of(okta); !text.empty()) error.add("error_description", std::move(text), place);
  answer(okta, "authorization_error", std::move(error), place, !forgets_state);
}

/// What a form is told that no check refused, but that nobody waits for.
constexpr std::string_view no_longer_open = "There is no open request that this form belongs to.";

void show_error_page(Okta& okta, const Dispatched& event) {
  const int interaction = event.incoming.message.kind == AuthorizationRequest::kind ? 2 : 3;
  const auto* check = okta.refused;
  const int status = check != nullptr && check->status != 0 ? check->status : 400;
  Parameters page{{"error", std::string(check != nullptr ? check->error : "invalid_request")},
                  {"error_description", std::string(check != nullptr ? check->description : no_longer_open)},
                  {"status", std::to_string(status), Place::header}};
  if (status == 405) page.add("Allow", "GET, POST", Place::header);  // RFC 9110 §15.5.6
  okta.outbox.send(Participant::okta, Participant::user, interaction, {"error_page", std::move(page)});
}

/// The scopes asked for that okta knows; without any, what the client gets by default is nothing but its identity.
std::vector<std::string> granted_scopes(const Okta& okta) {
  std::vector<std::string> scopes;
  for (const auto word : split_words(okta.parameter("scope"))) scopes.emplace_back(word);
  return scopes;
}

/// The class of authentication reached: the first requested one that okta can do with a password.
std::string reached_acr(const Okta& okta) {
  for (const auto word : split_words(okta.parameter("acr_values")))
    if (std::ranges::find(okta.settings->acr_supported, word) != okta.settings->acr_supported.end())
      return std::string(word);
  return {};
}

void issue_tokens(Okta& okta, const Dispatched& event) {
  auto& server = okta.server;
  const auto now = server.clock(event.incoming.now);
  const Grant grant{std::string(okta.parameter("client_id")),
                    granted_scopes(okta),
                    std::string(okta.parameter("nonce")),
                    reached_acr(okta),
                    okta.auth_time,
                    now};
  Parameters tokens;
  std::string access_token;
  if (asks_for(okta, "token")) {
    const auto claims = access_token_claims(*okta.settings, grant, server.random.base64url(43));
    access_token = sign_jwt(claims, server.key);
    server.issued[access_token] = {okta.settings, grant.scopes, claims.number("exp").value_or(0),
                                   okta.settings->revokes_access_token};
    tokens.add("access_token", access_token);
    tokens.add("token_type", "Bearer");
    tokens.add(
        "expires_in",
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(okta.settings->access_token_lifetime).count()));
    if (!grant.scopes.empty()) tokens.add("scope", join(grant.scopes, " "));
  }
  if (event.incoming.message.kind == Consent::kind)
    server.consents.emplace(okta.settings->user_id, okta.settings->client_id);
  if (asks_for(okta, "id_token"))
    tokens.add("id_token",
               sign_jwt(id_token_claims(*okta.settings, grant, access_token, server.random.base64url(43)), server.key));
  answer(okta, "access_token_response", std::move(tokens), answer_place(okta));
}

// clang-format off
struct Behaviour : Front<Behaviour, Okta> {
  using Front::Front;
  using initial_state = Idle;
  using transition_table = Table<
    //  in state         on event              go to            and do                   provided
    Row<Idle,            AuthorizationRequest, AwaitingSignIn,  Do<show_sign_in_page>,   If<sign_in_is_needed>>,
    Row<Idle,            AuthorizationRequest, AwaitingConsent, Do<show_consent_page>,   If<consent_is_needed>>,
    Row<Idle,            AuthorizationRequest, TokensIssued,    Do<issue_tokens>,        If<nothing_is_missing>>,
    Row<Idle,            AuthorizationRequest, ErrorReturned,   Do<redirect_with_error>, If<client_may_be_told>>,
    Row<Idle,            AuthorizationRequest, ErrorPageShown,  Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<Idle,            Authentication,       ErrorPageShown,  Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<Idle,            Consent,              ErrorPageShown,  Do<show_error_page>,     If<client_cannot_be_trusted>>,

    Row<AwaitingSignIn,  Authentication,       none,            Do<show_sign_in_page>,   If<sign_in_is_needed>>,
    Row<AwaitingSignIn,  Authentication,       AwaitingConsent, Do<show_consent_page>,   If<consent_is_needed>>,
    Row<AwaitingSignIn,  Authentication,       TokensIssued,    Do<issue_tokens>,        If<nothing_is_missing>>,
    Row<AwaitingSignIn,  Authentication,       ErrorReturned,   Do<redirect_with_error>, If<client_may_be_told>>,
    Row<AwaitingSignIn,  Authentication,       none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<AwaitingSignIn,  SignInTimeout,        Expired>,

    Row<AwaitingConsent, Consent,              TokensIssued,    Do<issue_tokens>,        If<nothing_is_missing>>,
    Row<AwaitingConsent, Consent,              ErrorReturned,   Do<redirect_with_error>, If<client_may_be_told>>,
    Row<AwaitingConsent, Consent,              none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<AwaitingConsent, SignInTimeout,        Expired>,

    // A form that nobody waits for is answered too: late, repeated, or sent by somebody else.
    Row<AwaitingConsent, Authentication,       none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<AwaitingSignIn,  Consent,              none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<TokensIssued,    Authentication,       none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<TokensIssued,    Consent,              none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<ErrorReturned,   Authentication,       none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<ErrorReturned,   Consent,              none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<ErrorPageShown,  Authentication,       none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<ErrorPageShown,  Consent,              none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<Expired,         Authentication,       none,            Do<show_error_page>,     If<client_cannot_be_trusted>>,
    Row<Expired,         Consent,              none,            Do<show_error_page>,     If<client_cannot_be_trusted>>>;
};
// clang-format on

using OktaActor =
    Shell<Participant::okta, Okta, Behaviour, AuthorizationRequest, Authentication, Consent, SignInTimeout>;

}  // namespace

std::unique_ptr<Actor> make_okta(OktaServer& server) { return std::make_unique<OktaActor>(server); }

const Edges& okta_edges() {
  static const Edges table = edges<Behaviour>();
  return table;
}

}  // namespace flowsim::flows::implicit
