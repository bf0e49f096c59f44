// Okta's checks of the authorization request.
#include "oauth/explanations/parts.hpp"

namespace flowsim::oauth::explanations {
namespace {

constexpr CheckExplanation authorization_request_rows[] = {
    {"transport_is_tls",
     "without TLS anybody on the network reads the request and the tokens that answer it, or sends the user elsewhere",
     "the authorization endpoint was written with http://, or a proxy in front of it took the TLS away",
     "use the https address that okta's metadata names"},
    {"method_allowed", "the endpoint understands a navigation (GET) or a submitted form (POST) and nothing else",
     "a script called the endpoint with another method, though only a browser's navigation may come here",
     "send the browser there with a link, a redirect or a form"},
    {"client_id_not_repeated",
     "with two client ids two pieces of software may each believe another one, and check one client but serve the "
     "other",
     "client_id was appended to an address that already had it, or somebody is trying their luck",
     "build the query from a list in which each name stands once"},
    {"redirect_uri_not_repeated",
     "with two redirect URIs one may be checked and the other used, and then the tokens go to a stranger",
     "redirect_uri was appended to an address that already had it, or somebody smuggled a second one in",
     "build the query from a list in which each name stands once"},
    {"client_known", "okta sends tokens to registered clients only, because only of those it knows a redirect URI",
     "client_id is mistyped, belongs to another okta domain, or the application was deleted",
     "copy the client id from the application's settings in the same okta that the request goes to"},
    {"client_active", "an application that was switched off gets no tokens any more",
     "an administrator has deactivated the application", "activate it again, or use the client id of an active one"},
    {"redirect_uri_exact",
     "the tokens travel to this address, so any looseness in the comparison hands them to whoever owns an address that "
     "looks alike",
     "a trailing slash, a port, http for https, capitals or a query differ from what is registered; or an attacker "
     "asks "
     "for an address of their own",
     "register the very text that the client sends, and expect an error page instead of a callback until they agree"},
    {"response_mode_known",
     "okta must know how the client wants its answer before it can answer at all, even with an error",
     "response_mode is mistyped or belongs to another product", "leave response_mode out: the fragment is the default"},
    {"parameters_not_repeated",
     "where a name occurs twice, one reader takes the first and another the last, and what was checked is not what is "
     "used",
     "parameters were appended twice, for instance by a wrapper around the client library",
     "build the query from a list in which each name stands once"},
    {"response_type_present", "okta does not guess what the client wants to get",
     "the client forgot response_type, sent it empty, or named it wrongly",
     "send response_type=token, id_token or id_token token, and look for this error in the query, since no fragment "
     "was "
     "asked for"},
    {"response_type_enabled", "each kind of token in the address bar is a risk that the administrator takes knowingly",
     "the switch for access tokens or for ID tokens is off in the application's implicit settings, or the request asks "
     "for code",
     "switch on what the client needs, and nothing else, or ask for an enabled response type"},
    {"implicit_grant_allowed", "a client registered for a safer flow cannot be talked into this one",
     "the implicit grant is not ticked for this application",
     "tick it if the application really is an old single-page application; new ones use the code flow with PKCE"},
    {"response_mode_allowed",
     "a token in the query ends in server logs, in Referer headers and in the history; the fragment at least stays in "
     "the browser",
     "the client asks for tokens in the query because its server is to read them, or for a mode this okta is not set "
     "up "
     "to answer in",
     "let a script on the callback page read the fragment, and leave response_mode out"},
    {"state_present",
     "without state the client cannot tell its own response from one that an attacker has planted (cross-site request "
     "forgery)",
     "the client leaves state out because RFC 6749 only recommends it, or puts characters into it that okta refuses, "
     "such as those of base64",
     "send a fresh random state of letters and digits with every request, and keep it in this browser"},
    {"nonce_present", "the nonce ties an ID token to one request, so that a stolen one cannot be used again",
     "the client sends no nonce, often because it asks for an access token alone and okta wants one even then",
     "send a fresh random nonce with every request, and compare it with the one in the ID token"},
    {"openid_requested", "an ID token is issued only to a client that says it wants to know who the user is",
     "scope names the API's scopes but not openid", "add openid to scope, or ask for response_type=token alone"},
    {"scope_allowed", "nobody gets rights that the authorization server does not know or does not grant here",
     "a scope is mistyped, differs in a capital, is separated by a comma, or exists in another authorization server",
     "ask for scopes exactly as this authorization server defines them, with single spaces between them"},
    {"prompt_valid",
     "prompt=none says that nothing may be shown, which beside login or consent cannot be obeyed and must not be "
     "guessed",
     "none was combined with another word, or the word is one that okta does not know",
     "send prompt=none alone, or login, consent or both, or leave it out"},
    {"max_age_valid", "a limit on the age of a sign-in that cannot be read must not count as no limit",
     "max_age is not a whole number of seconds, for instance 1h, 3.5 or a negative one",
     "send seconds in digits: max_age=3600"},
    {"claims_valid", "a request for claims that can be read in two ways would be answered in one of them only",
     "claims is cut off, encoded twice, no object, or names a member twice",
     "send one JSON object, encoded for the query exactly once"},
    {"request_object_absent",
     "a server that ignored a request object would act on other parameters than those the client signed",
     "the client packs its parameters into a signed JWT, which this okta does not take",
     "send the parameters in the query instead of in request"},
    {"request_uri_absent",
     "fetching an address that a stranger names lets the stranger use the server as a hand inside its network",
     "the client refers to a request object at request_uri, which this okta does not fetch",
     "send the parameters in the query instead of request_uri"},
};

constexpr CheckExplanation metadata_rows[] = {
    {"metadata_issuer_matches",
     "the metadata names the addresses and keys that the client will trust, so an impostor's document would hand over "
     "the whole flow",
     "the client is configured with the issuer of another authorization server, often the organisation's instead of "
     "/oauth2/default or the other way round, or with a slash too many",
     "configure the issuer exactly as its metadata spells it, and refuse any other document"},
};

}  // namespace

std::span<const CheckExplanation> authorization_request() { return authorization_request_rows; }
std::span<const CheckExplanation> metadata() { return metadata_rows; }

}  // namespace flowsim::oauth::explanations
