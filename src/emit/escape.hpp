// Escapes for text that comes from a file or the network and must show up literally.
#pragma once

#include <string>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::emit {

/// For labels, titles and notes of PlantUML. Letters, digits and harmless punctuation stay; everything else, including
/// all that is not ASCII, becomes `<U+XXXX>`, which PlantUML puts back when it draws, after its preprocessor and its
/// Creole have looked. The result is ASCII on one line, so it does not depend on the character set PlantUML reads in;
/// control characters and bytes that are not UTF-8 are shown as by `visible`.
std::string escape_plantuml(std::string_view text);

/// For labels, titles and notes of Mermaid. Ordinary words stay, also those of other scripts; everything that Mermaid,
/// HTML or a comment could be made of becomes `#N;`, which Mermaid puts back when it draws. The result is one line;
/// a space that a picture would swallow becomes one that does not break; control characters and bytes that are not
/// UTF-8 are shown as by `visible`.
std::string escape_mermaid(std::string_view text);

/// For text and attribute values of SVG and HTML, where the same characters are markup: they become entities, and what
/// XML cannot hold is shown as by `visible`. The result can neither end an element nor begin one, a comment or a
/// reference (HTML, §13.1.2, §13.1.4).
std::string escape_svg(std::string_view text);
void append_escaped_svg(std::string& out, std::string_view text);

/// For a sentence or a table's cell of Markdown, as GitHub reads it: everything that marks up, links or begins HTML is
/// escaped, and a space that a page would swallow becomes one that does not break. The result is one line; control
/// characters and bytes that are not UTF-8 are shown as by `visible`.
std::string escape_markdown(std::string_view text);

/// The text set as code in Markdown, also in a table's cell: between backticks where nothing in it could end them or
/// the cell, else as `<code>` with character references. Controls are shown as by `visible`.
std::string markdown_code(std::string_view text);

/// Where a link of Markdown leads: the path with everything percent-encoded that could end a link or a table's cell
/// (RFC 3986 §2.1).
std::string link_target(std::string_view path);

/// Makes JSON fit for a `script` element of HTML: what could end the element, or begin a comment in it, becomes
/// `\u003C`, `\u003E` and `\u0026`, and the separators U+2028 and U+2029 are written the same way. JSON has these
/// characters in its strings only, so it stays the same value (RFC 8259 §7).
std::string escape_json_in_html(std::string_view json);

}  // namespace flowsim::emit
