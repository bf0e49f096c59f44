// What may be asked of forge together, and how it is said.
#include <fmt/core.h>

#include <array>

#include "base/text.hpp"
#include "faults/arguments.hpp"
#include "faults/verbs.hpp"
#include "oauth/claims.hpp"

namespace flowsim::faults {
namespace {

constexpr std::array<std::string_view, 6> edits{"value", "json", "add", "append", "remove", "repeat"};
constexpr std::array<std::string_view, 3> subjects{"claim", "header", "signature"};
constexpr int response = 4, request = 5;

int count_of(const FaultSpec& spec, std::span<const std::string_view> names) {
  int count = 0;
  for (const auto name : names) count += spec.arguments.find(name) ? 1 : 0;
  return count;
}

std::string key_of(const FaultSpec& spec) { return std::string(spec.arguments.value("key").value_or("none")); }

/// Whether the text is one JSON value, as it could stand behind a member's name.
bool is_json_value(std::string_view text) {
  const auto object = read_claims(fmt::format("{{\"x\":{}}}", text));
  return object && std::distance(object->begin(), object->end()) == 1;
}

std::string objection_to_place(const FaultSpec& spec) {
  const int interaction = spec.place.interaction;
  if (interaction != response && interaction != request)
    return fmt::format("no token travels at {}: 4 (the response) or 5 (the request with the access token)",
                       interaction);
  if (interaction == request && argument(spec, "token") == "id_token")
    return "at 5 only the access token travels: forge the ID token at 4";
  return {};
}

std::string objection_to_edit(const FaultSpec& spec, bool names_member) {
  const int count = count_of(spec, edits);
  if (!names_member && count > 0) return "say which \"claim\" or \"header\" is changed";
  if (names_member && count != 1)
    return "say in exactly one way how it is changed: value, json, add, append, remove, repeat";
  if (const auto json = spec.arguments.find("json"); json && !is_json_value(*json))
    return "\"json\" is no JSON value: write it as 'true', '[\"a\"]', '\"text\"'";
  if (spec.arguments.has("add") && spec.arguments.has("header"))
    return "seconds are added to a claim: a header has no times";
  return {};
}

std::string objection_to_key(const FaultSpec& spec, bool changes) {
  const auto key = key_of(spec);
  if (spec.arguments.has("signature") && key != "none")
    return "a signature is touched or made anew, not both: leave \"signature\" or \"key\" out";
  if (spec.arguments.has("signature") && spec.arguments.has("rehash"))
    return "a signature is touched alone: put \"rehash\" into a fault of its own";
  if (!changes && (key == "none" || key == "okta"))
    return "say what is forged: one of claim, header, signature, rehash; or another key: attacker, public_key";
  return {};
}

Phrase what_happens(const FaultSpec& spec) {
  if (const auto value = spec.arguments.find("value")) return {"intents.forge_value", {std::string(*value)}};
  if (const auto json = spec.arguments.value("json")) return {"intents.forge_json", {std::string(*json)}};
  if (const auto seconds = spec.arguments.value("add")) {
    if (seconds->starts_with('-')) return {"intents.forge_earlier", {std::string(seconds->substr(1))}};
    return {"intents.forge_later", {std::string(*seconds)}};
  }
  if (const auto text = spec.arguments.value("append")) return {"intents.forge_append", {std::string(*text)}};
  return {spec.arguments.has("remove") ? "intents.forge_remove" : "intents.forge_repeat"};
}

/// The token, and what is changed in it.
Phrases change_in_words(const FaultSpec& spec) {
  Phrases text{{argument(spec, "token") == "id_token" ? "intents.forge_id_token" : "intents.forge_access_token", {}}};
  const auto how = argument(spec, "signature");
  if (how == "strip" || how == "flip") {
    text.push_back({how == "strip" ? "intents.forge_strip" : "intents.forge_flip"});
    return text;
  }
  const auto claim = spec.arguments.value("claim"), header = spec.arguments.value("header");
  if (claim) text.push_back({"intents.forge_claim", {std::string(*claim)}});
  if (!claim && header) text.push_back({"intents.forge_header", {std::string(*header)}});
  if (claim || header) text.push_back(what_happens(spec));
  if (spec.arguments.has("rehash"))
    text.push_back({claim || header ? "intents.forge_rehash_too" : "intents.forge_rehash"});
  return text;
}

}  // namespace

std::string forge_objection(const FaultSpec& spec) {
  if (auto objection = objection_to_place(spec); !objection.empty()) return objection;
  const auto& arguments = spec.arguments;
  if (count_of(spec, subjects) > 1)
    return "only one of claim, header, signature: several forge faults at the same place follow one another";
  const bool names_member = arguments.has("claim") || arguments.has("header");
  if (auto objection = objection_to_edit(spec, names_member); !objection.empty()) return objection;
  if (arguments.has("rehash") && argument(spec, "token") != "id_token") return "only an ID token has an at_hash";
  return objection_to_key(spec, names_member || arguments.has("signature") || arguments.has("rehash"));
}

Phrases forge_intent(const FaultSpec& spec) {
  const auto key = key_of(spec);
  auto text = change_in_words(spec);
  const bool only_key = text.size() == 1;
  if (key == "public_key")
    text.push_back({only_key ? "intents.forge_sign_public_key" : "intents.forge_sign_public_key_too"});
  else if (key == "okta")
    text.push_back({only_key ? "intents.forge_sign_okta" : "intents.forge_sign_okta_too"});
  else if (key != "none")
    text.push_back({only_key ? "intents.forge_sign_attacker" : "intents.forge_sign_attacker_too"});
  return text;
}

}  // namespace flowsim::faults
