// flowsim practise: hides a value of a scenario and judges a learner's answer by running it.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/practise_feedback.hpp"
#include "cli/scenario_files.hpp"
#include "cli/summary.hpp"
#include "diagram/prose.hpp"
#include "scenario/hidden_value.hpp"
#include "scenario/run.hpp"

namespace flowsim {
namespace {

constexpr std::size_t file_limit = 1024 * 1024, longest_answer = 4096, line_width = 96;
constexpr int most_tries = 3;

constexpr std::array<std::string_view, 4> words_about_a_run{"title", "teaches", "references", "threats"};

enum class Judgement : std::uint8_t { right, wrong, no_answer };

/// A sentence with an end to it.
std::string sentence(std::string text) {
  if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

struct PractiseArguments {
  std::string file;
  std::string hide;    ///< a path of keys; empty: what the scenario is about
  std::string answer;  ///< empty: ask for it
};

/// What a scenario is about: the most telling of its expectations.
std::string telling_path(std::string_view text) {
  const auto paths = paths_to_hide(text);
  for (const auto* wanted : {"expect.check", "expect.error", "expect.outcome"})
    if (std::ranges::find(paths, wanted) != paths.end()) return wanted;
  return "expect.outcome";
}

/// The file without its comments in the first column, which may say too much.
std::string without_comments(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    if (!text.starts_with('#')) kept += text.substr(0, end);
    text.remove_prefix(end);
  }
  return kept;
}

class Exercise {
 public:
  Exercise(const PractiseArguments& arguments, HiddenValue hidden, std::string path, const Console& console)
      : arguments_(arguments), hidden_(std::move(hidden)), path_(std::move(path)), console_(console) {}

  void pose() const {
    const auto blank = without_comments(hidden_.with_blank());
    for (const auto line : split_words(blank, '\n')) console_.out << "  " << visible(line) << "\n";
    console_.out << "\n" << question_about(path_) << " (" << path_ << ")\n";
  }

  /// Whether the run with this answer comes out as the scenario expects; says why, or why not. What no scenario can
  /// say in that place is no answer.
  Judgement judge(const std::string& answer) const {
    Diagnostics problems;
    const auto text = hidden_.with(answer);
    const auto scenario = read_scenario(text, arguments_.file, problems);
    if (!scenario) {
      for (const auto& problem : problems)
        say("✗ ", sentence(problem.message + (problem.hint.empty() ? "" : ": " + problem.hint)));
      return Judgement::no_answer;
    }
    const auto run = run_scenario(*scenario);
    const bool right = meets_expectations(run);
    say(right ? "✓ " : "✗ ", right ? fmt::format("Right: {}.", answer) : fmt::format("{} is not it.", answer));
    for (const auto& sentence : right ? why_so(path_, answer, run) : why_not(path_, answer, run)) say("  ", sentence);
    return right ? Judgement::right : Judgement::wrong;
  }

  void reveal() const {
    say("  ", fmt::format("The answer is {}.", hidden_.value()));
    say("  ", fmt::format("Look at it happen: flowsim run {}", arguments_.file));
  }

  void help() const {
    const auto words = possible_answers(path_);
    say("  ", words.empty() ? "Any value may be tried; the run judges it." : "One of " + join(words, ", ") + ".");
  }

 private:
  void say(std::string lead, const std::string& sentence) const {
    if (sentence.empty()) return;
    for (const auto& line : wrapped(visible(sentence), line_width)) {
      console_.out << lead << line << "\n";
      lead = "  ";
    }
  }

  const PractiseArguments& arguments_;
  const HiddenValue hidden_;
  const std::string path_;
  const Console& console_;
};

/// A line of standard input without its end; nothing at the end of input.
std::optional<std::string> read_answer(const Console& console) {
  console.out << "answer (? for help, empty to give up): " << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return {};
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line.substr(0, longest_answer);
}

bool ask(const Exercise& exercise, const Console& console) {
  exercise.pose();
  for (int tries = 0; tries < most_tries;) {
    const auto answer = read_answer(console);
    if (!answer) console.out << "\n";
    if (!answer || answer->empty()) break;
    if (*answer == "?") {
      exercise.help();
      continue;
    }
    const auto judgement = exercise.judge(*answer);
    if (judgement == Judgement::right) return true;
    if (judgement == Judgement::wrong) ++tries;
  }
  exercise.reveal();
  return false;
}

void practise(const PractiseArguments& arguments, const Console& console, ExitStatus& status) {
  if (arguments.file == "-") {
    console.err << "flowsim: standard input is for the answers\n  hint: name a scenario file\n";
    status = ExitStatus::wrong_usage;
    return;
  }
  if (!load_scenario(arguments.file, console, status)) return;
  const auto content = read_file(arguments.file, file_limit);
  const auto* text = std::get_if<std::string>(&content);
  if (text == nullptr) {
    status = ExitStatus::outside_failed;
    return;
  }
  const auto path = arguments.hide.empty() ? telling_path(*text) : arguments.hide;
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
  auto hidden = hide_value(*text, path);
  if (const auto* problem = std::get_if<CannotHide>(&hidden)) {
    console.err << visible(arguments.file) << ": error: " << visible(problem->message)
                << "\n  hint: " << visible(problem->hint) << "\n";
    status = ExitStatus::wrong_usage;
    return;
  }
  const Exercise exercise(arguments, std::get<HiddenValue>(std::move(hidden)), path, console);
  const bool right =
      arguments.answer.empty() ? ask(exercise, console) : exercise.judge(arguments.answer) == Judgement::right;
  if (!right) status = ExitStatus::difference;
}

}  // namespace

void add_practise(CLI::App& application, const Console& console, ExitStatus& status) {
  auto* command =
      application.add_subcommand("practise", "Find a hidden value of a scenario; the run judges the answer");
  const auto arguments = std::make_shared<PractiseArguments>();
  command->add_option("FILE", arguments->file, "A scenario file")->required();
  command->add_option("--hide", arguments->hide,
                      "The value to find, as a path of keys: expect.check, client.scope, disabled_checks.1; by default "
                      "what the scenario is about");
  command->add_option("--answer", arguments->answer, "Judge this answer instead of asking for one");
  command->footer(
      "Examples:\n"
      "  flowsim practise scenarios/attacks/csrf-redirect-uri.yaml\n"
      "  flowsim practise scenarios/happy-path.yaml --hide expect.outcome --answer resource_served\n"
      "\n"
      "An answer is put in the value's place and the scenario is run: right is what makes it end as it expects.\n"
      "After three wrong answers the right one is told.\n"
      "Exit status: 0 the answer is right; 1 it is not; 2 the file is invalid or has no such value; 3 it could not be "
      "read.");
  command->callback([arguments, &console, &status] { practise(*arguments, console, status); });
}

}  // namespace flowsim
