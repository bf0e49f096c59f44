// flowsim practise: hides a value of a scenario and judges a learner's answer by running it.
#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/read_line.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/scenario_files.hpp"
#include "teach/exercise.hpp"
#include "teach/hidden_value.hpp"

namespace flowsim::cli {
namespace {

constexpr std::size_t longest_answer = 4096;
constexpr int most_tries = 3;

constexpr std::array<std::string_view, 4> words_about_a_run{"title", "teaches", "references", "threats"};

struct PractiseArguments {
  std::string file;
  std::string hide;                   ///< a path of keys; empty: what the scenario is about
  std::optional<std::string> answer;  ///< nothing: ask for it
};

/// Whether the answer stands nowhere else in what the learner is shown.
bool is_well_hidden(std::string_view text, std::string_view path) {
  const auto hidden = hide_value(text, path);
  const auto* value = std::get_if<HiddenValue>(&hidden);
  return value != nullptr && without_comments(value->with_blank()).find(value->value()) == std::string::npos;
}

/// What a scenario is about: the most telling of its expectations that the rest of the file does not give away.
std::string telling_path(std::string_view text) {
  for (const auto* wanted : {"expect.check", "expect.error", "expect.property", "expect.outcome"})
    if (is_well_hidden(text, wanted)) return wanted;
  return "expect.outcome";
}

/// What the learner types; nothing at the end of input.
std::optional<std::string> read_answer(const Console& console) {
  while (true) {
    console.out << "answer (? for help, empty to give up): " << std::flush;
    auto line = read_line(console.in, longest_answer);
    if (auto* answer = std::get_if<std::string>(&line)) return std::move(*answer);
    if (std::get<NoLine>(line) == NoLine::at_end) return {};
    console.out << "✗ No answer has more than " << longest_answer << " bytes.\n";
  }
}

bool ask(const Exercise& exercise, const Console& console) {
  exercise.pose();
  for (int tries = 0; tries < most_tries;) {
    const auto answer = read_answer(console);
    if (!answer) console.out << "\n";
    if (!answer || answer->empty()) break;
    const auto judgement = exercise.judge(*answer);
    if (judgement == teach::Judgement::right) return true;
    if (judgement == teach::Judgement::wrong) ++tries;
  }
  exercise.reveal();
  return false;
}

void practise(const PractiseArguments& arguments, const Console& console, ExitStatus& status) {
  if (arguments.file == "-")
    return complain(console, status, ExitStatus::wrong_usage, "standard input is for the answers",
                    "name a scenario file");
  const auto loaded = load_scenario_text(arguments.file, console, status);
  if (!loaded) return;
  const auto path = arguments.hide.empty() ? telling_path(loaded->text) : arguments.hide;
  if (std::ranges::any_of(words_about_a_run, [&path](std::string_view key) {
        return path == key || path.starts_with(std::string(key) + ".");
      })) {
    console.err
        << visible(arguments.file) << ": error: '" << visible(path)
        << "' says something about the run and changes nothing in it, so no answer could be wrong\n  hint: hide "
           "a value that the run depends on, or one it is expected to have\n";
    status = ExitStatus::wrong_usage;
    return;
  }
  auto hidden = hide_value(loaded->text, path);
  if (const auto* problem = std::get_if<CannotHide>(&hidden)) {
    console.err << visible(arguments.file) << ": error: " << visible(problem->message)
                << "\n  hint: " << visible(problem->hint) << "\n";
    status = ExitStatus::wrong_usage;
    return;
  }
  const Exercise exercise(loaded->scenario, std::get<HiddenValue>(std::move(hidden)), path, console.out);
  const bool right =
      arguments.answer ? exercise.judge(*arguments.answer) == teach::Judgement::right : ask(exercise, console);
  if (!right) status = ExitStatus::difference;
}

}  // namespace

Command practise_command() {
  return {
      .name = "practise",
      .summary = "Find a hidden value of a scenario; the run judges the answer",
      .options = {{.names = "FILE", .kind = OptionKind::input, .help = "A scenario file", .required = true},
                  {.names = "--hide",
                   .help = "The value to find, as a path of keys: expect.check, client.scope, disabled_checks.1; by "
                           "default what the scenario is about"},
                  {.names = "--answer", .help = "Judge this answer instead of asking for one"}},
      .examples = {"flowsim practise scenarios/attacks/csrf-redirect-uri.yaml",
                   "flowsim practise scenarios/happy-path.yaml --hide expect.outcome --answer resource_served"},
      .notes =
          "An answer is put in the value's place and the scenario is run: right is what makes it end as it expects.\n"
          "The answer ? shows the words that can stand there and what they mean.\n"
          "After three wrong answers the right one is told. What cannot stand there at all does not count, nor "
          "does what\n"
          "is true of the run but is not what was asked.",
      .exit_status =
          "0 the answer is right; 1 it is not; 2 the file is invalid or has no such value; 3 it could not be "
          "read.",
      .run = [](const Values& values, const Console& console, ExitStatus& status) {
        const auto answer = values.has("--answer") ? std::optional(values.text("--answer")) : std::nullopt;
        practise({values.text("FILE"), values.text("--hide"), answer}, console, status);
      }};
}

}  // namespace flowsim::cli
