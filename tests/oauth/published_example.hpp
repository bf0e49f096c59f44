// The signed ID token of OpenID Connect Core's appendix (A.3), the key that verifies it, and forgeries made of it.
#pragma once

#include <string>
#include <string_view>

#include "oauth/keys.hpp"

namespace flowsim::oauth::published {

inline constexpr std::string_view access_token = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
inline constexpr std::string_view at_hash = "77QmUPtjPfzWtF2AnpK9RQ";
inline constexpr std::string_view sha256_of_signing_input =
    "82af31a1287eaddf7b22fe8f84e8ac86e4503b95b96ddb7b50c942b7e02eaac3";

inline constexpr std::string_view header = "eyJraWQiOiIxZTlnZGs3IiwiYWxnIjoiUlMyNTYifQ";
inline constexpr std::string_view payload =
    "ewogImlzcyI6ICJodHRwczovL3NlcnZlci5leGFtcGxlLmNvbSIsCiAic3ViIjogIjI0ODI4OTc2MTAwMSIsCiAiYXVkIjogInM2QmhkUmtxdD"
    "MiLAogIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsCiAiZXhwIjogMTMxMTI4MTk3MCwKICJpYXQiOiAxMzExMjgwOTcwLAogImF0X2hhc2giOiAi"
    "NzdRbVVQdGpQZnpXdEYyQW5wSzlSUSIKfQ";
inline constexpr std::string_view signature =
    "kdqTmftlaXg5WBYBr1wkxhkqCGZPc0k8vTiV5g2jj67jQ7XkrDamYx2bOkZLdZrpMPIzkdYB1nZI_G8vQGQuamRhJcEIt21kblGPZ-yhEhdkAi"
    "ZIZLu38rChalDS2Mh0glE_rke5XXRhmqqoEFFdziFdnO3p61-7y51co84OEAZvARSINQaOWIzvioRfs4zwIFOaT33Vpxfqr8HDyh31zo9eBW2d"
    "SQuCa071z0ENWChWoPliK1JCo_Bk9eDg2uwo2ZwhsvHzj6TMQ0lYOTzufSlSmXIKfjlOsb3nftQeR697_hA-nMZyAdL8_NRfaC37XnAbW8WB9w"
    "CfECp7cuNuOg";

inline constexpr std::string_view modulus =
    "w7Zdfmece8iaB0kiTY8pCtiBtzbptJmP28nSWwtdjRu0f2GFpajvWE4VhfJAjEsOcwYzay7XGN0b-X84BfC8hmCTOj2b2eHT7NsZegFPKRUQzJ"
    "9wW8ipn_aDJWMGDuB1XyqT1E7DYqjUCEOD1b4FLpy_xPn6oV_TYOfQ9fZdbE5HGxJUzekuGcOKqOQ8M7wfYHhHHLxGpQVgL0apWuP2gDDOdTtp"
    "uld4D2LK1MZK99s9gaSjRHE8JDb1Z4IGhEcEyzkxswVdPndUWzfvWBBWXWxtSUvQGBRkuy1BHOa4sP6FKjWEeeF7gm7UMs2Nm2QUgNZw6xvEDG"
    "aLk4KASdIxRQ";
inline constexpr std::string_view thumbprint = "IaIYhfRpR6c6o4gJUkPrMs_PqkiEr6ODYOU26bHiH8s";

inline constexpr std::string_view header_without_signature = "eyJhbGciOiJub25lIn0";
inline constexpr std::string_view header_of_hs256 = "eyJraWQiOiIxZTlnZGs3IiwiYWxnIjoiSFMyNTYifQ";
inline constexpr std::string_view mac_keyed_with_pem = "qx9l5Cy4YK4SQmITnRTsK-02_RJ3yBEh3QcsqqArpgE";
inline constexpr std::string_view mac_keyed_with_modulus = "6dFXMfXl_2xzH30dn62hB07aGgmXS5HX9u_qcaDko9I";

inline std::string token_of(std::string_view header_part, std::string_view payload_part,
                            std::string_view signature_part) {
  return std::string(header_part).append(".").append(payload_part).append(".").append(signature_part);
}

inline std::string id_token() { return token_of(header, payload, signature); }

inline Jwk key() {
  return {.kty = "RSA", .alg = "RS256", .kid = "1e9gdk7", .use = "sig", .e = "AQAB", .n = std::string(modulus)};
}

}  // namespace flowsim::oauth::published
