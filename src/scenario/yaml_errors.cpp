// One table from the parser's words to ours; three families of errors are moved to where they begin.
#include "scenario/yaml_errors.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace flowsim::scenario {

namespace {

/// What has to be done besides choosing the words.
enum class Treatment : std::uint8_t { as_is, structure, flow_end, unclosed_quote, show_character };

struct Translation {
  std::string_view complaint;  ///< how the parser's message starts
  Treatment treatment;
  std::string_view message, hint;
};

constexpr std::string_view indentation_hint =
    "check the indentation of this line, or put a text with special characters in quotes";
constexpr std::string_view alias_message = "aliases are not allowed in scenario files";
constexpr std::string_view alias_hint = "write the value out; a text that starts with * needs quotes";
constexpr std::string_view anchor_message = "anchors are not allowed in scenario files";
constexpr std::string_view anchor_hint = "remove it; a text that starts with & needs quotes";
constexpr std::string_view tag_message = "tags are not allowed in scenario files";
constexpr std::string_view tag_hint = "remove it; a text that starts with ! needs quotes";
constexpr std::string_view directive_message = "this YAML directive cannot be read";
constexpr std::string_view directive_hint = "remove the line that starts with %";
constexpr std::string_view escape_hint =
    "in double quotes a backslash starts an escape: write it twice, or use single quotes";

constexpr Translation translations[] = {
    {"illegal map value", Treatment::structure, "a colon is not allowed here",
     "put a text that holds \": \" in quotes, or check the indentation of this line"},
    {"illegal map key", Treatment::structure, "a key is not allowed here", indentation_hint},
    {"illegal block entry", Treatment::structure, "a list entry is not allowed here",
     "start the list on a line of its own; a text that starts with - needs quotes"},
    {"end of map not found", Treatment::structure, "this does not fit the mapping it stands in", indentation_hint},
    {"end of sequence not found", Treatment::structure, "this does not fit the list it stands in", indentation_hint},
    {"end of map flow not found", Treatment::flow_end, "\",\" or \"}\" is missing here", {}},
    {"end of sequence flow not found", Treatment::flow_end, "\",\" or \"]\" is missing here", {}},
    {"illegal flow end", Treatment::show_character, "closes nothing that was opened", "remove it, or quote the text"},
    {"unknown token", Treatment::show_character, "cannot start a text", "put the text in quotes"},
    {"illegal EOF in scalar", Treatment::unclosed_quote, unclosed_quote_message, "add the closing quote"},
    {"illegal document indicator in scalar", Treatment::unclosed_quote, unclosed_quote_message,
     "add the closing quote before the line that starts with --- or ..."},
    {"illegal tab when looking for indentation", Treatment::as_is, "a tab cannot indent in YAML", "use spaces"},
    {"unknown escape character", Treatment::as_is, "unknown escape sequence", escape_hint},
    {"bad character found while scanning hex", Treatment::as_is, "this escape needs hexadecimal digits", escape_hint},
    {"invalid unicode", Treatment::as_is, "this escape names no Unicode character", escape_hint},
    {"cannot set zero indentation", Treatment::as_is, "the indentation of a block text cannot be zero",
     "leave the digit out"},
    {"unexpected character in block scalar", Treatment::as_is, "only a digit, + or - may follow | or > here",
     "start the text on the next line; a text that starts with | or > needs quotes"},
    {"the referenced anchor is not defined", Treatment::as_is, alias_message, alias_hint},
    {"alias", Treatment::as_is, alias_message, alias_hint},
    {"illegal character found while scanning alias", Treatment::as_is, alias_message, alias_hint},
    {"anchor", Treatment::as_is, anchor_message, anchor_hint},
    {"illegal character found while scanning anchor", Treatment::as_is, anchor_message, anchor_hint},
    {"cannot assign multiple anchors", Treatment::as_is, anchor_message, anchor_hint},
    {"cannot assign multiple aliases", Treatment::as_is, alias_message, alias_hint},
    {"cannot assign multiple tags", Treatment::as_is, tag_message, tag_hint},
    {"illegal character found while scanning tag", Treatment::as_is, tag_message, tag_hint},
    {"tag handle with no suffix", Treatment::as_is, tag_message, tag_hint},
    {"end of verbatim tag", Treatment::as_is, tag_message, tag_hint},
    {"YAML", Treatment::as_is, directive_message, directive_hint},
    {"bad YAML version", Treatment::as_is, directive_message, directive_hint},
    {"repeated", Treatment::as_is, directive_message, directive_hint},
    {"TAG", Treatment::as_is, directive_message, directive_hint},
};

const Translation* translation_of(std::string_view complaint) {
  const auto row = std::ranges::find_if(
      translations, [&](const Translation& candidate) { return complaint.starts_with(candidate.complaint); });
  return row == std::end(translations) ? nullptr : row;
}

/// Where a tab stands in the indentation of the line, if one does.
std::optional<std::size_t> indenting_tab(std::string_view text, std::size_t offset) {
  const auto break_before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  for (auto at = break_before == std::string_view::npos ? 0 : break_before + 1; at < text.size(); ++at) {
    if (text[at] == '\t') return at;
    if (text[at] != ' ') break;
  }
  return {};
}

/// The first quote from `from` on that opens a text which never ends, or one that a line of `---` or `...` cuts.
std::optional<std::size_t> unclosed_quote(std::string_view text, std::size_t from, std::size_t stopped) {
  for (auto at = from; at < text.size(); ++at) {
    const bool at_start = at == 0 || std::string_view(" \t\n[{,").find(text[at - 1]) != std::string_view::npos;
    if (!at_start) continue;
    if (text[at] == '#') at = std::min(text.find('\n', at), text.size());
    if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) continue;
    const auto end = end_of_quoted(text, at);
    if (!end || (*end > stopped && at < stopped)) return at;
    at = *end - 1;
  }
  return {};
}

std::string hint_with_open_flow(const SyntaxError& error, std::string_view hint, const Problems& problems) {
  if (!error.open_flow) return std::string(hint);
  const int line = problems.line_of(*error.open_flow);
  if (line == problems.line_of(error.offset)) return std::string(hint);
  return fmt::format("the \"{}\" in line {} is still open", problems.text()[*error.open_flow], line);
}

void add_structure_problem(const SyntaxError& error, const Translation& row, Problems& problems) {
  if (const auto tab = indenting_tab(problems.text(), error.offset))
    return problems.add(*tab, "a tab cannot indent in YAML", "use spaces");
  problems.add(error.offset, std::string(row.message), hint_with_open_flow(error, row.hint, problems));
}

void add_flow_end_problem(const SyntaxError& error, const Translation& row, Problems& problems) {
  const auto text = problems.text();
  const bool at_end = text.find_first_not_of(" \t\r\n", error.offset) == std::string_view::npos;
  if (!at_end || !error.open_flow) return add_structure_problem(error, row, problems);
  const char opened = text[*error.open_flow];
  problems.add(*error.open_flow, fmt::format("\"{}\" is never closed", opened),
               fmt::format("add \"{}\"", opened == '[' ? ']' : '}'));
}

void add_character_problem(const SyntaxError& error, const Translation& row, Problems& problems) {
  const auto text = problems.text();
  const auto character = error.offset < text.size() ? text.substr(error.offset, 1) : std::string_view{};
  problems.add(error.offset, fmt::format("{} {}", quoted(character), row.message), std::string(row.hint));
}

}  // namespace

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return {};
}

void add_syntax_problem(const SyntaxError& error, Problems& problems) {
  const auto* row = translation_of(error.complaint);
  if (row == nullptr) return problems.add(error.offset, "this is not valid YAML: " + quoted(error.complaint));
  switch (row->treatment) {
    case Treatment::as_is:
      return problems.add(error.offset, std::string(row->message), std::string(row->hint));
    case Treatment::structure:
      return add_structure_problem(error, *row, problems);
    case Treatment::flow_end:
      return add_flow_end_problem(error, *row, problems);
    case Treatment::show_character:
      return add_character_problem(error, *row, problems);
    case Treatment::unclosed_quote: {
      const auto quote = unclosed_quote(problems.text(), error.last_read, error.offset);
      return problems.add(quote.value_or(error.offset), std::string(row->message), std::string(row->hint));
    }
  }
}

}  // namespace flowsim::scenario
