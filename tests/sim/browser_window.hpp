// A browser in a test, with three servers it knows and short ways to ask it and to answer it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>

#include "sim/browser.hpp"
#include "wire/page.hpp"

namespace flowsim::testing_support {
using namespace sim;

inline const std::string spa = "https://spa.example.com";
inline const std::string okta_origin = "https://example.okta.com";
inline const std::string api = "https://api.example.com";
inline const std::string insecure = "http://old.example.com";

/// The one leg of that kind which goes onward; a failure and an empty one where that is not so.
template <class Kind>
Kind only(const Handling& handling) {
  EXPECT_EQ(handling.onward.size(), 1u);
  if (handling.onward.size() != 1) return {};
  const auto* payload = std::get_if<Kind>(&handling.onward.front().payload);
  EXPECT_NE(payload, nullptr);
  return payload == nullptr ? Kind{} : *payload;
}

inline HttpResponse redirect(int status, std::string location) {
  return {status, {{"Location", std::move(location)}}, {}};
}

class BrowserWindow : public testing::Test {
 protected:
  Handling act(std::string verb, std::string url, Parameters fields = {}) {
    return browser.handle(
        {Participant::user, Participant::browser, 1, 0, BrowserAction{std::move(verb), std::move(url), fields}}, {});
  }

  /// The server answers the request that is on its way.
  Handling answer(const Handling& asked, HttpResponse response) {
    EXPECT_FALSE(asked.onward.empty());
    if (asked.onward.empty()) return {};
    const auto& leg = asked.onward.front();
    return browser.handle({leg.to, Participant::browser, 1, leg.exchange, std::move(response)}, {});
  }

  /// Opens the address and gets that response.
  Handling visit(const std::string& url, HttpResponse response = {}) {
    return answer(act("open", url), std::move(response));
  }

  /// The script of the page calls `fetch`; it knows the call by that number.
  Handling fetch(HttpRequest request, int script_exchange = 77) {
    return browser.handle({Participant::client, Participant::browser, 1, script_exchange, std::move(request)}, {});
  }

  ExchangeCounter exchanges;
  const Hosts hosts{{spa, Participant::client},
                    {okta_origin, Participant::okta},
                    {api, Participant::app},
                    {insecure, Participant::attacker}};
  Browser browser{hosts, exchanges};
};

}  // namespace flowsim::testing_support
