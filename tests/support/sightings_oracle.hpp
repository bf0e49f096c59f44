// Looks for each secret by itself in every text of a trace: slow, plain, and what the search in one pass must agree
// with.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "trace/trace.hpp"
#include "wire/url.hpp"

namespace flowsim::testing_support {
using namespace trace;

/// A secret, as it stands and as a form would write it.
struct Wanted {
  SecretRecord record;
  std::string value, encoded;
};

inline Participant person_before(Participant browser) {
  return browser == Participant::attacker_browser ? Participant::attacker : Participant::user;
}

inline bool is_part_of_a_word(char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; }

/// Whether the value stands in the text by itself, and not as a part of a longer word.
inline bool contains(std::string_view text, std::string_view value) {
  for (auto at = text.find(value); at != std::string_view::npos; at = text.find(value, at + 1)) {
    const auto end = at + value.size();
    if ((at == 0 || !is_part_of_a_word(text[at - 1])) && (end == text.size() || !is_part_of_a_word(text[end])))
      return true;
  }
  return false;
}

inline bool contains(std::string_view text, const Wanted& wanted) {
  return contains(text, wanted.value) || (wanted.encoded != wanted.value && contains(text, wanted.encoded));
}

/// Where in the headers of a message it stands; empty where it does not.
inline std::string_view place_in(const Parameters& headers, const Wanted& wanted) {
  for (const auto& field : headers) {
    if (!contains(field.value, wanted)) continue;
    if (field.name == "Location") return "redirect";
    if (field.name == "Cookie" || field.name == "Set-Cookie") return "cookie";
    return field.name;
  }
  return {};
}

inline std::string_view place_in(const HttpRequest& request, const Wanted& wanted) {
  if (contains(request.url, wanted)) return "address";
  if (contains(request.body, wanted)) return "body";
  return place_in(request.headers, wanted);
}

inline std::string_view place_in(const HttpResponse& response, const Wanted& wanted) {
  if (contains(response.body, wanted)) return "body";
  return place_in(response.headers, wanted);
}

inline std::string_view place_in(const BrowserAction& action, const Wanted& wanted) {
  if (contains(action.url, wanted)) return action.verb == "run_script" ? "script" : "address";
  for (const auto& field : action.fields)
    if (contains(field.value, wanted)) return action.verb == "leak" ? "leak" : "page";
  return {};
}

inline void add(std::vector<Wanted>& all, std::string name, const MessageRecord& message, std::string_view value) {
  if (value.empty() || std::ranges::any_of(all, [&](const Wanted& known) { return known.value == value; })) return;
  const Parameters form{{"", std::string(value)}};
  all.push_back({{std::move(name), person_before(message.browser), message.id, false, {}},
                 std::string(value),
                 encode_form(form).substr(1)});
}

/// `sid=…` of a Set-Cookie item.
inline std::string_view session_cookie_in(std::string_view cookie) {
  constexpr std::string_view name = "sid=";
  if (!cookie.starts_with(name)) return {};
  cookie.remove_prefix(name.size());
  return cookie.substr(0, cookie.find(';'));
}

inline void collect(std::vector<Wanted>& all, const MessageRecord& record, const Message& message) {
  for (const auto& item : message.parameters) {
    if (item.name == "password" || item.name == "access_token" || item.name == "id_token")
      add(all, item.name, record, item.value);
    if (item.name == "Set-Cookie") add(all, "session_cookie", record, session_cookie_in(item.value));
  }
}

inline void collect_tokens(std::vector<Wanted>& all, const MessageRecord& record, const Message& message) {
  for (const auto& item : message.parameters)
    if ((item.name == "access_token" || item.name == "id_token") && std::ranges::count(item.value, '.') == 2)
      add(all, item.name, record, item.value);
}

inline std::vector<Wanted> secrets_of(const Trace& trace) {
  std::vector<Wanted> all;
  for (const auto& record : trace.messages) {
    collect(all, record, record.envelope.message);
    // What a fault made up is a secret only where it is a token: a word that it set is none.
    if (record.altered && record.envelope.from == Participant::okta) collect_tokens(all, record, *record.altered);
  }
  for (const auto& record : trace.messages) {
    if (record.envelope.message.kind != "premise") continue;
    for (auto& wanted : all)
      for (const auto& item : record.envelope.message.parameters) wanted.record.premise |= item.value == wanted.value;
  }
  return all;
}

inline void note(SecretRecord& secret, Participant by, std::string_view where, int leg, const Moment& moment) {
  const auto known = [&](const SightingRecord& seen) { return seen.by == by && seen.where == where; };
  if (std::ranges::none_of(secret.seen, known)) secret.seen.push_back({by, std::string(where), leg, moment});
}

inline void look_into_legs(const Trace& trace, Wanted& wanted) {
  for (const auto& record : trace.legs) {
    if (!record.arrived || record.leg.message < wanted.record.message) continue;
    const auto where = std::visit([&](const auto& payload) { return place_in(payload, wanted); }, record.leg.payload);
    if (!where.empty()) note(wanted.record, record.leg.to, where, record.id, *record.arrived);
  }
}

inline void look_into_history(const Trace& trace, Wanted& wanted) {
  for (const auto& entry : trace.history) {
    if (!contains(entry.url, wanted)) continue;
    const bool stays = !entry.rewritten || contains(entry.replacement, wanted);
    note(wanted.record, entry.browser, stays ? "history" : "history, until it was rewritten", 0, entry.moment);
  }
}

/// As `trace::who_has_seen`, in time that grows with the secrets times the legs.
inline std::vector<SecretRecord> who_has_seen_slowly(const Trace& trace) {
  auto wanted = secrets_of(trace);
  std::vector<SecretRecord> secrets;
  for (auto& secret : wanted) {
    look_into_legs(trace, secret);
    look_into_history(trace, secret);
    std::ranges::stable_sort(secret.record.seen, {}, [](const SightingRecord& seen) { return seen.moment.order; });
    secrets.push_back(std::move(secret.record));
  }
  return secrets;
}

}  // namespace flowsim::testing_support
