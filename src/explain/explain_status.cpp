// An HTTP status without an error's text: which checks answer with it, read from the tables.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "explain/error_text_pattern.hpp"
#include "explain/error_texts.hpp"
#include "explain/explain_pasted.hpp"
#include "oauth/checks.hpp"
#include "wire/http.hpp"

namespace flowsim::explain {
namespace {

constexpr std::size_t longest_status_line = 300;

/// The error that a check sends decides the status, unless the check itself does; 0 for what travels in a redirect.
int status_of(const Check& check) {
  if (check.status != 0) return check.status;
  if (check.refusal == Refusal::error_redirect) return 0;
  const auto channel = check.refusal == Refusal::challenge    ? ErrorChannel::challenge
                       : check.refusal == Refusal::error_page ? ErrorChannel::page
                                                              : ErrorChannel::sign_in;
  const auto* code = error_code(check.error, channel);
  return code == nullptr ? 0 : code->status;
}

bool is_refusal(int status) { return status >= 400 && status < 600 && !reason_phrase(status).empty(); }

bool announces_status(std::string_view word) {
  constexpr std::array<std::string_view, 6> announcing{"status", "code", "http", "http/1.0", "http/1.1", "http/2"};
  return std::ranges::find(announcing, word) != announcing.end();
}

/// The words in lower case, without the punctuation around them.
std::vector<std::string> plain_words(std::string_view line) {
  constexpr std::string_view punctuation = "()[]:,.;'\"";
  std::vector<std::string> words;
  const auto text = comparable(line);
  for (const auto word : split_words(text)) {
    if (const auto bare_word = trimmed(word, punctuation); !bare_word.empty()) words.emplace_back(bare_word);
  }
  return words;
}

int status_in_line(std::string_view line) {
  if (line.size() > longest_status_line) return 0;
  const auto words = plain_words(line);
  const auto text = join(words, " ");
  for (int status = 400; status < 600; ++status) {
    const auto phrase = comparable(reason_phrase(status));
    if (phrase.empty()) continue;
    if (text == phrase || text.find(fmt::format("{} {}", status, phrase)) != std::string::npos) return status;
  }
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const auto number = read_number<int>(words[at]).value_or(0);
        is_refusal(number) && (words.size() == 1 || (at > 0 && announces_status(words[at - 1]))))
      return number;
  return 0;
}

int status_in(std::string_view pasted) {
  constexpr std::size_t most_status_lines = 64;
  std::size_t lines = 0;
  for (const auto line : split_words(pasted, '\n')) {
    if (++lines > most_status_lines) break;
    if (const auto status = status_in_line(line); status != 0) return status;
  }
  return 0;
}

/// Who answers with that status, with which error code, and what must have failed then.
struct Answer {
  Participant actor;
  std::string_view error;
  std::vector<std::string_view> checks{};
};

std::vector<Answer> answers_with(int status) {
  std::vector<Answer> answers;
  for (const auto& check : all_checks()) {
    if (status_of(check) != status) continue;
    const auto same = [&](const Answer& answer) { return answer.actor == check.actor && answer.error == check.error; };
    auto answer = std::ranges::find_if(answers, same);
    if (answer == answers.end()) answer = answers.insert(answer, {check.actor, check.error});
    answer->checks.push_back(check.name);
  }
  return answers;
}

}  // namespace

std::optional<Explanation> explanation_of_status(std::string_view pasted) {
  const auto status = status_in(pasted);
  const auto answers = status == 0 ? std::vector<Answer>{} : answers_with(status);
  if (answers.empty()) return {};
  Explanation explanation{fmt::format("{} {}: an HTTP status", status, reason_phrase(status)), {}, {}};
  for (const auto& answer : answers)
    explanation.parts.emplace_back(
        fmt::format("{} sends it", name_of(answer.actor)),
        fmt::format("with {}, when this fails: {}", answer.error.empty() ? "no error code" : answer.error,
                    join(answer.checks, ", ")));
  for (const auto& answer : answers)
    for (const auto& known : error_texts())
      if (!answer.error.empty() && known.error == answer.error)
        explanation.parts.emplace_back("see also", fmt::format("flowsim explain \"{}\"", known.text));
  explanation.parts.emplace_back(
      "what to do",
      "Read the error code: the app's stands in WWW-Authenticate (RFC 6750 §3), okta's in the "
      "JSON of its answer; then explain that");
  return explanation;
}

}  // namespace flowsim::explain
