// okta on the wire: which URL means what, and how its messages are spelled.
#include <algorithm>
#include <utility>

#include "flows/implicit/codec.hpp"
#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/okta_documents.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

Page prompt_page(const Envelope& envelope, const std::string& origin) {
  const auto& [kind, parameters] = envelope.message;
  Page page{kind, "Okta", {}, without_headers(parameters), {}};
  if (kind == "authentication_prompt") page.action = origin + std::string(sign_in_path);
  if (kind == "consent_prompt") page.action = origin + std::string(consent_path);
  return page;
}

void add_headers(HttpResponse& response, const Parameters& parameters) {
  for (const auto& field : headers_of(parameters)) response.headers.add(field.name, field.value);
}

Handling onward(Leg leg) {
  Handling handling;
  handling.onward.push_back(std::move(leg));
  return handling;
}

/// What okta is told besides the parameters: how the request came, and the cookies of the browser it came from.
void add_circumstances(Message& message, const HttpRequest& request) {
  for (const auto& cookie : request_cookies(request)) message.parameters.add(cookie.name, cookie.value, Place::header);
  message.parameters.add(":method", request.method, Place::header);
  message.parameters.add(":scheme", request.url.substr(0, request.url.find(':')), Place::header);
}

}  // namespace

OktaEndpoint::OktaEndpoint(OktaServer& server)
    : server_(server), origin_(origin_of(server.settings.issuer)), base_(server.settings.issuer) {
  while (base_.ends_with('/')) base_.pop_back();
}

Handling OktaEndpoint::handle(const Leg& leg, Instant now) {
  const auto* request = std::get_if<HttpRequest>(&leg.payload);
  if (request == nullptr) return {};
  const auto parts = split_url(request->url);
  if (!parts) return {};
  auto place = without_fragment(request->url);
  place = place.substr(0, place.find('?'));
  if (place == base_ + "/v1/authorize") return authorize(leg, *request);
  if (place == origin_ + std::string(sign_in_path))
    return request->method == "POST" ? form_arrives(leg, *request, "authentication") : show_pending_page(leg, *request);
  if (place == origin_ + std::string(consent_path) && request->method == "POST")
    return form_arrives(leg, *request, "consent");
  if (request->method == "OPTIONS")
    return onward({Participant::okta, leg.from, 0, leg.exchange, preflight_response(*request)});
  return publish(leg, *request, place.starts_with(base_) ? place.substr(base_.size()) : place, now);
}

Handling OktaEndpoint::authorize(const Leg& leg, const HttpRequest& request) {
  const int number = new_session(leg.from);
  auto& session = sessions_.back();
  session.exchange = leg.exchange;
  Message message{"authorization_request", request_parameters(request)};
  session.redirect_uri = message.parameters.value_or_empty("redirect_uri");
  const auto registered = server_.about(message.parameters.value_or_empty("client_id"), {}).redirect_uris;
  if (session.redirect_uri.empty() && registered.size() == 1)
    session.redirect_uri = registered.front();  // RFC 6749 §3.1.2.3
  add_circumstances(message, request);
  return {.delivered = Delivered{session.actor.get(), number, std::move(message)}};
}

Handling OktaEndpoint::form_arrives(const Leg& leg, const HttpRequest& request, std::string kind) {
  Message message{std::move(kind), request_parameters(request)};
  const int number = session_with(message.parameters.value_or_empty("transaction_id"), leg.from);
  auto& session = sessions_[static_cast<std::size_t>(number - 1)];
  session.exchange = leg.exchange;
  add_circumstances(message, request);
  return {.delivered = Delivered{session.actor.get(), number, std::move(message)}};
}

Handling OktaEndpoint::show_pending_page(const Leg& leg, const HttpRequest& request) {
  const auto parameters = request_parameters(request);
  const auto handle = parameters.value_or_empty("transaction_id");
  const auto found = std::ranges::find(sessions_, handle, &Session::handle);
  auto response = found == sessions_.end() || handle.empty() ? not_found(sign_in_path) : page_response(found->page);
  return onward({Participant::okta, leg.from, 0, leg.exchange, std::move(response)});
}

Handling OktaEndpoint::publish(const Leg& leg, const HttpRequest& request, std::string_view path, Instant now) {
  auto document = okta_document(server_, path, request, now);
  if (!document) {
    const auto kind = document_kind(path);
    if (kind.empty()) return onward({Participant::okta, leg.from, 0, leg.exchange, not_found(path)});
    document = Document{{std::string(kind), {{"status", "404", Place::header}}}, not_found(path)};
  }
  // Whoever asked through a browser is the client's script; servers ask directly.
  const auto to = is_browser(leg.from) ? Participant::client : leg.from;
  Handling handling;
  handling.replies.push_back({{Participant::okta, to, 0, std::move(document->message)},
                              {Participant::okta, leg.from, 0, leg.exchange, std::move(document->response)}});
  return handling;
}

Leg OktaEndpoint::spell(const Envelope& envelope, const Sender& sender) {
  auto& session = sessions_[static_cast<std::size_t>(sender.session - 1)];
  auto response = envelope.interaction == 4 ? redirect_to_client(envelope, session) : prompt(envelope, session);
  add_headers(response, envelope.message.parameters);
  return {Participant::okta, session.browser, 0, session.exchange, std::move(response)};
}

HttpResponse OktaEndpoint::prompt(const Envelope& envelope, Session& session) {
  const auto& [kind, parameters] = envelope.message;
  auto page = prompt_page(envelope, origin_);
  if (const auto handle = parameters.value("transaction_id")) session.handle = *handle;
  if (kind != "authentication_prompt" || parameters.has("error"))
    return page_response(page, status_of(parameters, 200));
  session.page = std::move(page);
  return {302,
          {{"Location", with_query(origin_ + std::string(sign_in_path), {{"transaction_id", session.handle}})},
           {"Cache-Control", "no-store"},
           {"Referrer-Policy", "no-referrer"}},
          {}};
}

HttpResponse OktaEndpoint::redirect_to_client(const Envelope& envelope, const Session& session) const {
  if (!split_url(session.redirect_uri))
    return page_response({"error_page", "Okta", {}, {{"error_description", "There is no address to answer to."}}, {}},
                         400);
  // Never 307, which would send the password on to the client (RFC 9700 §4.12).
  int status = server_.settings.profile == Profile::hardened ? 303 : 302;
  if (server_.defences.misbehaves("redirect_307")) status = 307;
  return {status,
          {{"Location", response_location(session.redirect_uri, envelope.message.parameters)},
           {"Cache-Control", "no-store"},
           {"Referrer-Policy", "no-referrer"}},
          {}};
}

int OktaEndpoint::session_with(std::string_view handle, Participant browser) {
  const auto found = std::ranges::find_if(
      sessions_, [&](const Session& session) { return !handle.empty() && session.handle == handle; });
  if (found == sessions_.end()) return new_session(browser);
  found->browser = browser;
  return static_cast<int>(found - sessions_.begin()) + 1;
}

int OktaEndpoint::new_session(Participant browser) {
  sessions_.push_back({make_okta(server_), browser});
  return static_cast<int>(sessions_.size());
}

std::vector<Acting> OktaEndpoint::actors() const {
  std::vector<Acting> acting;
  for (const auto& session : sessions_) acting.push_back({session.actor.get(), session.browser});
  return acting;
}

std::vector<Running> OktaEndpoint::forget() {
  server_.sessions.clear();
  std::vector<Running> running;
  for (auto& session : sessions_) {
    session.handle.clear();
    running.push_back({session.actor.get(), static_cast<int>(running.size()) + 1});
  }
  return running;
}

}  // namespace flowsim::flows::implicit
