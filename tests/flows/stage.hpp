// A stage on which an actor is told messages one by one, each named by one word.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "flows/implicit/app.hpp"
#include "flows/implicit/attacker.hpp"
#include "flows/implicit/client.hpp"
#include "flows/implicit/okta.hpp"
#include "flows/implicit/user.hpp"
#include "oauth/claims.hpp"
#include "oauth/jwt.hpp"

namespace flowsim::testing_support {
using namespace flows;

inline const Instant nine_o_clock{Duration{1767603600000}};

/// One actor with what it needs around it. Genuine tokens come from an okta that asks for nothing; genuine requests
/// from a client.
class Stage {
 public:
  Stage(Participant who, Settings settings, std::vector<std::string> disabled_checks, SignatureMemory* memory)
      : settings_(std::move(settings)), disabled_(std::move(disabled_checks)), memory_(memory), who_(who) {
    if (settings_.okta.session_age)
      okta_.sessions.emplace("sid-of-this-browser", implicit::BrowserSession{nine_o_clock - *settings_.okta.session_age,
                                                                             settings_.okta.username});
    actor_ = make();
  }

  /// Tells the actor the message that the word stands for. A word without a meaning is a kind without parameters.
  Reaction tell(std::string_view word) {
    if (word == "next") actor_ = make();  // servers have an actor for each request
    const auto found = words().find(word);
    auto message = found == words().end() ? Message{std::string(word), {}} : found->second(*this);
    auto reaction = actor_->receive({++messages_, std::move(message), nine_o_clock});
    for (const auto& sent : reaction.sent)
      if (sent.envelope.message.parameters.has("csrf_token")) shown_ = sent.envelope.message.parameters;
    return reaction;
  }

  std::string state() const { return std::string(actor_->state()); }

 private:
  using Words = std::map<std::string_view, std::function<Message(Stage&)>>;

  std::unique_ptr<Actor> make() {
    const std::string okta_origin = "https://example.okta.com";
    switch (who_) {
      case Participant::user:
        return implicit::make_user(settings_.user, disabled_, okta_origin);
      case Participant::client:
        return implicit::make_client(settings_.client, disabled_, Random(1, "client"), memory_);
      case Participant::okta:
        return implicit::make_okta(okta_);
      case Participant::attacker:
        return implicit::make_attacker(settings_.attacker, knowledge_);
      default:
        return implicit::make_app(app_);
    }
  }

  /// `settings` must outlive the server.
  implicit::OktaServer okta_with(const OktaSettings& settings) const {
    return {settings,
            settings_.attacker,
            disabled_,
            SigningKey::okta(memory_),
            SigningKey::okta_next(memory_),
            {},
            Random(1, "okta"),
            {},
            {},
            {}};
  }

  Message metadata() const {
    const auto& issuer = settings_.okta.issuer;
    return {"metadata_response",
            {{"issuer", issuer}, {"jwks_uri", issuer + "/v1/keys"}, {"userinfo_endpoint", issuer + "/v1/userinfo"}}};
  }

  /// What the client asks okta.
  Message request() const {
    const auto client = implicit::make_client(settings_.client, disabled_, Random(1, "client"), memory_);
    client->receive({1, {"sign_in_request", {}}, nine_o_clock});
    auto message = client->receive({2, metadata(), nine_o_clock}).sent.at(0).envelope.message;
    message.parameters.add(":method", "GET", Place::header);
    message.parameters.add(":scheme", "https", Place::header);
    message.parameters.add("sid", "sid-of-this-browser", Place::header);
    return message;
  }

  /// What okta answers to that, where the user is signed in and need not consent.
  Message response() const {
    auto trusting = settings_.okta;
    trusting.consent_method = ConsentMethod::trusted;
    auto server = okta_with(trusting);
    server.sessions.emplace("sid-of-this-browser", implicit::BrowserSession{nine_o_clock, settings_.okta.username});
    return implicit::make_okta(server)->receive({1, request(), nine_o_clock}).sent.at(0).envelope.message;
  }

  static Message with(Message message, std::string_view name, std::string value) {
    message.parameters.set(name, std::move(value));
    return message;
  }
  static Message without(Message message, std::string_view name) {
    message.parameters.remove(name);
    return message;
  }

  Message error() const {
    return {"authorization_error",
            {{"error", "access_denied"}, {"state", std::string(request().parameters.value_or_empty("state"))}}};
  }

  /// A form of the page that okta has shown last.
  Message form(std::string kind, Parameters fields) const {
    Message message{std::move(kind), std::move(fields)};
    const std::string transaction(shown_.value_or_empty("transaction_id"));
    message.parameters.add("transaction_id", transaction);
    message.parameters.add("csrf_token", std::string(shown_.value_or_empty("csrf_token")));
    message.parameters.add("transaction", transaction, Place::header);
    return message;
  }

  Message resource_request() const {
    const std::string token(response().parameters.value_or_empty("access_token"));
    return {"resource_request", {{"access_token", token, Place::header}, {":scheme", "https", Place::header}}};
  }

  static std::string keys() {
    const std::vector<Jwk> keys{SigningKey::okta().public_key()};
    return jwks_document(keys);
  }
  static std::string id_token() { return sign_jwt({{"sub", std::string("anybody")}}, SigningKey::okta()); }
  static std::string userinfo(std::string subject) { return to_json({{"sub", std::move(subject)}}); }

  static const Words& words() {
    static const Words words{
        {"prompt",
         [](Stage&) {
           return Message{"authentication_prompt", {{"address", "https://example.okta.com/signin", Place::header}}};
         }},
        {"fake_prompt",
         [](Stage&) {
           return Message{"authentication_prompt",
                          {{"address", "https://example.okta.com.evil.example/", Place::header}}};
         }},

        {"metadata", [](Stage& s) { return s.metadata(); }},
        {"other_metadata", [](Stage& s) { return with(s.metadata(), "issuer", "https://evil.example"); }},
        {"tokens", [](Stage& s) { return s.response(); }},
        {"foreign_tokens", [](Stage& s) { return with(s.response(), "state", "of-another-browser"); }},
        {"tokens_and_more", [](Stage& s) { return with(s.response(), "id_token", id_token()); }},
        {"id_token_instead",
         [](Stage& s) { return without(with(s.response(), "id_token", id_token()), "access_token"); }},
        {"error", [](Stage& s) { return s.error(); }},
        {"foreign_error", [](Stage& s) { return with(s.error(), "state", "of-another-browser"); }},
        {"keys",
         [](Stage&) {
           return Message{"key_set_response", {{"keys", keys()}}};
         }},
        {"no_keys",
         [](Stage&) {
           return Message{"key_set_response", {{"keys", "{\"keys\":[]}"}}};
         }},
        {"userinfo",
         [](Stage& s) {
           return Message{"userinfo_response", {{"body", userinfo(s.settings_.okta.user_id)}}};
         }},
        {"other_userinfo",
         [](Stage&) {
           return Message{"userinfo_response", {{"body", userinfo("somebody else")}}};
         }},
        {"resource",
         [](Stage&) {
           return Message{"resource_response", {{"status", "200"}}};
         }},
        {"invalid_token",
         [](Stage&) {
           return Message{"bearer_challenge", {{"status", "401"}, {"error", "invalid_token"}}};
         }},
        {"outage",
         [](Stage&) {
           return Message{"resource_response", {{"status", "503"}}};
         }},

        {"request", [](Stage& s) { return s.request(); }},
        {"right_password",
         [](Stage& s) {
           return s.form("authentication",
                         {{"username", s.settings_.okta.username}, {"password", s.settings_.okta.password}});
         }},
        {"wrong_password",
         [](Stage& s) {
           return s.form("authentication", {{"username", s.settings_.okta.username}, {"password", "wrong"}});
         }},
        {"agreement",
         [](Stage& s) {
           return s.form("consent", {{"consent", "granted"}});
         }},
        {"refusal",
         [](Stage& s) {
           return s.form("consent", {{"consent", "denied"}});
         }},

        {"token", [](Stage& s) { return s.resource_request(); }},
        {"next", [](Stage& s) { return s.resource_request(); }},
        {"seen_token",
         [](Stage&) {
           return Message{"observation", {{"access_token", "somebody's"}}};
         }},
        {"given_token",
         [](Stage&) {
           return Message{"premise", {{"access_token", "somebody's"}}};
         }},
        {"active",
         [](Stage&) {
           return Message{"introspection_response", {{"active", "true"}}};
         }},
        {"inactive",
         [](Stage&) {
           return Message{"introspection_response", {{"active", "false"}}};
         }},
    };
    return words;
  }

  Settings settings_;
  std::vector<std::string> disabled_;
  SignatureMemory* memory_;
  Participant who_;
  implicit::OktaServer okta_ = okta_with(settings_.okta);
  Knowledge knowledge_;
  implicit::AppServer app_{settings_.app, disabled_, memory_, {}};
  std::unique_ptr<Actor> actor_;
  Parameters shown_;  // the form that okta has shown last
  int messages_ = 0;
};

}  // namespace flowsim::testing_support
