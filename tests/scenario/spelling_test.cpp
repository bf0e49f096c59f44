// In every scenario, each message is recognised where it was spelled, and each leg that carries it is spelled again.
#include "flows/implicit/spelling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "flows/implicit/bearer.hpp"
#include "oauth/interactions.hpp"
#include "scenario/run.hpp"
#include "support/catalogue.hpp"

namespace flowsim::scenario {
namespace {

using namespace flows::implicit;

bool is_redirect(std::string_view kind) { return kind == "access_token_response" || kind == "authorization_error"; }

/// What does not travel, and why:
/// - an item whose name starts with `:` is what somebody was told besides, by the one who watched or received;
/// - headers beside an address or a form are not in the person's or the script's hand;
/// - the app's answer has no headers of its own. A status is one of its items wherever it stands.
bool travels(std::string_view kind, const Parameter& item) {
  static const std::set<std::string_view> without_headers{"authorization_request", "authentication", "consent",
                                                          "resource_response", "bearer_challenge"};
  if (kind == "observation" || kind == "premise") return true;
  return !item.name.starts_with(':') && !(item.place == Place::header && without_headers.contains(kind));
}

/// The item as recognising tells it: with the place that `usual` stands for; a token that is none of RFC 6750 §2.1 is
/// credentials like any others.
Parameter as_told(std::string_view kind, Parameter item) {
  const bool in_header = item.name == "access_token" || item.name == "authorization";
  if (in_header && kind == "resource_request" && item.place == Place::usual) item.place = Place::header;
  if (kind == "introspection_request" && item.place == Place::usual) item.place = Place::body;
  if (is_redirect(kind) && item.place == Place::fragment) item.place = Place::usual;
  const auto credentials = "Bearer " + item.value;
  if (item.name == "access_token" && item.place == Place::header && kind == "resource_request" &&
      !bearer_token(credentials))
    return {"authorization", credentials, Place::header};
  return item;
}

using Items = std::vector<std::pair<std::string, std::string>>;

/// Each place's items in their order, but for a challenge's, which stand in the order of RFC 6750 §3. Between places
/// there is no order.
std::map<Place, Items> travelling(const Message& message) {
  std::map<Place, Items> places;
  for (const auto& item : message.parameters)
    if (travels(message.kind, item)) {
      auto [name, value, place] = as_told(message.kind, item);
      places[place].emplace_back(std::move(name), std::move(value));
    }
  if (message.kind == "bearer_challenge")
    for (auto& [place, items] : places) std::ranges::sort(items);
  return places;
}

/// Without what the transport adds: the browser's headers and those of CORS and caching, and the status by which a
/// server redirects.
Payload without_transport(Payload payload) {
  static const std::set<std::string_view> of_transport{
      "Origin", "Referer", "Cookie", "Cache-Control", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers"};
  const auto clean = [](Parameters& headers) {
    Parameters rest;
    for (const auto& field : headers)
      if (!of_transport.contains(field.name)) rest.add(field.name, field.value);
    headers = std::move(rest);
  };
  if (auto* request = std::get_if<HttpRequest>(&payload)) clean(request->headers);
  if (auto* response = std::get_if<HttpResponse>(&payload)) {
    clean(response->headers);
    if (header(response->headers, "Location")) response->status = 302;
  }
  return payload;
}

std::string text_of(const std::map<Place, Items>& places) {
  std::string text;
  for (const auto& [place, items] : places)
    for (const auto& [name, value] : items)
      text += std::to_string(static_cast<int>(place)) + " " + name + "=" + value + "\n";
  return text;
}

/// A scenario's run, and where its messages are bound to.
struct Run {
  const Scenario& scenario;
  Trace trace;

  /// The address as its sender knew it, which a scenario may have set otherwise than the flow's addresses.
  std::string address_of(const MessageRecord& record) const {
    const auto& message = record.as_travelled();
    if (const auto url = message.parameters.value("url", Place::header)) return std::string(*url);
    if (message.kind == "resource_request" && record.envelope.from == Participant::client)
      return scenario.settings.client.resource;
    if (is_redirect(message.kind) && record.envelope.from == Participant::okta) return redirect_uri_before(record);
    return flows::implicit::address_of(message.kind, scenario.settings);
  }

  /// The redirect URI that the last request of that flow asked for, or the registered one.
  std::string redirect_uri_before(const MessageRecord& record) const {
    std::string uri = scenario.settings.okta.redirect_uris.front();
    for (const auto& earlier : trace.messages) {
      if (earlier.id >= record.id) break;
      const auto& message = earlier.as_travelled();
      if (message.kind == "authorization_request" && earlier.browser == record.browser &&
          message.parameters.has("redirect_uri"))
        uri = message.parameters.value_or_empty("redirect_uri");
    }
    return uri;
  }

  /// A fault may have changed one leg of the message.
  bool has_altered_leg(int message) const {
    return std::ranges::any_of(trace.faults,
                               [&](const FaultRecord& fault) { return fault.leg != 0 && fault.message == message; });
  }
};

const std::vector<Run>& runs() {
  static const std::vector<Run> all = [] {
    SignatureMemory memory;
    std::vector<Run> runs;
    for (const auto& scenario : testing_support::catalogue())
      runs.push_back({scenario, run_scenario(scenario, {.seed = {}, .until = {}, .memory = &memory})});
    return runs;
  }();
  return all;
}

/// The message on its way. An answer with an error is an error, whatever else it brings.
Message sent_as(const MessageRecord& record) {
  auto message = record.as_travelled();
  if (is_redirect(message.kind) && message.parameters.has("error")) message.kind = "authorization_error";
  return message;
}

/// The attacker does not say such messages: it looks where something may be seen, or shows a copy of a page.
bool is_said(const MessageRecord& record) {
  const auto& message = record.as_travelled();
  const bool copies_a_page = message.kind == "authentication_prompt" && record.envelope.from == Participant::attacker;
  return !message.parameters.has(":in") && !copies_a_page;
}

const Spelling& row_of(std::string_view kind) { return *std::ranges::find(spellings(), kind, &Spelling::kind); }

/// Each kind has been met, so that no row passes because nobody looked at it.
void expect_every_kind(const std::map<std::string, int>& met) {
  for (const auto& kind : message_kinds()) EXPECT_TRUE(met.contains(std::string(kind.name))) << kind.name;
}

TEST(SpellingInScenarios, IsRecognisedAsTheMessageThatWasSent) {
  std::map<std::string, int> met;
  for (const auto& run : runs())
    for (const auto& record : run.trace.messages) {
      if (!is_said(record)) continue;
      const auto message = sent_as(record);
      const auto address = run.address_of(record);
      const auto payload = row_of(message.kind).spell(message, address);
      const auto recognised = flows::implicit::recognised({message.kind}, payload, address);
      const auto place = run.scenario.file + " message " + std::to_string(record.id) + " " + message.kind;
      ASSERT_TRUE(recognised.has_value()) << place;
      ASSERT_EQ(text_of(travelling(*recognised)), text_of(travelling(message))) << place;
      ++met[message.kind];
    }
  expect_every_kind(met);
}

/// What arrives behind what was sent: a form's hidden fields, which the page gave it; what okta says of a token
/// besides, or of a document that it does not have.
bool is_added(std::string_view kind, std::string_view name) {
  if (kind == "authentication" || kind == "consent") return name == "transaction_id" || name == "csrf_token";
  return kind == "introspection_response" ? name != "active" : kind.ends_with("_response") && name == "body";
}

/// The message as it may be recognised in that leg: a browser shows its user and its scripts no headers, and those of a
/// prompt have gone with the redirect that leads to its page.
Message as_seen(const Message& message, const Payload& payload) {
  const bool is_redirected = message.kind == "authentication_prompt" && !message.parameters.has("error");
  const bool with_headers = !std::holds_alternative<BrowserAction>(payload) && !is_redirected;
  if (with_headers || row_of(message.kind).spell == row_of("observation").spell) return message;
  return {message.kind, without_headers(message.parameters)};
}

void expect_same_items(const Message& recognised, const Message& sent, const std::string& place) {
  auto expected = travelling(sent);
  const auto arrived = travelling(recognised);
  if (const auto found = arrived.find(Place::usual); found != arrived.end()) {
    auto& items = expected[Place::usual];
    for (auto at = items.size(); at < found->second.size() && is_added(sent.kind, found->second[at].first); ++at)
      items.push_back(found->second[at]);
  }
  EXPECT_EQ(text_of(arrived), text_of(expected)) << place;
}

/// Whether the leg is the message as its sender would say it: a browser makes requests of addresses and forms, and
/// shows pages of answers.
bool is_first_spelling(const Payload& payload, const Payload& spelled) {
  const auto *action = std::get_if<BrowserAction>(&payload), *spelled_action = std::get_if<BrowserAction>(&spelled);
  if (action != nullptr && spelled_action != nullptr) return action->verb == spelled_action->verb;
  return payload.index() == spelled.index();
}

TEST(SpellingInScenarios, OfEachLegIsTheSameOnceMore) {
  std::map<std::string, int> met;
  for (const auto& run : runs())
    for (const auto& [id, number, leg, sent, arrived] : run.trace.legs) {
      const auto& record = run.trace.message(leg.message);
      const auto message = sent_as(record);
      const auto address = run.address_of(record);
      const auto recognised = flows::implicit::recognised({message.kind}, leg.payload, address);
      if (!recognised || !is_said(record) || run.has_altered_leg(record.id)) continue;
      const auto place = run.scenario.file + " leg " + std::to_string(id) + " " + message.kind;
      expect_same_items(*recognised, as_seen(message, leg.payload), place);
      const auto again = spelled(*recognised, address);
      if (!is_first_spelling(leg.payload, again)) continue;
      EXPECT_TRUE(without_transport(again) == without_transport(leg.payload)) << place;
      ++met[message.kind];
    }
  expect_every_kind(met);
}

TEST(SpellingInScenarios, CarriesEachMessageThatArrives) {
  for (const auto& run : runs())
    for (const auto& record : run.trace.messages) {
      const auto kind = sent_as(record).kind;
      if (!record.arrived || run.has_altered_leg(record.id)) continue;
      EXPECT_TRUE(std::ranges::any_of(run.trace.legs,
                                      [&](const LegRecord& leg) {
                                        return leg.leg.message == record.id &&
                                               recognised({kind}, leg.leg.payload, run.address_of(record));
                                      }))
          << run.scenario.file << " message " << record.id << " " << kind;
    }
}

TEST(SpellingInScenarios, IsTakenForNoOtherKind) {
  for (const auto& run : runs())
    for (const auto& record : run.trace.messages) {
      if (!is_said(record)) continue;
      const auto message = sent_as(record);
      const auto& row = row_of(message.kind);
      const auto payload = row.spell(message, run.address_of(record));
      for (const auto& other : spellings()) {
        const bool told_by_the_request = other.answers != row.answers;
        const bool any_page_will_do = other.kind == "sign_in_request";  // clients look for answers first
        if (other.kind == row.kind || told_by_the_request || any_page_will_do) continue;
        EXPECT_FALSE(other.recognise(other.kind, payload, other.address(run.scenario.settings)))
            << run.scenario.file << " message " << record.id << ": " << row.kind << " as " << other.kind;
      }
    }
}

}  // namespace
}  // namespace flowsim::scenario
