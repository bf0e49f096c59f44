// The format table.
#include "emit/registry.hpp"

#include <algorithm>
#include <array>

#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

constexpr std::array all_formats{
    Format{"text",
           ".txt",
           "a trace to read: every parameter, check and state change",
           {Detail::overview, Detail::messages, Detail::wire},
           write_text},
    Format{"json",
           ".json",
           "the whole trace as data, the same at every level of detail",
           {Detail::overview, Detail::messages, Detail::wire},
           write_json},
    Format{"plantuml",
           ".puml",
           "a sequence diagram for PlantUML",
           {Detail::overview, Detail::messages, Detail::wire},
           write_plantuml},
    Format{"mermaid",
           ".mmd",
           "a sequence diagram for Mermaid",
           {Detail::overview, Detail::messages, Detail::wire},
           write_mermaid},
    Format{"svg",
           ".svg",
           "a sequence diagram as a picture",
           {Detail::overview, Detail::messages, Detail::wire},
           write_svg,
           true},
    Format{"markdown",
           ".md",
           "the numbered steps in sentences for a page, at overview and messages level",
           {Detail::overview, Detail::messages},
           write_markdown},
    Format{"parameters",
           ".parameters.md",
           "a table of the parameters of each message for a page, at messages level",
           {Detail::messages},
           write_parameters},
    Format{"description",
           ".description.txt",
           "the diagram in words, as the alternative text of its picture",
           {Detail::overview, Detail::messages, Detail::wire},
           write_description},
    Format{"terminal",
           ".ladder.txt",
           "a sequence diagram as lifelines in text, for a terminal or a comment",
           {Detail::overview, Detail::messages, Detail::wire},
           write_terminal,
           false,
           true},
    Format{"html",
           ".html",
           "a page to step through, with everything in one file",
           {Detail::overview, Detail::messages, Detail::wire},
           write_html,
           true},
};

}  // namespace

std::span<const Format> formats() { return all_formats; }

const Format* format_named(std::string_view name) {
  const auto* const found = std::ranges::find(all_formats, name, &Format::name);
  return found == all_formats.end() ? nullptr : found;
}

}  // namespace flowsim::emit
