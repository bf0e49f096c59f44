// How the checks read, compare and show single values.
#include "oauth/checks/values.hpp"

#include <openssl/crypto.h>

#include <algorithm>

#include "base/text.hpp"

namespace flowsim::oauth {
namespace {

Phrase times(std::string_view name, std::size_t count) {
  if (count == 1) return {"found.once", {std::string(name)}};
  return {"found.times", {std::string(name), std::to_string(count)}};
}

}  // namespace

bool has_word(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (;;) {
    const auto space = list.find(' ');
    if (list.substr(0, space) == word) return true;
    if (space == std::string_view::npos) return false;
    list.remove_prefix(space + 1);
  }
}

bool is_word_list(std::string_view list) {
  return !list.empty() && list.front() != ' ' && list.back() != ' ' && list.find("  ") == std::string_view::npos;
}

bool equal_secrets(std::string_view left, std::string_view right) {
  if (left.empty() || left.size() != right.size()) return false;
  return CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

Phrase shown_value(std::optional<std::string_view> value) {
  if (!value) return {"found.absent"};
  return {"found.value", {std::string(*value)}};
}

Phrase shown_secret(std::optional<std::string_view> value, std::string_view expected) {
  if (!value) return {"found.absent"};
  if (*value == expected || shortened(*value) != shortened(expected)) return {"found.secret", {std::string(*value)}};
  const auto parted = std::ranges::mismatch(*value, expected).in1 - value->begin();
  return {"found.other_secret", {std::string(*value), std::to_string(parted + 1)}};
}

Phrase claim_moment(std::string_view claim, std::int64_t seconds, Instant now) {
  return {"found.moment", {std::string(claim), std::to_string(seconds), milliseconds_text(now)}};
}

Finding occurs_at_most_once(const Parameters& parameters, std::string_view name) {
  const auto count = parameters.count(name);
  if (count == 0) return not_applicable({"found.named_absent", {std::string(name)}});
  return holds_if(count == 1, times(name, 1), times(name, count));
}

Finding repeats_no_parameter(const Parameters& parameters) {
  const auto repeated = parameters.first_repeated();
  return holds_if(!repeated, {"found.each_at_most_once"},
                  repeated ? times(*repeated, parameters.count(*repeated)) : Phrase{"found.none_repeated"});
}

}  // namespace flowsim::oauth
