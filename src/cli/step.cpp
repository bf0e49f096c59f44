// flowsim step: walks through the run of a scenario, forwards and backwards, and changes it on the way.
#include <cstdlib>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"
#include "cli/terminal/step_parts.hpp"
#include "cli/terminal/terminal.hpp"
#include "diagram/ladder_columns.hpp"

namespace flowsim::cli {
namespace {

constexpr int usual_width = 80;

struct StepArguments {
  std::string file;
  std::string detail, color;
  std::optional<int> width;
  bool ascii = false;
  bool show_tokens = false;
};

PageOptions page_options(const StepArguments& arguments, const Console& console) {
  PageOptions options;
  options.color =
      arguments.color == "always" || (arguments.color == "auto" && console.out_is_terminal && !wants_no_color());
  options.ascii = arguments.ascii || (console.out_is_terminal && !locale_is_utf8());
  options.width = arguments.width.value_or(console.out_is_terminal ? terminal_columns() : usual_width);
  options.show_tokens = arguments.show_tokens;
  return options;
}

Session session_with(std::variant<LoadedScenario, Trace> story, const StepArguments& arguments,
                     const Console& console) {
  const auto detail = detail_named(arguments.detail).value_or(Detail::messages);
  const auto options = page_options(arguments, console);
  if (auto* stored = std::get_if<Trace>(&story)) return {std::move(*stored), detail, options};
  auto& loaded = std::get<LoadedScenario>(story);
  return {std::move(loaded.text), std::move(loaded.scenario), detail, options};
}

/// Whether keys can be read one by one and a picture be drawn over the last one.
bool has_screen(const Console& console) {
  const char* terminal = std::getenv("TERM");
  return console.in_is_terminal && console.out_is_terminal && terminal != nullptr && *terminal != '\0' &&
         std::string_view(terminal) != "dumb";
}

void step(const StepArguments& arguments, const Console& console, ExitStatus& status) {
  if (arguments.file == "-")
    return complain(console, status, ExitStatus::wrong_usage, "standard input is for the commands",
                    "name a scenario file");
  auto story = load_story(arguments.file, console, status);
  if (!story) return;
  auto session = session_with(*std::move(story), arguments, console);
  if (console.in_is_terminal) session.ask_before_leaving();
  status =
      worse(status, has_screen(console) ? step_on_screen(session, arguments.width) : step_by_line(session, console));
}

}  // namespace

Command step_command() {
  return {.name = "step",
          .summary = "Walk through a run, look inside, and change one thing",
          .options = {{.names = "FILE",
                       .kind = OptionKind::input,
                       .help = "A scenario file, or a stored trace",
                       .required = true},
                      detail_option("How closely to look at first"),
                      {.names = "--show-tokens", .kind = OptionKind::flag, .help = "Show tokens whole"},
                      {.names = "--width",
                       .kind = OptionKind::number,
                       .help = "Columns to use, instead of the terminal's or 80",
                       .least = narrowest_ladder,
                       .most = widest_ladder},
                      {.names = "--ascii", .kind = OptionKind::flag, .help = "Draw in nothing but ASCII"},
                      color_option()},
          .examples = {"flowsim step scenarios/happy-path.yaml",
                       "printf '4\\nfault tamper state=other\\nsave mine.yaml\\n' | flowsim step "
                       "scenarios/happy-path.yaml"},
          .notes =
              "On a terminal every key acts at once; ? shows them. Elsewhere each line of standard input is a command: "
              "next,\n"
              "back, 4, in, out, checks, actors, fault drop, off state_matches, undo, save FILE, help, quit.\n"
              "A fault or a check switched off makes a new run of the story; what has happened is never changed.\n"
              "A trace that `flowsim run --format json` wrote can be looked at, but has no story to change.",
          .exit_status =
              "0 all well; 2 the file is invalid, or a command on a pipe could not be obeyed; 3 a file could "
              "not be\nread or written.",
          .run = [](const Values& values, const Console& console, ExitStatus& status) {
            step({values.text("FILE"), values.text("--detail"), values.text("--color"), values.number("--width"),
                  values.has("--ascii"), values.has("--show-tokens")},
                 console, status);
          }};
}

}  // namespace flowsim::cli
