// When okta must ask the user: for a sign-in, or for consent.
#include "oauth/checks/prompting.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "oauth/checks.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

std::string hinted_subject(std::string_view id_token_hint) {
  const auto token = decode_jwt(id_token_hint);
  const auto subject = token ? token->claims.text("sub") : std::nullopt;
  return subject ? std::string(*subject) : "";
}

}  // namespace

std::optional<std::uint32_t> read_max_age(std::string_view text) {
  std::uint32_t seconds = 0;
  const auto* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return seconds;
}

Finding hints_name_user(const Parameters& request, const OktaSettings& okta) {
  const auto login = request.value("login_hint");
  const auto id_token = request.value("id_token_hint");
  if (!login && !id_token) return not_applicable("no hint");
  if (login && *login != okta.username) return fails(okta.username, shown_value(login));
  if (!id_token) return passes(okta.username, shown_value(login));
  const auto subject = hinted_subject(*id_token);
  return holds_if(subject == okta.user_id, "sub " + okta.user_id,
                  subject.empty() ? "no sub can be read" : "sub " + shown_value(subject));
}

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
  const auto max_age = read_max_age(request.value_or_empty("max_age"));
  if (!max_age) return false;
  // `max_age=0` asks for a new sign-in, as `prompt=login` does, even within the same millisecond.
  return *max_age == 0 || now - auth_time > std::chrono::seconds{*max_age};
}

}  // namespace flowsim::oauth
