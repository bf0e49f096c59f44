// flowsim threats: prints the threat catalogue with the scenarios that show each threat.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <iosfwd>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"
#include "emit/escape.hpp"
#include "emit/table.hpp"
#include "explain/threats.hpp"
#include "oauth/checks.hpp"
#include "scenario/scenario.hpp"

namespace flowsim::cli {
namespace {

constexpr std::string_view introduction =
    "<!-- Written by `flowsim threats scenarios`; a test compares. -->\n"
    "# Threats\n"
    "\n"
    "What has been tried against the Implicit flow, what stops it, and which scenarios show it: run one, read the "
    "trace,\n"
    "then switch the defence off and read it again. Where no run can show a threat, the last column says why. The "
    "column\n"
    "before it says what the authorization code flow with PKCE would change: the threat is *gone*, *less* (harder, or\n"
    "worth less), the *same*, *moved* to another check, or *new* there. These words are our reasoning, except where "
    "the\n"
    "cited clauses say so themselves.\n";

/// The text with the names of checks set as code.
std::string with_check_names(std::string_view text) {
  std::string out;
  for (const auto word : split_words(text)) {
    const auto end = std::min(word.find_first_of(",.:;"), word.size());
    const auto name = word.substr(0, end);
    out += out.empty() ? "" : " ";
    out += check_named(name) != nullptr ? fmt::format("`{}`", name) : markdown_text(name);
    out += markdown_text(word.substr(end));
  }
  return out;
}

std::string link_to(const Scenario& scenario, const std::string& folder) {
  const std::filesystem::path file = scenario.file;
  const auto relative = file.lexically_relative(folder);
  return fmt::format("[{}]({})", markdown_text(scenario.title),
                     link_target((relative.empty() ? file : relative).generic_string()));
}

std::string how_it_ends(const Expectation& expect) {
  if (!expect.outcome) return "ends as it may";
  if (expect.property) return fmt::format("compromised: `{}`", *expect.property);
  const bool is_blocked = expect.check && *expect.outcome != OutcomeKind::compromised;
  if (is_blocked) return fmt::format("blocked by `{}`", *expect.check);
  return fmt::format("ends with `{}`", name_of(*expect.outcome));
}

/// The scenarios that show the threat, or the reason why none can.
std::string shown_by(const Threat& threat, std::span<const Scenario> scenarios, const std::string& folder) {
  std::string cell;
  for (const auto& scenario : scenarios) {
    if (std::ranges::find(scenario.threats, threat.name) == scenario.threats.end()) continue;
    cell +=
        fmt::format("{}{}: {}", cell.empty() ? "" : "<br>", link_to(scenario, folder), how_it_ends(scenario.expect));
  }
  if (!threat.not_modelled.empty())
    cell += fmt::format("{}*not modelled:* {}", cell.empty() ? "" : "<br>", markdown_text(threat.not_modelled));
  return cell.empty() ? "no scenario" : cell;
}

std::string row_of(const Threat& threat, const std::string& shown) {
  return fmt::format("| `{}` | {} | {} ({}) | {} | {} | {} |\n", threat.name, threat.interaction,
                     with_check_names(threat.attack), markdown_text(threat.clause), with_check_names(threat.stopped_by),
                     markdown_text(threat.with_pkce), shown);
}

std::string count_of(std::span<const Scenario> scenarios) {
  const auto is_shown = [&](const Threat& threat) {
    return std::ranges::any_of(scenarios, [&](const Scenario& scenario) {
      return std::ranges::find(scenario.threats, threat.name) != scenario.threats.end();
    });
  };
  return fmt::format(
      "Of {} threats, {} are shown by scenarios, and {} no run of this model can show.\n", threats().size(),
      std::ranges::count_if(threats(), is_shown),
      std::ranges::count_if(threats(), [](const Threat& threat) { return !threat.not_modelled.empty(); }));
}

/// Prints the page: each threat with its scenarios, in their order, and how they are expected to end, or with the
/// reason why no run can show it. `folder` is where the page will stand: links lead from there. Where one of `folder`
/// and a scenario's file is absolute and the other relative, the link is the file's own path.
void print_threat_page(std::span<const Scenario> scenarios, const std::string& folder, std::ostream& out) {
  out << introduction << "\n" << count_of(scenarios);
  for (const auto& group : threat_groups()) {
    out << "\n## " << group.title
        << "\n\n| threat | interaction | attack | stopped by | with code and PKCE | shown by |\n"
           "| --- | --- | --- | --- | --- | --- |\n";
    for (const auto& threat : group.threats) out << row_of(threat, shown_by(threat, scenarios, folder));
  }
}

/// Prints nothing where a scenario is missing from the page because its file is wrong.
void print_threats(const Values& values, const Console& console, ExitStatus& status) {
  std::vector<Scenario> scenarios;
  for (const auto& file : find_scenario_files(values.all("DIR"), console, status))
    if (auto scenario = load_scenario(file, console, status)) scenarios.push_back(std::move(*scenario));
  if (status == ExitStatus::well) print_threat_page(scenarios, values.text("--page-folder"), console.out);
}

}  // namespace

Command threats_command() {
  return {.name = "threats",
          .summary = "Print the threat catalogue with the scenarios that show each threat, in Markdown",
          .options = {{.names = "DIR", .kind = OptionKind::input, .help = "The folder of scenarios", .required = true},
                      {.names = "--page-folder",
                       .help = "The folder the page will stand in: links lead from there",
                       .standard = "docs"}},
          .examples = {"flowsim threats scenarios > docs/threats.md"},
          .notes = "A scenario names the threats it shows in its key `threats`.",
          .exit_status = "0 all well; 2 a scenario file is invalid; 3 a file could not be read.",
          .run = print_threats,
          .prints = "markdown"};
}

}  // namespace flowsim::cli
