// Builds okta's published documents from its settings and records.
#include "flows/implicit/okta_documents.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/codec.hpp"
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

Document metadata(const OktaServer& server, const HttpRequest&, Instant) {
  const auto& issuer = server.settings.issuer;
  const std::string base = issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer;
  std::vector<std::string> scopes;
  for (const auto& scope : server.settings.scopes) scopes.push_back(scope.name);
  const auto list = [](auto... names) { return std::vector<std::string>{names...}; };
  auto document = to_json({{"issuer", issuer},
                           {"authorization_endpoint", base + "/v1/authorize"},
                           {"jwks_uri", base + "/v1/keys"},
                           {"userinfo_endpoint", base + "/v1/userinfo"},
                           {"introspection_endpoint", base + "/v1/introspect"},
                           {"response_types_supported", response_types(server.settings)},
                           {"response_modes_supported", list("fragment")},
                           {"grant_types_supported", server.settings.grant_types},
                           {"subject_types_supported", list("public")},
                           {"id_token_signing_alg_values_supported", list("RS256")},
                           {"scopes_supported", std::move(scopes)}});
  return {{"metadata_response", read_metadata(document)}, json_response(std::move(document))};
}

Document keys(const OktaServer& server, const HttpRequest&, Instant) {
  auto response = json_response(server.published_keys);
  response.headers.add("Cache-Control", "max-age=5184000");
  return {{"key_set_response", {{"keys", server.published_keys}}}, std::move(response)};
}

std::string bearer_token(const HttpRequest& request) {
  const auto parameters = read_resource_request(request);
  return std::string(parameters.value_or_empty("access_token"));
}

const IssuedAccessToken* active_token(const OktaServer& server, std::string_view token, Instant now) {
  const auto found = server.issued.find(token);
  if (found == server.issued.end() || found->second.revoked) return nullptr;
  return unix_seconds(server.clock(now)) < found->second.expires ? &found->second : nullptr;
}

/// okta as resource server: the userinfo endpoint (OpenID Connect Core §5.3).
Document userinfo(const OktaServer& server, const HttpRequest& request, Instant now) {
  const auto* token = active_token(server, bearer_token(request), now);
  Message message{"userinfo_response", {}};
  if (token == nullptr || std::ranges::find(token->scopes, "openid") == token->scopes.end()) {
    const bool known = token != nullptr;
    auto response = json_response("{}", known ? 403 : 401);
    response.headers.add("WWW-Authenticate",
                         known ? "Bearer error=\"insufficient_scope\", error_description=\"The access token must "
                                 "provide access to at least one of these scopes - profile, email, address or phone\""
                               : "Bearer error=\"invalid_token\", error_description=\"The access token is invalid\"");
    message.parameters.add("status", known ? "403" : "401", Place::header);
    return {std::move(message), std::move(response)};
  }
  auto body = to_json(userinfo_claims(*token->settings, token->scopes));
  message.parameters.add("body", body);
  return {std::move(message), json_response(std::move(body))};
}

Document introspection(const OktaServer& server, const HttpRequest& request, Instant now) {
  const auto form = request_parameters(request);
  const auto* token = active_token(server, form.value_or_empty("token"), now);
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
  return {std::move(message), json_response(to_json(claims))};
}

struct DocumentRow {
  std::string_view path, kind;
  Document (*make)(const OktaServer&, const HttpRequest&, Instant);
};

constexpr std::array document_rows{
    DocumentRow{"/.well-known/openid-configuration", "metadata_response", metadata},
    DocumentRow{"/v1/keys", "key_set_response", keys},
    DocumentRow{"/v1/userinfo", "userinfo_response", userinfo},
    DocumentRow{"/v1/introspect", "introspection_response", introspection},
};

}  // namespace

std::optional<Document> okta_document(const OktaServer& server, std::string_view path, const HttpRequest& request,
                                      Instant now) {
  const auto row = std::ranges::find(document_rows, path, &DocumentRow::path);
  if (row == document_rows.end()) return {};
  return row->make(server, request, now);
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
