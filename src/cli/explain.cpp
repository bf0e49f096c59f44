// flowsim explain: says what a word of the simulator or of the protocol means, and what to do about it.
#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "diagram/prose.hpp"
#include "explain/explanations.hpp"
#include "explain/pasted_error.hpp"

namespace flowsim::cli {
namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t most_suggestions = 5;

void print(const Explanation& explanation, std::ostream& out) {
  for (const auto& line : wrapped(explanation.heading, line_width)) out << line << "\n";
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

/// As much of the text as a message can repeat, cut before a whole character.
std::string beginning_of(std::string_view text) {
  constexpr std::size_t longest = 120;
  if (text.size() <= longest) return visible(text);
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return visible(text.substr(0, end)) + "…";
}

void say_unknown(const std::string& word, const Console& console) {
  const auto lines = split_words(word, '\n').size();
  if (lines > 1)
    console.err << "flowsim: none of the " << lines
                << " lines has an error text that flowsim explains; they begin with '" << beginning_of(word) << "'\n";
  else
    console.err << "flowsim: '" << beginning_of(word) << "' is no word and no error text that flowsim explains\n";
  const auto meant = suggestions_for(word);
  const auto like = error_texts_like(word);
  if (!meant.empty()) console.err << "  hint: did you mean '" << join(meant, "', '") << "'?\n";
  for (const auto text : like) console.err << "  hint: an error text with some of its words: \"" << text << "\"\n";
  if (!like.empty())
    console.err << "  hint: 'flowsim list error_texts' prints all of them\n";
  else if (meant.empty())
    console.err << "  hint: 'flowsim list' with checks, faults, outcomes, errors, error_texts, properties or states "
                   "prints what it knows\n";
}

/// The word, or standard input where that is `-`; nothing where it cannot be read.
std::optional<std::string> word_to_explain(const std::vector<std::string>& words, const Console& console,
                                           ExitStatus& status) {
  auto word = join(words, " ");
  if (word != "-") return word;
  auto input = read_file("-", longest_paste);
  if (auto* text = std::get_if<std::string>(&input)) return std::move(*text);
  const auto& problem = std::get<FileProblem>(input);
  console.err << "flowsim: standard input: " << problem.message << "\n";
  if (!problem.unreadable)
    console.err << "  hint: pass on its end, or the lines with the error: tail -c " << longest_paste
                << " LOG | flowsim explain -, or grep -i error LOG | flowsim explain -\n";
  status = problem.unreadable ? ExitStatus::outside_failed : ExitStatus::wrong_usage;
  return {};
}

void explain(const std::vector<std::string>& words, const Console& console, ExitStatus& status) {
  const auto word = word_to_explain(words, console, status);
  if (!word) return;
  auto explanations = explanations_of(*word);
  if (explanations.empty()) explanations = explanations_of_pasted_error(*word);
  if (explanations.empty()) {
    say_unknown(*word, console);
    status = ExitStatus::wrong_usage;
    return;
  }
  if (word->size() > longest_paste)
    console.err << "flowsim: only the first " << longest_paste << " bytes were looked at\n";
  for (std::size_t at = 0; at < explanations.size(); ++at) {
    if (at != 0) console.out << "\n";
    print(explanations[at], console.out);
  }
}

}  // namespace

Command explain_command() {
  return {
      .name = "explain",
      .summary = "Say what a word means, and what to do about it",
      .options = {{.names = "WORD",
                   .help =
                       "A check, a fault, an error code, an outcome, a property, a threat, a misbehaviour, a state, "
                       "a parameter, an interaction or a message; or an error as it was seen: its text, a log "
                       "line, the callback's address, JSON, a WWW-Authenticate header or an HTTP status; - reads "
                       "it, or a whole log, from standard input",
                   .required = true,
                   .repeated = true}},
      .examples = {"flowsim explain state_matches", "flowsim explain invalid_token",
                   "flowsim explain \"No matching state found in storage\"",
                   "flowsim explain 'https://spa.example.com/callback#error=login_required&state=af0ifjsldkj'",
                   "flowsim explain - < browser-console.txt"},
      .notes =
          "A word that means several things is explained in each of its meanings. An error text leads to its causes, "
          "the\n"
          "most frequent first, each with a scenario that shows it; the first line says how surely the text was "
          "found.\n"
          "Of a log, up to 1 MiB is read, and up to five texts are explained, in their order.",
      .exit_status = "0 the word is explained; 2 nobody knows it.",
      .run = [](const Values& values, const Console& console,
                ExitStatus& status) { explain(values.all("WORD"), console, status); },
      .prints = "text"};
}

}  // namespace flowsim::cli
