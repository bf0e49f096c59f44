// The simulated browser: follows redirects, keeps fragments to itself, runs pages' scripts, holds cookies and history.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/endpoint.hpp"

namespace flowsim::sim {

/// Who answers at which origin: what DNS and TLS certificates say.
using Hosts = std::vector<std::pair<std::string, Participant>>;

/// One browser window with one user before it and one page in it.
class Browser final : public Endpoint {
 public:
  /// `hosts` maps origins (`https://host`) to participants; it and `exchanges` must outlive the browser.
  /// `self` is one of the two browsers, `person` sits before it.
  Browser(const Hosts& hosts, ExchangeCounter& exchanges, Participant self = Participant::browser,
          Participant person = Participant::user)
      : hosts_(hosts), exchanges_(exchanges), self_(self), person_(person) {}

  Participant participant() const override { return self_; }
  Handling handle(const Leg& leg, Instant now) override;
  /// The browser has no actor; it sends nothing of its own.
  Leg spell(const Envelope& envelope, const Sender& sender) override;

  /// Puts a cookie into the jar, as an earlier visit left it there.
  void remember_cookie(std::string_view origin, std::string name, std::string value);

  /// What the address bar shows.
  const std::string& address() const { return address_; }
  /// The addresses of the pages shown, the newest last, as scripts have left them.
  const std::vector<std::string>& history() const { return history_; }

 private:
  /// Why a request is under way, and what is needed of it once it is answered.
  struct Pending {
    enum class Purpose { navigation, preflight, fetch } purpose = Purpose::navigation;
    std::string origin{};                          ///< it went to
    std::string address{};                         ///< of a navigation: with its fragment
    std::string method{}, content_type{}, body{};  ///< of a navigation: what some redirects keep
    int redirects = 0;
    int script_exchange = 0;  ///< of a fetch: the number by which the script knows it
    std::optional<HttpRequest> after_preflight{};
  };

  Handling act(const BrowserAction& action);
  Handling show_history(const BrowserAction& look) const;
  Handling load(HttpRequest request, std::string address, int redirects);
  Handling fetch(HttpRequest request, int script_exchange);
  Handling answered(const HttpResponse& response, int exchange);
  Handling follow_redirect(const HttpResponse& response, Pending&& pending);
  Handling show(const HttpResponse& response, Pending&& pending);
  Handling give_to_script(const HttpResponse& response, Pending&& pending);
  Handling refuse_to_script(int script_exchange, Phrase problem);
  Handling ask(Participant host, HttpRequest&& request, Pending&& pending);
  void keep_cookies(const HttpResponse& response, std::string_view origin);
  /// The Referer of a request to that origin, by the policy that the page or the last redirect asked for; empty for
  /// none.
  std::string referrer(std::string_view target_origin) const;
  std::string cookies_for(std::string_view origin) const;
  void go_to(std::string address);
  std::optional<Participant> host_at(std::string_view origin) const;

  Leg action_leg(Participant to, BrowserAction action) const { return {self_, to, 0, 0, std::move(action)}; }

  const Hosts& hosts_;
  ExchangeCounter& exchanges_;
  Participant self_, person_;
  std::vector<std::string> history_;
  std::map<int, Pending> pending_;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> cookies_;  // by origin
  std::string address_;
  std::string origin_;  // of the address
  std::string referrer_policy_;
};

}  // namespace flowsim::sim
