// flowsim lesson: binds several scenarios into one page to step through.
#include "emit/html/lesson.hpp"

#include <deque>
#include <filesystem>
#include <optional>
#include <ostream>
#include <set>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/scenario_files.hpp"
#include "emit/svg/svg_themes.hpp"
#include "flows/implicit/states.hpp"
#include "scenario/judge.hpp"
#include "scenario/run.hpp"

namespace flowsim::cli {
namespace {

namespace fs = std::filesystem;

/// A browser still opens a page of that size.
constexpr std::size_t most_bytes = std::size_t{64} << 20U;

struct LessonArguments {
  std::vector<std::string> paths;
  std::string output;
  std::string title;
  std::string detail, theme;
  bool show_tokens = false;
};

/// Holds what is written, up to `most_bytes`; then the stream fails.
class BoundedText : public std::streambuf {
 public:
  std::string text() && { return std::move(text_); }

 protected:
  int_type overflow(int_type letter) override {
    const char written = traits_type::to_char_type(letter);
    return xsputn(&written, 1) == 1 ? letter : traits_type::eof();
  }

  std::streamsize xsputn(const char* letters, std::streamsize count) override {
    if (is_full_ || text_.size() + static_cast<std::size_t>(count) > most_bytes) {
      is_full_ = true;
      return 0;
    }
    text_.append(letters, static_cast<std::size_t>(count));
    return count;
  }

 private:
  std::string text_;
  bool is_full_ = false;
};

/// The name of a scenario in addresses: its path from the folder that was named, without its extension.
std::string slug_in(const std::vector<std::string>& paths, const std::string& file, std::set<std::string>& taken) {
  auto name = fs::path(file).filename();
  for (const auto& path : paths)
    if (const auto below = fs::path(file).lexically_relative(path); !below.empty() && *below.begin() != "..")
      name = below == "." ? name : below;
  const auto slug = slug_of(name.replace_extension().generic_string());
  auto free = slug;
  for (int count = 2; !taken.insert(free).second; ++count) free = slug + "-" + std::to_string(count);
  return free;
}

std::string title_of(const LessonArguments& arguments, const std::vector<Lesson>& lessons) {
  if (!arguments.title.empty()) return arguments.title;
  if (lessons.size() == 1) return lessons.front().trace->header.title;
  auto folder = fs::path(arguments.paths.front()).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  return std::to_string(lessons.size()) + " scenarios: " + folder.filename().string();
}

/// Runs all of them, or says what is wrong. The traces stay where they are while others are added.
std::deque<Trace> run_all(const std::vector<std::string>& files, const Console& console, ExitStatus& status) {
  std::deque<Trace> traces;
  SignatureMemory memory;
  for (const auto& file : files) {
    auto story = load_story(file, console, status);
    if (!story) continue;
    if (auto* stored = std::get_if<Trace>(&*story))
      traces.push_back(std::move(*stored));
    else
      traces.push_back(run_scenario(std::get<LoadedScenario>(*story).scenario, {{}, {}, &memory}));
    if (meets_expectations(traces.back())) continue;
    status = worse(status, ExitStatus::difference);
    console.err << visible(file) << ":\n";
    print_differences(traces.back(), console.err);
  }
  return traces;
}

std::vector<Lesson> lessons_of(const LessonArguments& arguments, const std::vector<std::string>& files,
                               const std::deque<Trace>& traces) {
  std::vector<Lesson> lessons;
  std::set<std::string> taken;
  for (std::size_t at = 0; at < traces.size(); ++at)
    lessons.push_back({slug_in(arguments.paths, files[at], taken), &traces[at]});
  return lessons;
}

/// The page, unless it is too large.
std::optional<std::string> page_of(const LessonArguments& arguments, const std::vector<Lesson>& lessons) {
  EmitOptions options;
  options.detail = detail_named(arguments.detail).value_or(options.detail);
  options.show_tokens = arguments.show_tokens;
  options.theme = arguments.theme;
  options.table_of = implicit::edges_of;
  BoundedText bounded;
  std::ostream page(&bounded);
  write_lesson(lessons, title_of(arguments, lessons), options, page);
  if (!page) return {};
  return std::move(bounded).text();
}

void bind(const LessonArguments& arguments, const Console& console, ExitStatus& status) {
  const auto files = find_scenario_files(arguments.paths, console, status);
  const auto traces = run_all(files, console, status);
  if (traces.empty() || status > ExitStatus::difference) return;  // what is wrong has been said
  const auto page = page_of(arguments, lessons_of(arguments, files, traces));
  if (!page)
    return complain(
        console, status, ExitStatus::wrong_usage, "the page would be larger than 64 MB",
        std::string("name fewer scenarios") + (arguments.detail == "overview" ? "" : ", or add --detail overview"));
  if (arguments.output == "-") {
    console.out << *page;
    return;
  }
  const auto failure = write_file(arguments.output, [&](std::ostream& out) { out << *page; });
  if (failure) complain(console, status, ExitStatus::outside_failed, arguments.output + ": " + *failure);
}

}  // namespace

Command lesson_command() {
  return {
      .name = "lesson",
      .summary = "Bind scenarios into one page to step through",
      .options = {{.names = "PATH",
                   .kind = OptionKind::input,
                   .help = "Scenario files, folders of them, or stored traces",
                   .required = true,
                   .repeated = true},
                  {.names = "-o,--output",
                   .kind = OptionKind::output,
                   .help = "The file to write; - for standard output",
                   .required = true},
                  {.names = "--title", .help = "What the page is called"},
                  detail_option("The closest look the page offers"),
                  {.names = "--theme",
                   .kind = OptionKind::choice,
                   .help = "The look of the diagrams",
                   .choices = names_of(svg_themes()),
                   .standard = svg_themes().front().name},
                  {.names = "--show-tokens", .kind = OptionKind::flag, .help = "Show tokens whole"}},
      .examples = {"flowsim lesson scenarios/attacks -o attacks.html",
                   "flowsim lesson scenarios/happy-path.yaml scenarios/network --title \"When the network fails\" -o "
                   "network.html"},
      .notes =
          "The page is one file that works offline and without scripts. Its address names scenario and step:\n"
          "attacks.html#csrf-redirect-uri/4.",
      .exit_status =
          "0 all ended as expected; 1 one did not; 2 a file is invalid or the page too large; 3 a file "
          "could not be\nread or written.",
      .run = [](const Values& values, const Console& console, ExitStatus& status) {
        bind({values.all("PATH"), values.text("--output"), values.text("--title"), values.text("--detail"),
              values.text("--theme"), values.has("--show-tokens")},
             console, status);
      }};
}

}  // namespace flowsim::cli
