// What the browser does with each leg that reaches it.
#include "sim/browser.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.hpp"
#include "wire/page.hpp"
#include "wire/url.hpp"

namespace flowsim::sim {
namespace {

constexpr int redirect_limit = 20;  // as browsers do (Fetch standard, "HTTP-redirect fetch")

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// `name=value` in front of the first `;` of a Set-Cookie header (RFC 6265 §5.2).
std::pair<std::string, std::string> cookie_pair(std::string_view set_cookie) {
  const auto pair = set_cookie.substr(0, set_cookie.find(';'));
  const auto equals = pair.find('=');
  if (equals == std::string_view::npos) return {};
  return {std::string(trimmed(pair.substr(0, equals))), std::string(trimmed(pair.substr(equals + 1)))};
}

/// How much of a page's address a request tells.
enum class Told : std::uint8_t { nothing, origin, whole };

/// What requests tell under one policy of the Referrer Policy standard (§3): to the page's own origin, to another, and
/// to another without TLS where the page came over TLS.
struct ReferrerPolicy {
  std::string_view name;
  Told own_origin, other_origin, downgrade;
};
constexpr std::array referrer_policies{
    ReferrerPolicy{"strict-origin-when-cross-origin", Told::whole, Told::origin, Told::nothing},  // the default
    ReferrerPolicy{"no-referrer", Told::nothing, Told::nothing, Told::nothing},
    ReferrerPolicy{"no-referrer-when-downgrade", Told::whole, Told::whole, Told::nothing},
    ReferrerPolicy{"same-origin", Told::whole, Told::nothing, Told::nothing},
    ReferrerPolicy{"origin", Told::origin, Told::origin, Told::origin},
    ReferrerPolicy{"strict-origin", Told::origin, Told::origin, Told::nothing},
    ReferrerPolicy{"origin-when-cross-origin", Told::whole, Told::origin, Told::origin},
    ReferrerPolicy{"unsafe-url", Told::whole, Told::whole, Told::whole},
};

/// The last policy that the header names and that there is, or the default.
const ReferrerPolicy& policy_in(std::string_view header_value) {
  const auto* policy = referrer_policies.data();
  for (const auto word : split_words(header_value, ',')) {
    const auto* const found = std::ranges::find(referrer_policies, trimmed(word), &ReferrerPolicy::name);
    if (found != referrer_policies.end()) policy = found;
  }
  return *policy;
}

/// Whether the answer to a preflight lets Authorization follow; `*` does not stand for it (Fetch standard,
/// "CORS-preflight fetch").
bool allows_authorization(const HttpResponse& response) {
  if (response.status < 200 || response.status > 299) return false;
  Parameters allowed;
  for (const auto name : split_words(header(response.headers, "Access-Control-Allow-Headers").value_or(""), ','))
    allowed.add(std::string(trimmed(name)), {});
  return header(allowed, "Authorization").has_value();
}

}  // namespace

Leg Browser::spell(const Envelope&, const Sender&) { return {}; }

Handling Browser::handle(const Leg& leg, Instant) {
  if (const auto* action = std::get_if<BrowserAction>(&leg.payload)) return act(*action);
  if (const auto* request = std::get_if<HttpRequest>(&leg.payload)) return fetch(*request, leg.exchange);
  return answered(std::get<HttpResponse>(leg.payload), leg.exchange);
}

Handling Browser::act(const BrowserAction& action) {
  if (action.verb == "open" || action.verb == "navigate") return load({"GET", action.url, {}, {}}, action.url, 0);
  if (action.verb == "submit") {
    HttpRequest request{"POST", action.url, {{"Content-Type", "application/x-www-form-urlencoded"}}, {}};
    request.body = encode_form(action.fields);
    return load(std::move(request), action.url, 0);
  }
  if (action.verb == "replace_state") {
    go_to(action.url);
    if (!history_.empty()) history_.back() = action.url;
    return {.rewritten = action.url};
  }
  if (action.verb == "look") return show_history(action);
  return {};
}

/// Whoever uses the device later reads what its history still says.
Handling Browser::show_history(const BrowserAction& look) const {
  Handling handling;
  BrowserAction seen{"leak", {}, look.fields};
  for (const auto& url : history_) seen.fields.add("url", url);
  handling.onward.push_back(action_leg(Participant::attacker, std::move(seen)));
  return handling;
}

Handling Browser::load(HttpRequest request, std::string address, int redirects) {
  request.url = without_fragment(address);
  Pending pending{.origin = origin_of(request.url), .redirects = redirects};
  if (auto from = referrer(pending.origin); !from.empty()) request.headers.add("Referer", std::move(from));
  if (auto cookies = cookies_for(pending.origin); !cookies.empty()) request.headers.add("Cookie", std::move(cookies));
  const auto host = host_at(pending.origin);
  if (!host) return {.problem = {"notes.no_server", {request.url}}};
  pending.address = std::move(address);
  pending.method = request.method;
  pending.content_type = header(request.headers, "Content-Type").value_or("");
  pending.body = request.body;
  return ask(*host, std::move(request), std::move(pending));
}

Handling Browser::fetch(HttpRequest request, int script_exchange) {
  const auto url = without_fragment(request.url);
  Pending pending{.purpose = Pending::Purpose::fetch, .origin = origin_of(url), .script_exchange = script_exchange};
  const auto host = host_at(pending.origin);
  if (!host) return refuse_to_script(script_exchange, {"notes.no_server", {request.url}});
  request.url.resize(url.size());
  if (origin_ != pending.origin) {
    request.headers.add("Origin", origin_);
    if (header(request.headers, "Authorization")) {
      // Authorization is no CORS-safelisted header: the browser asks first (Fetch standard, "CORS-preflight fetch").
      HttpRequest preflight{"OPTIONS",
                            request.url,
                            {{"Origin", origin_},
                             {"Access-Control-Request-Method", request.method},
                             {"Access-Control-Request-Headers", "authorization"}},
                            {}};
      pending.after_preflight = std::exchange(request, std::move(preflight));
      pending.purpose = Pending::Purpose::preflight;
    }
  }
  return ask(*host, std::move(request), std::move(pending));
}

Handling Browser::ask(Participant host, HttpRequest&& request, Pending&& pending) {
  const int exchange = exchanges_.next();
  pending_.emplace(exchange, std::move(pending));
  Handling handling;
  handling.onward.push_back({self_, host, 0, exchange, std::move(request)});
  return handling;
}

Handling Browser::answered(const HttpResponse& response, int exchange) {
  const auto found = pending_.find(exchange);
  if (found == pending_.end()) return {};
  auto pending = std::move(found->second);
  pending_.erase(found);
  if (pending.purpose != Pending::Purpose::navigation) return give_to_script(response, std::move(pending));
  keep_cookies(response, pending.origin);
  if (is_redirect(response.status) && header(response.headers, "Location"))
    return follow_redirect(response, std::move(pending));
  return show(response, std::move(pending));
}

Handling Browser::follow_redirect(const HttpResponse& response, Pending&& pending) {
  if (pending.redirects >= redirect_limit) return {.problem = {"notes.too_many_redirects"}};
  auto target = resolve_redirect(pending.address, *header(response.headers, "Location"));
  if (!target) return {.problem = {"notes.unreadable_redirect"}};
  HttpRequest request;
  // Only 307 and 308 keep the method and the body (RFC 9110 §15.4).
  if (response.status == 307 || response.status == 308) {
    request.method = std::move(pending.method);
    request.body = std::move(pending.body);
    if (!pending.content_type.empty()) request.headers.add("Content-Type", std::move(pending.content_type));
  }
  if (auto policy = header(response.headers, "Referrer-Policy")) referrer_policy_ = *policy;
  return load(std::move(request), std::move(*target), pending.redirects + 1);
}

Handling Browser::show(const HttpResponse& response, Pending&& pending) {
  go_to(std::move(pending.address));
  referrer_policy_ = header(response.headers, "Referrer-Policy").value_or("");
  Handling handling;
  handling.visited = address_;
  history_.push_back(address_);
  auto page = read_page(response.body);
  if (!page) return handling;
  if (!page->script.empty()) {
    if (const auto host = host_at(origin_)) handling.onward.push_back(action_leg(*host, {"run_script", address_, {}}));
    return handling;
  }
  page->fields.set("kind", page->kind);  // a page's field of that name does not stand for its kind
  page->fields.set("action", page->action);
  handling.onward.push_back(action_leg(person_, {"show", address_, std::move(page->fields)}));
  return handling;
}

Handling Browser::give_to_script(const HttpResponse& response, Pending&& pending) {
  const bool cross_origin = origin_ != pending.origin;
  const auto allowed = header(response.headers, "Access-Control-Allow-Origin");
  if (cross_origin && (!allowed || (*allowed != "*" && *allowed != origin_)))
    return refuse_to_script(pending.script_exchange, {"notes.answer_kept", {pending.origin, origin_}});
  if (pending.purpose == Pending::Purpose::preflight && pending.after_preflight) {
    if (!allows_authorization(response))
      return refuse_to_script(pending.script_exchange, {"notes.preflight_refused", {pending.origin}});
    auto request = *std::exchange(pending.after_preflight, std::nullopt);
    pending.purpose = Pending::Purpose::fetch;
    return ask(*host_at(pending.origin), std::move(request), std::move(pending));
  }
  Handling handling;
  const auto client = host_at(origin_);
  if (client) handling.onward.push_back({self_, *client, 0, pending.script_exchange, response});
  return handling;
}

Handling Browser::refuse_to_script(int script_exchange, Phrase problem) {
  Handling handling{.problem = std::move(problem)};
  // `fetch` fails without a status; 0 is what scripts see (Fetch standard, "network error").
  if (const auto client = host_at(origin_))
    handling.onward.push_back({self_, *client, 0, script_exchange, HttpResponse{0, {}, {}}});
  return handling;
}

void Browser::keep_cookies(const HttpResponse& response, std::string_view origin) {
  for (const auto& field : response.headers) {
    if (!equal_ignoring_case(field.name, "Set-Cookie")) continue;
    auto [name, value] = cookie_pair(field.value);
    if (!name.empty()) remember_cookie(origin, std::move(name), std::move(value));
  }
}

void Browser::remember_cookie(std::string_view origin, std::string name, std::string value) {
  auto& jar = cookies_[std::string(origin)];
  const auto same = std::ranges::find(jar, name, &std::pair<std::string, std::string>::first);
  if (same != jar.end())
    same->second = std::move(value);
  else
    jar.emplace_back(std::move(name), std::move(value));
}

std::string Browser::referrer(std::string_view target_origin) const {
  if (origin_.empty()) return {};
  const auto& policy = policy_in(referrer_policy_);
  const bool downgrade = origin_.starts_with("https:") && !target_origin.starts_with("https:");
  const auto told = origin_ == target_origin ? policy.own_origin : downgrade ? policy.downgrade : policy.other_origin;
  if (told == Told::nothing) return {};
  return told == Told::origin ? origin_ + "/" : std::string(without_fragment(address_));
}

std::string Browser::cookies_for(std::string_view origin) const {
  const auto jar = cookies_.find(origin);
  if (jar == cookies_.end()) return {};
  std::string text;
  for (const auto& [name, value] : jar->second)
    text.append(text.empty() ? "" : "; ").append(name).append("=").append(value);
  return text;
}

void Browser::go_to(std::string address) {
  origin_ = origin_of(without_fragment(address));
  address_ = std::move(address);
}

std::optional<Participant> Browser::host_at(std::string_view origin) const {
  const auto found = std::ranges::find(hosts_, origin, &Hosts::value_type::first);
  if (found == hosts_.end()) return {};
  return found->second;
}

}  // namespace flowsim::sim
