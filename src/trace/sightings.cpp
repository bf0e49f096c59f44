// Looks for all secrets at once in everything that arrived after they were made.
#include "trace/sightings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "wire/url.hpp"

namespace flowsim::trace {
namespace {

constexpr auto word_characters = [] {
  std::array<bool, 256> all{};
  for (std::size_t c = 0; c < 128; ++c) all[c] = is_letter_or_digit(static_cast<char>(c)) || c == '-' || c == '_';
  return all;
}();

// Not a function: the algorithms would call it for each character.
constexpr auto is_part_of_a_word = [](char c) { return word_characters[static_cast<unsigned char>(c)]; };

/// The word that begins at that place, up to the first character that is part of none.
std::string_view word_at(std::string_view text, std::size_t at) {
  const auto* const begin = text.data() + at;
  return {begin, std::find_if_not(begin, text.data() + text.size(), is_part_of_a_word)};
}

/// Whether the value stands there by itself, and not as a part of a longer word.
bool stands_at(std::string_view text, std::size_t at, std::string_view value) {
  if (text.compare(at, value.size(), value) != 0) return false;
  const auto end = at + value.size();
  return (at == 0 || !is_part_of_a_word(text[at - 1])) && (end == text.size() || !is_part_of_a_word(text[end]));
}

/// Finds many values in one pass over a text. Where a value stands by itself, its words are words of the text; so each
/// is looked for where its longest word is.
class Finder {
 public:
  void add(std::string value, std::size_t secret) {
    Spelling spelling{std::move(value), 0, secret};
    std::string_view longest;
    for (std::size_t at = 0; at < spelling.value.size(); ++at) {
      const auto word = word_at(spelling.value, at);
      if (word.size() > longest.size()) {
        longest = word;
        spelling.longest_at = at;
      }
      at += word.size();
    }
    if (longest.empty()) return without_words_.push_back(std::move(spelling));
    if (lengths_.size() <= longest.size()) lengths_.resize(longest.size() + 1);
    lengths_[longest.size()] = 1;
    by_word_[std::string(longest)].push_back(std::move(spelling));
  }

  /// Calls `found` with each secret in the text, perhaps more than once.
  template <class Found>
  void search(std::string_view text, Found found) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto word = word_at(text, at);
      if (word.size() < lengths_.size() && lengths_[word.size()] != 0) try_spellings(text, at, word, found);
      at += word.size();
    }
    for (const auto& [value, unused, secret] : without_words_)
      for (auto at = text.find(value); at != std::string_view::npos; at = text.find(value, at + 1))
        if (stands_at(text, at, value)) found(secret);
  }

 private:
  struct Spelling {
    std::string value;
    std::size_t longest_at = 0;  ///< where its longest word begins
    std::size_t secret = 0;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  template <class Found>
  void try_spellings(std::string_view text, std::size_t at, std::string_view word, Found found) const {
    const auto spellings = by_word_.find(word);
    if (spellings == by_word_.end()) return;
    for (const auto& [value, longest_at, secret] : spellings->second)
      if (at >= longest_at && stands_at(text, at - longest_at, value)) found(secret);
  }

  std::unordered_map<std::string, std::vector<Spelling>, Hash, std::equal_to<>> by_word_;
  std::vector<Spelling> without_words_;
  std::vector<char> lengths_;  ///< which of the longest words there are: few words of a text are as long as one
};

Participant person_before(Participant browser) {
  return browser == Participant::attacker_browser ? Participant::attacker : Participant::user;
}

/// `sid=…` of a Set-Cookie item.
std::string_view session_cookie_in(std::string_view cookie) {
  constexpr std::string_view name = "sid=";
  if (!cookie.starts_with(name)) return {};
  cookie.remove_prefix(name.size());
  return cookie.substr(0, cookie.find(';'));
}

/// Where in the headers of a message the field of that name stands.
std::string_view place_of(std::string_view field) {
  if (field == "Location") return "redirect";
  return field == "Cookie" || field == "Set-Cookie" ? "cookie" : field;
}

/// Calls `look(text, where)` with each text of the payload. A secret counts as seen in the first that holds it.
template <class Look>
void for_each_text(const HttpRequest& request, Look look) {
  look(request.url, "address");
  look(request.body, "body");
  for (const auto& field : request.headers) look(field.value, place_of(field.name));
}

template <class Look>
void for_each_text(const HttpResponse& response, Look look) {
  look(response.body, "body");
  for (const auto& field : response.headers) look(field.value, place_of(field.name));
}

template <class Look>
void for_each_text(const BrowserAction& action, Look look) {
  look(action.url, action.verb == "run_script" ? "script" : "address");
  for (const auto& field : action.fields) look(field.value, action.verb == "leak" ? "leak" : "page");
}

/// The secrets of a run, and the search for them.
class Secrets {
 public:
  explicit Secrets(const Trace& trace) {
    for (const auto& record : trace.messages) {
      collect(record);
      // What a fault made up is a secret only where it is a token: a word that it set is none.
      if (record.altered && record.envelope.from == Participant::okta) collect_tokens(record);
    }
    for (const auto& record : trace.messages) {
      if (record.envelope.message.kind != "premise") continue;
      for (const auto& item : record.envelope.message.parameters)
        if (const auto known = by_value_.find(item.value); known != by_value_.end())
          records_[known->second].premise = true;
    }
  }

  void look_into(const LegRecord& record) {
    // Before the first secret was made there was none to be seen.
    if (!record.arrived || records_.empty() || record.leg.message < records_.front().message) return;
    ++looks_;
    const auto look = [&](std::string_view text, std::string_view where) {
      finder_.search(text, [&](std::size_t secret) {
        if (std::exchange(looked_[secret], looks_) == looks_ || record.leg.message < records_[secret].message) return;
        note(secret, {record.leg.to, std::string(where), record.id, *record.arrived});
      });
    };
    std::visit([&](const auto& payload) { for_each_text(payload, look); }, record.leg.payload);
  }

  void look_into(const HistoryRecord& entry) {
    const int replaced = ++looks_, shown = ++looks_;
    if (entry.rewritten) finder_.search(entry.replacement, [&](std::size_t secret) { looked_[secret] = replaced; });
    finder_.search(entry.url, [&](std::size_t secret) {
      const int before = std::exchange(looked_[secret], shown);
      if (before == shown) return;
      const bool stays = !entry.rewritten || before == replaced;
      note(secret, {entry.browser, stays ? "history" : "history, until it was rewritten", 0, entry.moment});
    });
  }

  std::vector<SecretRecord> take() {
    for (auto& record : records_)
      std::ranges::stable_sort(record.seen, {}, [](const SightingRecord& seen) { return seen.moment.order; });
    return std::move(records_);
  }

 private:
  void add(std::string name, const MessageRecord& message, std::string_view value) {
    if (value.empty() || !by_value_.emplace(value, records_.size()).second) return;
    finder_.add(std::string(value), records_.size());
    const bool is_spelled_as_it_is =
        std::ranges::all_of(value, [](char c) { return is_part_of_a_word(c) || c == '.'; });
    if (!is_spelled_as_it_is) finder_.add(encode_form({{"", value}}).substr(1), records_.size());
    records_.push_back({std::move(name), person_before(message.browser), message.id, false, {}});
    looked_.push_back(0);
  }

  void collect(const MessageRecord& record) {
    for (const auto& item : record.envelope.message.parameters) {
      if (item.name == "password" || item.name == "access_token" || item.name == "id_token")
        add(item.name, record, item.value);
      if (item.name == "Set-Cookie") add("session_cookie", record, session_cookie_in(item.value));
    }
  }

  void collect_tokens(const MessageRecord& record) {
    for (const auto& item : record.altered->parameters)
      if ((item.name == "access_token" || item.name == "id_token") && std::ranges::count(item.value, '.') == 2)
        add(item.name, record, item.value);
  }

  void note(std::size_t secret, SightingRecord&& sighting) {
    auto& seen = records_[secret].seen;
    const auto known = [&](const SightingRecord& one) { return one.by == sighting.by && one.where == sighting.where; };
    if (std::ranges::none_of(seen, known)) seen.push_back(std::move(sighting));
  }

  Finder finder_;
  std::unordered_map<std::string_view, std::size_t> by_value_;  ///< the values stand in the trace
  std::vector<SecretRecord> records_;
  std::vector<int> looked_;  ///< in which look each was found last
  int looks_ = 0;
};

}  // namespace

std::vector<SecretRecord> who_has_seen(const Trace& trace) {
  Secrets secrets(trace);
  for (const auto& record : trace.legs) secrets.look_into(record);
  for (const auto& entry : trace.history) secrets.look_into(entry);
  return secrets.take();
}

}  // namespace flowsim::trace
