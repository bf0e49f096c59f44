// Reads claims event by event, because a parser that builds values would keep only the last of two equal names.
#include <fmt/core.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <cmath>
#include <functional>

#include "base/text.hpp"
#include "oauth/claims.hpp"

namespace flowsim::oauth {
namespace {

constexpr std::size_t longest_json = 64 * 1024;
constexpr std::size_t deepest_nesting = 32;
constexpr std::size_t longest_name_shown = 64;
constexpr double exact_integers = 9007199254740992;  // 2^53: from here on a double may stand for another integer

using Error = boost::json::error_code;
using Piece = boost::json::string_view;

/// Gathers the claims. Values inside other values are written to `nested_` again, without white space.
class ClaimsHandler {
 public:
  static constexpr std::size_t max_object_size = longest_json, max_array_size = longest_json;
  static constexpr std::size_t max_key_size = longest_json, max_string_size = longest_json;

  Claims claims;
  std::string repeated_name;
  bool repeats_a_name = false;

  bool on_document_begin(Error&) {
    levels_.reserve(4);
    return true;
  }
  bool on_document_end(Error&) { return true; }

  bool on_object_begin(Error&) {
    if (!levels_.empty()) open('{');
    levels_.push_back({.is_object = true});
    return true;
  }

  bool on_object_end(std::size_t, Error& error) {
    const auto& names = levels_.back().names;
    const bool is_whole = levels_.size() == 1;
    if (is_whole ? repeats(claims, [](const auto& member) -> std::string_view { return member.first; })
                 : repeats(names, [](const auto& name) -> std::string_view { return name; }))
      return refuse(error);
    levels_.pop_back();
    if (!levels_.empty()) close('}');
    return true;
  }

  bool on_array_begin(Error& error) {
    if (levels_.empty()) return refuse(error);
    open('[');
    levels_.push_back({});
    return true;
  }

  bool on_array_end(std::size_t, Error&) {
    levels_.pop_back();
    close(']');
    return true;
  }

  bool on_key_part(Piece piece, std::size_t, Error&) { return keep(piece); }
  bool on_key(Piece piece, std::size_t, Error&) {
    keep(piece);
    auto name = std::exchange(text_, {});
    if (levels_.size() == 1) {
      name_ = std::move(name);
      return true;
    }
    separate();
    append_json(nested_, name);
    nested_ += ':';
    levels_.back().names.push_back(std::move(name));
    return true;
  }

  bool on_string_part(Piece piece, std::size_t, Error&) { return keep(piece); }
  bool on_string(Piece piece, std::size_t, Error& error) {
    keep(piece);
    auto text = std::exchange(text_, {});
    if (levels_.size() < 2) return add(std::move(text), error);
    separate();
    append_json(nested_, text);
    if (levels_.size() == 2 && only_texts_) texts_.push_back(std::move(text));
    return true;
  }

  bool on_number_part(Piece piece, Error&) { return keep(piece); }
  bool on_int64(std::int64_t value, Piece piece, Error& error) { return on_number(value, piece, error); }
  bool on_uint64(std::uint64_t, Piece piece, Error& error) { return on_number(std::nullopt, piece, error); }
  bool on_double(double value, Piece piece, Error& error) {
    const bool integral = std::abs(value) < exact_integers && std::trunc(value) == value;
    return on_number(integral ? std::optional(static_cast<std::int64_t>(value)) : std::nullopt, piece, error);
  }

  bool on_bool(bool value, Error& error) { return on_word(value, value ? "true" : "false", error); }
  bool on_null(Error& error) { return on_word(nullptr, "null", error); }

  bool on_comment_part(Piece, Error&) { return true; }
  bool on_comment(Piece, Error&) { return true; }

 private:
  struct Level {
    bool is_object = false;
    std::vector<std::string> names = {};  ///< those of the whole object are its claims
  };

  bool keep(Piece piece) {
    text_.append(piece.data(), piece.size());
    return true;
  }

  bool refuse(Error& error) {
    error = make_error_code(boost::json::error::syntax);
    return false;
  }

  bool add(ClaimValue value, Error& error) {
    if (levels_.empty()) return refuse(error);
    claims.add(std::move(name_), std::move(value));
    return true;
  }

  bool on_word(const ClaimValue& value, std::string_view word, Error& error) {
    if (levels_.size() < 2) return add(value, error);
    separate();
    nested_ += word;
    only_texts_ = false;
    return true;
  }

  /// `value` is nothing where it is no integer of 64 bits.
  bool on_number(std::optional<std::int64_t> value, Piece piece, Error& error) {
    keep(piece);
    const auto text = std::exchange(text_, {});
    return on_word(value ? ClaimValue(*value) : ClaimValue(OtherJson{text}), text, error);
  }

  void separate() {
    if (!nested_.empty() && std::string_view("[{:").find(nested_.back()) == std::string_view::npos) nested_ += ',';
  }

  void open(char bracket) {
    if (levels_.size() == 1) only_texts_ = bracket == '[';
    if (levels_.size() > 1) only_texts_ = false;
    separate();
    nested_ += bracket;
  }

  void close(char bracket) {
    nested_ += bracket;
    if (levels_.size() > 1) return;
    auto json = std::exchange(nested_, {});
    auto texts = std::exchange(texts_, {});
    auto value = only_texts_ ? ClaimValue(std::move(texts)) : ClaimValue(OtherJson{std::move(json)});
    claims.add(std::move(name_), std::move(value));
  }

  template <class Members, class Named>
  bool repeats(const Members& all, Named named) {
    std::vector<std::string_view> names;
    names.reserve(16);
    for (const auto& member : all) names.push_back(named(member));
    std::ranges::sort(names);
    const auto found = std::ranges::adjacent_find(names);
    if (found == names.end()) return false;
    repeats_a_name = true;
    repeated_name = *found;
    return true;
  }

  std::vector<Level> levels_;  ///< the objects and arrays that are open
  std::string name_;           ///< of the member that is being read
  std::string text_;           ///< the name, string or number that is being read
  std::string nested_;         ///< what has been read of an object or array that is a member's value
  std::vector<std::string> texts_;
  bool only_texts_ = false;
};

Phrase what_is_repeated(const ClaimsHandler& handler, std::string what) {
  if (handler.repeated_name.size() > longest_name_shown) return {"found.repeats_a_name", {std::move(what)}};
  std::string name;
  append_json(name, handler.repeated_name);
  return {"found.repeats_the_name", {std::move(what), std::move(name)}};
}

Phrase what_is_wrong(std::string_view json, const ClaimsHandler& handler, const Error& error, std::string what) {
  if (handler.repeats_a_name) return what_is_repeated(handler, std::move(what));
  if (error == boost::json::error::too_deep)
    return {"found.nested_too_deep", {std::move(what), std::to_string(deepest_nesting)}};
  if (invalid_utf8_at(json)) return {"found.no_utf8", {std::move(what)}};
  return {"found.no_json_object", {std::move(what)}};
}

}  // namespace

std::optional<Claims> read_claims(std::string_view json, Phrase* why, std::string_view what) {
  if (json.size() > longest_json) {
    if (why != nullptr) *why = {"found.json_too_long", {std::string(what), std::to_string(longest_json / 1024)}};
    return std::nullopt;
  }
  boost::json::parse_options options;
  options.max_depth = deepest_nesting;
  boost::json::basic_parser<ClaimsHandler> parser(options);
  Error error;
  const auto read = parser.write_some(false, json.data(), json.size(), error);
  if (!error && read == json.size()) return std::move(parser.handler().claims);
  if (why != nullptr) *why = what_is_wrong(json, parser.handler(), error, std::string(what));
  return std::nullopt;
}

}  // namespace flowsim::oauth
