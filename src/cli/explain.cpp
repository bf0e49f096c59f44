// flowsim explain: says what a word of the simulator or of the protocol means, and what to do about it.
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/explanations.hpp"
#include "diagram/prose.hpp"

namespace flowsim {
namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t most_suggestions = 5;

void print(const Explanation& explanation, std::ostream& out) {
  out << explanation.heading << "\n";
  std::size_t width = 0;
  for (const auto& [label, text] : explanation.parts) width = std::max(width, display_width(label));
  const std::size_t start = 2 + width + 2;
  for (const auto& [label, text] : explanation.parts) {
    auto lead = "  " + label + std::string(start - 2 - display_width(label), ' ');
    for (const auto& line : wrapped(text, line_width - start)) {
      out << lead << line << "\n";
      lead.assign(start, ' ');
    }
  }
  if (!explanation.example.empty()) out << "\n" << explanation.example;
}

/// Every word that can be explained, each once.
std::vector<std::string_view> all_words() {
  std::vector<std::string_view> all;
  for (const auto& table : explained_tables())
    for (const auto word : table.words())
      if (std::ranges::find(all, word) == all.end()) all.push_back(word);
  return all;
}

/// The words that could have been meant: those that are spelled nearly so, then those that have the word in them.
std::vector<std::string_view> suggestions_for(std::string_view word) {
  auto words = all_words();
  std::vector<std::string_view> meant;
  for (auto near = nearest_name(word, words); near && meant.size() < 3; near = nearest_name(word, words)) {
    meant.push_back(*near);
    std::erase(words, *near);
  }
  for (const auto known : words)
    if (word.size() >= 3 && meant.size() < most_suggestions && known.find(word) != std::string_view::npos)
      meant.push_back(known);
  return meant;
}

void say_unknown(const std::string& word, const Console& console) {
  console.err << "flowsim: '" << visible(word) << "' is no word that flowsim explains\n";
  const auto meant = suggestions_for(word);
  if (!meant.empty())
    console.err << "  hint: did you mean '" << join(meant, "', '") << "'?\n";
  else
    console.err
        << "  hint: 'flowsim list' with checks, faults, outcomes, errors, properties or states prints what it knows\n";
}

void explain(const std::vector<std::string>& words, const Console& console, ExitStatus& status) {
  const auto word = join(words, " ");
  const auto explanations = explanations_of(word);
  if (explanations.empty()) {
    say_unknown(word, console);
    status = ExitStatus::wrong_usage;
    return;
  }
  for (std::size_t at = 0; at < explanations.size(); ++at) {
    if (at != 0) console.out << "\n";
    print(explanations[at], console.out);
  }
}

}  // namespace

void add_explain(CLI::App& application, const Console& console, ExitStatus& status) {
  auto* command = application.add_subcommand("explain", "Say what a word means, and what to do about it");
  const auto words = std::make_shared<std::vector<std::string>>();
  command
      ->add_option("WORD", *words,
                   "A check, a fault, an error code or an error's text, an outcome, a property, a threat, a state, a "
                   "parameter, an "
                   "interaction or a message")
      ->required();
  command->footer(
      "Examples:\n"
      "  flowsim explain state_matches\n"
      "  flowsim explain invalid_token\n"
      "  flowsim explain \"User is not assigned to the client application.\"\n"
      "\n"
      "A word that means several things is explained in each of its meanings.\n"
      "Exit status: 0 the word is explained; 2 nobody knows it.");
  command->callback([words, &console, &status] { explain(*words, console, status); });
}

}  // namespace flowsim
