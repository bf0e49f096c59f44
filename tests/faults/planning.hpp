// Plans faults in a test and lets them meet a message.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "faults/registry.hpp"
#include "words/say.hpp"

namespace flowsim::testing_support {
using namespace faults;

inline FaultSpec spec_at(int interaction, std::string verb, Parameters arguments, int leg = 0) {
  FaultSpec spec;
  spec.place.interaction = interaction;
  spec.place.leg = leg;
  spec.verb = std::move(verb);
  spec.arguments = std::move(arguments);
  return spec;
}

/// What becomes of the message in the flow of that browser; the verb must not object.
inline Fate<Message> fate_of(const FaultSpec& spec, Message message, Knowledge& knowledge,
                             Participant browser = Participant::browser) {
  EXPECT_EQ(fault_verb(spec.verb)->objection(spec), "");
  Occasion occasion;
  occasion.interaction = spec.place.interaction;
  occasion.browser = browser;
  return plan_fault(spec, knowledge).fault->befalls(std::move(message), occasion);
}

inline Fate<Message> fate_of(const FaultSpec& spec, Message message) {
  Knowledge nothing;
  return fate_of(spec, std::move(message), nothing);
}

inline std::string objection_to(const FaultSpec& spec) { return fault_verb(spec.verb)->objection(spec); }

inline std::string intent_of(const FaultSpec& spec) {
  Knowledge nothing;
  return words::say_all(plan_fault(spec, nothing).intent, "");
}

}  // namespace flowsim::testing_support
