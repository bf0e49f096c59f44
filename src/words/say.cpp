// Puts the values of a phrase into its sentence.
#include "words/say.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "base/time.hpp"
#include "words/catalogue.hpp"

namespace flowsim::words {
namespace {

constexpr std::size_t longest_shown = 80;
constexpr std::int64_t end_of_year_9999 = 253'402'300'799;

std::string word(std::string_view id) { return say(Phrase{id, {}}); }

bool continues_a_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string cut(std::string text, std::size_t longest = longest_shown) {
  if (text.size() <= longest) return text;
  auto length = longest;
  while (length > longest - 3 && continues_a_code_point(text[length])) --length;
  return text.substr(0, length) + "…";
}

/// The distance in its largest whole unit, rounded towards zero.
std::string relative(std::int64_t milliseconds) {
  const auto seconds = milliseconds / 1000;
  if (seconds == 0) return word("found.now");
  const auto far = seconds < 0 ? -seconds : seconds;
  auto span = far < 60      ? std::to_string(far) + " s"
              : far < 3600  ? std::to_string(far / 60) + " min"
              : far < 86400 ? std::to_string(far / 3600) + " h"
                            : std::to_string(far / 86400) + " d";
  return say({seconds > 0 ? "found.ahead" : "found.ago", {std::move(span)}});
}

/// Seconds outside the years 1970 to 9999 are shown as they are.
std::string moment(std::int64_t seconds, std::int64_t now) {
  if (seconds < 0 || seconds > end_of_year_9999) return std::to_string(seconds);
  return utc_text(Instant{std::chrono::seconds{seconds}}) + ", " + relative(seconds * 1000 - now);
}

/// What stands between two braces: `0`, `0:value`, `1:moment 2`, `*:or`.
struct Placeholder {
  std::string_view value, form, other;

  explicit Placeholder(std::string_view text) : value(text.substr(0, text.find(':'))) {
    if (value.size() == text.size()) return;
    form = text.substr(value.size() + 1);
    if (const auto space = form.find(' '); space != std::string_view::npos) {
      other = form.substr(space + 1);
      form = form.substr(0, space);
    }
  }
  bool takes_all() const { return value == "*"; }
};

/// Calls for the words between placeholders, and for each placeholder.
template <class Words, class Fill>
void walk(std::string_view text, Words words, Fill fill) {
  while (!text.empty()) {
    const auto open = std::min(text.find('{'), text.size());
    if (open != 0) words(text.substr(0, open));
    if (open == text.size()) return;
    const auto close = std::min(text.find('}', open), text.size() - 1);
    fill(Placeholder(text.substr(open + 1, close - open - 1)));
    text.remove_prefix(close + 1);
  }
}

std::string value_at(std::string_view index, const std::vector<std::string>& values) {
  const auto number = read_number<std::int64_t>(index);
  if (!number || *number < 0 || std::cmp_greater_equal(*number, values.size())) return {};
  return values[static_cast<std::size_t>(*number)];
}

std::string filled(const Placeholder& placeholder, const std::vector<std::string>& values) {
  const auto form = placeholder.form;
  if (placeholder.takes_all() && form == "all") return join(values, ", ");
  if (placeholder.takes_all()) {
    const auto before = std::clamp<std::int64_t>(read_number<std::int64_t>(placeholder.other).value_or(0), 0, 40);
    return cut(join(values, form == "or" ? " " + word("found.or") + " " : ", "),
               longest_shown - static_cast<std::size_t>(before));
  }
  auto value = value_at(placeholder.value, values);
  if (form.empty()) return value;
  if (form == "value") return value.empty() ? word("found.empty") : cut(std::move(value));
  if (form == "secret") return value.empty() ? word("found.empty") : shortened(value);
  if (const auto row = entry_of(std::string(form) + "." + value)) return std::string(row->text);
  const auto number = read_number<std::int64_t>(value);
  if (!number) return cut(std::move(value));
  if (form == "duration") return duration_text(Duration{*number});
  if (form == "time") return utc_text(Instant{Duration{*number}});
  if (form == "relative") return relative(*number);
  return moment(*number, read_number<std::int64_t>(value_at(placeholder.other, values)).value_or(0));
}

}  // namespace

std::string say(const Phrase& phrase) {
  const auto entry = entry_of(phrase.id);
  if (!entry) return std::string(phrase.id);
  std::string sentence;
  walk(
      entry->text, [&](std::string_view words) { sentence += words; },
      [&](const Placeholder& placeholder) { sentence += filled(placeholder, phrase.values); });
  return sentence;
}

std::string say_all(const Phrases& phrases, std::string_view between) {
  std::string text;
  for (const auto& phrase : phrases) {
    if (&phrase != &phrases.front()) text += between;
    text += say(phrase);
  }
  return text;
}

bool can_say(const Phrase& phrase) {
  const auto entry = entry_of(phrase.id);
  if (!entry) return false;
  std::int64_t needed = 0;
  bool all = false;
  walk(
      entry->text, [](std::string_view) {},
      [&](const Placeholder& placeholder) {
        all = all || placeholder.takes_all();
        for (const auto index : {placeholder.value, placeholder.other})
          needed = std::max(needed, read_number<std::int64_t>(index).value_or(-1) + 1);
      });
  return all || std::cmp_equal(needed, phrase.values.size());
}

}  // namespace flowsim::words
