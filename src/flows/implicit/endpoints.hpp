// Four participants' places on the wire: what they do with what arrives, and where their messages go.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "flows/implicit/app.hpp"
#include "flows/implicit/okta.hpp"
#include "sim/endpoint.hpp"

namespace flowsim::flows::implicit {

/// The same message's next leg.
inline Handling onward(Leg leg) {
  Handling handling;
  handling.onward.push_back(std::move(leg));
  return handling;
}

/// What whoever looks into a server's log gets to see: the addresses it was asked for; headers are not logged.
Handling show_log(Participant server, const BrowserAction& look, const std::vector<std::string>& log);

/// Between the user and the browser: pages become messages, answers become forms.
class UserEndpoint final : public Endpoint {
 public:
  /// `home` is the address at which the user opens the client.
  UserEndpoint(std::unique_ptr<Actor> actor, std::string home) : actor_(std::move(actor)), home_(std::move(home)) {}
  Participant participant() const override { return Participant::user; }
  Handling handle(const Leg& leg, Instant now) override;
  Leg spell(const Envelope& envelope, const Sender& sender) override;
  std::vector<Running> forget() override { return {{actor_.get(), 1}}; }
  Actor& actor() { return *actor_; }

 private:
  std::unique_ptr<Actor> actor_;
  std::string home_;
  std::string form_action_;
  Parameters hidden_fields_;
};

/// A server's or a script's actor, and the browser whose flow it is part of.
struct Acting {
  const Actor* actor = nullptr;
  Participant browser = Participant::browser;
};

/// The client's web host, and its script: one actor in each browser.
class ClientEndpoint final : public Endpoint {
 public:
  /// `make` makes the script's actor for the browser of that number, from 1. A foreign script on its pages reports to
  /// `attacker_site`.
  ClientEndpoint(std::function<std::unique_ptr<Actor>(int)> make, const ClientSettings& settings,
                 ExchangeCounter& exchanges, Defences defences, std::string attacker_site);
  Participant participant() const override { return Participant::client; }
  Handling handle(const Leg& leg, Instant now) override;
  Leg spell(const Envelope& envelope, const Sender& sender) override;
  std::vector<Running> forget() override;
  /// The actors of both browsers, as far as they have run its script; the user's always.
  std::vector<Acting> actors() const;

 private:
  /// The script in one browser.
  struct Script {
    Participant browser;
    std::unique_ptr<Actor> actor;
    std::string authorization_endpoint{};  // from okta's metadata
    std::map<int, std::string> fetches{};  // the kind of request under way, by exchange
  };

  Handling serve_page(const Leg& leg);
  std::string page_policy() const;
  Handling run_script(const Payload& action, std::string_view address, int session);
  void leak(const Parameters& response, Participant browser, Handling& handling);
  Handling fetched(const Payload& response, int exchange, int session);
  Message read_answer(Script& script, std::string_view request_kind, const Payload& response);
  int session_in(Participant browser);
  Script& script(int session) { return scripts_[static_cast<std::size_t>(session - 1)]; }

  std::function<std::unique_ptr<Actor>(int)> make_;
  const ClientSettings& settings_;
  ExchangeCounter& exchanges_;
  Defences defences_;
  std::string attacker_site_;
  std::vector<Script> scripts_;
  std::vector<std::string> log_;  // the addresses its web host was asked for
};

/// The authorization server's pages, its published documents, and one actor for each authorization request.
class OktaEndpoint final : public Endpoint {
 public:
  /// `server` must outlive the endpoint; `settings` say where its pages are.
  OktaEndpoint(OktaServer& server, const Settings& settings);
  Participant participant() const override { return Participant::okta; }
  Handling handle(const Leg& leg, Instant now) override;
  Leg spell(const Envelope& envelope, const Sender& sender) override;
  std::vector<Running> forget() override;
  /// The actors of all authorization requests so far, in their order.
  std::vector<Acting> actors() const;

 private:
  struct Session {
    std::unique_ptr<Actor> actor;
    Participant browser = Participant::browser;  // where the request came from
    int exchange = 0;                            // the HTTP request that waits for an answer
    std::string redirect_uri{};                  // where the request asked the answer to go
    std::string handle{};                        // of the pending request, once a prompt has named it
    Message page{};                              // the prompt the browser is being redirected to
  };

  Handling authorize(const Leg& leg, const HttpRequest& request, Message message);
  Handling form_arrives(const Leg& leg, const HttpRequest& request, Message message);
  Handling show_pending_page(const Leg& leg, const HttpRequest& request);
  Handling publish(const Leg& leg, std::string_view path, Instant now);
  HttpResponse prompt(const Message& message, Session& session) const;
  HttpResponse redirect_to_client(const Message& message, const Session& session) const;
  int session_with(std::string_view handle, Participant browser);
  int new_session(Participant browser);

  OktaServer& server_;
  std::string base_;  // the issuer without a terminating slash: its documents lie below
  std::string authorize_, sign_in_, consent_;
  std::vector<Session> sessions_;
};

/// The resource server's API, with one actor for each request.
class AppEndpoint final : public Endpoint {
 public:
  /// `server` must outlive the endpoint.
  AppEndpoint(AppServer& server, ExchangeCounter& exchanges) : server_(server), exchanges_(exchanges) {}
  Participant participant() const override { return Participant::app; }
  Handling handle(const Leg& leg, Instant now) override;
  Leg spell(const Envelope& envelope, const Sender& sender) override;
  std::vector<Running> forget() override;
  /// The actors of all requests so far, in their order.
  std::vector<Acting> actors() const;

 private:
  struct Session {
    std::unique_ptr<Actor> actor;
    Participant asker = Participant::browser;  // who sent the request
    int exchange = 0;                          // the request that waits for an answer
    std::string origin;                        // of the page whose script asked
  };
  struct Question {
    int session = 0;
    std::string kind;
  };

  Handling request_arrives(const Leg& leg, const HttpRequest& request);
  Handling answer_arrives(const Payload& response, int exchange);
  Leg ask(const Envelope& envelope, int session);

  AppServer& server_;
  ExchangeCounter& exchanges_;
  std::vector<Session> sessions_;
  std::map<int, Question> questions_;  // asked of okta, by exchange
  std::vector<std::string> log_;       // the addresses it was asked for
};

}  // namespace flowsim::flows::implicit
