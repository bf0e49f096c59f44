// flowsim diagrams: writes the diagrams of a folder of scenarios, or compares them with the runs.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/ordered_work.hpp"
#include "base/text.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/diagram_report.hpp"
#include "cli/drawings.hpp"
#include "cli/scenario_files.hpp"
#include "emit/markdown/diagram_pages.hpp"
#include "publish/generated_folder.hpp"
#include "scenario/judge.hpp"
#include "scenario/run.hpp"

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_selection_bytes = 1024 * 1024;

struct DiagramsArguments {
  std::string scenarios;
  std::string output;
  std::vector<std::string> formats;
  std::string detail;
  std::string render;
  std::string selection;
  int jobs = 1;
  bool check = false;
};

/// One scenario file, and the name of its diagrams.
struct Source {
  std::string file;   ///< as it can be opened
  std::string below;  ///< its path below the folder of scenarios
  std::string name;   ///< the same without extension
  bool is_drawn = true;
};

/// One run of `flowsim diagrams`; each step says what is wrong on `err` and makes `status` worse.
struct DiagramsJob {
  const DiagramsArguments& arguments;
  const Console& console;
  ExitStatus& status;
  DrawingStyle style{};
  std::vector<Source> sources{};

  void fail(ExitStatus how, const std::string& message, const std::string& hint = {}) {
    complain(console, status, how, message, hint);
  }

  void choose_formats() {
    auto names = arguments.formats;
    if (names.empty() && arguments.render.empty()) names = {"plantuml", "svg"};
    if (names.empty()) names = {std::string(rendered_format().name)};
    for (const auto& name : names)
      if (std::ranges::find(style.formats, format_named(name)) == style.formats.end())
        style.formats.push_back(format_named(name));
    style.detail = detail_named(arguments.detail).value_or(Detail::messages);
    const auto kind = std::ranges::find(picture_kinds(), arguments.render, &PictureKind::name);
    if (kind != picture_kinds().end()) style.rendered = &*kind;
    auto all = style.formats;
    if (style.rendered != nullptr) all.push_back(&rendered_format());
    for (const auto* format : all)
      if (!format->supports(style.detail))
        return fail(ExitStatus::wrong_usage,
                    "the format " + std::string(format->name) + " cannot show the detail " + arguments.detail,
                    "choose another --detail or another --format");
  }

  void find_sources() {
    std::error_code ignored;
    if (!fs::is_directory(arguments.scenarios, ignored))
      return fail(ExitStatus::wrong_usage, arguments.scenarios + " is no folder", "name a folder of scenarios");
    if (fs::exists(arguments.output, ignored) && !fs::is_directory(arguments.output, ignored))
      return fail(ExitStatus::wrong_usage, "-o " + arguments.output + " is a file", "name a folder");
    const auto root = fs::path(arguments.scenarios).lexically_normal();
    for (const auto& file : find_scenario_files({arguments.scenarios}, console, status)) {
      const auto below = fs::path(file).lexically_normal().lexically_relative(root);
      auto name = below;
      name.replace_extension();
      sources.push_back({file, below.generic_string(), name.generic_string()});
    }
    // By name, `alg-none` stands before its twin `alg-none-undefended`; by file it would not.
    std::ranges::stable_sort(sources, {}, &Source::name);
  }

  /// Leaves those out that the selection does not name.
  void select() {
    if (arguments.selection.empty()) return;
    const auto read = read_file(arguments.selection, most_selection_bytes);
    if (const auto* problem = std::get_if<FileProblem>(&read))
      return fail(problem->unreadable ? ExitStatus::outside_failed : ExitStatus::wrong_usage,
                  arguments.selection + ": " + problem->message);
    const auto& text = std::get<std::string>(read);
    std::vector<std::string_view> known;
    for (auto& source : sources) {
      source.is_drawn = false;
      known.push_back(source.below);
    }
    Diagnostics diagnostics;
    int line = 0;
    for (const auto row : split_words(text, '\n')) {
      ++line;
      const auto name = row.substr(0, row.find_last_not_of(" \t\r") + 1);
      if (name.empty() || name.starts_with('#')) continue;
      const auto found = std::ranges::find(sources, name, &Source::below);
      if (found != sources.end()) {
        found->is_drawn = true;
        continue;
      }
      const auto near = nearest_name(name, known);
      diagnostics.push_back(
          {arguments.selection,
           {line, 1},
           "there is no scenario '" + std::string(name) + "' below " + arguments.scenarios,
           near ? "did you mean '" + std::string(*near) + "'?" : "name a file below it, as `happy-path.yaml`"});
    }
    if (diagnostics.empty()) return;
    console.err << render(diagnostics, text);
    status = worse(status, ExitStatus::wrong_usage);
  }

  /// What a person types to see one that is not drawn.
  std::string command_for(const Source& source) const {
    const auto folder = fs::path(arguments.scenarios).lexically_normal();
    const auto name = (folder.has_filename() ? folder : folder.parent_path()).filename() / source.below;
    return "flowsim run " + shell_word(name.generic_string()) + " --format svg -o " +
           shell_word(fs::path(source.name).filename().string() + ".svg");
  }

  static std::optional<Trace> run(const Source& source, SignatureMemory& memory, const Console& to,
                                  ExitStatus& became) {
    auto scenario = load_scenario(source.file, to, became);
    if (!scenario) return {};
    scenario->file = source.below;  // however the folder was named, the drawings are the same
    auto trace = run_scenario(*scenario, {{}, {}, &memory});
    for (const auto& expectation : trace.expectations) {
      if (expectation.met) continue;
      to.err << visible(source.file) << ": " << difference_text(expectation) << "\n";
      became = worse(became, ExitStatus::difference);
    }
    return trace;
  }

  /// No two drawings or pages may have the same path.
  void check_paths(const Drawings& drawings) {
    std::map<std::string, std::string> owners{{std::string(file_list_name), "the list of generated files"}};
    std::vector<std::string> names;
    const auto claim = [&](const std::string& path, const std::string& owner) {
      const auto [row, is_new] = owners.emplace(path, owner);
      if (!is_new)
        fail(
            ExitStatus::wrong_usage,
            row->second + " and " + owner + " would both be written to " + (fs::path(arguments.output) / path).string(),
            "rename a scenario, or leave out a format");
    };
    for (const auto& source : sources) {
      names.push_back(source.name);
      if (!source.is_drawn) continue;
      for (const auto& file : drawings.files_of_run(source.name)) claim(file.path, source.file + " as " + file.label);
      if (source.name.starts_with(std::string(states_folder) + "/"))
        fail(ExitStatus::wrong_usage, source.file + " stands where the state machines are drawn",
             "rename the folder " + std::string(states_folder));
    }
    for (const auto actor : machine_names()) names.push_back(std::string(states_folder) + "/" + std::string(actor));
    for (const auto& path : diagram_page_paths(names)) claim(path, "an index page");
  }

  void draw(Drawings& drawings) {
    for (const auto& diagram : diagrams_of({})) drawings.add(drawings.draw_machine(diagram));
    std::vector<SignatureMemory> memories(static_cast<std::size_t>(arguments.jobs));
    work_in_order(sources.size(), arguments.jobs, [&](std::size_t piece, int worker) {
      std::ostringstream problems;
      auto became = ExitStatus::well;
      const auto& source = sources[piece];
      const auto trace = run(source, memories[static_cast<std::size_t>(worker)], {console.out, problems}, became);
      std::optional<Drawn> drawn;
      if (trace)
        drawn = source.is_drawn ? drawings.draw_run(*trace, source.name)
                                : drawings.mention_run(*trace, source.name, command_for(source));
      return [&, became, said = problems.str(), drawn = std::move(drawn)]() mutable {
        console.err << said;
        status = worse(status, became);
        if (drawn) drawings.add(*std::move(drawn));
      };
    });
  }

  /// The pages link to the scenarios where these stand beside the diagrams: any other way would show a machine's
  /// folders.
  std::string way_to_scenarios() const {
    std::error_code problem;
    const auto here = fs::current_path(problem);
    const auto absolute = [&](const std::string& path) {
      auto whole = (here / path).lexically_normal();
      return whole.has_filename() ? whole : whole.parent_path();
    };
    const auto from = absolute(arguments.output), to = absolute(arguments.scenarios);
    if (problem || from.parent_path() != to.parent_path()) return {};
    return to.lexically_relative(from).generic_string();
  }

  void finish(GeneratedFolder& folder, Drawings& drawings, const PlantumlProgram* program) {
    DiagramReport report(arguments.output, drawings.subjects());
    if (arguments.check) {
      if (!report.print_comparison(folder.standings(), console.out)) status = worse(status, ExitStatus::difference);
      return;
    }
    for (const auto& [path, standing] : folder.standings())
      if (standing == Standing::foreign)
        fail(ExitStatus::wrong_usage,
             (fs::path(arguments.output) / path).string() + " is there already, and flowsim has not written it",
             "move it away, or name another folder with -o");
    if (status != ExitStatus::well) return;
    const auto problem = program == nullptr ? std::nullopt : drawings.render(*program);
    if (problem) return fail(ExitStatus::outside_failed, problem->message, problem->hint);
    const auto standings = folder.standings();
    if (const auto failure = folder.write()) return fail(ExitStatus::outside_failed, *failure);
    report.print_written(standings, console);
  }

  void do_all() {
    choose_formats();
    find_sources();
    select();
    if (status != ExitStatus::well) return;
    std::optional<PlantumlProgram> program;
    if (style.rendered != nullptr && !arguments.check) {
      const char* configured = std::getenv("FLOWSIM_PLANTUML");
      auto found = PlantumlProgram::find(configured == nullptr ? "" : configured);
      if (const auto* problem = std::get_if<RenderProblem>(&found))
        return fail(ExitStatus::outside_failed, problem->message, problem->hint);
      program = std::get<PlantumlProgram>(std::move(found));
      style.renderer = program->version();
    }
    auto opened = GeneratedFolder::open(arguments.output);
    if (const auto* problem = std::get_if<std::string>(&opened))
      return fail(ExitStatus::outside_failed, (fs::path(arguments.output) / file_list_name).string() + " " + *problem,
                  "remove it together with the diagrams, or name another folder with -o");
    auto& folder = std::get<GeneratedFolder>(opened);
    Drawings drawings(folder, style);
    check_paths(drawings);
    if (status != ExitStatus::well) return;
    draw(drawings);
    if (status != ExitStatus::well) return fail(status, "so no diagram was written or compared");
    for (auto& [path, text] : diagram_pages(drawings.subjects(), way_to_scenarios()))
      folder.expect(path, std::move(text));
    finish(folder, drawings, program ? &*program : nullptr);
  }
};

}  // namespace

Command diagrams_command() {
  return {
      .name = "diagrams",
      .summary = "Write the diagrams of a folder of scenarios, with their index",
      .options = {{.names = "DIR", .kind = OptionKind::input, .help = "The folder of scenarios", .required = true},
                  {.names = "-o,--output",
                   .kind = OptionKind::output,
                   .help = "The folder of diagrams",
                   .standard = "diagrams"},
                  {.names = "--format",
                   .kind = OptionKind::choice,
                   .help = "A format to write; may be given again (plantuml and svg)",
                   .choices = names_of(formats()),
                   .repeated = true},
                  detail_option("How closely to look"),
                  {.names = "--render",
                   .kind = OptionKind::choice,
                   .help = "Also have PlantUML draw pictures of this kind",
                   .choices = names_of(picture_kinds())},
                  {.names = "--selection",
                   .kind = OptionKind::input,
                   .help = "A file that names the scenarios to draw, one a line; the index lists the others"},
                  jobs_option(),
                  {.names = "--check",
                   .kind = OptionKind::flag,
                   .help = "Write nothing; list what is stale, missing or superfluous"}},
      .examples = {"flowsim diagrams scenarios", "flowsim diagrams scenarios --check",
                   "flowsim diagrams scenarios --selection diagrams/selection.txt",
                   "flowsim diagrams scenarios -o out --render png"},
      .notes =
          "The folder keeps a list of what was written into it (generated.json); no other file is changed or removed.\n"
          "PlantUML is `plantuml` on the PATH, or what FLOWSIM_PLANTUML names: a command, or a file ending in .jar.\n"
          "It is started once for all pictures, and draws only those whose source, or itself, has changed.",
      .exit_status =
          "0 all well; 1 --check found a difference, or a scenario did not end as expected; 2 wrong usage "
          "or\n"
          "an invalid scenario file; 3 a file could not be read or written, or PlantUML failed.",
      .run = [](const Values& values, const Console& console, ExitStatus& status) {
        const DiagramsArguments arguments{values.text("DIR"),      values.text("--output"), values.all("--format"),
                                          values.text("--detail"), values.text("--render"), values.text("--selection"),
                                          jobs_of(values),         values.has("--check")};
        DiagramsJob{arguments, console, status}.do_all();
      }};
}

}  // namespace flowsim::cli
