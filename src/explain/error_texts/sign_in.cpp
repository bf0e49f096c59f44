// What Okta says where the user signs in, where it may not ask the user, and where the user may not have what is asked.
#include "explain/error_texts/parts.hpp"

namespace flowsim::explain::known_errors {
namespace {

constexpr std::string_view okta = "Okta, the authorization server";
constexpr std::string_view sign_in_page = "Okta, on the sign-in page";
constexpr std::string_view knowledge_base = "Okta Support, knowledge base";
constexpr std::string_view error_guide = "Okta error codes";
constexpr std::string_view authentication_api = "Okta Authentication API";

constexpr ErrorCause not_signed_in_causes[] = {
    {"The user has no session at Okta, or it has ended; a silent request is meant to find that out",
     "signed_in_for_prompt_none", "scenarios/okta-refuses/login-required.yaml"},
    {"The user is signed in, but the browser withholds Okta's cookie in a hidden frame of another site, so Okta sees "
     "nobody",
     "signed_in_for_prompt_none", "scenarios/okta-refuses/silent-request-not-signed-in.yaml"},
    {"There is a session, but it is older than max_age allows", "signed_in_for_prompt_none",
     "scenarios/okta-refuses/silent-request-session-too-old.yaml"},
    {"Another user is signed in than the request names", "session_user_matches_hint",
     "scenarios/okta-refuses/silent-request-another-user.yaml"},
};
constexpr std::string_view not_signed_in =
    "The request said prompt=none, and Okta could only have answered it after a sign-in";
constexpr std::string_view ask_visibly =
    "Start a visible request without prompt=none; do not take it for a failure, and do not repeat the silent one";

constexpr ErrorCause password_causes[] = {
    {"The password is wrong", "credentials_correct", "scenarios/user-refuses/wrong-password.yaml"},
    {"There is no user of that name; Okta answers alike, so that nobody can look for names", "credentials_correct",
     "scenarios/user-refuses/unknown-user.yaml"},
    {"The account is locked; Okta does not say so to somebody who may not be its owner", "account_not_locked",
     "scenarios/user-refuses/account-locked.yaml"},
};

constexpr ErrorCause rate_causes[] = {
    {"A program asks too often, for instance in a loop that starts the flow again after each error", "E0000047",
     "scenarios/okta-refuses/too-many-requests.yaml"},
    {"Too many passwords were tried", "attempts_below_limit", "scenarios/user-refuses/too-many-attempts.yaml"},
};

constexpr ErrorCause assignment_causes[] = {
    {"Neither the user nor one of the user's groups is assigned to the application", "user_assigned",
     "scenarios/user-refuses/not-assigned.yaml"},
    {"The user is signed in for another application, and that does not open this one", "user_assigned",
     "scenarios/user-refuses/not-assigned-with-session.yaml"},
};

constexpr ErrorCause policy_causes[] = {
    {"No rule fits: a new authorization server has no access policy, or its rules leave out this client, this grant, "
     "this user or one of the scopes",
     "policy_allows", "scenarios/user-refuses/policy-refuses.yaml"},
};

constexpr ErrorCause denial_causes[] = {
    {"The user declined on the consent page", "consent_granted", "scenarios/user-refuses/consent-denied.yaml"},
    {"The consent form came back without an answer that Okta can read", "consent_granted",
     "scenarios/user-refuses/consent-unreadable.yaml"},
    {"An access policy refused the request", "policy_allows", "scenarios/user-refuses/policy-refuses.yaml"},
    {"Nobody refused: somebody made the browser open an address with this error in it", "state_matches",
     "scenarios/attacks/error-injection.yaml"},
};

constexpr ErrorText rows[] = {
    {"The client specified not to prompt, but the user is not logged in.", okta, knowledge_base, "login_required",
     not_signed_in, "OpenID Connect Core §3.1.2.6", ask_visibly, not_signed_in_causes},
    {"The client specified not to prompt, but the user isn't signed in.", okta, error_guide, "login_required",
     not_signed_in, "OpenID Connect Core §3.1.2.6", ask_visibly, not_signed_in_causes},
    {"Authentication failed", sign_in_page, authentication_api, "E0000004",
     "The sign-in failed; the text is the same for every reason, on purpose", "RFC 6819 §5.1.4.2",
     "Type name and password once more, or reset the password; where they are surely right, ask whether the account is "
     "locked",
     password_causes},
    {"API call exceeded rate limit due to too many requests.", "Okta, as JSON with status 429", authentication_api,
     "E0000047", "Okta has had too many requests and takes no more for a while", "RFC 6819 §4.4.1.11",
     "Wait, with growing pauses, and look for the loop", rate_causes},
    {"User is not assigned to the client application.", okta, knowledge_base, "access_denied",
     "The user has signed in, but may not use this application", "RFC 6749 §4.2.2.1",
     "Assign the user, or a group that the user is in, to the application", assignment_causes},
    {"Policy evaluation failed for this request, please check the policy configurations.", okta, knowledge_base,
     "access_denied",
     "No rule of the authorization server's access policies lets this request through; one scope too many refuses all "
     "of it",
     "RFC 6749 §4.2.2.1",
     "Add a policy with a rule for this client, the implicit grant, these users and these scopes, or ask for fewer "
     "scopes",
     policy_causes},
    {"The resource owner or authorization server denied the request.", okta, error_guide, "access_denied",
     "Somebody entitled to it said no: the user, or the server for a reason of its own", "RFC 6749 §4.2.2.1",
     "Tell the user, and do not ask again unasked", denial_causes},
};

}  // namespace

std::span<const ErrorText> sign_in() { return rows; }

}  // namespace flowsim::explain::known_errors
