// Builds okta's published documents from its settings and records.
#include "flows/implicit/okta_documents.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/members.hpp"
#include "flows/implicit/spelling.hpp"
#include "oauth/claims.hpp"
#include "oauth/tokens.hpp"

namespace flowsim::flows::implicit {
namespace {

/// The response types that the client's registration switches on, and both together where both are.
std::vector<std::string> response_types(const OktaSettings& settings) {
  auto types = settings.response_types;
  if (types.size() == 2) types.emplace_back("id_token token");
  return types;
}

Document metadata(const OktaServer& server, const Parameters&, Instant) {
  const auto& issuer = server.settings.issuer;
  std::vector<std::string> scopes;
  for (const auto& scope : server.settings.scopes) scopes.push_back(scope.name);
  const auto list = [](auto... names) { return std::vector<std::string>{names...}; };
  Message message{"metadata_response", members_of({{"issuer", issuer},
                                                   {"authorization_endpoint", issuer_url(issuer, authorize_path)},
                                                   {"jwks_uri", issuer_url(issuer, keys_path)},
                                                   {"userinfo_endpoint", issuer_url(issuer, userinfo_path)},
                                                   {"introspection_endpoint", issuer_url(issuer, introspect_path)},
                                                   {"response_types_supported", response_types(server.settings)},
                                                   {"response_modes_supported", list("fragment")},
                                                   {"grant_types_supported", server.settings.grant_types},
                                                   {"subject_types_supported", list("public")},
                                                   {"id_token_signing_alg_values_supported", list("RS256")},
                                                   {"scopes_supported", std::move(scopes)}})};
  auto response = spelled_response(message);
  return {std::move(message), std::move(response)};
}

Document keys(const OktaServer& server, const Parameters&, Instant) {
  Message message{"key_set_response", {{"keys", server.published_keys}}};
  auto response = spelled_response(message);
  response.headers.add("Cache-Control", "max-age=5184000");
  return {std::move(message), std::move(response)};
}

const IssuedAccessToken* active_token(const OktaServer& server, std::string_view token, Instant now) {
  const auto found = server.issued.find(token);
  if (found == server.issued.end() || found->second.revoked) return nullptr;
  return unix_seconds(server.clock(now)) < found->second.expires ? &found->second : nullptr;
}

/// okta as resource server: the userinfo endpoint (OpenID Connect Core §5.3).
Document userinfo(const OktaServer& server, const Parameters& asked, Instant now) {
  const auto* token = active_token(server, asked.value_or_empty("access_token"), now);
  Message message{"userinfo_response", {}};
  if (token == nullptr || std::ranges::find(token->scopes, "openid") == token->scopes.end()) {
    const bool known = token != nullptr;
    message.parameters.add("status", known ? "403" : "401", Place::header);
    auto response = spelled_response(message);
    response.headers.add("WWW-Authenticate",
                         known ? "Bearer error=\"insufficient_scope\", error_description=\"The access token must "
                                 "provide access to at least one of these scopes - profile, email, address or phone\""
                               : "Bearer error=\"invalid_token\", error_description=\"The access token is invalid\"");
    return {std::move(message), std::move(response)};
  }
  message.parameters.add("body", to_json(userinfo_claims(*token->settings, token->scopes)));
  auto response = spelled_response(message);
  return {std::move(message), std::move(response)};
}

Document introspection(const OktaServer& server, const Parameters& asked, Instant now) {
  const auto* token = active_token(server, asked.value_or_empty("token"), now);
  // Whatever is not an active token is just that, with no reason given (RFC 7662 §2.2).
  Claims claims{{"active", token != nullptr}};
  Message message{"introspection_response", {{"active", token != nullptr ? "true" : "false"}}};
  if (token != nullptr) {
    claims.add("token_type", std::string("Bearer"));
    claims.add("scope", join(token->scopes, " "));
    claims.add("client_id", token->settings->client_id);
    claims.add("username", token->settings->username);
    claims.add("exp", token->expires);
    claims.add("uid", token->settings->user_id);
  }
  auto response = spelled_response({message.kind, members_of(claims)});
  return {std::move(message), std::move(response)};
}

struct DocumentRow {
  std::string_view path, request, kind;
  Document (*make)(const OktaServer&, const Parameters& asked, Instant);
};

constexpr std::array document_rows{
    DocumentRow{metadata_path, "metadata_request", "metadata_response", metadata},
    DocumentRow{keys_path, "key_set_request", "key_set_response", keys},
    DocumentRow{userinfo_path, "userinfo_request", "userinfo_response", userinfo},
    DocumentRow{introspect_path, "introspection_request", "introspection_response", introspection},
};

}  // namespace

std::optional<Document> okta_document(const OktaServer& server, std::string_view path, const Payload& request,
                                      Instant now) {
  const auto row = std::ranges::find(document_rows, path, &DocumentRow::path);
  if (row == document_rows.end()) return {};
  const auto asked = recognised({row->request}, request, issuer_url(server.settings.issuer, path));
  return asked ? row->make(server, asked->parameters, now) : std::optional<Document>();
}

std::string_view document_kind(std::string_view path) {
  for (const auto& row : document_rows)
    if (path.ends_with(row.path)) return row.kind;
  return {};
}

HttpResponse not_found(std::string_view path) {
  const Claims error{{"errorCode", std::string("E0000007")},
                     {"errorSummary", "Not found: Resource not found: " + std::string(path)}};
  return json_response(to_json(error), 404);
}

}  // namespace flowsim::flows::implicit
