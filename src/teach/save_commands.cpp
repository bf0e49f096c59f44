// Turns a walk's changes into the text of a scenario file, and proves that it tells the same story.
#include <fmt/core.h>

#include <optional>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "scenario/rewrite.hpp"
#include "teach/commands.hpp"

namespace flowsim::teach {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A first line that says what was changed.
std::string with_remark(std::string text, const Walk& walk) {
  if (walk.changes().empty()) return text;
  std::string names;
  for (const auto& change : walk.changes()) names += (names.empty() ? "" : ", ") + name_of(change);
  const auto remark = fmt::format("# Changed from {}: {}.{}", visible(walk.original().file), names, line_end_of(text));
  return text.insert(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0, remark);
}

/// The text is read and run as any scenario file is.
bool tells_the_same(const std::string& text, const Walk& walk) {
  Diagnostics ignored;
  const auto scenario = read_scenario(text, walk.original().file, ignored);
  return scenario && run_scenario(*scenario) == walk.trace();
}

/// What was typed, with quotes taken for quoting; nothing where one is not closed.
std::optional<std::string> without_quotes(std::string_view typed) {
  std::string text;
  char quote = 0;
  for (const char character : typed) {
    const bool is_quote = quote == 0 ? character == '"' || character == '\'' : character == quote;
    if (is_quote)
      quote = quote == 0 ? character : '\0';
    else
      text += character;
  }
  return quote == 0 ? std::optional(std::move(text)) : std::nullopt;
}

void save(Session& session, std::string_view typed, bool may_overwrite, Answer& answer) {
  const auto& walk = session.walk();
  const auto path = without_quotes(typed);
  if (!path)
    return refuse(answer, session.options(), "a quote is not closed",
                  "a quote that belongs to the name stands between the other sort: save \"joe's.yaml\"");
  if (path->empty() || path == "-")
    return refuse(answer, session.options(), "the story needs a file to be written to", "save my-story.yaml");
  auto rewritten = rewrite_scenario(session.text(), walk.scenario());
  if (const auto* problem = std::get_if<CannotRewrite>(&rewritten))
    return refuse(answer, session.options(), problem->message, problem->hint);
  auto text = with_remark(std::get<std::string>(std::move(rewritten)), walk);
  if (!tells_the_same(text, walk))
    return refuse(answer, session.options(), "as a file the story would run otherwise, so it is not written",
                  "'changes' shows what was changed");
  answer.save = SaveRequest{*path, std::move(text), walk.original().file, may_overwrite};
}

}  // namespace

void obey_save(Session& session, std::string_view arguments, Answer& answer) {
  save(session, arguments, false, answer);
}

void obey_overwrite(Session& session, std::string_view arguments, Answer& answer) {
  save(session, arguments, true, answer);
}

}  // namespace flowsim::teach
