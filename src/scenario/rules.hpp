// What a scenario's key may be set to: the shapes of values with their bounds, as plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/time.hpp"

namespace flowsim::scenario {

/// Which characters a text may hold.
enum class TextForm : std::uint8_t {
  line,          ///< any but control characters and line breaks
  ascii,         ///< %x20-7E, which RFC 6749 Appendix A calls VSCHAR
  error_code,    ///< %x20-21 / %x23-5B / %x5D-7E (RFC 6749 §4.2.2.1)
  scope_token,   ///< %x21 / %x23-5B / %x5D-7E (RFC 6749 §3.3)
  scope_list,    ///< scope tokens, a space between two (RFC 6749 §3.3)
  absolute_url,  ///< a URL with a scheme and an authority
  page_url,      ///< an http or https URL that a browser shows as it is written
  issuer,        ///< an https URL without query and fragment (RFC 8414 §2)
};

struct TextRule {
  TextForm form;
  std::size_t least, most;  ///< how many characters, counted as code points
};

struct IntegerRule {
  std::int64_t least, most;
};

struct BooleanRule {};

struct DurationRule {
  Duration least, most;
};

/// A moment in UTC (RFC 3339); see `earliest_start` and `latest_start`.
struct TimeRule {};

/// One of a closed list of names.
struct ChoiceRule {
  std::string_view noun;                     ///< what the names name: `check`
  std::vector<std::string_view> (*names)();  ///< in the order in which people should read them
};

/// A list of texts.
struct TextsRule {
  TextRule item;
};

/// A list of names from a closed list, none twice.
struct ChoicesRule {
  ChoiceRule item;
};

/// A mapping from scope names to consent settings.
struct ScopesRule {
  TextRule name;
  ChoiceRule consent;
};

/// A list of mappings with one entry each, so that a name may stand twice.
struct ParametersRule {
  TextRule name, value;
};

/// A mapping from actors to states of theirs.
struct StatesRule {};

using Rule = std::variant<TextRule, IntegerRule, BooleanRule, DurationRule, TimeRule, ChoiceRule, TextsRule,
                          ChoicesRule, ScopesRule, ParametersRule, StatesRule>;

using TextList = std::vector<std::string>;
using TextPairs = std::vector<std::pair<std::string, std::string>>;

/// What a key is set to.
using Value = std::variant<std::string, std::int64_t, bool, Duration, Instant, TextList, TextPairs>;

/// One row of the table of text forms.
struct TextFormRow {
  TextForm form;
  std::string_view wanted;   ///< what messages ask for: `printable ASCII characters`
  std::string_view hint;     ///< how to get it right; may be empty
  std::string_view pattern;  ///< a regular expression that all such texts match (ECMA-262)
  bool (*holds)(std::string_view text);
};

const TextFormRow& row_of(TextForm form);

/// The bounds of the run's virtual start: far enough from the ends of the calendar for every lifetime and skew.
inline constexpr Instant earliest_start{std::chrono::sys_days{std::chrono::January / 1 / 2000}};
inline constexpr Instant latest_start = Instant{std::chrono::sys_days{std::chrono::January / 1 / 3000}} - Duration{1};

/// No list or mapping of values is longer.
inline constexpr std::size_t most_items = 100;

/// The actors that have states of their own, by name: `user`, `client`, `okta`, `app`, `attacker`.
std::vector<std::string_view> actor_names();

/// The states of the actor of that name, in the order of its table; none where there is no such actor.
std::vector<std::string_view> state_names(std::string_view actor);

}  // namespace flowsim::scenario
