// The client's web host serves one page; its script turns what the browser knows into messages.
#include <algorithm>
#include <utility>

#include "flows/implicit/endpoints.hpp"
#include "flows/implicit/spelling.hpp"
#include "wire/page.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

/// Where the parameter `redirect_to` of an address points; empty where there is none.
std::string forward_target(std::string_view url) {
  const auto parts = split_url(url);
  return parts ? std::string(decode_form(parts->query).value_or_empty("redirect_to")) : std::string();
}

/// The same items, wherever they stood.
Parameters bare(const Parameters& parameters) {
  Parameters all;
  for (const auto& item : parameters) all.add(item.name, item.value);
  return all;
}

}  // namespace

Handling show_log(Participant server, const BrowserAction& look, const std::vector<std::string>& log) {
  Message seen{"observation", look.fields};
  for (const auto& url : log) seen.parameters.add("url", url);
  return onward({server, Participant::attacker, 0, 0, spelled(seen)});
}

ClientEndpoint::ClientEndpoint(std::function<std::unique_ptr<Actor>(int)> make, const ClientSettings& settings,
                               ExchangeCounter& exchanges, Defences defences, std::string attacker_site)
    : make_(std::move(make)),
      settings_(settings),
      exchanges_(exchanges),
      defences_(defences),
      attacker_site_(std::move(attacker_site)) {
  session_in(Participant::browser);
}

Handling ClientEndpoint::handle(const Leg& leg, Instant) {
  if (std::holds_alternative<HttpRequest>(leg.payload)) return serve_page(leg);
  const auto* action = std::get_if<BrowserAction>(&leg.payload);
  if (action != nullptr && action->verb == "look") return show_log(Participant::client, *action, log_);
  const int session = session_in(leg.from);
  if (action != nullptr) return run_script(leg.payload, action->url, session);
  return fetched(leg.payload, leg.exchange, session);
}

Handling ClientEndpoint::serve_page(const Leg& leg) {
  const auto& request = std::get<HttpRequest>(leg.payload);
  log_.push_back(request.url);
  if (auto target = forward_target(request.url); !target.empty() && defences_.misbehaves("open_redirector"))
    return onward(
        {Participant::client, leg.from, 0, leg.exchange, HttpResponse{303, {{"Location", std::move(target)}}, {}}});
  // The page brings nobody else's script and tells nobody its address (RFC 6749 §3.1.2.5, RFC 9700 §4.2.4).
  HttpResponse response{
      200,
      {{"Content-Type", "text/html"}, {"Content-Security-Policy", page_policy()}, {"Referrer-Policy", "no-referrer"}},
      page_html({"", "Orders", "", {}, "/app.js"})};
  return onward({Participant::client, leg.from, 0, leg.exchange, std::move(response)});
}

/// Scripts of its own only, unless the client takes in a foreign one.
std::string ClientEndpoint::page_policy() const {
  const bool foreign = defences_.misbehaviours != nullptr && defences_.misbehaviours->has("third_party_script");
  return foreign ? "default-src 'self' " + attacker_site_ + "; connect-src https:"
                 : "default-src 'self'; connect-src https:";
}

Handling ClientEndpoint::run_script(const Payload& action, std::string_view address, int session) {
  auto& [browser, actor, endpoint, fetches] = script(session);
  Handling handling;
  auto response = recognised({"access_token_response", "authorization_error"}, action, settings_.redirect_uri);
  if (!response) {
    if (auto opening = recognised({"sign_in_request"}, action, settings_.redirect_uri))
      handling.delivered = Delivered{actor.get(), session, *std::move(opening)};
    return handling;
  }
  leak(response->parameters, browser, handling);
  // First of all the script takes the tokens out of address bar and history (RFC 9700 §4.3.2).
  if (!defences_.misbehaves("response_left_in_history"))
    handling.onward.push_back(
        {Participant::client, browser, 0, 0, BrowserAction{"replace_state", std::string(without_query(address)), {}}});
  handling.delivered = Delivered{actor.get(), session, *std::move(response)};
  return handling;
}

/// What other scripts of the page do with the response before the client's own one sees it.
void ClientEndpoint::leak(const Parameters& response, Participant browser, Handling& handling) {
  const auto report = [&](const std::string& url) {
    HttpRequest request{"GET", with_query(url, bare(response)), {}, {}};
    handling.onward.push_back({Participant::client, browser, 0, exchanges_.next(), std::move(request)});
  };
  if (defences_.misbehaves("third_party_script")) report(attacker_site_ + "/collect");
  if (defences_.misbehaves("error_reporter")) report(origin_of(settings_.redirect_uri) + "/log");
}

Handling ClientEndpoint::fetched(const Payload& response, int exchange, int session) {
  auto& here = script(session);
  const auto fetch = here.fetches.find(exchange);
  if (fetch == here.fetches.end()) return {};
  auto message = read_answer(here, fetch->second, response);
  here.fetches.erase(fetch);
  return {.delivered = Delivered{here.actor.get(), session, std::move(message)}};
}

Message ClientEndpoint::read_answer(Script& here, std::string_view request_kind, const Payload& response) {
  const bool failed = std::get<HttpResponse>(response).status == 0;
  auto message = failed ? std::nullopt : recognised_answer(request_kind, response);
  if (!message) return {"network_error", {}};
  if (message->kind == "metadata_response")
    here.authorization_endpoint = message->parameters.value_or_empty("authorization_endpoint");
  return *std::move(message);
}

Leg ClientEndpoint::spell(const Envelope& envelope, const Sender& sender) {
  const auto& message = envelope.message;
  auto& here = script(sender.session);
  if (message.kind == "authorization_request")
    return {Participant::client, here.browser, 0, 0, spelled(message, here.authorization_endpoint)};
  const int exchange = exchanges_.next();
  here.fetches.emplace(exchange, message.kind);
  return {Participant::client, here.browser, 0, exchange, spelled(message, settings_.resource)};
}

std::vector<Running> ClientEndpoint::forget() {
  std::vector<Running> running;
  for (auto& [browser, actor, endpoint, fetches] : scripts_) {
    fetches.clear();
    running.push_back({actor.get(), static_cast<int>(running.size()) + 1});
  }
  return running;
}

std::vector<Acting> ClientEndpoint::actors() const {
  std::vector<Acting> acting;
  for (const auto& here : scripts_) acting.push_back({here.actor.get(), here.browser});
  return acting;
}

int ClientEndpoint::session_in(Participant browser) {
  const auto found = std::ranges::find(scripts_, browser, &Script::browser);
  if (found != scripts_.end()) return static_cast<int>(found - scripts_.begin()) + 1;
  const int session = static_cast<int>(scripts_.size()) + 1;
  scripts_.push_back({browser, make_(session)});
  return session;
}

}  // namespace flowsim::flows::implicit
