// The checks, one file each, in the order of the tables in checks.cpp.
#pragma once

#include "oauth/checks.hpp"

namespace flowsim::oauth {

Finding transport_is_tls(const AuthorizationRequestContext& context);
Finding method_allowed(const AuthorizationRequestContext& context);
Finding client_id_not_repeated(const AuthorizationRequestContext& context);
Finding redirect_uri_not_repeated(const AuthorizationRequestContext& context);
Finding client_known(const AuthorizationRequestContext& context);
Finding client_active(const AuthorizationRequestContext& context);
Finding redirect_uri_exact(const AuthorizationRequestContext& context);
Finding response_mode_known(const AuthorizationRequestContext& context);
Finding parameters_not_repeated(const AuthorizationRequestContext& context);
Finding response_type_present(const AuthorizationRequestContext& context);
Finding response_type_enabled(const AuthorizationRequestContext& context);
Finding implicit_grant_allowed(const AuthorizationRequestContext& context);
Finding response_mode_allowed(const AuthorizationRequestContext& context);
Finding state_present(const AuthorizationRequestContext& context);
Finding nonce_present(const AuthorizationRequestContext& context);
Finding openid_requested(const AuthorizationRequestContext& context);
Finding scope_allowed(const AuthorizationRequestContext& context);
Finding prompt_valid(const AuthorizationRequestContext& context);
Finding max_age_valid(const AuthorizationRequestContext& context);
Finding claims_valid(const AuthorizationRequestContext& context);
Finding request_object_absent(const AuthorizationRequestContext& context);
Finding request_uri_absent(const AuthorizationRequestContext& context);

Finding signed_in_for_prompt_none(const PromptContext& context);
Finding session_user_matches_hint(const PromptContext& context);
Finding acr_reachable(const PromptContext& context);
Finding consent_given_for_prompt_none(const PromptContext& context);

Finding sign_in_page_is_okta(const SignInPageContext& context);

Finding transaction_known(const SignInContext& context);
Finding csrf_token_matches(const SignInContext& context);
Finding attempts_below_limit(const SignInContext& context);
Finding credentials_correct(const SignInContext& context);
Finding account_not_locked(const SignInContext& context);
Finding user_assigned(const SignInContext& context);
Finding policy_allows(const SignInContext& context);
Finding consent_granted(const SignInContext& context);

Finding metadata_issuer_matches(const MetadataContext& context);

Finding response_in_fragment(const ResponseContext& context);
Finding response_parameters_not_repeated(const ResponseContext& context);
Finding state_matches(const ResponseContext& context);
Finding response_issuer_matches(const ResponseContext& context);
Finding response_is_no_error(const ResponseContext& context);
Finding response_complete(const ResponseContext& context);
Finding token_type_bearer(const ResponseContext& context);

Finding id_token_not_encrypted(const IdTokenContext& context);
Finding id_token_well_formed(const IdTokenContext& context);
Finding id_token_issuer_matches(const IdTokenContext& context);
Finding id_token_audience_matches(const IdTokenContext& context);
Finding id_token_authorized_party_matches(const IdTokenContext& context);
Finding id_token_algorithm_allowed(const IdTokenContext& context);
Finding id_token_key_known(const IdTokenContext& context);
Finding id_token_signature_valid(const IdTokenContext& context);
Finding id_token_not_expired(const IdTokenContext& context);
Finding id_token_issued_at_plausible(const IdTokenContext& context);
Finding nonce_matches(const IdTokenContext& context);
Finding id_token_subject_present(const IdTokenContext& context);
Finding id_token_acr_satisfied(const IdTokenContext& context);
Finding id_token_auth_time_recent(const IdTokenContext& context);
Finding at_hash_matches(const IdTokenContext& context);

Finding userinfo_subject_matches(const UserinfoContext& context);

Finding resource_request_over_tls(const ResourceRequestContext& context);
Finding credentials_present(const ResourceRequestContext& context);
Finding bearer_header_well_formed(const ResourceRequestContext& context);
Finding one_token_carrier(const ResourceRequestContext& context);
Finding token_not_in_query(const ResourceRequestContext& context);

Finding access_token_well_formed(const AccessTokenContext& context);
Finding access_token_algorithm_allowed(const AccessTokenContext& context);
Finding access_token_key_known(const AccessTokenContext& context);
Finding access_token_signature_valid(const AccessTokenContext& context);
Finding access_token_issuer_matches(const AccessTokenContext& context);
Finding access_token_audience_matches(const AccessTokenContext& context);
Finding access_token_not_expired(const AccessTokenContext& context);
Finding access_token_issued_at_plausible(const AccessTokenContext& context);
Finding access_token_is_no_id_token(const AccessTokenContext& context);
Finding access_token_client_allowed(const AccessTokenContext& context);
Finding access_token_not_revoked(const AccessTokenContext& context);
Finding scope_sufficient(const AccessTokenContext& context);
Finding resource_belongs_to_user(const AccessTokenContext& context);

}  // namespace flowsim::oauth
