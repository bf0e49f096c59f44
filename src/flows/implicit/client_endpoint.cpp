// The client's web host serves one page; its script turns what the browser knows into messages.
#include "flows/implicit/codec.hpp"
#include "flows/implicit/endpoints.hpp"
#include "wire/url.hpp"

namespace flowsim::implicit {
namespace {

std::string without_response(std::string_view address) {
  const auto query = address.find_first_of("?#");
  return std::string(address.substr(0, query));
}

}  // namespace

Handling ClientEndpoint::handle(const Leg& leg, Instant) {
  if (const auto* action = std::get_if<BrowserAction>(&leg.payload)) return run_script(*action);
  if (std::holds_alternative<HttpRequest>(leg.payload)) return serve_page(leg);
  return fetched(std::get<HttpResponse>(leg.payload), leg.exchange);
}

Handling ClientEndpoint::serve_page(const Leg& leg) const {
  // The page brings nobody else's script and tells nobody its address (RFC 6749 §3.1.2.5, RFC 9700 §4.2.4).
  HttpResponse response{200,
                        {{"Content-Type", "text/html"},
                         {"Content-Security-Policy", "default-src 'self'; connect-src https:"},
                         {"Referrer-Policy", "no-referrer"}},
                        page_html({"", "Orders", "", {}, "/app.js"})};
  Handling handling;
  handling.onward.push_back({Participant::client, leg.from, 0, leg.exchange, std::move(response)});
  return handling;
}

Handling ClientEndpoint::run_script(const BrowserAction& action) {
  auto response = read_response(action.url, settings_.redirect_uri);
  if (!response) return {.delivered = Delivered{actor_.get(), 1, {"sign_in_request", {}}}};
  Handling handling;
  // First of all the script takes the tokens out of address bar and history (RFC 9700 §4.3.2).
  handling.onward.push_back({Participant::client, Participant::browser, 0, 0,
                             BrowserAction{"replace_state", without_response(action.url), {}}});
  handling.delivered = Delivered{actor_.get(), 1, *std::move(response)};
  return handling;
}

Handling ClientEndpoint::fetched(const HttpResponse& response, int exchange) {
  const auto fetch = fetches_.find(exchange);
  if (fetch == fetches_.end()) return {};
  auto message = read_answer(fetch->second, response);
  fetches_.erase(fetch);
  return {.delivered = Delivered{actor_.get(), 1, std::move(message)}};
}

Message ClientEndpoint::read_answer(std::string_view request_kind, const HttpResponse& response) {
  if (response.status == 0) return {"network_error", {}};
  if (request_kind == "metadata_request") {
    Message message{"metadata_response", response.status == 200 ? read_metadata(response.body) : Parameters{}};
    authorization_endpoint_ = message.parameters.value_or_empty("authorization_endpoint");
    return message;
  }
  if (request_kind == "key_set_request") return {"key_set_response", {{"keys", response.body}}};
  if (request_kind == "userinfo_request") return {"userinfo_response", {{"body", response.body}}};
  return read_resource_response(response);
}

Leg ClientEndpoint::spell(const Envelope& envelope, int) {
  const auto& [kind, parameters] = envelope.message;
  if (kind == "authorization_request")
    return {Participant::client, Participant::browser, 0, 0,
            BrowserAction{"navigate", with_query(authorization_endpoint_, parameters), {}}};
  const int exchange = exchanges_.next();
  fetches_.emplace(exchange, kind);
  const auto url = kind == "resource_request" ? std::string_view(settings_.resource) : parameters.value_or_empty("url");
  return {Participant::client, Participant::browser, 0, exchange, resource_request(url, parameters)};
}

}  // namespace flowsim::implicit
