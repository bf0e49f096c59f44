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
#include "base/ordered_work.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/scenario_files.hpp"
#include "cli/terminal/terminal.hpp"
#include "diagram/ladder_columns.hpp"
#include "diagram/parameter_meanings.hpp"
#include "emit/registry.hpp"
#include "emit/svg/svg_themes.hpp"
#include "flows/implicit/states.hpp"
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
  int jobs = 1;
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
                         .jobs = jobs_of(values),
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

/// What became of one file, and what is to be said about it on `err`.
struct Done {
  ReportedScenario scenario;
  std::string said;
  ExitStatus status = ExitStatus::well;
};

/// One run of `flowsim run`: what was asked for, and where it goes.
struct RunJob {
  const RunArguments& arguments;
  const Format& format;
  EmitOptions options;
  const Console& console;
  ExitStatus& status;
  bool several = false;

  bool target_is_stdout() const { return arguments.output.empty() || arguments.output == "-"; }

  /// Where the scenario's output goes; empty for standard output.
  std::string target(const std::string& file) const {
    if (target_is_stdout()) return {};
    std::error_code ignored;
    if (!several && !fs::is_directory(arguments.output, ignored)) return arguments.output;
    return output_file(arguments.output, file, format.extension);
  }

  void write(const Trace& trace, const std::string& path, const Console& to, ExitStatus& became) const {
    if (path.empty()) return format.write(trace, options, to.out);
    std::error_code problem;
    const auto folder = fs::path(path).parent_path();
    if (several && !folder.empty()) fs::create_directories(folder, problem);
    const auto failure = problem ? std::optional(problem.message())
                                 : write_file(path, [&](std::ostream& out) { format.write(trace, options, out); });
    if (!failure) return;
    complain(to, became, ExitStatus::outside_failed, path + ": " + *failure);
  }

  /// The run of a scenario, or a run that was stored.
  std::optional<Trace> trace_of(const std::string& file, SignatureMemory& memory, const Console& to,
                                ExitStatus& became) const {
    auto story = load_story(file, to, became);
    if (!story) return {};
    if (const auto* loaded = std::get_if<LoadedScenario>(&*story))
      return run_scenario(loaded->scenario, {arguments.seed, arguments.until, &memory});
    if (!arguments.seed && !arguments.until) return std::get<Trace>(std::move(*story));
    to.err << visible(file) << ": error: --seed and --until change a run, and this is the trace of one that has ended\n"
           << "  hint: leave them out, or run its scenario again\n";
    became = worse(became, ExitStatus::wrong_usage);
    return {};
  }

  /// Does all there is to do about one file but say it, from any thread. A trace lives no longer than this.
  Done look_at(const std::string& file, SignatureMemory& memory) const {
    Done done;
    std::ostringstream err;
    const Console to{console.out, err, false};
    const auto trace = trace_of(file, memory, to, done.status);
    if (!trace) {
      done.said = err.str();
      done.scenario = {file, ReportedEnd::invalid, {}, {}, {}, {}, done.said};
      return done;
    }
    done.scenario = reported(file, *trace);
    if (done.scenario.end == ReportedEnd::different) done.status = worse(done.status, ExitStatus::difference);
    const auto path = target(file);
    if ((!several || !path.empty()) && !(arguments.quiet && path.empty())) write(*trace, path, to, done.status);
    // The text trace says it in its last lines; other formats are data, so it is said beside them.
    if (!several && (arguments.quiet || format.name != "text" || !target_is_stdout())) print_differences(*trace, err);
    done.said = err.str();
    return done;
  }

  /// Looks at all files on all cores, and shows what became of them in their order.
  std::vector<ReportedScenario> look_at_all(const std::vector<std::string>& files) {
    std::vector<ReportedScenario> report;
    Summary summary(options.color);
    std::vector<SignatureMemory> memories(static_cast<std::size_t>(arguments.jobs));
    work_in_order(files.size(), arguments.jobs, [&](std::size_t piece, int worker) {
      return [&, done = look_at(files[piece], memories[static_cast<std::size_t>(worker)])] {
        console.err << done.said;
        status = worse(status, done.status);
        if (several) summary.add(done.scenario, arguments.quiet, console.out);
        if (!arguments.reports.empty()) report.push_back(done.scenario);
      };
    });
    if (several) summary.print_count(console.out);
    return report;
  }

  void write_reports(const std::vector<ReportedScenario>& report) {
    for (const auto& [name, path] : arguments.reports) {
      const auto write_report = report_format_named(name)->write;
      const auto failure = write_file(path, [&](std::ostream& out) { write_report(report, out); });
      if (failure) complain(console, status, ExitStatus::outside_failed, path + ": " + *failure);
    }
  }
};

bool refuse(RunJob& job, const std::string& message, const std::string& hint) {
  complain(job.console, job.status, ExitStatus::wrong_usage, message, hint);
  return false;
}

/// Every report needs a file that nothing else is written to.
bool can_report(RunJob& job) {
  std::vector<fs::path> taken;
  if (!job.target_is_stdout()) taken.push_back(fs::path(job.arguments.output).lexically_normal());
  for (const auto& [name, path] : job.arguments.reports) {
    const auto file = fs::path(path).lexically_normal();
    if (path == "-" || std::ranges::find(taken, file) != taken.end())
      return refuse(job, "the " + name + " report needs a file of its own, and " + path + " is taken",
                    "name another file");
    taken.push_back(file);
  }
  return true;
}

bool can_do(RunJob& job, const std::vector<std::string>& files) {
  const auto supported = [&job](Detail detail) { return job.format.supports(detail); };
  if (!supported(job.options.detail))
    return refuse(job,
                  "the format " + std::string(job.format.name) + " cannot show the detail " +
                      std::string(name_of(job.options.detail)),
                  "add --detail " + std::string(name_of(*std::ranges::find_if(all_details, supported))));
  if (!job.arguments.theme.empty() && !job.format.themed)
    return refuse(job, "the format " + std::string(job.format.name) + " has no themes",
                  "leave --theme out, or add --format svg");
  if (!job.format.draws_with_characters && (job.arguments.ascii || job.arguments.width))
    return refuse(job, "--ascii and --width are for pictures made of characters", "add --format terminal");
  if (job.several && job.arguments.output.empty() && job.arguments.format != "text")
    return refuse(job, "several scenarios cannot share standard output as " + job.arguments.format,
                  "add -o DIR to write one file for each");
  std::error_code ignored;
  if (job.several && !job.arguments.output.empty() && fs::exists(job.arguments.output, ignored) &&
      !fs::is_directory(job.arguments.output, ignored))
    return refuse(job, "-o " + job.arguments.output + " is a file, and there are several scenarios", "name a folder");
  const auto shared = job.target_is_stdout() ? std::nullopt : sharing_an_output(files);
  if (shared)
    return refuse(job,
                  shared->first + " and " + shared->second + " would both be written to " + job.target(shared->first),
                  "run each with an -o of its own");
  return true;
}

void run(const RunArguments& arguments, const Console& console, ExitStatus& status) {
  const auto files = find_scenario_files(arguments.paths, console, status);
  RunJob job{arguments, *format_named(arguments.format), emit_options(arguments, console), console, status};
  std::error_code ignored;
  job.several = files.size() > 1 || arguments.paths.size() > 1 || fs::is_directory(arguments.paths.front(), ignored);
  if (can_do(job, files) && can_report(job)) job.write_reports(job.look_at_all(files));
}

}  // namespace

Command run_command() {
  return {
      .name = "run",
      .summary = "Run scenarios and show what happened",
      .options = {{.names = "PATH",
                   .kind = OptionKind::input,
                   .help = "Scenario files, folders of them, stored traces, or - for standard input",
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
                  jobs_option(),
                  {.names = "-q,--quiet", .kind = OptionKind::flag, .help = "Only say what is not as expected"}},
      .examples = {"flowsim run scenarios/happy-path.yaml",
                   "flowsim run scenarios/happy-path.yaml --format plantuml --detail overview",
                   "flowsim run scenarios/happy-path.yaml --format svg --theme mono -o flow.svg",
                   "flowsim run scenarios/happy-path.yaml --format terminal --detail overview",
                   "flowsim run scenarios --format json -o traces",
                   "flowsim run scenarios/happy-path.yaml --format html --detail wire -o lesson.html",
                   "flowsim run scenarios --report junit results.xml",
                   "flowsim run traces/happy-path.json --format svg -o flow.svg"},
      .notes =
          "Several scenarios: one line each, then a count, in the order of the files whatever --jobs says.\n"
          "A trace that --format json wrote is shown like a run, without --seed and --until; it has ended as it says.",
      .exit_status =
          "0 all ended as expected; 1 one did not; 2 a file is invalid; 3 a file could not be read or "
          "written.",
      .run = [](const Values& values, const Console& console,
                ExitStatus& status) { run(run_arguments(values), console, status); },
      .prints = "text"};
}

}  // namespace flowsim::cli
