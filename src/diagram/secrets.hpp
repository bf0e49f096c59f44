// Which values are secrets, and how views show them.
#pragma once

#include <string>
#include <string_view>

#include "base/phrase.hpp"

namespace flowsim::diagram {

/// The parameter, cookie or form field of that name carries a token or another long secret.
bool is_secret(std::string_view name);

/// A parameter's value as views show it: a password hidden, a secret shortened, a cookie or credentials as by
/// `shown_header`, anything else as it is. With `show_tokens` everything as it is.
std::string shown_value(std::string_view name, std::string_view value, bool show_tokens);

/// An address, or a form body, as it travels, with the values of its parameters shown as by `shown_value`.
std::string shown_address(std::string_view address, bool show_tokens);

/// The value of an HTTP header: the values of cookies and credentials shortened, in addresses as by `shown_address`.
std::string shown_header(std::string_view name, std::string_view value, bool show_tokens);

/// A sentence or a document in which words that look random are shortened, unless `show_tokens`: those of base64url
/// characters and dots that have 22 or more with a digit and a capital letter among them, or 40 or more with either,
/// and are not part of an address.
std::string shown_prose(std::string_view text, bool show_tokens);

/// What a phrase says, likewise.
std::string shown_prose(const Phrase& phrase, bool show_tokens);
std::string shown_prose(const Phrases& phrases, bool show_tokens);

}  // namespace flowsim::diagram
