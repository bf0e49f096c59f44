// Scalars are read here: texts, numbers, booleans, durations, times and names from closed lists.
#include "scenario/read_value.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.hpp"
#include "scenario/plain_scalar.hpp"

namespace flowsim::scenario {

namespace {

constexpr std::size_t longest_listing = 15;

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// The scalar as the file shows it: with quotes where it has some.
std::string as_written(const YamlNode& node) {
  return node.style == ScalarStyle::plain ? excerpt(node.text) : quoted(node.text);
}

/// Whether the node is a scalar; adds a problem where it is none.
bool is_scalar(const YamlNode& node, std::string_view subject, std::string_view wanted, Problems& problems) {
  if (node.kind == NodeKind::scalar) return true;
  add_wrong_kind(node, subject, wanted, problems);
  return false;
}

/// The problem of a value in quotes that would be right without them.
void add_needless_quotes(const YamlNode& node, std::string_view subject, std::string_view wanted, Problems& problems) {
  problems.add(node.offset, fmt::format("{} must be {}, and {} is a text", subject, wanted, quoted(node.text)),
               "drop the quotes");
}

void add_length_problem(const TextRule& rule, std::size_t length, std::size_t offset, std::string_view subject,
                        Problems& problems) {
  if (length == 0) return problems.add(offset, fmt::format("{} must not be empty", subject));
  const bool too_long = length > rule.most;
  problems.add(offset, fmt::format("{} must have at {} {} characters, not {}", subject, too_long ? "most" : "least",
                                   too_long ? rule.most : rule.least, length));
}

}  // namespace

std::string described(const YamlNode& node) {
  switch (node.kind) {
    case NodeKind::sequence:
      return "a list";
    case NodeKind::mapping:
      return "a mapping";
    case NodeKind::scalar:
      return as_written(node);
    case NodeKind::null:
      break;
  }
  return "nothing";
}

void add_wrong_kind(const YamlNode& node, std::string_view subject, std::string_view wanted, Problems& problems) {
  if (node.kind == NodeKind::null)
    return problems.add(node.offset, fmt::format("{} has no value", subject), "give it a value, or remove it");
  problems.add(node.offset, fmt::format("{} must be {}, not {}", subject, wanted, described(node)));
}

std::string hint_for_name(std::string_view word, std::span<const std::string_view> names) {
  if (const auto nearest = nearest_name(word, names)) return fmt::format("did you mean {}?", quoted(*nearest));
  if (names.size() > longest_listing) return {};
  return "one of: " + join(names, ", ");
}

bool is_usable_key(const YamlKey& key, Problems& problems) {
  if (key.style != ScalarStyle::plain || meaning_of_plain(key.text) != PlainMeaning::switch_word) return true;
  problems.add(key.offset, fmt::format("the key {} is read as a boolean by YAML 1.1 tools", key.text),
               fmt::format("put it in quotes: \"{}\"", key.text));
  return false;
}

std::optional<std::string> read_text(const YamlNode& node, std::string_view subject, Problems& problems) {
  if (!is_scalar(node, subject, "a text", problems)) return {};
  const auto meaning = node.style == ScalarStyle::plain ? meaning_of_plain(node.text) : PlainMeaning::text;
  if (meaning == PlainMeaning::text) return node.text;
  const auto shown = excerpt(node.text);
  const auto what = meaning == PlainMeaning::number    ? fmt::format("{} is a number", shown)
                    : meaning == PlainMeaning::boolean ? fmt::format("{} is a boolean", shown)
                                                       : fmt::format("YAML 1.1 tools read {} as a boolean", shown);
  problems.add(node.offset, fmt::format("{} must be a text, and {}", subject, what),
               fmt::format("put it in quotes: \"{}\"", shown));
  return {};
}

std::optional<std::string> read_text(const TextRule& rule, const YamlNode& node, std::string_view subject,
                                     Problems& problems) {
  auto text = read_text(node, subject, problems);
  if (!text) return {};
  const auto length = count_code_points(*text);
  const auto& form = row_of(rule.form);
  if (length < rule.least || length > rule.most) {
    add_length_problem(rule, length, node.offset, subject, problems);
  } else if (!text->empty() && !form.holds(*text)) {
    problems.add(node.offset, fmt::format("{} must be {}", subject, form.wanted), std::string(form.hint));
  } else {
    return text;
  }
  return {};
}

std::optional<std::int64_t> read_integer(const IntegerRule& rule, const YamlNode& node, std::string_view subject,
                                         Problems& problems) {
  constexpr std::string_view wanted = "a whole number";
  if (!is_scalar(node, subject, wanted, problems)) return {};
  const bool is_decimal = is_decimal_integer(node.text);
  if (node.style != ScalarStyle::plain && is_decimal) {
    add_needless_quotes(node, subject, wanted, problems);
  } else if (node.style != ScalarStyle::plain || !is_decimal) {
    const bool is_number = meaning_of_plain(node.text) == PlainMeaning::number;
    problems.add(node.offset, fmt::format("{} must be {}, not {}", subject, wanted, as_written(node)),
                 is_number ? "write it in decimal, without sign, fraction, exponent and leading zeros" : "");
  } else if (const auto number = decimal_integer(node.text); number && *number >= rule.least && *number <= rule.most) {
    return number;
  } else {
    problems.add(node.offset,
                 fmt::format("{} must be from {} to {}, not {}", subject, rule.least, rule.most, excerpt(node.text)));
  }
  return {};
}

std::optional<bool> read_boolean(const YamlNode& node, std::string_view subject, Problems& problems) {
  constexpr std::string_view wanted = "true or false";
  if (!is_scalar(node, subject, wanted, problems)) return {};
  const bool is_word = node.text == "true" || node.text == "false";
  if (is_word && node.style == ScalarStyle::plain) return node.text == "true";
  if (is_word) {
    add_needless_quotes(node, subject, wanted, problems);
    return {};
  }
  const auto meaning = node.style == ScalarStyle::plain ? meaning_of_plain(node.text) : PlainMeaning::text;
  std::string hint;
  if (meaning == PlainMeaning::switch_word)
    hint = fmt::format("YAML 1.1 tools read {} as a boolean and others as a text: write {}", node.text,
                       means_true(node.text));
  else if (meaning == PlainMeaning::boolean)
    hint = fmt::format("write {}", means_true(node.text));
  problems.add(node.offset, fmt::format("{} must be {}, not {}", subject, wanted, as_written(node)), hint);
  return {};
}

std::optional<Duration> read_duration(const DurationRule& rule, const YamlNode& node, std::string_view subject,
                                      Problems& problems) {
  constexpr std::string_view wanted = "a duration such as 40ms";
  if (!is_scalar(node, subject, wanted, problems)) return {};
  if (node.style == ScalarStyle::plain && is_decimal_integer(node.text)) {
    problems.add(node.offset, fmt::format("{} must be a duration, and {} has no unit", subject, excerpt(node.text)),
                 "write the unit behind the number: ms, s, min, h or d");
    return {};
  }
  const auto duration = parse_duration(node.text);
  if (!duration)
    problems.add(node.offset, fmt::format("{} must be {}, not {}", subject, wanted, as_written(node)),
                 "a whole number and its unit, without a space: ms, s, min, h or d");
  else if (*duration < rule.least || *duration > rule.most)
    problems.add(node.offset, fmt::format("{} must be from {} to {}, not {}", subject, duration_text(rule.least),
                                          duration_text(rule.most), excerpt(node.text)));
  else
    return duration;
  return {};
}

std::optional<Instant> read_time(const YamlNode& node, std::string_view subject, Problems& problems) {
  constexpr std::string_view wanted = "a time such as 2026-01-05T09:00:00Z";
  if (!is_scalar(node, subject, wanted, problems)) return {};
  const auto time = parse_utc(node.text);
  if (!time)
    problems.add(node.offset, fmt::format("{} must be {}, not {}", subject, wanted, as_written(node)),
                 "date, T, time of day and Z for UTC, as RFC 3339 writes them");
  else if (*time < earliest_start || *time > latest_start)
    problems.add(node.offset, fmt::format("{} must be from {} to {}, not {}", subject, utc_text(earliest_start),
                                          utc_text(latest_start), excerpt(node.text)));
  else
    return time;
  return {};
}

std::optional<std::string> read_choice(const ChoiceRule& rule, const YamlNode& node, std::string_view subject,
                                       Problems& problems) {
  auto text = read_text(node, subject, problems);
  if (!text) return {};
  const auto names = rule.names();
  if (std::ranges::find(names, *text) != names.end()) return text;
  problems.add(node.offset, fmt::format("unknown {} {} for {}", rule.noun, quoted(*text), subject),
               hint_for_name(*text, names));
  return {};
}

}  // namespace flowsim::scenario
