// What is checked around signing in and consenting: whether okta may go on without asking, the page, and the two forms.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "oauth/checks.hpp"
#include "oauth/checks/values.hpp"
#include "wire/url.hpp"

namespace flowsim::oauth {
namespace {

std::string hinted_subject(std::string_view id_token_hint) {
  const auto token = decode_jwt(id_token_hint);
  const auto subject = token ? token->claims.text("sub") : std::nullopt;
  return subject ? std::string(*subject) : "";
}

// Every hint of the request names okta's user: `login_hint` by its username, the `sub` of `id_token_hint` by its user
// id. Nothing to look at without a hint. The ID token's signature and times are not looked at: a forged hint can only
// cause a refusal or a sign-in.
Finding hints_name_user(const Parameters& request, const OktaSettings& okta) {
  const auto login = request.value("login_hint");
  const auto id_token = request.value("id_token_hint");
  if (!login && !id_token) return not_applicable({"found.no_hint"});
  if (login && *login != okta.username) return fails({"found.text", {okta.username}}, shown_value(login));
  if (!id_token) return passes({"found.text", {okta.username}}, shown_value(login));
  const auto subject = hinted_subject(*id_token);
  return holds_if(subject == okta.user_id, {"found.named", {"sub", okta.user_id}},
                  subject.empty() ? Phrase{"found.no_sub"} : Phrase{"found.claim", {"sub", subject}});
}

// OpenID Connect Core §3.1.2.3, §3.1.2.6: with prompt=none no page may be shown, so who is not signed in, or not
// recently enough, gets an error.
Finding signed_in_for_prompt_none(const PromptContext& context) {
  if (!has_word(context.request.value_or_empty("prompt"), "none")) return not_applicable({"found.okta_may_prompt"});
  if (!context.signed_in) return fails({"found.session"}, {"found.not_signed_in"});
  const auto max_age = context.request.value("max_age");
  return holds_if(!session_is_stale(context.request, context.auth_time, context.now),
                  max_age ? Phrase{"found.session_within", {std::string(*max_age)}} : Phrase{"found.session"},
                  {"found.signed_in", {milliseconds_text(context.auth_time - context.now)}});
}

// OpenID Connect Core §3.1.2.1, §3.1.2.2: with prompt=none and a hint at another user than the one signed in, okta
// must not answer for that one.
// Where okta may prompt, it asks for a sign-in instead: see `session_is_of_another_user`.
Finding session_user_matches_hint(const PromptContext& context) {
  if (!has_word(context.request.value_or_empty("prompt"), "none")) return not_applicable({"found.okta_may_prompt"});
  if (!context.signed_in) return not_applicable({"found.not_signed_in"});
  return hints_name_user(context.request, context.okta);
}

constexpr std::string_view where_possible = "urn:okta:loa:2fa:any:ifpossible";
constexpr std::array<std::string_view, 6> okta_levels{
    "urn:okta:loa:1fa:pwd", "urn:okta:loa:1fa:any", "urn:okta:loa:2fa:any", where_possible, "phr", "phrh"};

bool is_reachable(std::string_view value, const OktaSettings& okta) {
  return value == where_possible || std::ranges::find(okta.acr_supported, value) != okta.acr_supported.end();
}

// Okta's step-up guide: a level of assurance that Okta knows and cannot reach ends the request; values it does not
// know are ignored.
// In plain OpenID Connect acr_values is a wish, which cannot fail (OpenID Connect Core §3.1.2.1).
Finding acr_reachable(const PromptContext& context) {
  const auto wanted = context.request.value("acr_values");
  if (!wanted) return not_applicable({"found.named_absent", {"acr_values"}});
  if (context.okta.profile == Profile::rfc6749) return not_applicable({"found.acr_only_a_wish"});
  const auto values = split_words(*wanted);
  const auto reachable = [&](std::string_view value) { return is_reachable(value, context.okta); };
  const auto known = [](std::string_view value) { return std::ranges::find(okta_levels, value) != okta_levels.end(); };
  const bool reached = std::ranges::any_of(values, reachable);
  if (!reached && std::ranges::none_of(values, known)) return not_applicable({"found.acr_unknown"});
  const auto& reachable_ones = context.okta.acr_supported;
  return holds_if(reached,
                  reachable_ones.empty() ? Phrase{"found.reachable_but_none"} : Phrase{"found.one_of", reachable_ones},
                  shown_value(wanted));
}

// OpenID Connect Core §3.1.2.6: with prompt=none okta cannot ask for the consent it lacks.
Finding consent_given_for_prompt_none(const PromptContext& context) {
  if (!has_word(context.request.value_or_empty("prompt"), "none")) return not_applicable({"found.okta_may_prompt"});
  return holds_if(!context.consent_needed, {"found.no_consent_to_ask"},
                  {context.consent_needed ? "found.consent_needed" : "found.none_needed"});
}

// RFC 6819 §4.2.1: nothing but the address bar tells the user which page gets the password.
Finding sign_in_page_is_okta(const SignInPageContext& context) {
  const auto origin = origin_of(context.address);
  const bool holds = origin.starts_with("https://") && origin == origin_of(context.expected_origin);
  return holds_if(holds, shown_value(context.expected_origin),
                  origin.empty() ? Phrase{"found.no_address"} : shown_value(origin));
}

// RFC 6749 §10.12: a form counts only as part of a request that was started in the same browser.
Finding transaction_known(const SignInContext& context) {
  return holds_if(context.transaction_known, {"found.request_of_browser"},
                  {context.transaction_known ? "found.pending" : "found.none_pending"});
}

// RFC 6749 §10.12: the form must be the one okta made, or a foreign page could sign the user in, or consent for them.
Finding csrf_token_matches(const SignInContext& context) {
  const auto sent = context.form.value("csrf_token");
  return holds_if(sent && equal_secrets(*sent, context.expected_csrf_token),
                  shown_secret(context.expected_csrf_token, context.expected_csrf_token),
                  shown_secret(sent, context.expected_csrf_token));
}

constexpr int limit = 10;

// RFC 6819 §5.1.4.2.3: passwords must not be guessed by trying; after ten failures okta looks at no more of them.
Finding attempts_below_limit(const SignInContext& context) {
  return holds_if(context.failed_attempts < limit, {"found.fewer_attempts", {std::to_string(limit)}},
                  {"found.text", {std::to_string(context.failed_attempts)}});
}

// Okta's Authentication API: an unknown user and a wrong password get the same answer, so that nobody can collect
// user names (E0000004).
// Passwords are never shown.
Finding credentials_correct(const SignInContext& context) {
  const auto username = context.form.value_or_empty("username");
  const bool user_known = username == context.okta.username;
  const bool password_right = equal_secrets(context.form.value_or_empty("password"), context.okta.password);
  Phrase actual{!user_known      ? "found.no_user"
                : password_right ? "found.with_that_password"
                                 : "found.with_another_password",
                {std::string(username)}};
  if (username.empty())
    actual = {!user_known      ? "found.nobody_is_no_user"
              : password_right ? "found.nobody_with_that_password"
                               : "found.nobody_with_another_password"};
  return holds_if(user_known && password_right, {"found.with_right_password", {context.okta.username}},
                  std::move(actual));
}

// Okta's Authentication API: by default a locked account gets the answer of a wrong password (E0000004).
Finding account_not_locked(const SignInContext& context) {
  return holds_if(!context.okta.user_locked, {"found.not_locked"},
                  {context.okta.user_locked ? "found.locked" : "found.not_locked"});
}

// Okta: only users whom an administrator assigned to the application get tokens for it (RFC 6749 §4.2.2.1).
Finding user_assigned(const SignInContext& context) {
  return holds_if(context.okta.user_assigned, {"found.assigned_to", {context.okta.client_name}},
                  {context.okta.user_assigned ? "found.assigned" : "found.not_assigned"});
}

// Okta access policies: a custom authorization server issues nothing unless a rule matches the client, the grant type,
// the user and every scope.
Finding policy_allows(const SignInContext& context) {
  return holds_if(context.okta.policy_allows, {"found.matching_rule"},
                  {context.okta.policy_allows ? "found.rule_matches" : "found.no_rule_matches"});
}

// RFC 6749 §4.2.2.1: without the user's consent there is no token.
Finding consent_granted(const SignInContext& context) {
  const auto answer = context.form.value("consent");
  return holds_if(answer == "granted", {"found.value", {"granted"}}, shown_value(answer));
}

// Both forms begin with these two: whether the form is one of okta's own comes before what it says.
constexpr CheckRow<SignInContext> transaction_known_row{
    {"transaction_known", Participant::okta, 3, "RFC 6749 §10.12", Refusal::error_page, "invalid_request", 400,
     "The request is unknown or has expired."},
    transaction_known};
constexpr CheckRow<SignInContext> csrf_token_row{
    {"csrf_token_matches", Participant::okta, 3, "RFC 6749 §10.12", Refusal::error_page, "invalid_request", 403,
     "The form was not made by this server."},
    csrf_token_matches};

constexpr std::size_t first_assignment_row = 5;

}  // namespace

bool session_is_of_another_user(const Parameters& request, const OktaSettings& okta) {
  return hints_name_user(request, okta).status == CheckStatus::failed;
}

bool consent_is_needed(const OktaSettings& okta, std::span<const std::string_view> scopes, std::string_view prompt) {
  const bool something_to_ask = std::ranges::any_of(okta.scopes, [&](const ScopeRegistration& scope) {
    return scope.consent != ScopeConsent::implicit && std::ranges::find(scopes, scope.name) != scopes.end();
  });
  if (!something_to_ask) return false;
  if (has_word(prompt, "consent")) return true;
  return okta.consent_method == ConsentMethod::required && !okta.consent_granted;
}

bool session_is_stale(const Parameters& request, Instant auth_time, Instant now) {
  const auto prompt = request.value_or_empty("prompt");
  if (has_word(prompt, "login") || has_word(prompt, "select_account")) return true;
  const auto max_age = read_number<std::uint32_t>(request.value_or_empty("max_age"));
  if (!max_age) return false;
  // `max_age=0` asks for a new sign-in, as `prompt=login` does, even within the same millisecond.
  return *max_age == 0 || now - auth_time > std::chrono::seconds{*max_age};
}

// Who is signed in comes before what that user may get (OpenID Connect Core §3.1.2.3).
std::span<const CheckRow<PromptContext>> prompt_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<PromptContext> rows[] = {
      {{"signed_in_for_prompt_none", okta, 2, "OpenID Connect Core §3.1.2.6", error_redirect, "login_required", 0,
        "The client specified not to prompt, but the user is not logged in."},
       signed_in_for_prompt_none},
      {{"session_user_matches_hint", okta, 2, "OpenID Connect Core §3.1.2.2", error_redirect, "login_required", 0,
        "The client specified not to prompt, but another user is logged in."},
       session_user_matches_hint},
      {{"acr_reachable", okta, 2, "OpenID Connect Core §5.5.1.1", error_redirect, "unmet_authentication_requirements",
        0, "The requested authentication context cannot be reached."},
       acr_reachable},
      {{"consent_given_for_prompt_none", okta, 2, "OpenID Connect Core §3.1.2.6", error_redirect, "consent_required", 0,
        "The client specified not to prompt, but consent is required."},
       consent_given_for_prompt_none},
  };
  return rows;
}

std::span<const CheckRow<SignInPageContext>> sign_in_page_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<SignInPageContext> rows[] = {
      {{"sign_in_page_is_okta", user, 2, "RFC 6819 §4.2.1", leave}, sign_in_page_is_okta},
  };
  return rows;
}

// The limit comes before the password, or it would not slow guessing down; the password before the lock, so that only
// the account's owner learns of it. The last rows, from `user_assigned` on, hold of a known user (`assignment_checks`).
std::span<const CheckRow<SignInContext>> sign_in_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<SignInContext> rows[] = {
      transaction_known_row,
      csrf_token_row,
      {{"attempts_below_limit", okta, 3, "RFC 6819 §5.1.4.2.3", ask_again, "E0000047", 429,
        "API call exceeded rate limit due to too many requests."},
       attempts_below_limit},
      {{"credentials_correct", okta, 3, "RFC 6749 §3.1", ask_again, "E0000004", 401, "Authentication failed"},
       credentials_correct},
      {{"account_not_locked", okta, 3, "RFC 6819 §5.1.4.2.3", ask_again, "E0000004", 401, "Authentication failed"},
       account_not_locked},
      {{"user_assigned", okta, 3, "RFC 6749 §4.2.2.1", error_redirect, "access_denied", 0,
        "User is not assigned to the client application."},
       user_assigned},
      {{"policy_allows", okta, 3, "RFC 6749 §4.2.2.1", error_redirect, "access_denied", 0,
        "Policy evaluation failed for this request, please check the policy configurations."},
       policy_allows},
  };
  static_assert(rows[first_assignment_row].check.name == "user_assigned");
  return rows;
}

std::span<const CheckRow<SignInContext>> assignment_checks() { return sign_in_checks().subspan(first_assignment_row); }

std::span<const CheckRow<SignInContext>> consent_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<SignInContext> rows[] = {
      transaction_known_row,
      csrf_token_row,
      {{"consent_granted", okta, 3, "RFC 6749 §4.2.2.1", error_redirect, "access_denied", 0,
        "The resource owner or authorization server denied the request."},
       consent_granted},
  };
  return rows;
}

}  // namespace flowsim::oauth
