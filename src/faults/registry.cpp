// The rows of the fault table.
#include "faults/registry.hpp"

#include <algorithm>
#include <array>

#include "faults/verbs.hpp"
#include "oauth/misbehaviour_table.hpp"

namespace flowsim::faults {
namespace {

using enum ArgumentKind;

std::string no_objection(const FaultSpec&) { return {}; }

constexpr std::array<std::string_view, 2> places{"query", "fragment"};
constexpr std::array<std::string_view, 4> actors{"user", "client", "okta", "app"};
constexpr std::array<std::string_view, 2> tokens{"access_token", "id_token"};
constexpr std::array<std::string_view, 2> signature_changes{"strip", "flip"};
constexpr std::array<std::string_view, 4> signing_keys{"none", "okta", "attacker", "public_key"};
constexpr std::array<std::string_view, 3> vantage_points{"network", "history", "server_log"};

constexpr std::array delay_arguments{FaultArgument{"by", duration, true}};
constexpr std::array duplicate_arguments{FaultArgument{"after", duration}};
constexpr std::array reorder_arguments{FaultArgument{"within", duration}};
constexpr std::array truncate_arguments{
    FaultArgument{"length", count, true},
    FaultArgument{"parameter", name},
};
constexpr std::array crash_arguments{FaultArgument{"actor", choice, true, actors}};
constexpr std::array tamper_arguments{
    FaultArgument{"parameter", name, true},
    FaultArgument{"value", text},
    FaultArgument{"remove", flag},
    FaultArgument{"repeat", text},
    FaultArgument{"move", choice, false, places},
};
constexpr std::array forge_arguments{
    FaultArgument{"token", choice, true, tokens},
    FaultArgument{"claim", name, false, {}, "iss"},
    FaultArgument{"header", name},
    FaultArgument{"value", text, false, {}, "https://attacker.example"},
    FaultArgument{"json", name},
    FaultArgument{"add", integer},
    FaultArgument{"append", name},
    FaultArgument{"remove", flag},
    FaultArgument{"repeat", flag},
    FaultArgument{"rehash", flag},
    FaultArgument{"signature", choice, false, signature_changes},
    FaultArgument{"key", choice, false, signing_keys, "okta"},
};
constexpr std::array fail_arguments{
    FaultArgument{"error", name, false, {}, "server_error"},
    FaultArgument{"description", name},
    FaultArgument{"status", count, false, {}, "503"},
};
constexpr std::array observe_arguments{
    FaultArgument{"in", choice, false, vantage_points},
    FaultArgument{"after", duration},
    FaultArgument{"premise", flag},
};
constexpr std::array replay_arguments{FaultArgument{"after", duration}};
constexpr std::array inject_arguments{
    FaultArgument{"kind", name, false, {}, "access_token_response"},
    FaultArgument{"beside", flag},
};
constexpr std::array substitute_arguments{
    FaultArgument{"parameter", name, true, {}, "access_token"},
    FaultArgument{"with", name},
};

constexpr std::array<std::string_view, 3> clocks{"client", "okta", "app"};
constexpr std::array misbehave_arguments{
    FaultArgument{"how", choice, true, misbehaviour_names, "response_left_in_history"}};
constexpr std::array skew_arguments{
    FaultArgument{"actor", choice, true, clocks},
    FaultArgument{"by", shift, true},
};

constexpr bool yes = true, no = false;

// clang-format off
constexpr std::array verbs{
    FaultVerb{"drop", "network", {}, yes, yes, no_objection, make_drop, drop_intent},
    FaultVerb{"delay", "network", delay_arguments, yes, yes, no_objection, make_delay, delay_intent},
    FaultVerb{"duplicate", "network", duplicate_arguments, yes, yes, no_objection, make_duplicate, duplicate_intent},
    FaultVerb{"reorder", "network", reorder_arguments, yes, yes, no_objection, make_reorder, reorder_intent},
    FaultVerb{"truncate", "network", truncate_arguments, yes, yes, truncate_objection, make_truncate, truncate_intent},
    FaultVerb{"crash", "network", crash_arguments, yes, no, no_objection, make_crash, crash_intent},
    FaultVerb{"tamper", "message", tamper_arguments, yes, no, tamper_objection, make_tamper, tamper_intent},
    FaultVerb{"forge", "token", forge_arguments, yes, no, forge_objection, make_forge, forge_intent},
    FaultVerb{"fail", "actor", fail_arguments, yes, no, fail_objection, make_fail, fail_intent},
    FaultVerb{"observe", "attacker", observe_arguments, yes, no, observe_objection, make_observe, observe_intent},
    FaultVerb{"replay", "attacker", replay_arguments, yes, no, replay_objection, make_replay, replay_intent},
    FaultVerb{"inject", "attacker", inject_arguments, yes, no, inject_objection, make_inject, inject_intent},
    FaultVerb{"substitute", "attacker", substitute_arguments, yes, no, no_objection, make_substitute, substitute_intent},
    FaultVerb{"misbehave", "actor", misbehave_arguments, yes, no, misbehave_objection, make_misbehave, misbehave_intent},
    FaultVerb{"skew", "clock", skew_arguments, yes, no, skew_objection, make_skew, skew_intent},
};
// clang-format on

}  // namespace

std::span<const FaultVerb> fault_verbs() { return verbs; }

const FaultVerb* fault_verb(std::string_view name) {
  const auto row = std::ranges::find(verbs, name, &FaultVerb::name);
  return row == verbs.end() ? nullptr : &*row;
}

PlannedFault plan_fault(const FaultSpec& spec, Knowledge& knowledge) {
  const auto* verb = fault_verb(spec.verb);
  return {spec.place, spec.verb, verb->intent(spec), spec.may_miss, verb->make(spec, knowledge)};
}

}  // namespace flowsim::faults
