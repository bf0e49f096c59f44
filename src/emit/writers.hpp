// The writers behind the format table, one for each format.
#pragma once

#include <iosfwd>

#include "emit/registry.hpp"

namespace flowsim::emit {

/// A trace to read, in columns, for a terminal or a page: valid UTF-8 whatever the trace holds.
void write_text(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// The whole trace as data, see `trace/json.hpp`; the options change nothing.
void write_json(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// A finished picture in one file, for light and dark pages, without scripts and references to anything outside: the
/// drawing of `diagram/layout.hpp`, with a title, a description and a named list item for each arrow and note.
void write_svg(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// PlantUML source, plain ASCII, whose texts appear literally in the picture.
void write_plantuml(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// Mermaid source whose texts appear literally in the picture. Arrows carry their numbers in their labels.
void write_mermaid(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// The numbered steps in sentences, as Markdown: who sends what to whom with the clause, what went wrong, and the end.
/// Where the numbers do not go on by one, a new list begins, so that a page shows them as they are.
void write_markdown(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// A Markdown table for each message of the numbered steps that carries parameters.
void write_parameters(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// The picture in words, on one line: see `diagram/description.hpp`.
void write_description(const Trace& trace, const EmitOptions& options, std::ostream& out);
/// A page to step through, in one file that asks for nothing from elsewhere: the lesson of this one run, see
/// `emit/lesson.hpp`.
void write_html(const Trace& trace, const EmitOptions& options, std::ostream& out);

/// Lifelines in text of fixed width: no line has more columns than `EmitOptions::width`, and none of the trace's texts
/// can move a cursor. See `emit/ladder.hpp`.
void write_terminal(const Trace& trace, const EmitOptions& options, std::ostream& out);

}  // namespace flowsim::emit
