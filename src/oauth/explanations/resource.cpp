// The app's checks of the request and of the access token in it.
#include "oauth/explanations/parts.hpp"

namespace flowsim::oauth::explanations {
namespace {

constexpr CheckExplanation resource_rows[] = {
    {"resource_request_over_tls", "whoever sees a bearer token can use it, and without TLS the whole network sees it",
     "the client calls the API at http://", "use https, and take the token for stolen"},
    {"credentials_present", "a resource with an owner is not given to a caller without a token",
     "the client sent no token: it has none yet, lost it on a reload, or a redirect dropped the header",
     "get a token first and send it as Authorization: Bearer; this answer has no error code on purpose"},
    {"bearer_header_well_formed", "a header that can be read in two ways may be checked in one and used in the other",
     "the word Bearer or the space is missing, the token is quoted or empty, or another scheme was used",
     "send Authorization: Bearer, one space, and the token as it came"},
    {"one_token_carrier", "with two tokens one may be checked and the other used",
     "the token stands in the header and in the query or the body as well, or twice in one of them",
     "send it once, in the header"},
    {"token_not_in_query",
     "addresses are written into logs, histories and Referer headers, and a token in them with it",
     "the client puts access_token into the address, as old examples do", "send it in the Authorization header"},
    {"access_token_well_formed", "what cannot be taken apart cannot be checked",
     "the token was cut off, is an opaque one, or its header demands an extension that the app does not know",
     "send the token as okta issued it, and ask the authorization server whose tokens are JWTs"},
    {"access_token_algorithm_allowed",
     "an attacker who may choose the algorithm chooses none, or makes the public key a shared secret",
     "the header says none or HS256, which is how tokens are forged, or okta was set to another algorithm",
     "fix the algorithm in the app's configuration, and never take it from the token"},
    {"access_token_key_known", "only a key that the issuer publishes proves that the issuer signed",
     "the keys were rotated and the app holds an old copy, or the token comes from the organisation's authorization "
     "server, whose access tokens only okta can verify",
     "fetch the key set again, once; use a custom authorization server for an API of one's own"},
    {"access_token_signature_valid", "a client or an attacker who could write claims could give itself any right",
     "a claim was changed after signing, the token was cut, or another key signed it", "refuse it; get a new token"},
    {"access_token_issuer_matches",
     "a token of another authorization server means nothing here, however good its signature",
     "app and client are configured with different authorization servers, often the organisation's and /oauth2/default",
     "configure one issuer in both, spelled exactly as in its metadata"},
    {"access_token_audience_matches", "an API that was given a token, or has stolen one, cannot use it at another API",
     "the token was issued for another API, or the app expects another audience than the authorization server puts in",
     "compare aud with the identifier that the authorization server has for this API"},
    {"access_token_not_expired", "a stolen token is worth something for a short time only",
     "the token is old, since there are no refresh tokens in this flow, or the app's clock is ahead; a token without "
     "exp "
     "fails, too",
     "get a new token by a new authorization request, and retry once"},
    {"access_token_issued_at_plausible", "a token from the future was made by a wrong clock or a wrong hand",
     "the app's clock is behind okta's; a token without iat, or one issued after its own exp, fails, too",
     "set the clock, or allow two minutes of leeway"},
    {"access_token_is_no_id_token",
     "an ID token says who signed in to a client, and gives no right to an API (token confusion)",
     "the client sends its ID token to the API because both look alike",
     "send the access token; ask for response_type token beside id_token"},
    {"access_token_client_allowed", "an API for some clients is not opened by any other client of the same issuer",
     "the token was issued to a client that is not on the app's list",
     "add the client to the list, if it is meant to call this API"},
    {"access_token_not_revoked", "a token that was taken back stops working at once, not only when it expires",
     "the token was revoked, or the user signed out everywhere; an app that does not ask okta would still take it",
     "get a new token by a new authorization request"},
    {"scope_sufficient", "a token opens what the user has agreed to, and nothing more",
     "the client did not ask for the scope of this resource, or the user or a policy did not grant it",
     "ask for the missing scope in a new authorization request; do not repeat the call with the same token"},
    {"resource_belongs_to_user", "a good token of one user does not open the resource of another",
     "the address names somebody else's resource, or the app compares sub, which may be the login name, with the user "
     "id "
     "in uid",
     "ask for the user's own resource, and compare uid"},
};

}  // namespace

std::span<const CheckExplanation> resource() { return resource_rows; }

}  // namespace flowsim::oauth::explanations
