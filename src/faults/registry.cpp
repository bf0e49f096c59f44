// The rows of the fault table.
#include "faults/registry.hpp"

#include <algorithm>
#include <array>

#include "faults/verbs.hpp"

namespace flowsim {
namespace {

using enum ArgumentKind;

std::string no_objection(const FaultSpec&) { return {}; }

constexpr std::array<std::string_view, 2> places{"query", "fragment"};

constexpr std::array delay_arguments{FaultArgument{"by", duration, "How much later it arrives", true}};
constexpr std::array duplicate_arguments{FaultArgument{"after", duration, "How much later it arrives again"}};
constexpr std::array truncate_arguments{
    FaultArgument{"length", count, "How many bytes are left", true},
    FaultArgument{"parameter", name, "Of a message: whose value is cut"},
};
constexpr std::array tamper_arguments{
    FaultArgument{"parameter", name, "Whose value is touched", true},
    FaultArgument{"value", text, "What it is set to, also where it was absent"},
    FaultArgument{"remove", flag, "It is taken away"},
    FaultArgument{"repeat", text, "It stands once more, with this value"},
    FaultArgument{"move", choice, "It travels in this part of the URL", false, places},
};

constexpr std::array verbs{
    FaultVerb{"drop",
              "network",
              "it never arrives",
              "networks lose things, and people close laptops",
              {},
              true,
              true,
              no_objection,
              make_drop,
              drop_intent},
    FaultVerb{"delay", "network", "it arrives later", "networks are slow, and so are people", delay_arguments, true,
              true, no_objection, make_delay, delay_intent},
    FaultVerb{"duplicate", "network", "it arrives twice", "people click twice, and browsers reload pages",
              duplicate_arguments, true, true, no_objection, make_duplicate, duplicate_intent},
    FaultVerb{"truncate", "network", "its end is missing", "proxies and address bars cut long URLs (RFC 9110 §4.1)",
              truncate_arguments, true, true, truncate_objection, make_truncate, truncate_intent},
    FaultVerb{"tamper", "message", "one of its parameters is set, removed, repeated or moved",
              "what passes through the browser can be changed there (RFC 9700 §3)", tamper_arguments, true, false,
              tamper_objection, make_tamper, tamper_intent},
};

}  // namespace

std::span<const FaultVerb> fault_verbs() { return verbs; }

const FaultVerb* fault_verb(std::string_view name) {
  const auto row = std::ranges::find(verbs, name, &FaultVerb::name);
  return row == verbs.end() ? nullptr : &*row;
}

PlannedFault plan_fault(const FaultSpec& spec) {
  const auto* verb = fault_verb(spec.verb);
  return {spec.place, spec.verb, verb->intent(spec), spec.may_miss, verb->make(spec)};
}

}  // namespace flowsim
