// The table of this flow's spellings, and the few functions that its rows share.
#include "flows/implicit/spelling.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "base/text.hpp"
#include "flows/implicit/bearer.hpp"
#include "flows/implicit/members.hpp"
#include "wire/page.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

using Read = std::optional<Parameters>;

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

/// Whether the Content-Type names a form, with or without parameters (RFC 9110 §8.3.1).
bool is_form(std::string_view content_type) {
  return equal_ignoring_case(trimmed(content_type.substr(0, content_type.find(';'))), form_type);
}

/// The browser action, where it is one of these.
const BrowserAction* action_in(const Payload& payload, std::initializer_list<std::string_view> verbs) {
  const auto* action = std::get_if<BrowserAction>(&payload);
  return action != nullptr && std::ranges::find(verbs, action->verb) != verbs.end() ? action : nullptr;
}

/// The request, where it goes to that address with any query.
const HttpRequest* request_to(std::string_view address, const Payload& payload) {
  const auto* request = std::get_if<HttpRequest>(&payload);
  return request != nullptr && without_query(request->url) == address ? request : nullptr;
}

/// Most addresses name the host in the same letters; only others are worth taking apart.
bool same_origin(const UrlParts& one, const UrlParts& other) {
  if (one.scheme == other.scheme && one.authority == other.authority) return true;
  return origin_of(one.origin()) == origin_of(other.origin());
}

int status_of(const Parameters& parameters) {
  return read_number<int>(parameters.value_or_empty("status")).value_or(200);
}

/// Adds the headers that are the message's and not the transport's.
void add_telling_headers(Parameters& parameters, const HttpResponse& response) {
  constexpr std::array<std::string_view, 4> telling{"Set-Cookie", "Allow", "Retry-After", "WWW-Authenticate"};
  for (const auto& field : response.headers)
    if (std::ranges::any_of(telling, [&](auto name) { return equal_ignoring_case(name, field.name); }))
      parameters.add(field.name, field.value, Place::header);
}

/// Adds what the response says beside its body.
void add_status_and_headers(Parameters& parameters, const HttpResponse& response) {
  if (response.status != 200) parameters.add("status", std::to_string(response.status), Place::header);
  add_telling_headers(parameters, response);
}

// The person or a script opens an address; a visit to the client is said by nothing else.

Payload spell_opening(const Message&, std::string_view address) {
  return BrowserAction{"open", std::string(address), {}};
}

/// Any page of the client's will do, and what stands behind its path is nothing to it.
Read read_opening(std::string_view, const Payload& payload, std::string_view address) {
  const auto* action = action_in(payload, {"open", "run_script"});
  if (action == nullptr || origin_of(action->url) != origin_of(address)) return {};
  return Parameters{};
}

Payload spell_navigation(const Message& message, std::string_view address) {
  return BrowserAction{"navigate", with_query(address, without_headers(message.parameters)), {}};
}

Read read_navigation(std::string_view, const Payload& payload, std::string_view address) {
  if (const auto* request = request_to(address, payload)) return request_parameters(*request);
  const auto* action = action_in(payload, {"navigate"});
  if (action == nullptr || without_query(action->url) != address) return {};
  return request_parameters({"GET", action->url, {}, {}});
}

// A person sends a page's form; the browser makes a request of it.

Payload spell_form(const Message& message, std::string_view address) {
  return BrowserAction{"submit", std::string(address), without_headers(message.parameters)};
}

Read read_form(std::string_view, const Payload& payload, std::string_view address) {
  const auto* request = request_to(address, payload);
  if (request != nullptr && request->method == "POST") return request_parameters(*request);
  const auto* action = action_in(payload, {"submit"});
  if (action == nullptr || action->url != address) return {};
  return action->fields;
}

// A page of okta's, and what the browser shows of it.

/// Never framed, never cached, never a referrer (RFC 9700 §4.16, §4.2.4).
Payload spell_page(const Message& message, std::string_view address) {
  const Page page{message.kind, "Okta", std::string(address), without_headers(message.parameters), {}};
  HttpResponse response{status_of(message.parameters),
                        {{"Content-Type", "text/html"},
                         {"Cache-Control", "no-store"},
                         {"Content-Security-Policy", "frame-ancestors 'none'"},
                         {"X-Frame-Options", "DENY"},
                         {"Referrer-Policy", "no-referrer"}},
                        page_html(page)};
  add_headers(response, message.parameters);
  return response;
}

Read read_prompt(std::string_view kind, const Payload& payload, std::string_view) {
  if (const auto* action = action_in(payload, {"show"})) {
    auto message = read_shown(*action);
    return message.kind == kind ? Read(std::move(message.parameters)) : Read();
  }
  const auto* response = std::get_if<HttpResponse>(&payload);
  auto page = response != nullptr ? read_page(response->body) : std::nullopt;
  if (!page || page->kind != kind) return {};
  add_status_and_headers(page->fields, *response);
  return std::move(page->fields);
}

// The answer at the redirect URI: a redirect that carries the items in the fragment, or in the query where their place
// says so (RFC 6749 §4.2.2). Which status redirects is the server's affair.

Payload spell_redirect(const Message& message, std::string_view address) {
  Parameters query, fragment;
  for (const auto& item : message.parameters) {
    if (item.place == Place::query) query.add(item.name, item.value);
    if (item.place == Place::usual || item.place == Place::fragment) fragment.add(item.name, item.value);
  }
  std::string location(address);
  if (!query.empty()) location = with_query(location, query);
  if (!fragment.empty()) location = with_fragment(location, fragment);
  HttpResponse response{
      302, {{"Location", std::move(location)}, {"Cache-Control", "no-store"}, {"Referrer-Policy", "no-referrer"}}, {}};
  add_headers(response, message.parameters);
  return response;
}

/// Fragment items get the usual place, query items that are not the redirect URI's own the place `query`. Nothing where
/// the address is another page, or brings no answer.
Read read_answer_in(std::string_view url, std::string_view redirect_uri) {
  const auto parts = split_url(url);
  const auto own = split_url(redirect_uri);
  if (!parts || !own || parts->path != own->path || !same_origin(*parts, *own)) return {};
  auto answer = decode_form(parts->fragment);
  const auto own_query = decode_form(own->query);
  for (const auto& item : decode_form(parts->query))
    if (std::ranges::find(own_query, item) == own_query.end()) answer.add(item.name, item.value, Place::query);
  if (answer.empty() && !parts->has_fragment) return {};
  return answer;
}

Read read_redirect(std::string_view kind, const Payload& payload, std::string_view address) {
  const auto* action = action_in(payload, {"open", "run_script"});
  const auto* response = std::get_if<HttpResponse>(&payload);
  const auto location = response != nullptr ? header(response->headers, "Location") : std::nullopt;
  if (action == nullptr && !location) return {};
  auto answer = read_answer_in(location ? *location : action->url, address);
  if (!answer || (kind == "authorization_error") != answer->has("error")) return {};
  if (response != nullptr) add_telling_headers(*answer, *response);
  return answer;
}

// A request that no page is loaded for.

/// The token travels as the items' places say (RFC 6750 §2); an item `authorization` is sent verbatim.
Payload spell_request(const Message& message, std::string_view address) {
  HttpRequest request{"GET", std::string(address), {{"Accept", "application/json"}}, {}};
  Parameters query, body;
  for (const auto& item : message.parameters) {
    if (item.name == "authorization")
      request.headers.add("Authorization", item.value);
    else if (item.place == Place::query)
      query.add(item.name, item.value);
    else if (item.place == Place::body || (item.place == Place::usual && message.kind == "introspection_request"))
      body.add(item.name, item.value);
    else if (item.name == "access_token")
      request.headers.add("Authorization", "Bearer " + item.value);
  }
  if (!query.empty()) {
    request.url = with_query(request.url, query);
    request.headers.add("Cache-Control", "no-store");  // RFC 6750 §2.3
  }
  if (!body.empty()) {
    request.method = "POST";
    request.headers.add("Content-Type", std::string(form_type));
    request.body = encode_form(body);
  }
  return request;
}

/// A well-formed `Authorization: Bearer` header becomes `access_token` with place `header`, any other one
/// `authorization`, verbatim.
Read read_request(std::string_view, const Payload& payload, std::string_view address) {
  const auto* request = request_to(address, payload);
  if (request == nullptr || request->method == "OPTIONS") return {};  // a preflight says nothing yet
  Parameters parameters;
  for (const auto& field : request->headers) {
    if (!equal_ignoring_case(field.name, "Authorization")) continue;
    if (const auto token = bearer_token(field.value))
      parameters.add("access_token", std::string(*token), Place::header);
    else
      parameters.add("authorization", field.value, Place::header);
  }
  if (const auto parts = split_url(request->url))
    for (const auto& item : decode_form(parts->query)) parameters.add(item.name, item.value, Place::query);
  if (is_form(header(request->headers, "Content-Type").value_or("")))
    for (const auto& item : decode_form(request->body)) parameters.add(item.name, item.value, Place::body);
  return parameters;
}

/// A request that names its address itself.
Read read_fetch(std::string_view kind, const Payload& payload, std::string_view address) {
  auto parameters = read_request(kind, payload, address);
  if (parameters) parameters->add("url", std::string(address), Place::header);
  return parameters;
}

// A document. Where the status, an item with place `header`, says that there is none, an item `body` may say why.

/// The item that is a whole document of that kind; empty where the items are its members.
std::string_view document_item(std::string_view kind) {
  if (kind == "key_set_response") return "keys";
  return kind == "userinfo_response" ? "body" : "";
}

std::string document_of(const Message& message) {
  if (const auto item = document_item(message.kind); !item.empty())
    return std::string(message.parameters.value(item).value_or("{}"));
  return json_of(message.parameters);
}

Payload spell_document(const Message& message, std::string_view) {
  const auto& parameters = message.parameters;
  const int status = read_number<int>(parameters.value("status", Place::header).value_or("")).value_or(200);
  auto body = status == 200 ? document_of(message) : std::string(parameters.value("body").value_or("{}"));
  auto response = json_response(std::move(body), status);
  add_headers(response, parameters);
  return response;
}

Read read_document(std::string_view kind, const Payload& payload, std::string_view) {
  const auto* response = std::get_if<HttpResponse>(&payload);
  if (response == nullptr) return {};
  Parameters parameters;
  const auto item = response->status == 200 ? document_item(kind) : "body";
  if (item.empty())
    parameters = members_of(read_claims(response->body).value_or(Claims{}));
  else if (response->body != "{}")
    parameters.add(std::string(item), response->body);
  add_status_and_headers(parameters, *response);
  return parameters;
}

// The app's answer: a challenge where there is a WWW-Authenticate header, without the headers of CORS.

Payload spell_answer(const Message& message, std::string_view) {
  HttpResponse response{status_of(message.parameters), {}, {}};
  if (message.kind == "bearer_challenge")
    response.headers.add("WWW-Authenticate", bearer_challenge(message.parameters));
  response.headers.add("Cache-Control",
                       "private, no-store");  // RFC 6750 §5.3: tokens' fruits are not for shared caches
  if (const auto body = message.parameters.value("body")) {
    response.headers.add("Content-Type", "application/json");
    response.body = *body;
  }
  return response;
}

Read read_answer(std::string_view kind, const Payload& payload, std::string_view) {
  const auto* response = std::get_if<HttpResponse>(&payload);
  if (response == nullptr) return {};
  const auto refusal = header(response->headers, "WWW-Authenticate");
  if ((kind == "bearer_challenge") != refusal.has_value()) return {};
  Parameters parameters{{"status", std::to_string(response->status)}};
  for (const auto& item : read_challenge(refusal.value_or(""))) parameters.add(item.name, item.value);
  if (!response->body.empty()) parameters.add("body", response->body);
  return parameters;
}

// What the attacker gets to see travels in nobody's HTTP: it is a browser action that lets it see.

Payload spell_leak(const Message& message, std::string_view) { return BrowserAction{"leak", {}, message.parameters}; }

Read read_leak(std::string_view kind, const Payload& payload, std::string_view) {
  const auto* leak = action_in(payload, {"leak"});
  if (leak == nullptr || (kind == "premise") != leak->fields.has(":premise")) return {};
  return leak->fields;
}

// Where messages are bound to.

template <const std::string_view& Path>
std::string below_issuer(const Settings& settings) {
  return issuer_url(settings.okta.issuer, Path);
}
template <const std::string_view& Path>
std::string at_okta(const Settings& settings) {
  return origin_of(settings.okta.issuer) + std::string(Path);
}
std::string home(const Settings& settings) { return origin_of(settings.client.redirect_uri) + "/"; }
std::string redirect_uri(const Settings& settings) { return settings.client.redirect_uri; }
std::string resource(const Settings& settings) { return settings.app.resource; }
std::string nowhere(const Settings&) { return {}; }

// clang-format off
constexpr std::array rows{
    Spelling{"sign_in_request",        "",                      home,                          spell_opening,    read_opening},
    Spelling{"metadata_request",       "",                      below_issuer<metadata_path>,   spell_request,    read_fetch},
    Spelling{"metadata_response",      "metadata_request",      nowhere,                       spell_document,   read_document},
    Spelling{"key_set_request",        "",                      below_issuer<keys_path>,       spell_request,    read_fetch},
    Spelling{"key_set_response",       "key_set_request",       nowhere,                       spell_document,   read_document},
    Spelling{"authorization_request",  "",                      below_issuer<authorize_path>,  spell_navigation, read_navigation},
    Spelling{"authentication_prompt",  "",                      at_okta<sign_in_path>,         spell_page,       read_prompt},
    Spelling{"error_page",             "",                      nowhere,                       spell_page,       read_prompt},
    Spelling{"authentication",         "",                      at_okta<sign_in_path>,         spell_form,       read_form},
    Spelling{"consent_prompt",         "",                      at_okta<consent_path>,         spell_page,       read_prompt},
    Spelling{"consent",                "",                      at_okta<consent_path>,         spell_form,       read_form},
    Spelling{"access_token_response",  "",                      redirect_uri,                  spell_redirect,   read_redirect},
    Spelling{"authorization_error",    "",                      redirect_uri,                  spell_redirect,   read_redirect},
    Spelling{"userinfo_request",       "",                      below_issuer<userinfo_path>,   spell_request,    read_fetch},
    Spelling{"userinfo_response",      "userinfo_request",      nowhere,                       spell_document,   read_document},
    Spelling{"resource_request",       "",                      resource,                      spell_request,    read_request},
    Spelling{"introspection_request",  "",                      below_issuer<introspect_path>, spell_request,    read_fetch},
    Spelling{"introspection_response", "introspection_request", nowhere,                       spell_document,   read_document},
    Spelling{"resource_response",      "resource_request",      nowhere,                       spell_answer,     read_answer},
    Spelling{"observation",            "",                      nowhere,                       spell_leak,       read_leak},
    Spelling{"premise",                "",                      nowhere,                       spell_leak,       read_leak},
    Spelling{"bearer_challenge",       "resource_request",      nowhere,                       spell_answer,     read_answer},
};
// clang-format on

const Spelling& row_of(std::string_view kind) {
  const auto* const row = std::ranges::find(rows, kind, &Spelling::kind);
  assert(row != rows.end());
  return *row;
}

}  // namespace

std::span<const Spelling> spellings() { return rows; }

std::string address_of(std::string_view kind, const Settings& settings) { return row_of(kind).address(settings); }

Payload spelled(const Message& message, std::string_view address) {
  return row_of(message.kind).spell(message, message.parameters.value("url", Place::header).value_or(address));
}

HttpResponse spelled_response(const Message& message, std::string_view address) {
  return std::get<HttpResponse>(spelled(message, address));
}

std::optional<Message> recognised(std::initializer_list<std::string_view> kinds, const Payload& payload,
                                  std::string_view address) {
  for (const auto kind : kinds)
    if (auto parameters = row_of(kind).recognise(kind, payload, address))
      return Message{std::string(kind), *std::move(parameters)};
  return {};
}

std::optional<Message> recognised_answer(std::string_view request_kind, const Payload& response) {
  for (const auto& row : rows)
    if (row.answers == request_kind)
      if (auto answer = recognised({row.kind}, response)) return answer;
  return {};
}

Message read_shown(const BrowserAction& show) {
  Message message{std::string(show.fields.value_or_empty("kind")), {}};
  for (const auto& field : show.fields)
    if (field.name != "kind" && field.name != "action") message.parameters.add(field.name, field.value);
  return message;
}

}  // namespace flowsim::flows::implicit
