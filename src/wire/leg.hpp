// One step of a message's way: an HTTP request, an HTTP response, or what a person or a page's script does in a
// browser.
#pragma once

#include <string>
#include <variant>

#include "wire/http.hpp"
#include "wire/participant.hpp"

namespace flowsim::wire {

/// What crosses between a browser and the person before it or the script inside it.
struct BrowserAction {
  /// One of `open` (the user opens an address), `show` (the browser shows a page to the user), `submit` (the user sends
  /// a page's form), `run_script` (the browser runs a page's script), `navigate` (the script sends the browser to an
  /// address), `replace_state` (the script rewrites the address bar and the history entry), `look` (the attacker looks
  /// into a browser's history or into a server's log), `leak` (what the attacker gets to see).
  std::string verb;
  std::string url;    ///< the whole address, with its fragment, which only browser, user and script can see
  Parameters fields;  ///< the form's fields, or what the shown page says
  bool operator==(const BrowserAction&) const = default;
};

using Payload = std::variant<HttpRequest, HttpResponse, BrowserAction>;

/// One step of a message's way between two neighbours.
struct Leg {
  Participant from = Participant::user;
  Participant to = Participant::user;
  int message = 0;   ///< the trace's number of the message this leg carries
  int exchange = 0;  ///< pairs an HTTP response with its request; 0 for browser actions
  Payload payload;
  bool operator==(const Leg&) const = default;
};

}  // namespace flowsim::wire
