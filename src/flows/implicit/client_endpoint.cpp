// The client's web host serves one page; its script turns what the browser knows into messages.
#include <algorithm>
#include <utility>

#include "flows/implicit/codec.hpp"
#include "flows/implicit/endpoints.hpp"
#include "wire/url.hpp"

namespace flowsim::flows::implicit {
namespace {

std::string without_response(std::string_view address) {
  const auto query = address.find_first_of("?#");
  return std::string(address.substr(0, query));
}

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
  if (action != nullptr && action->verb == "look") return show_log(*action);
  const int session = session_in(leg.from);
  if (action != nullptr) return run_script(*action, session);
  return fetched(std::get<HttpResponse>(leg.payload), leg.exchange, session);
}

Handling ClientEndpoint::serve_page(const Leg& leg) {
  const auto& request = std::get<HttpRequest>(leg.payload);
  log_.push_back(request.url);
  Handling handling;
  if (auto target = forward_target(request.url); !target.empty() && defences_.misbehaves("open_redirector")) {
    handling.onward.push_back(
        {Participant::client, leg.from, 0, leg.exchange, HttpResponse{303, {{"Location", std::move(target)}}, {}}});
    return handling;
  }
  // The page brings nobody else's script and tells nobody its address (RFC 6749 §3.1.2.5, RFC 9700 §4.2.4).
  HttpResponse response{
      200,
      {{"Content-Type", "text/html"}, {"Content-Security-Policy", page_policy()}, {"Referrer-Policy", "no-referrer"}},
      page_html({"", "Orders", "", {}, "/app.js"})};
  handling.onward.push_back({Participant::client, leg.from, 0, leg.exchange, std::move(response)});
  return handling;
}

/// Scripts of its own only, unless the client takes in a foreign one.
std::string ClientEndpoint::page_policy() const {
  const bool foreign = defences_.misbehaviours != nullptr && defences_.misbehaviours->has("third_party_script");
  return foreign ? "default-src 'self' " + attacker_site_ + "; connect-src https:"
                 : "default-src 'self'; connect-src https:";
}

Handling ClientEndpoint::run_script(const BrowserAction& action, int session) {
  auto& [browser, actor, endpoint, fetches] = script(session);
  auto response = read_response(action.url, settings_.redirect_uri);
  if (!response) return {.delivered = Delivered{actor.get(), session, {"sign_in_request", {}}}};
  Handling handling;
  leak(response->parameters, browser, handling);
  // First of all the script takes the tokens out of address bar and history (RFC 9700 §4.3.2).
  if (!defences_.misbehaves("response_left_in_history"))
    handling.onward.push_back(
        {Participant::client, browser, 0, 0, BrowserAction{"replace_state", without_response(action.url), {}}});
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

/// Whoever reads the web host's log sees what it was asked for.
Handling ClientEndpoint::show_log(const BrowserAction& look) const {
  BrowserAction seen{"leak", {}, look.fields};
  for (const auto& url : log_) seen.fields.add("url", url);
  Handling handling;
  handling.onward.push_back({Participant::client, Participant::attacker, 0, 0, std::move(seen)});
  return handling;
}

Handling ClientEndpoint::fetched(const HttpResponse& response, int exchange, int session) {
  auto& here = script(session);
  const auto fetch = here.fetches.find(exchange);
  if (fetch == here.fetches.end()) return {};
  auto message = read_answer(here, fetch->second, response);
  here.fetches.erase(fetch);
  return {.delivered = Delivered{here.actor.get(), session, std::move(message)}};
}

Message ClientEndpoint::read_answer(Script& here, std::string_view request_kind, const HttpResponse& response) {
  if (response.status == 0) return {"network_error", {}};
  if (request_kind == "metadata_request") {
    Message message{"metadata_response", response.status == 200 ? read_metadata(response.body) : Parameters{}};
    here.authorization_endpoint = message.parameters.value_or_empty("authorization_endpoint");
    return message;
  }
  if (request_kind == "key_set_request") return {"key_set_response", {{"keys", response.body}}};
  if (request_kind == "userinfo_request") return {"userinfo_response", {{"body", response.body}}};
  return read_resource_response(response);
}

Leg ClientEndpoint::spell(const Envelope& envelope, const Sender& sender) {
  const auto& [kind, parameters] = envelope.message;
  auto& here = script(sender.session);
  if (kind == "authorization_request")
    return {Participant::client, here.browser, 0, 0,
            BrowserAction{"navigate", with_query(here.authorization_endpoint, parameters), {}}};
  const int exchange = exchanges_.next();
  here.fetches.emplace(exchange, kind);
  const auto url = kind == "resource_request" ? std::string_view(settings_.resource) : parameters.value_or_empty("url");
  return {Participant::client, here.browser, 0, exchange, resource_request(url, parameters)};
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
