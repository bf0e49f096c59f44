// The parts of the text format, one function and one file for each.
#pragma once

#include "emit/text/text_page.hpp"

namespace flowsim::emit {

/// One line for each interaction, and the checks that refused.
void write_overview(TextPage& page);

/// Every message with what belongs to it; at wire level with the steps that carried it.
void write_messages(TextPage& page);

/// The checks of one verdict: those that passed together, those that could not be applied together, others each on a
/// line of its own.
void write_verdict(TextPage& page, const VerdictRecord& record);

/// Of a verdict only the check that failed, and those that would have failed had they not been switched off.
void write_refusals(TextPage& page, const VerdictRecord& record);

/// What a machine did, several of them beside each other; events that were refused or unexpected on lines of their own.
void write_transitions(TextPage& page, std::span<const TransitionRecord* const> transitions);

/// What an actor wants the reader to know.
void write_note(TextPage& page, const NoteRecord& note);

/// One step of a message's way.
void write_leg(TextPage& page, const LegRecord& record);

/// About the first 200 bytes of a page or a document, with its size where that is larger; secrets shortened, unless
/// `show_tokens`.
std::string shown_document(std::string_view document, bool show_tokens);

/// The browser's history at wire level, the final states, the outcome and what was expected.
void write_ending(TextPage& page);

}  // namespace flowsim::emit
