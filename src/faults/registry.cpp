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

constexpr std::array delay_arguments{FaultArgument{"by", duration, "How much later it arrives", true}};
constexpr std::array duplicate_arguments{FaultArgument{"after", duration, "How much later it arrives again"}};
constexpr std::array reorder_arguments{
    FaultArgument{"within", duration, "How long it waits for another to overtake it; 10s by default"}};
constexpr std::array truncate_arguments{
    FaultArgument{"length", count, "How many bytes are left", true},
    FaultArgument{"parameter", name, "Of a message: whose value is cut"},
};
constexpr std::array crash_arguments{FaultArgument{"actor", choice, "Who loses its memory", true, actors}};
constexpr std::array tamper_arguments{
    FaultArgument{"parameter", name, "Whose value is touched", true},
    FaultArgument{"value", text, "What it is set to, also where it was absent"},
    FaultArgument{"remove", flag, "It is taken away"},
    FaultArgument{"repeat", text, "It stands once more, with this value"},
    FaultArgument{"move", choice, "It travels in this part of the URL", false, places},
};
constexpr std::array forge_arguments{
    FaultArgument{"token", choice, "Which token is forged", true, tokens},
    FaultArgument{"claim", name, "Which claim is changed", false, {}, "iss"},
    FaultArgument{"header", name, "Which member of the header is changed"},
    FaultArgument{"value", text, "What it is set to; a number where it was one", false, {}, "https://attacker.example"},
    FaultArgument{"json", name, "What it is set to, as JSON"},
    FaultArgument{"add", integer, "How many seconds are added to the claim"},
    FaultArgument{"append", name, "What is added to its end: to a text as text, to a list as one more entry"},
    FaultArgument{"remove", flag, "It is taken away"},
    FaultArgument{"repeat", flag, "It stands twice"},
    FaultArgument{"rehash", flag, "The at_hash is computed anew for the access token beside it"},
    FaultArgument{"signature", choice, "What happens to the signature", false, signature_changes},
    FaultArgument{"key", choice, "Whose key signs it anew; none keeps the old signature", false, signing_keys, "okta"},
};
constexpr std::array fail_arguments{
    FaultArgument{"error", name, "The error code", false, {}, "server_error"},
    FaultArgument{"description", name, "What the error_description says"},
    FaultArgument{"status", count, "The HTTP status, from 400 to 599", false, {}, "503"},
};
constexpr std::array observe_arguments{
    FaultArgument{"in", choice, "Where the attacker sees it", false, vantage_points},
    FaultArgument{"after", duration, "In the history or a log: how much later it looks; 1min by default"},
    FaultArgument{"premise", flag, "The story begins with it: that it leaked is no result of the run"},
};
constexpr std::array replay_arguments{
    FaultArgument{"after", duration, "How much later it is sent again; 1s by default"}};
constexpr std::array inject_arguments{
    FaultArgument{"kind",
                  name,
                  "Which kind of message is sent instead; the same kind by default",
                  false,
                  {},
                  "access_token_response"},
    FaultArgument{"beside", flag, "The genuine one follows 1s later"},
};
constexpr std::array substitute_arguments{
    FaultArgument{"parameter", name, "Whose value is replaced", true, {}, "access_token"},
    FaultArgument{"with", name, "Under which name the attacker has seen the other value; the same by default"},
};

constexpr std::array<std::string_view, 3> clocks{"client", "okta", "app"};
constexpr std::array misbehave_arguments{
    FaultArgument{"how", choice, "Which bug it is", true, misbehaviour_names, "response_left_in_history"}};
constexpr std::array skew_arguments{
    FaultArgument{"actor", choice, "Whose clock it is", true, clocks},
    FaultArgument{"by", shift, "How far it goes ahead, or behind where it is negative, from this message on", true},
};

constexpr bool yes = true, no = false;

// clang-format off
constexpr std::array verbs{
    FaultVerb{"drop", "network", "it never arrives", "networks lose things, and people close laptops",
              {}, yes, yes, no_objection, make_drop, drop_intent},
    FaultVerb{"delay", "network", "it arrives later", "networks are slow, and so are people",
              delay_arguments, yes, yes, no_objection, make_delay, delay_intent},
    FaultVerb{"duplicate", "network", "it arrives twice", "people click twice, and browsers reload pages",
              duplicate_arguments, yes, yes, no_objection, make_duplicate, duplicate_intent},
    FaultVerb{"reorder", "network", "it arrives after the next one", "what leaves first need not arrive first, and people work in several tabs",
              reorder_arguments, yes, yes, no_objection, make_reorder, reorder_intent},
    FaultVerb{"truncate", "network", "its end is missing", "proxies and address bars cut long URLs (RFC 9110 §4.1)",
              truncate_arguments, yes, yes, truncate_objection, make_truncate, truncate_intent},
    FaultVerb{"crash", "network", "an actor loses its memory", "servers restart, and people close tabs and reload pages",
              crash_arguments, yes, no, no_objection, make_crash, crash_intent},
    FaultVerb{"tamper", "message", "one of its parameters is set, removed, repeated or moved", "what passes through the browser can be changed there (RFC 9700 §3)",
              tamper_arguments, yes, no, tamper_objection, make_tamper, tamper_intent},
    FaultVerb{"forge", "token", "a token's header, claim or signature is changed, and it may be signed anew", "tokens are made up, changed and mixed up, and signatures are taken away or made with the wrong key (RFC 8725 §2)",
              forge_arguments, yes, no, forge_objection, make_forge, forge_intent},
    FaultVerb{"fail", "actor", "whoever answers reports an error instead", "servers are down, overloaded or set up wrongly (RFC 6749 §4.2.2.1, RFC 6750 §3.1)",
              fail_arguments, yes, no, fail_objection, make_fail, fail_intent},
    FaultVerb{"observe", "attacker", "the attacker sees it", "what passes through browsers is read in transit, in histories and in logs (RFC 9700 §4.2, §4.3)",
              observe_arguments, yes, no, observe_objection, make_observe, observe_intent},
    FaultVerb{"replay", "attacker", "the attacker sends it again", "what can be read can be sent again (RFC 9700 §3)",
              replay_arguments, yes, no, replay_objection, make_replay, replay_intent},
    FaultVerb{"inject", "attacker", "the attacker sends a message from another flow instead", "a response can be slipped into a browser that never asked for it (RFC 9700 §4.5, §4.7)",
              inject_arguments, yes, no, inject_objection, make_inject, inject_intent},
    FaultVerb{"substitute", "attacker", "the attacker puts a value it knows in place of another", "a token issued for one can be handed in for another (RFC 6749 §10.16)",
              substitute_arguments, yes, no, no_objection, make_substitute, substitute_intent},
    FaultVerb{"misbehave", "actor", "an actor has a named bug, for the whole run", "the bugs that libraries, servers and clients have had: flowsim list misbehaviours",
              misbehave_arguments, yes, no, misbehave_objection, make_misbehave, misbehave_intent},
    FaultVerb{"skew", "clock", "an actor's clock is wrong from here on", "clocks of people's machines are often minutes off, and tokens are judged by them (OpenID Connect Core §3.1.3.7)",
              skew_arguments, yes, no, skew_objection, make_skew, skew_intent},
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
