// The client's checks of the response at its redirect URI, and of userinfo.
#include "oauth/explanations/parts.hpp"

namespace flowsim::oauth::explanations {
namespace {

constexpr CheckExplanation response_rows[] = {
    {"response_in_fragment",
     "no server sees a fragment, but a query reaches the client's web server, its logs and the next site's Referer",
     "the authorization server answers in the query by mistake, or something on the way moved the parameters there",
     "take it for lost and start again; mend the server, and never read tokens from the query"},
    {"response_parameters_not_repeated",
     "of two values one may be checked and the other used, so an attacker could add one to a genuine response",
     "a parameter was appended to the response on its way through the browser", "refuse the response, and start again"},
    {"state_matches",
     "a response that this browser never asked for is an attacker's way to sign the user in to the attacker's account "
     "or "
     "to plant a token",
     "the response was forged, replayed or is too late; or a second tab overwrote the stored state, or the browser "
     "lost "
     "it between two origins",
     "keep an entry of its own for each pending request in this browser, use each once, and refuse everything else"},
    {"response_issuer_matches",
     "a client of several authorization servers could be made to take one's answer for the other's (mix-up)",
     "the response comes from another authorization server than the request went to, or lacks the iss that the "
     "metadata "
     "announces",
     "remember with each request where it went, compare exactly, and refuse the response"},
    {"response_is_no_error", "an error brings no tokens, and what it says must not be shown as if it were trusted text",
     "okta refused the request or the user declined; error says why",
     "act on the error code: flowsim explain knows each"},
    {"response_complete", "a client that works with half an answer skips the checks of the missing half",
     "something was lost or removed on the way, or okta was asked for another response type than the client remembers",
     "refuse the whole response, and start again"},
    {"token_type_bearer",
     "the type says how to present a token, and a client must not use one that it does not understand",
     "token_type is missing, altered or of a type this client has never heard of; Bearer in any case is right",
     "do not use the token; compare without regard to case"},
};

// The row of userinfo stands last, as in the check table.
constexpr CheckExplanation id_token_rows[] = {
    {"id_token_not_encrypted", "a client reads only what it has agreed to read, and has no key for anything else",
     "the registration asks for encrypted ID tokens, or the token comes from another system",
     "register the client for signed ID tokens, or give it a key"},
    {"id_token_well_formed", "what cannot be taken apart cannot be checked",
     "the token was cut off in a long address, decoded twice, or is no JWT at all; or its header demands an extension "
     "that the client does not know",
     "read the fragment whole and decode it once, and refuse what has not three parts"},
    {"id_token_issuer_matches", "whoever can sign tokens somewhere else cannot sign users in here",
     "the client is configured with another issuer, often the organisation's instead of /oauth2/default, or the token "
     "comes from a stranger",
     "configure the issuer exactly as the metadata spells it; never loosen the comparison"},
    {"id_token_audience_matches",
     "a token that the user gave to another client must not open this one (token substitution)",
     "the token was issued to another client, or the client compares with the wrong client id",
     "compare aud with the client's own id, and refuse a list with strangers in it"},
    {"id_token_authorized_party_matches", "azp says for which client a token was made, which aud alone may leave open",
     "the token was made for another client of the same audience", "refuse it, and start again"},
    {"id_token_algorithm_allowed",
     "an attacker who may choose the algorithm chooses none, or makes the public key a shared secret",
     "the header says none or HS256, which is how tokens are forged, or okta was set to another algorithm",
     "fix the algorithm in the client's configuration, and never take it from the token"},
    {"id_token_key_known", "only a key that the issuer publishes proves that the issuer signed",
     "the client holds an old copy of the key set although the keys were rotated, or the token was signed by somebody "
     "else",
     "fetch the key set again, once, and then refuse"},
    {"id_token_signature_valid",
     "the token came through the browser, so the signature is all that says nobody has rewritten it",
     "a claim was changed after signing, the token was cut or put together of two, or another key signed it",
     "refuse both tokens, and start again; do not lean on TLS"},
    {"id_token_not_expired", "a stolen token is worth something for a short time only",
     "the token is old, or the clock of the user's machine is ahead; a token without exp fails, too",
     "sign in again; allow some minutes of leeway, and do not switch the check off because of wrong clocks"},
    {"id_token_issued_at_plausible",
     "a token from the future or from last week was not made for this sign-in, whatever its exp says",
     "the clock of the user's machine is behind the server's, or an old token was put into the response",
     "set the clock, or allow some minutes of leeway; otherwise refuse"},
    {"nonce_matches", "an ID token from another sign-in, stolen or bought, cannot be put into this one (replay)",
     "the token belongs to another request, or the client overwrote its stored nonce in a second tab; a missing nonce "
     "fails, too",
     "keep a nonce for each pending request, compare it each time, and accept it once"},
    {"id_token_subject_present", "a client that signs in nobody in particular may sign in anybody",
     "the token lacks sub, or it is empty or too long, which okta never sends",
     "refuse it, and know users by iss and sub together"},
    {"id_token_acr_satisfied", "a client that asked for a strong sign-in learns here whether there was one",
     "the user signed in with less than acr_values asked for, or the request was altered on the way",
     "refuse, and ask again with the same acr_values"},
    {"id_token_auth_time_recent", "a client that asked for a fresh sign-in learns here whether it was one",
     "okta answered from an old session, max_age was removed on the way, or auth_time is missing",
     "refuse, and ask again with max_age or prompt=login"},
    {"at_hash_matches",
     "an access token from elsewhere cannot be slipped in beside a genuine ID token (token substitution)",
     "the access token was exchanged, or the hash is computed wrongly: it is base64url of the left half of the bytes "
     "of "
     "the digest; a missing at_hash fails, too",
     "refuse both tokens; demand at_hash whenever both were asked for"},
    {"userinfo_subject_matches", "what userinfo says must be about the person who signed in",
     "the access token belongs to another user than the ID token",
     "throw the userinfo response away, and do not trust that access token"},
};

}  // namespace

std::span<const CheckExplanation> response() { return response_rows; }
std::span<const CheckExplanation> id_token() { return id_token_rows; }

}  // namespace flowsim::oauth::explanations
