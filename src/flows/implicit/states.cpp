// One row for every state of every actor.
#include "flows/implicit/states.hpp"

#include <algorithm>
#include <array>

#include "flows/implicit/app.hpp"
#include "flows/implicit/attacker.hpp"
#include "flows/implicit/client.hpp"
#include "flows/implicit/okta.hpp"
#include "flows/implicit/user.hpp"

namespace flowsim::flows::implicit {
namespace {

using enum Participant;

constexpr std::array meanings{
    StateMeaning{user, "Ready", "the user has not opened the client yet"},
    StateMeaning{user, "AwaitingPage", "the user has opened the client and was asked for nothing"},
    StateMeaning{user, "CredentialsSent", "the user has entered a password and was asked for nothing more"},
    StateMeaning{user, "ConsentGiven", "the user has agreed to what the client asked for"},
    StateMeaning{user, "ConsentDenied", "the user has refused what the client asked for"},
    StateMeaning{user, "GaveUp", "the user was refused at sign-in too often"},
    StateMeaning{user, "Left", "the user has closed the tab"},
    StateMeaning{user, "SawErrorPage", "the user is looking at an error page of okta's"},

    StateMeaning{client, "Ready", "nobody has opened the client"},
    StateMeaning{client, "FetchingMetadata", "the client is fetching okta's metadata"},
    StateMeaning{client, "AwaitingResponse", "the client has sent the browser to okta and waits for it to come back"},
    StateMeaning{client, "FetchingKeys", "the client is fetching okta's keys to verify the ID token"},
    StateMeaning{client, "FetchingUserinfo", "the client is asking okta who the user is"},
    StateMeaning{client, "AwaitingResource",
                 "the client has sent the access token to the app and waits for the answer"},
    StateMeaning{client, "HasResource", "the client has the resource it asked for"},
    StateMeaning{client, "SignedIn", "the client knows who the user is; it has no access token"},
    StateMeaning{client, "ErrorShown", "the client shows the user that okta refused"},
    StateMeaning{client, "Rejected", "the client has thrown away what it received and holds no tokens"},
    StateMeaning{client, "ResourceRefused", "the client was refused the resource"},
    StateMeaning{client, "TimedOut", "the client has stopped waiting, or could reach nobody"},

    StateMeaning{okta, "Idle", "okta has received no authorization request"},
    StateMeaning{okta, "AwaitingSignIn", "okta has shown the sign-in page and waits for the user"},
    StateMeaning{okta, "AwaitingConsent", "okta has shown the consent page and waits for the user"},
    StateMeaning{okta, "TokensIssued", "okta has issued what was asked for"},
    StateMeaning{okta, "ErrorReturned", "okta has sent the client an error"},
    StateMeaning{okta, "ErrorPageShown", "okta has shown an error page and told the client nothing"},
    StateMeaning{okta, "Expired", "okta has forgotten the request: nobody signed in, or nobody consented"},

    StateMeaning{app, "Idle", "the app has received no request"},
    StateMeaning{app, "FetchingKeys", "the app is fetching okta's keys to verify the access token"},
    StateMeaning{app, "Introspecting", "the app is asking okta whether the access token is still active"},
    StateMeaning{app, "ResourceServed", "the app has served the resource"},
    StateMeaning{app, "RequestRefused", "the app has refused the request"},

    StateMeaning{attacker, "Watching", "the attacker has asked the app for nothing"},
    StateMeaning{attacker, "UsingToken", "the attacker has sent the app a token that is not its own"},
    StateMeaning{attacker, "HasResource", "the app has answered the attacker with a resource"},
    StateMeaning{attacker, "TokenRefused", "the app has refused what the attacker sent"},
};

}  // namespace

const Edges& edges_of(Participant actor) {
  static const Edges none;
  switch (actor) {
    case user:
      return user_edges();
    case client:
      return client_edges();
    case okta:
      return okta_edges();
    case app:
      return app_edges();
    case attacker:
      return attacker_edges();
    default:
      return none;
  }
}

std::span<const StateMeaning> state_meanings() { return meanings; }

std::string_view meaning_of(Participant actor, std::string_view state) {
  const auto row = std::ranges::find_if(meanings, [&](const auto& m) { return m.actor == actor && m.state == state; });
  return row == meanings.end() ? std::string_view{} : row->meaning;
}

}  // namespace flowsim::flows::implicit
