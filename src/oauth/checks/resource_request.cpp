// What the app checks of a resource request, before it looks into the token.
#include <algorithm>

#include "oauth/checks.hpp"
#include "oauth/checks/values.hpp"

namespace flowsim::oauth {
namespace {

// The scheme of the `authorization` parameter, up to its first space; nothing where there is none.
std::optional<std::string_view> authorization_scheme(const Parameters& request) {
  const auto header = request.find("authorization");
  if (!header) return std::nullopt;
  return header->substr(0, header->find_first_of(" \t"));
}

// RFC 6750 §5.3: whoever sees a bearer token can use it, so it must not travel in clear.
Finding resource_request_over_tls(const ResourceRequestContext& context) {
  return holds_if(equal_ignoring_case(context.scheme, "https"), {"found.value", {"https"}},
                  shown_value(context.scheme));
}

// RFC 6750 §3.1: a request without a bearer token, or with another kind of credentials, is told only that this resource
// needs one.
Finding credentials_present(const ResourceRequestContext& context) {
  if (context.request.has("access_token")) return passes({"found.bearer_token"}, {"found.token"});
  const auto scheme = authorization_scheme(context.request);
  return holds_if(scheme && equal_ignoring_case(*scheme, "Bearer"), {"found.bearer_token"},
                  scheme ? Phrase{"found.authorization", {std::string(*scheme)}} : Phrase{"found.no_credentials"});
}

bool is_token_character(char character) {
  return is_letter_or_digit(character) || std::string_view("-._~+/").find(character) != std::string_view::npos;
}

bool is_b64token(std::string_view text) {
  const auto padding = std::ranges::find_if_not(text, is_token_character);
  return padding != text.begin() && std::all_of(padding, text.end(), [](char character) { return character == '='; });
}

bool came_in_header(const Parameter& parameter) {
  return parameter.name == "access_token" && (parameter.place == Place::usual || parameter.place == Place::header);
}

// RFC 6750 §2.1: `Bearer`, spaces, and one token of the syntax b64token.
Finding bearer_header_well_formed(const ResourceRequestContext& context) {
  const auto scheme = authorization_scheme(context.request);
  if (scheme && equal_ignoring_case(*scheme, "Bearer"))
    return fails({"found.bearer_and_token"}, {"found.no_bearer_syntax"});
  const auto token = std::ranges::find_if(context.request, came_in_header);
  if (token == context.request.end()) return not_applicable({"found.no_bearer_header"});
  return holds_if(is_b64token(token->value), {"found.bearer_and_token"}, shown_secret(token->value, token->value));
}

// RFC 6750 §2: one way of sending the token, once.
// A proxy could check one token, and the app use another.
Finding one_token_carrier(const ResourceRequestContext& context) {
  const auto carriers = context.request.count("access_token");
  if (carriers == 0) return not_applicable({"found.no_token"});
  return holds_if(carriers == 1, {"found.one_token"},
                  carriers == 1 ? Phrase{"found.a_token"} : Phrase{"found.tokens", {std::to_string(carriers)}});
}

bool is_token_in_query(const Parameter& parameter) {
  return parameter.name == "access_token" && parameter.place == Place::query;
}

// RFC 9700 §4.3.2: addresses end up in logs, in histories and in Referer headers, so a token in the query is refused,
// although RFC 6750 §2.3 once allowed it.
Finding token_not_in_query(const ResourceRequestContext& context) {
  if (!context.request.has("access_token")) return not_applicable({"found.no_token"});
  const bool in_query = std::ranges::any_of(context.request, is_token_in_query);
  return holds_if(!in_query, {"found.not_in_query"}, {in_query ? "found.in_query" : "found.elsewhere"});
}

}  // namespace

// Whether there is a token at all comes first, because only that is answered without an error code (RFC 6750 §3.1).
std::span<const CheckRow<ResourceRequestContext>> resource_request_checks() {
  using enum Participant;
  using enum Refusal;
  static constexpr CheckRow<ResourceRequestContext> rows[] = {
      {{"resource_request_over_tls", app, 5, "RFC 6750 §5.3", challenge, "invalid_request", 400,
        "The resource is served over https only"},
       resource_request_over_tls},
      {{"credentials_present", app, 5, "RFC 6750 §3.1", challenge, "", 401}, credentials_present},
      {{"bearer_header_well_formed", app, 5, "RFC 6750 §2.1", challenge, "invalid_request", 400,
        "The Authorization header is malformed"},
       bearer_header_well_formed},
      {{"one_token_carrier", app, 5, "RFC 6750 §2", challenge, "invalid_request", 400,
        "The access token was sent more than once"},
       one_token_carrier},
      {{"token_not_in_query", app, 5, "RFC 9700 §4.3.2", challenge, "invalid_request", 400,
        "The access token must not be sent in the query"},
       token_not_in_query},
  };
  return rows;
}

}  // namespace flowsim::oauth
