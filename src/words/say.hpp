// Sentences for people, made of entries of the catalogue and the values that stand in them.
#pragma once

#include <string>
#include <string_view>

#include "base/phrase.hpp"

namespace flowsim::words {

/// The sentence of a phrase; empty where the phrase is. An entry that is not there is shown as its id, and a value that
/// is not there as nothing, because a trace may come from anywhere.
///
/// A placeholder is `{0}`, the value as it is, or names how it is shown:
/// - `{0:value}` a value: at most some 80 bytes of it, and a word where it is empty;
/// - `{0:secret}` a secret, shortened;
/// - `{0:duration}` milliseconds: `2min`; `{0:time}` milliseconds since 1970, in UTC;
/// - `{0:relative}` milliseconds from now, in words: `12 min ago`;
/// - `{0:moment 1}` seconds since 1970 and what the clock said, in milliseconds: `2026-01-05T10:00:03Z, 12 min ago`;
/// - `{0:who}`, and any other table of the catalogue: what the table has for that name;
/// - `{*:all}` all values, with commas between them;
/// - `{*:list}` and `{*:or}` all values, with commas or with an "or" between them, likewise at most some 80 bytes;
///   `{*:or 4}` counts the four bytes before it, too.
std::string say(const Phrase& phrase);

/// The sentences of all, with that between them.
std::string say_all(const Phrases& phrases, std::string_view between = " ");

/// Whether there is such a sentence, and each of its placeholders has its value.
bool can_say(const Phrase& phrase);

}  // namespace flowsim::words
