// Sentences that every view uses in the same words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "oauth/error_codes.hpp"
#include "oauth/interactions.hpp"
#include "trace/trace.hpp"

namespace flowsim::diagram {

/// What every publishable view says of the flow it shows.
inline constexpr std::string_view legacy_sentence =
    "Legacy flow: new applications use Authorization Code with PKCE (RFC 9700 §2.1.2).";

/// The text in lines of at most `width` columns, broken at spaces, each break taking one space away; a longer word has
/// a line of its own. At least one line, which may be empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// What the reader is told of a check whose rule does not hold: of a failed one the likely cause and the fix, of a
/// switched-off one what it is for. Empty where the rule holds.
std::string advice_on(const CheckResult& result);

/// The `meaning` of an error code, or the `reaction` to it: a sentence without a full stop.
std::string_view sentence_about(const ErrorCode& code, std::string_view field);

/// What pictures call a message of that kind: `Access token response`.
std::string_view caption_of(const MessageKind& kind);

/// What pictures call an interaction, in the guide's words.
std::string_view caption_of(const Interaction& interaction);

/// What pictures call a message; its kind where that is not known here.
std::string caption_of(const MessageRecord& record);

/// What pictures call an interaction; likewise.
std::string caption_of(const InteractionRecord& record);

/// What a fault was to do: one sentence without a full stop.
std::string intent_of(const FaultRecord& fault);

/// What a state means at the end of a run; empty where it is not known here.
std::string meaning_of_state(Participant actor, std::string_view state);

/// What explains how an actor ended: what its state means, or what befell it.
std::string explanation_of(const FinalState& end);

/// What an outcome names beside its kind: the property, the check, the error code and the status, as far as there are
/// any. Nothing where all went well.
std::vector<std::string> details_of(const Outcome& outcome);

/// The outcome with its details: `compromised · session_integrity`.
std::string outcome_text(const Outcome& outcome);

/// A span as people say it: `850 ms`, `2.6 s`, `1 min 40 s`, `2 h 5 min`, `3 d`: two units at most, rounded down.
std::string rough_duration(Duration duration);

}  // namespace flowsim::diagram
