// okta's checks: the request (interaction 1), the need to prompt (2), the forms (3).
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/okta_data.hpp"
#include "oauth/checks.hpp"

namespace flowsim::flows::implicit {
namespace {

bool must_ask_for_consent(const Okta& okta) {
  return oauth::consent_is_needed(*okta.settings, split_words(okta.parameter("scope")), okta.parameter("prompt"));
}

std::string_view after_refusal(const Okta& okta) {
  switch (okta.refused->refusal) {
    case Refusal::ask_again:
      return okta_decision::ask_to_sign_in;
    case Refusal::error_redirect:
      return okta_decision::redirect_with_error;
    default:
      return okta_decision::show_error_page;
  }
}

std::string_view after_sign_in(Okta& okta) {
  if (okta.deferred != nullptr) {
    okta.refused = okta.deferred;
    return okta_decision::redirect_with_error;
  }
  return must_ask_for_consent(okta) ? okta_decision::ask_for_consent : okta_decision::issue_tokens;
}

/// Who is signed in already is not asked for a password, but must be allowed to use the client all the same.
void judge_assignment(Okta& okta, Verdict& verdict) {
  const Parameters nothing;
  auto judgement = examine(assignment_checks(), {nothing, *okta.settings, true, {}, 0}, okta.server.defences);
  std::ranges::move(judgement.verdict.results, std::back_inserter(verdict.results));
  okta.refused = judgement.failed;
}

/// Whether this browser has a session that still counts for the request.
bool find_session(Okta& okta, const Parameters& arrived, Instant now) {
  const auto session = okta.server.sessions.find(arrived.value(session_cookie, Place::header).value_or(""));
  if (session == okta.server.sessions.end()) return false;
  okta.session = session->first;
  okta.auth_time = session->second.auth_time;
  okta.settings = &okta.server.about(okta.parameter("client_id"), session->second.username);
  if (session_is_of_another_user(okta.request, *okta.settings)) return false;
  return !session_is_stale(okta.request, okta.auth_time, okta.server.clock(now)) ||
         okta.server.defences.misbehaves("session_reused_despite_prompt");
}

void judge_prompt(Okta& okta, bool signed_in, Instant now, Verdict& verdict) {
  auto judgement = examine(prompt_checks(),
                           {okta.request, *okta.settings, !okta.session.empty(), okta.auth_time,
                            must_ask_for_consent(okta), okta.server.clock(now)},
                           okta.server.defences);
  std::ranges::move(judgement.verdict.results, std::back_inserter(verdict.results));
  okta.refused = judgement.failed;
  if (okta.refused == nullptr && signed_in) judge_assignment(okta, verdict);
}

/// RFC 9700 §4.11.2: who only wants to be redirected must sign in first; who may not be asked is told at once.
bool may_wait(const Okta& okta) {
  const auto& settings = *okta.settings;
  const bool errors_wait = !settings.error_before_login || settings.profile == Profile::hardened;
  return errors_wait && okta.refused->refusal == Refusal::error_redirect && okta.parameter("prompt") != "none";
}

Verdict judge_request(Okta& okta, const Incoming& incoming) {
  const auto& arrived = incoming.message.parameters;
  for (const auto& item : arrived)
    if (item.place == Place::usual) okta.request.add(item.name, item.value);
  okta.settings = &okta.server.about(okta.parameter("client_id"), okta.settings->username);
  auto [verdict, refused] =
      examine(authorization_request_checks(),
              {arrived.value(":method", Place::header).value_or(""),
               arrived.value(":scheme", Place::header).value_or(""), okta.request, *okta.settings},
              okta.server.defences);
  okta.refused = refused;
  const bool signed_in = find_session(okta, arrived, incoming.now);
  if (refused != nullptr && may_wait(okta) && !signed_in) {
    okta.deferred = refused;
    verdict.decision = okta_decision::ask_to_sign_in;
    return std::move(verdict);
  }
  if (refused == nullptr) judge_prompt(okta, signed_in, incoming.now, verdict);
  if (okta.refused != nullptr)
    verdict.decision = after_refusal(okta);
  else
    verdict.decision = signed_in ? after_sign_in(okta) : okta_decision::ask_to_sign_in;
  return std::move(verdict);
}

/// A form counts only while okta waits for it, and only from the browser that started the request.
SignInContext form_context(const Okta& okta, const Parameters& form, bool awaited) {
  const bool known = awaited && form.value_or_empty("transaction_id") == okta.handle &&
                     form.value(transaction_cookie, Place::header) == okta.handle;
  return {form, *okta.settings, known, okta.csrf_token, okta.failed_attempts};
}

void open_session(Okta& okta, Instant now) {
  okta.auth_time = okta.server.clock(now);
  okta.session = okta.server.random.base64url(24);  // a new one after each sign-in, against session fixation
  okta.server.sessions[okta.session] = {okta.auth_time, okta.settings->username};
}

Verdict judge_authentication(Okta& okta, const Incoming& incoming, bool awaited) {
  okta.settings =
      &okta.server.about(okta.parameter("client_id"), incoming.message.parameters.value_or_empty("username"));
  const auto context = form_context(okta, incoming.message.parameters, awaited);
  auto [verdict, refused] = examine(sign_in_checks(), context, okta.server.defences);
  okta.refused = refused;
  if (!awaited) {
    verdict.decision = okta_decision::show_error_page;
    return std::move(verdict);
  }
  if (refused == nullptr || refused->refusal == Refusal::error_redirect) open_session(okta, incoming.now);
  if (refused != nullptr && refused->refusal == Refusal::ask_again) ++okta.failed_attempts;
  verdict.decision = refused != nullptr ? after_refusal(okta) : after_sign_in(okta);
  return std::move(verdict);
}

Verdict judge_consent(Okta& okta, const Incoming& incoming, bool awaited) {
  const auto context = form_context(okta, incoming.message.parameters, awaited);
  auto [verdict, refused] = examine(consent_checks(), context, okta.server.defences);
  okta.refused = refused;
  if (!awaited)
    verdict.decision = okta_decision::show_error_page;
  else
    verdict.decision = refused != nullptr ? after_refusal(okta) : okta_decision::issue_tokens;
  return std::move(verdict);
}

}  // namespace

Judging judge(Okta& okta, const Incoming& incoming, std::string_view state) {
  const auto& kind = incoming.message.kind;
  if (kind == "authorization_request" && state == "Idle") return {judge_request(okta, incoming), incoming.id};
  if (kind == "authentication") return {judge_authentication(okta, incoming, state == "AwaitingSignIn"), incoming.id};
  if (kind == "consent") return {judge_consent(okta, incoming, state == "AwaitingConsent"), incoming.id};
  return {};
}

}  // namespace flowsim::flows::implicit
