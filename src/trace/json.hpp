// A trace as JSON and back, in the versioned shape of docs/trace-json.md.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "trace/trace.hpp"

namespace flowsim::trace {

/// The version of the shape that `write_json` writes, and the only one that `read_json` reads.
inline constexpr int trace_json_version = 2;

/// The longest text that `read_json` looks at, in bytes.
inline constexpr std::size_t trace_json_limit = 64 * 1024 * 1024;

/// Writes the whole trace, one record a line and record by record. The text is always UTF-8 without control characters
/// but the line ends: others are written as `\uNNNN`, and each byte of a value that is not UTF-8 becomes U+FFFD.
void write_json(const Trace& trace, std::ostream& out);

/// Whether the text begins as a trace does: an object whose first member is `format`, with a trace's name. Nobody means
/// anything else by that, even where what follows is no trace; 256 bytes tell.
bool begins_as_trace(std::string_view text);

/// Whether there is a sentence for that phrase. Reading asks, because the catalogue is not known here.
using KnowsPhrase = bool (*)(const Phrase& phrase);

/// The trace that the text holds. Members it does not know are passed over. Nothing where the text is not such JSON, is
/// nested more than 32 deep, has another version, lacks a member, has a value of the wrong kind or out of range, or
/// names a message that is not there, or has a phrase that `knows`, where it is not null, does not know; `why`, where
/// it is not null, then says what and where.
std::optional<Trace> read_json(std::string_view text, std::string* why = nullptr, KnowsPhrase knows = nullptr);

}  // namespace flowsim::trace
