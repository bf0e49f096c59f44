// When okta must ask the user: for a sign-in, or for consent.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "oauth/check.hpp"
#include "oauth/settings.hpp"
#include "wire/parameters.hpp"

namespace flowsim::oauth {

/// The seconds of a `max_age` parameter: digits only, at most 4294967295; nothing where the text is anything else.
std::optional<std::uint32_t> read_max_age(std::string_view text);

/// Every hint of the request names okta's user: `login_hint` by its username, the `sub` of `id_token_hint` by its user
/// id. Nothing to look at without a hint. The ID token's signature and times are not looked at: a forged hint can only
/// cause a refusal or a sign-in.
Finding hints_name_user(const Parameters& request, const OktaSettings& okta);

}  // namespace flowsim::oauth
