// What okta publishes to everyone who asks: metadata, keys, userinfo, the state of a token.
#pragma once

#include <optional>
#include <string_view>

#include "flows/implicit/okta.hpp"
#include "wire/leg.hpp"
#include "wire/message.hpp"

namespace flowsim::flows::implicit {

/// A document as the message that brings it and the HTTP response that carries it.
struct Document {
  Message message;
  HttpResponse response;
};

/// The document at `path` below the issuer's URL; nothing where there is none.
std::optional<Document> okta_document(const OktaServer& server, std::string_view path, const Payload& request,
                                      Instant now);

/// The kind of message that answers a request for `path`, whether or not okta has something there.
std::string_view document_kind(std::string_view path);

/// Okta's answer to a path it does not know: 404 with error code E0000007.
HttpResponse not_found(std::string_view path);

}  // namespace flowsim::flows::implicit
