// A JSON document of named values as a message's items, and back.
#pragma once

#include <string>

#include "oauth/claims.hpp"
#include "wire/parameters.hpp"

namespace flowsim::flows::implicit {

/// The members of a document (OpenID Connect Discovery §3, RFC 7662 §2.2): texts as they are, all else as JSON, and so
/// a text that looks like JSON.
Parameters members_of(const Claims& document);

/// The document with those members, but for items with place `header`. An item that looks like JSON is JSON.
std::string json_of(const Parameters& members);

}  // namespace flowsim::flows::implicit
