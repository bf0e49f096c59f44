// How each kind of message is said in HTTP or before a browser, and how it is recognised there: one row for each kind.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "flows/implicit/http.hpp"
#include "oauth/settings.hpp"
#include "wire/leg.hpp"
#include "wire/message.hpp"

namespace flowsim::flows::implicit {

/// One kind of message on the wire. `spell` and `recognise` are inverse: what was spelled is recognised at the same
/// address with the same items in each place, and what was recognised is spelled the same but for the headers that the
/// transport adds (CORS, caching, a browser's own). Both are told the address the message is bound to: that of the
/// request, of the form, of the redirect URI; `address` says which that is in a run.
struct Spelling {
  std::string_view kind;
  std::string_view answers;  ///< the kind of request without which the answer cannot be told; empty: it tells itself
  std::string (*address)(const Settings& settings);
  Payload (*spell)(const Message& message, std::string_view address);
  /// Nothing where the payload is no such message, or goes elsewhere.
  std::optional<Parameters> (*recognise)(std::string_view kind, const Payload& payload, std::string_view address);
};

/// A row for each of `message_kinds()`, in that order.
std::span<const Spelling> spellings();

/// The address that messages of that kind are bound to in a run with these settings; empty for answers.
std::string address_of(std::string_view kind, const Settings& settings);

/// The message as what its sender puts on the wire first. An item `url` with place `header` is a request's address and
/// goes before `address`.
Payload spelled(const Message& message, std::string_view address = {});

/// The same for a kind that is spelled as a response.
HttpResponse spelled_response(const Message& message, std::string_view address = {});

/// The message that the payload carries, where it is of one of these kinds; they are tried in their order.
std::optional<Message> recognised(std::initializer_list<std::string_view> kinds, const Payload& payload,
                                  std::string_view address = {});

/// The message that the response to a request of that kind carries.
std::optional<Message> recognised_answer(std::string_view request_kind, const Payload& response);

/// What a page shows to the person before it, whatever its kind.
Message read_shown(const BrowserAction& show);

}  // namespace flowsim::flows::implicit
