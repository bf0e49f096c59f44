// okta on the wire: which URL means what, and how its messages are spelled.
#include <algorithm>
#include <utility>

#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/okta_documents.hpp"
#include "flows/implicit/spelling.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

/// What okta is told besides the parameters: how the request came, and the cookies of the browser it came from.
void add_circumstances(Message& message, const HttpRequest& request) {
  for (const auto& cookie : request_cookies(request)) message.parameters.add(cookie.name, cookie.value, Place::header);
  message.parameters.add(":method", request.method, Place::header);
  add_scheme(message, request);
}

}  // namespace

OktaEndpoint::OktaEndpoint(OktaServer& server, const Settings& settings)
    : server_(server),
      base_(issuer_url(settings.okta.issuer)),
      authorize_(address_of("authorization_request", settings)),
      sign_in_(address_of("authentication", settings)),
      consent_(address_of("consent", settings)) {}

Handling OktaEndpoint::handle(const Leg& leg, Instant now) {
  const auto* request = std::get_if<HttpRequest>(&leg.payload);
  if (request == nullptr || !split_url(request->url)) return {};
  if (auto message = recognised({"authorization_request"}, leg.payload, authorize_))
    return authorize(leg, *request, *std::move(message));
  if (auto form = recognised({"authentication"}, leg.payload, sign_in_))
    return form_arrives(leg, *request, *std::move(form));
  if (auto form = recognised({"consent"}, leg.payload, consent_)) return form_arrives(leg, *request, *std::move(form));
  const auto place = without_query(request->url);
  if (place == sign_in_) return show_pending_page(leg, *request);
  if (request->method == "OPTIONS")
    return onward({Participant::okta, leg.from, 0, leg.exchange, preflight_response(*request)});
  return publish(leg, place.starts_with(base_) ? place.substr(base_.size()) : place, now);
}

Handling OktaEndpoint::authorize(const Leg& leg, const HttpRequest& request, Message message) {
  const int number = new_session(leg.from);
  auto& session = sessions_.back();
  session.exchange = leg.exchange;
  session.redirect_uri = message.parameters.value_or_empty("redirect_uri");
  const auto& registered = server_.about(message.parameters.value_or_empty("client_id"), {}).redirect_uris;
  if (session.redirect_uri.empty() && registered.size() == 1)
    session.redirect_uri = registered.front();  // RFC 6749 §3.1.2.3
  add_circumstances(message, request);
  return {.delivered = Delivered{session.actor.get(), number, std::move(message)}};
}

Handling OktaEndpoint::form_arrives(const Leg& leg, const HttpRequest& request, Message message) {
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
  auto response =
      found == sessions_.end() || handle.empty() ? not_found(sign_in_path) : spelled_response(found->page, sign_in_);
  return onward({Participant::okta, leg.from, 0, leg.exchange, std::move(response)});
}

Handling OktaEndpoint::publish(const Leg& leg, std::string_view path, Instant now) {
  auto document = okta_document(server_, path, leg.payload, now);
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
  const auto& message = envelope.message;
  const bool is_answer = message.kind == "access_token_response" || message.kind == "authorization_error";
  return {Participant::okta, session.browser, 0, session.exchange,
          is_answer ? redirect_to_client(message, session) : prompt(message, session)};
}

HttpResponse OktaEndpoint::prompt(const Message& message, Session& session) const {
  const auto& parameters = message.parameters;
  if (const auto handle = parameters.value("transaction_id")) session.handle = *handle;
  if (message.kind == "error_page") return spelled_response(message);
  if (message.kind == "consent_prompt") return spelled_response(message, consent_);
  if (parameters.has("error")) return spelled_response(message, sign_in_);
  // The browser is sent to the sign-in page, and the headers go with that.
  session.page = {message.kind, without_headers(parameters)};
  HttpResponse response{302,
                        {{"Location", with_query(sign_in_, {{"transaction_id", session.handle}})},
                         {"Cache-Control", "no-store"},
                         {"Referrer-Policy", "no-referrer"}},
                        {}};
  add_headers(response, parameters);
  return response;
}

HttpResponse OktaEndpoint::redirect_to_client(const Message& message, const Session& session) const {
  if (!split_url(session.redirect_uri)) {
    auto page = spelled_response(
        {"error_page", {{"error_description", "There is no address to answer to."}, {"status", "400", Place::header}}});
    add_headers(page, message.parameters);
    return page;
  }
  auto response = spelled_response(message, session.redirect_uri);
  // Never 307, which would send the password on to the client (RFC 9700 §4.12).
  if (server_.settings.profile == Profile::hardened) response.status = 303;
  if (server_.defences.misbehaves("redirect_307")) response.status = 307;
  return response;
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
