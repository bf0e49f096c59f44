// The checks while the user signs in: okta's about the prompt and the forms, and the user's own.
#include "oauth/explanations/parts.hpp"

namespace flowsim::oauth::explanations {
namespace {

constexpr CheckExplanation sign_in_rows[] = {
    {"signed_in_for_prompt_none",
     "with prompt=none okta must show no page, so somebody who is not signed in cannot be asked to",
     "there is no session or it is too old for max_age, or the browser keeps okta's cookie from a hidden frame because "
     "it "
     "is a third party's",
     "treat login_required as a normal answer, and start a visible sign-in without prompt=none"},
    {"session_user_matches_hint", "a silent request for one user is not answered with the tokens of another",
     "somebody else has signed in to okta in this browser since the client last saw its user",
     "start a visible sign-in, and let the person choose the account"},
    {"acr_reachable", "a client that asks for a strong sign-in must not get a weak one in its place",
     "acr_values asks for a factor that the user has not enrolled or that okta has not switched on",
     "enrol the factor, or ask for a level that okta can reach"},
    {"consent_given_for_prompt_none", "silence is no consent: what the user has never granted is not granted unseen",
     "the client silently asks for a scope that the user has not consented to, often one it has newly added",
     "ask for the new scope once in a visible request, then use prompt=none again"},
    {"sign_in_page_is_okta", "no parameter protects a user who types the password into another site's page",
     "a link or a redirect led to a page that looks like okta's but is not at okta's address",
     "look at the address bar before typing, and close a page whose origin is not okta's over https"},
    {"transaction_known",
     "a form that belongs to no request of this browser could sign the user in to an attacker's flow, or finish it "
     "with a "
     "borrowed click",
     "the sign-in took too long and the request was forgotten, the form was sent twice, or it comes from another "
     "browser",
     "start again from the client, so that okta has a fresh request"},
    {"csrf_token_matches",
     "another site cannot make the user's browser send this form, because it cannot know the token",
     "the form was sent by another site's page, or from an old copy of okta's page",
     "reload okta's page and send its own form"},
    {"attempts_below_limit", "guessing passwords becomes too slow to be worth while",
     "many wrong passwords came in a row, from a forgetful person or from a program", "wait, or reset the password"},
    {"credentials_correct",
     "only who knows the password is signed in, and the answer does not tell whether the user exists",
     "the password or the user name is mistyped", "type it again, or reset the password"},
    {"account_not_locked", "an account under attack stays shut even to the right password",
     "too many failed attempts, or an administrator, locked the account",
     "unlock it; the answer looks like that to a wrong password on purpose"},
    {"user_assigned", "people get tokens for the applications they are meant to use, and for no others",
     "the user exists, but nobody has assigned the application to the user or to a group of theirs",
     "assign the user or a group to the application"},
    {"policy_allows", "an administrator can say which clients, users and scopes get tokens, and all else gets none",
     "the authorization server has no access policy yet, as a new one has not, or no rule covers this client, grant, "
     "user "
     "and all of the scopes",
     "add a rule that covers them, and ask for no scope more than it allows: one refused scope refuses them all"},
    {"consent_granted", "the user decides what an application may do in their name",
     "the user has pressed the button that declines",
     "tell the user what is missing without the access, and ask for as few scopes as possible"},
};

}  // namespace

std::span<const CheckExplanation> sign_in() { return sign_in_rows; }

}  // namespace flowsim::oauth::explanations
