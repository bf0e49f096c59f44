// Texts of scenarios and paths of files, escaped for where they stand in a Markdown page.
#pragma once

#include <string>
#include <string_view>

namespace flowsim {

/// The text as GitHub shows it literally in a line of Markdown: one line, its control characters visible, and nothing
/// in it marks up, links or begins a formula.
std::string page_text(std::string_view text);

/// The text as the value of an attribute in double quotes, in HTML that stands in Markdown.
std::string attribute_text(std::string_view text);

/// The path as the target of a link, with everything percent-encoded that could end a link or a table's cell
/// (RFC 3986 §2.1).
std::string link_target(std::string_view path);

/// A name for a place in a page, made of letters, digits, `-` and `_`; every other character becomes a `-`.
std::string anchor_of(std::string_view name);

}  // namespace flowsim
