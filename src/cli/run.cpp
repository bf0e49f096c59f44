// flowsim run: runs scenarios and shows what happened.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/output_files.hpp"
#include "cli/report.hpp"
#include "cli/scenario_files.hpp"
#include "cli/summary.hpp"
#include "cli/terminal/terminal.hpp"
#include "diagram/ladder_columns.hpp"
#include "emit/registry.hpp"
#include "emit/svg/svg_themes.hpp"
#include "flows/implicit/states.hpp"
#include "oauth/parameter_meanings.hpp"
#include "scenario/judge.hpp"
#include "scenario/run.hpp"

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;

struct RunArguments {
  std::vector<std::string> paths;
  std::string format, detail, theme, output, color;
  std::vector<std::pair<std::string, std::string>> reports{};  ///< each a format and a file
  std::optional<std::uint64_t> seed{};
  std::optional<int> until{}, width{};
  bool ascii = false;
  bool show_tokens = false;
  bool quiet = false;
};

RunArguments run_arguments(const Values& values) {
  RunArguments arguments{.paths = values.all("PATH"),
                         .format = values.text("--format"),
                         .detail = values.text("--detail"),
                         .theme = values.text("--theme"),
                         .output = values.text("--output"),
                         .color = values.text("--color"),
                         .seed = values.number<std::uint64_t>("--seed"),
                         .until = values.number("--until"),
                         .width = values.number("--width"),
                         .ascii = values.has("--ascii"),
                         .show_tokens = values.has("--show-tokens"),
                         .quiet = values.has("--quiet")};
  const auto& reports = values.all("--report");
  for (std::size_t at = 0; at + 1 < reports.size(); at += 2)
    arguments.reports.emplace_back(reports[at], reports[at + 1]);
  return arguments;
}

EmitOptions emit_options(const RunArguments& arguments, const Console& console) {
  const bool to_terminal = console.out_is_terminal && (arguments.output.empty() || arguments.output == "-");
  const bool color = arguments.color == "always" || (arguments.color == "auto" && to_terminal && !wants_no_color());
  EmitOptions options;
  options.detail = detail_named(arguments.detail).value_or(Detail::messages);
  options.show_tokens = arguments.show_tokens;
  options.color = color;
  options.theme = arguments.theme;
  options.meaning_of = meaning_of_parameter;
  options.ascii = arguments.ascii || (to_terminal && !locale_is_utf8());
  options.width = arguments.width.value_or(to_terminal ? terminal_columns() : options.width);
  options.table_of = implicit::edges_of;
  return options;
}

/// One run of `flowsim run`: what was asked for, where it goes, what it has come to.
struct RunJob {
  const RunArguments& arguments;
  const Format& format;
  EmitOptions options;
  const Console& console;
  ExitStatus& status;
  bool several = false;
  SignatureMemory memory;
  std::vector<ReportedScenario> report;  ///< stays empty where none is wanted

  void say(const std::string& message, const std::string& hint = {}) {
    console.err << "flowsim: " << visible(message) << "\n";
    if (!hint.empty()) console.err << "  hint: " << hint << "\n";
  }

  /// Where the scenario's output goes; empty for standard output.
  std::string target(const std::string& file) const {
    if (target_is_stdout()) return {};
    std::error_code ignored;
    if (!several && !fs::is_directory(arguments.output, ignored)) return arguments.output;
    return output_file(arguments.output, file, format.extension);
  }

  void write(const Trace& trace, const std::string& path) {
    if (path.empty()) return format.write(trace, options, console.out);
    std::error_code problem;
    const auto folder = fs::path(path).parent_path();
    if (several && !folder.empty()) fs::create_directories(folder, problem);
    const auto failure = problem ? std::optional(problem.message())
                                 : write_file(path, [&](std::ostream& out) { format.write(trace, options, out); });
    if (!failure) return;
    say(path + ": " + *failure);
    status = worse(status, ExitStatus::outside_failed);
  }

  /// Reads the file, and keeps what is wrong with it for the report.
  std::optional<Scenario> load(const std::string& file) {
    if (arguments.reports.empty()) return load_scenario(file, console, status);
    std::ostringstream problems;
    auto scenario = load_scenario(file, {console.out, problems, false}, status);
    console.err << problems.str();
    if (!scenario) report.push_back({file, ReportedEnd::invalid, {}, {}, {}, {}, problems.str()});
    return scenario;
  }

  std::optional<Trace> run(const std::string& file) {
    const auto scenario = load(file);
    if (!scenario) return {};
    auto trace = run_scenario(*scenario, {arguments.seed, arguments.until, &memory});
    if (!meets_expectations(trace)) status = worse(status, ExitStatus::difference);
    if (!arguments.reports.empty()) report.push_back(reported(file, trace));
    const auto path = target(file);
    if ((!several || !path.empty()) && !(arguments.quiet && path.empty())) write(trace, path);
    return trace;
  }

  void run_one(const std::string& file) {
    const auto trace = run(file);
    // The text trace says it in its last lines; other formats are data, so it is said beside them.
    if (trace && (arguments.quiet || format.name != "text" || !target_is_stdout()))
      print_differences(*trace, console.err);
  }

  bool target_is_stdout() const { return arguments.output.empty() || arguments.output == "-"; }

  void run_all(const std::vector<std::string>& files) {
    Summary summary(options.color);
    for (const auto& file : files) {
      const auto trace = run(file);
      summary.add(file, trace ? &*trace : nullptr, arguments.quiet, console.out);
    }
    summary.print_count(console.out);
  }

  void write_reports() {
    for (const auto& [name, path] : arguments.reports) {
      const auto write_report = report_format_named(name)->write;
      const auto failure = write_file(path, [&](std::ostream& out) { write_report(report, out); });
      if (!failure) continue;
      say(path + ": " + *failure);
      status = worse(status, ExitStatus::outside_failed);
    }
  }
};

/// Every report needs a file that nothing else is written to.
bool can_report(RunJob& job) {
  std::vector<fs::path> taken;
  if (!job.target_is_stdout()) taken.push_back(fs::path(job.arguments.output).lexically_normal());
  for (const auto& [name, path] : job.arguments.reports) {
    const auto file = fs::path(path).lexically_normal();
    if (path == "-" || std::ranges::find(taken, file) != taken.end()) {
      job.say("the " + name + " report needs a file of its own, and " + path + " is taken", "name another file");
      return false;
    }
    taken.push_back(file);
  }
  return true;
}

bool can_do(RunJob& job, const std::vector<std::string>& files) {
  const auto supported = [&job](Detail detail) { return job.format.supports(detail); };
  if (!supported(job.options.detail)) {
    job.say("the format " + std::string(job.format.name) + " cannot show the detail " +
                std::string(name_of(job.options.detail)),
            "add --detail " + std::string(name_of(*std::ranges::find_if(all_details, supported))));
    return false;
  }
  if (!job.arguments.theme.empty() && !job.format.themed) {
    job.say("the format " + std::string(job.format.name) + " has no themes", "leave --theme out, or add --format svg");
    return false;
  }
  if (!job.format.draws_with_characters && (job.arguments.ascii || job.arguments.width)) {
    job.say("--ascii and --width are for pictures made of characters", "add --format terminal");
    return false;
  }
  if (job.several && job.arguments.output.empty() && job.arguments.format != "text") {
    job.say("several scenarios cannot share standard output as " + job.arguments.format,
            "add -o DIR to write one file for each");
    return false;
  }
  std::error_code ignored;
  if (job.several && !job.arguments.output.empty() && fs::exists(job.arguments.output, ignored) &&
      !fs::is_directory(job.arguments.output, ignored)) {
    job.say("-o " + job.arguments.output + " is a file, and there are several scenarios", "name a folder");
    return false;
  }
  const auto shared = job.target_is_stdout() ? std::nullopt : sharing_an_output(files);
  if (shared) {
    job.say(shared->first + " and " + shared->second + " would both be written to " + job.target(shared->first),
            "run each with an -o of its own");
    return false;
  }
  return true;
}

void run(const RunArguments& arguments, const Console& console, ExitStatus& status) {
  const auto files = find_scenario_files(arguments.paths, console, status);
  RunJob job{arguments, *format_named(arguments.format), emit_options(arguments, console), console, status, false, {},
             {}};
  std::error_code ignored;
  job.several = files.size() > 1 || arguments.paths.size() > 1 || fs::is_directory(arguments.paths.front(), ignored);
  if (!can_do(job, files) || !can_report(job)) {
    status = worse(status, ExitStatus::wrong_usage);
    return;
  }
  if (job.several)
    job.run_all(files);
  else if (!files.empty())
    job.run_one(files.front());
  job.write_reports();
}

}  // namespace

Command run_command() {
  return {.name = "run",
          .summary = "Run scenarios and show what happened",
          .options = {{.names = "PATH",
                       .kind = OptionKind::input,
                       .help = "Scenario files, folders of them, or - for standard input",
                       .required = true,
                       .repeated = true},
                      {.names = "--format",
                       .kind = OptionKind::choice,
                       .help = "How to show the run",
                       .choices = names_of(formats()),
                       .standard = "text"},
                      detail_option("How closely to look"),
                      {.names = "--theme",
                       .kind = OptionKind::choice,
                       .help = "How a picture looks: " + join(names_of(svg_themes()), ", ") + " (svg and html)",
                       .choices = names_of(svg_themes())},
                      {.names = "-o,--output",
                       .kind = OptionKind::output,
                       .help = "The file to write, or the folder where several scenarios are run"},
                      {.names = "--seed",
                       .kind = OptionKind::large_number,
                       .help = "Random seed, instead of the scenario's",
                       .most = largest_seed},
                      {.names = "--until",
                       .kind = OptionKind::number,
                       .help = "Stop after this interaction",
                       .least = 1,
                       .most = 6},
                      {.names = "--show-tokens", .kind = OptionKind::flag, .help = "Show tokens whole"},
                      {.names = "--width",
                       .kind = OptionKind::number,
                       .help = "Columns of --format terminal, instead of those of the terminal or 100",
                       .least = narrowest_ladder,
                       .most = widest_ladder},
                      {.names = "--ascii",
                       .kind = OptionKind::flag,
                       .help = "Draw with ASCII characters only, where the terminal has no others"},
                      color_option(),
                      {.names = "--report",
                       .kind = OptionKind::choice_and_file,
                       .help = "Also write what became of each scenario to a file",
                       .choices = names_of(report_formats()),
                       .repeated = true,
                       .in_pages = false},
                      {.names = "-q,--quiet", .kind = OptionKind::flag, .help = "Only say what is not as expected"}},
          .examples = {"flowsim run scenarios/happy-path.yaml",
                       "flowsim run scenarios/happy-path.yaml --format plantuml --detail overview",
                       "flowsim run scenarios/happy-path.yaml --format svg --theme mono -o flow.svg",
                       "flowsim run scenarios/happy-path.yaml --format terminal --detail overview",
                       "flowsim run scenarios --format json -o traces",
                       "flowsim run scenarios/happy-path.yaml --format html --detail wire -o lesson.html",
                       "flowsim run scenarios --report junit results.xml"},
          .notes = "Several scenarios: one line each, then a count.",
          .exit_status =
              "0 all ended as expected; 1 one did not; 2 a file is invalid; 3 a file could not be read or "
              "written.",
          .run = [](const Values& values, const Console& console,
                    ExitStatus& status) { run(run_arguments(values), console, status); },
          .prints = "text"};
}

}  // namespace flowsim::cli
