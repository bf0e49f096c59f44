// How the checks read, compare and show single values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/time.hpp"
#include "oauth/check.hpp"
#include "wire/parameters.hpp"

namespace flowsim::oauth {

/// Whether `word` is one of the words of `list`, which stand between spaces. The empty word never is.
bool has_word(std::string_view list, std::string_view word);

/// Whether the words of `list` stand between single spaces with none at either end; false for the empty text.
bool is_word_list(std::string_view list);

/// Whether both have the same bytes, in a time that does not tell where they differ (OpenID Connect Core §16.12). Texts
/// of different lengths are not equal; nor are two empty ones, because nothing proves nothing.
bool equal_secrets(std::string_view left, std::string_view right);

/// What to say of a value: itself, or that it is absent.
Phrase shown_value(std::optional<std::string_view> value);

/// What to say of a secret; where it differs from `expected` but would look the same when shortened, where they part.
Phrase shown_secret(std::optional<std::string_view> value, std::string_view expected);

/// What to say of a claim that holds seconds since 1970, looked at now.
Phrase claim_moment(std::string_view claim, std::int64_t seconds, Instant now);

/// That name does not occur twice.
Finding occurs_at_most_once(const Parameters& parameters, std::string_view name);

/// No name occurs twice.
Finding repeats_no_parameter(const Parameters& parameters);

}  // namespace flowsim::oauth
