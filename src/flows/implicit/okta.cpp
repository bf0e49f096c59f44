// okta's transition table, and the few functions it names.
#include "flows/implicit/okta.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/shell.hpp"
#include "oauth/checks.hpp"
#include "oauth/jwt.hpp"
#include "oauth/tokens.hpp"
#include "wire/url.hpp"

namespace flowsim::implicit {
namespace {

using namespace flowsim::machine;

/// What okta does next, decided once for each message; the guards only read it.
namespace decision {
constexpr std::string_view ask_to_sign_in = "ask_to_sign_in";
constexpr std::string_view ask_for_consent = "ask_for_consent";
constexpr std::string_view issue_tokens = "issue_tokens";
constexpr std::string_view redirect_with_error = "redirect_with_error";
constexpr std::string_view show_error_page = "show_error_page";
}  // namespace decision

/// One authorization request and how far it has come.
struct Okta {
  OktaServer& server;
  Outbox outbox{};
  Parameters request{};
  std::string handle{};      ///< names the pending request; also in a cookie of the browser that started it
  std::string csrf_token{};  ///< of the form shown last
  std::string session{};     ///< session cookie's value; empty while nobody is signed in
  Instant auth_time{};
  int failed_attempts = 0;
  const Check* refused = nullptr;   ///< the check that failed last
  const Check* deferred = nullptr;  ///< a fault of the request that is told only after sign-in (RFC 9700 §4.11.2)
};

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

std::string_view parameter(const Okta& okta, std::string_view name) { return okta.request.value_or_empty(name); }

bool asks_for(const Okta& okta, std::string_view response_type) {
  const auto words = split_words(parameter(okta, "response_type"));
  return std::ranges::find(words, response_type) != words.end();
}

bool must_ask_for_consent(const Okta& okta) {
  return flowsim::consent_is_needed(okta.server.settings, split_words(parameter(okta, "scope")),
                                    parameter(okta, "prompt"));
}

std::string_view after_refusal(const Okta& okta) {
  switch (okta.refused->refusal) {
    case Refusal::ask_again:
      return decision::ask_to_sign_in;
    case Refusal::error_redirect:
      return decision::redirect_with_error;
    default:
      return decision::show_error_page;
  }
}

std::string_view after_sign_in(Okta& okta) {
  if (okta.deferred != nullptr) {
    okta.refused = okta.deferred;
    return decision::redirect_with_error;
  }
  return must_ask_for_consent(okta) ? decision::ask_for_consent : decision::issue_tokens;
}

/// Who is signed in already is not asked for a password, but must be allowed to use the client all the same.
void judge_assignment(Okta& okta, Verdict& verdict) {
  const Parameters nothing;
  auto judgement =
      examine(assignment_checks(), {nothing, okta.server.settings, true, {}, 0}, okta.server.disabled_checks);
  std::ranges::move(judgement.verdict.results, std::back_inserter(verdict.results));
  okta.refused = judgement.failed;
}

/// Whether the user need not sign in; adds what was found to the verdict.
bool judge_prompt(Okta& okta, const Incoming& incoming, Verdict& verdict) {
  const auto session = okta.server.sessions.find(incoming.message.parameters.value_or_empty(session_cookie));
  const bool signed_in = session != okta.server.sessions.end();
  if (signed_in) {
    okta.session = session->first;
    okta.auth_time = session->second;
  }
  const auto now = okta.server.clock(incoming.now);
  auto judgement = examine(
      prompt_checks(), {okta.request, okta.server.settings, signed_in, okta.auth_time, must_ask_for_consent(okta), now},
      okta.server.disabled_checks);
  std::ranges::move(judgement.verdict.results, std::back_inserter(verdict.results));
  okta.refused = judgement.failed;
  const bool no_sign_in = signed_in && !session_is_stale(okta.request, okta.auth_time, now);
  if (okta.refused == nullptr && no_sign_in) judge_assignment(okta, verdict);
  return no_sign_in;
}

Verdict judge_request(Okta& okta, const Incoming& incoming) {
  const auto& arrived = incoming.message.parameters;
  for (const auto& item : arrived)
    if (item.place == Place::usual) okta.request.add(item.name, item.value);
  auto [verdict, refused] = examine(
      authorization_request_checks(),
      {arrived.value_or_empty(":method"), arrived.value_or_empty(":scheme"), okta.request, okta.server.settings},
      okta.server.disabled_checks);
  okta.refused = refused;
  if (refused != nullptr) {
    const bool may_wait = !okta.server.settings.error_before_login && refused->refusal == Refusal::error_redirect &&
                          parameter(okta, "prompt") != "none";
    if (may_wait) okta.deferred = refused;
    verdict.decision = may_wait ? decision::ask_to_sign_in : after_refusal(okta);
    return verdict;
  }
  const bool no_sign_in = judge_prompt(okta, incoming, verdict);
  if (okta.refused != nullptr)
    verdict.decision = after_refusal(okta);
  else
    verdict.decision = no_sign_in ? after_sign_in(okta) : decision::ask_to_sign_in;
  return verdict;
}

SignInContext form_context(const Okta& okta, const Parameters& form) {
  const bool known = !okta.handle.empty() && form.value_or_empty("transaction_id") == okta.handle &&
                     form.value_or_empty(transaction_cookie) == okta.handle;
  return {form, okta.server.settings, known, okta.csrf_token, okta.failed_attempts};
}

Verdict judge_authentication(Okta& okta, const Incoming& incoming) {
  const auto context = form_context(okta, incoming.message.parameters);
  auto [verdict, refused] = examine(sign_in_checks(), context, okta.server.disabled_checks);
  okta.refused = refused;
  if (refused == nullptr || refused->refusal == Refusal::error_redirect) {
    okta.auth_time = okta.server.clock(incoming.now);
    okta.session = okta.server.random.base64url(24);  // a new one after each sign-in, against session fixation
    okta.server.sessions[okta.session] = okta.auth_time;
  }
  if (refused != nullptr && refused->refusal == Refusal::ask_again) ++okta.failed_attempts;
  verdict.decision = refused != nullptr ? after_refusal(okta) : after_sign_in(okta);
  return verdict;
}

Verdict judge_consent(Okta& okta, const Incoming& incoming) {
  const auto context = form_context(okta, incoming.message.parameters);
  auto [verdict, refused] = examine(consent_checks(), context, okta.server.disabled_checks);
  okta.refused = refused;
  if (refused == nullptr) okta.server.settings.consent_granted = true;
  verdict.decision = refused != nullptr ? after_refusal(okta) : decision::issue_tokens;
  return verdict;
}

/// Applies the checks to what arrived and decides what follows; a timer carries nothing to check.
Judging judge(Okta& okta, const Incoming& incoming, std::string_view state) {
  const auto& kind = incoming.message.kind;
  Judging judging{{}, incoming.id};
  if (kind == AuthorizationRequest::kind && state == name_of_type<Idle>)
    judging.verdict = judge_request(okta, incoming);
  else if (kind == Authentication::kind && state != name_of_type<AwaitingConsent>)
    judging.verdict = judge_authentication(okta, incoming);
  else if (kind == Consent::kind)
    judging.verdict = judge_consent(okta, incoming);
  return judging;
}

bool sign_in_is_needed(const Okta&, const Dispatched& event) {
  return event.verdict.decision == decision::ask_to_sign_in;
}
bool consent_is_needed(const Okta&, const Dispatched& event) {
  return event.verdict.decision == decision::ask_for_consent;
}
bool nothing_is_missing(const Okta&, const Dispatched& event) {
  return event.verdict.decision == decision::issue_tokens;
}
bool client_may_be_told(const Okta&, const Dispatched& event) {
  return event.verdict.decision == decision::redirect_with_error;
}
bool client_cannot_be_trusted(const Okta&, const Dispatched& event) {
  return event.verdict.decision == decision::show_error_page;
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
  shown.add("client_name", okta.server.settings.client_name);
  shown.add("transaction_id", okta.handle);
  shown.add("csrf_token", okta.csrf_token);
  okta.outbox.send(Participant::okta, Participant::user, interaction, {std::move(kind), std::move(shown)});
  okta.outbox.timers.push_back({std::string(SignInTimeout::kind), okta.server.settings.sign_in_timeout});
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
  Parameters shown{{"scope", std::string(parameter(okta, "scope"))}};
  set_cookie(shown, session_cookie, okta.session);
  prompt(okta, "consent_prompt", 3, std::move(shown));
}

std::string configured(std::span<const std::string> names) { return "[" + join(names, ", ") + "]"; }

std::string description_of(const Okta& okta) {
  std::string text(okta.refused->description);
  if (okta.refused->error == "unsupported_response_type")
    text += " Configured response types: " + configured(okta.server.settings.response_types) + ".";
  if (okta.refused->error == "unauthorized_client")
    text += " Configured grant types: " + configured(okta.server.settings.grant_types) + ".";
  return text;
}

/// Okta answers in the query only where no response type said that the fragment is meant (RFC 6749 §4.2.2.1).
Place answer_place(const Okta& okta) { return okta.request.has("response_type") ? Place::usual : Place::query; }

void answer(Okta& okta, std::string kind, Parameters answer) {
  if (auto state = okta.request.find("state")) answer.add("state", std::string(*state), answer_place(okta));
  if (!okta.session.empty()) set_cookie(answer, session_cookie, okta.session);
  okta.outbox.send(Participant::okta, Participant::client, 4, {std::move(kind), std::move(answer)});
}

void redirect_with_error(Okta& okta, const Dispatched&) {
  Parameters error;
  error.add("error", std::string(okta.refused->error), answer_place(okta));
  if (auto text = description_of(okta); !text.empty())
    error.add("error_description", std::move(text), answer_place(okta));
  answer(okta, "authorization_error", std::move(error));
}

void show_error_page(Okta& okta, const Dispatched& event) {
  const int interaction = event.incoming.message.kind == AuthorizationRequest::kind ? 2 : 3;
  okta.outbox.send(
      Participant::okta, Participant::user, interaction,
      {"error_page",
       {{"error", std::string(okta.refused->error)},
        {"error_description", std::string(okta.refused->description)},
        {"status", std::to_string(okta.refused->status == 0 ? 400 : okta.refused->status), Place::header}}});
}

/// The scopes asked for that okta knows; without any, what the client gets by default is nothing but its identity.
std::vector<std::string> granted_scopes(const Okta& okta) {
  std::vector<std::string> scopes;
  for (const auto word : split_words(parameter(okta, "scope"))) scopes.emplace_back(word);
  return scopes;
}

/// The class of authentication reached: the first requested one that okta can do with a password.
std::string reached_acr(const Okta& okta) {
  for (const auto word : split_words(parameter(okta, "acr_values")))
    if (std::ranges::find(okta.server.settings.acr_supported, word) != okta.server.settings.acr_supported.end())
      return std::string(word);
  return {};
}

void issue_tokens(Okta& okta, const Dispatched& event) {
  auto& server = okta.server;
  const auto now = server.clock(event.incoming.now);
  const Grant grant{std::string(parameter(okta, "client_id")),
                    granted_scopes(okta),
                    std::string(parameter(okta, "nonce")),
                    reached_acr(okta),
                    okta.auth_time,
                    now};
  Parameters tokens;
  std::string access_token;
  if (asks_for(okta, "token")) {
    const auto claims = access_token_claims(server.settings, grant, server.random.base64url(43));
    access_token = sign_jwt(claims, server.key);
    server.issued[access_token] = {grant.scopes, claims.number("exp").value_or(0),
                                   server.settings.revokes_access_token};
    tokens.add("access_token", access_token);
    tokens.add("token_type", "Bearer");
    tokens.add("expires_in",
               std::to_string(
                   std::chrono::duration_cast<std::chrono::seconds>(server.settings.access_token_lifetime).count()));
    tokens.add("scope", join(grant.scopes, " "));
  }
  if (asks_for(okta, "id_token"))
    tokens.add("id_token", sign_jwt(id_token_claims(server.settings, grant, access_token, server.random.base64url(43)),
                                    server.key));
  answer(okta, "access_token_response", std::move(tokens));
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
    Row<AwaitingConsent, SignInTimeout,        Expired>>;
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

}  // namespace flowsim::implicit
