// Every verb of the fault table: its row, and what it does to a message and to a leg.
#include <gtest/gtest.h>

#include <set>

#include "faults/planning.hpp"
#include "faults/registry.hpp"

namespace flowsim::faults {
namespace {

using testing_support::intent_of;

Knowledge nothing_known;

FaultSpec spec(std::string verb, Parameters arguments, int leg = 0) {
  return {{.interaction = 4, .leg = leg, .message = "", .occurrence = 1}, std::move(verb), std::move(arguments), false};
}

Fate<Message> fate_of_message(const FaultSpec& wanted) {
  return plan_fault(wanted, nothing_known)
      .fault->befalls(Message{"access_token_response", {{"access_token", "abcdef"}, {"state", "s"}}}, Occasion{});
}

Fate<Leg> fate_of_leg(const FaultSpec& wanted, Payload payload) {
  return plan_fault(wanted, nothing_known)
      .fault->befalls(Leg{Participant::okta, Participant::browser, 1, 1, std::move(payload)}, Occasion{});
}

const HttpResponse redirect{302, {{"Location", "https://spa.example.com/callback#state=s"}}, {}};

TEST(FaultTable, NamesEachVerbOnceInSnakeCase) {
  std::set<std::string_view> names;
  for (const auto& verb : fault_verbs()) {
    EXPECT_TRUE(names.insert(verb.name).second) << verb.name;
    EXPECT_EQ(verb.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos);
    EXPECT_EQ(fault_verb(verb.name), &verb);
  }
  EXPECT_EQ(fault_verb("dorp"), nullptr);
}

TEST(FaultTable, SaysOfEachVerbWhatItDoesAndWhy) {
  const std::set<std::string_view> groups{"network", "message", "token", "actor", "clock", "attacker"};
  for (const auto& verb : fault_verbs()) {
    EXPECT_FALSE(verb.group.empty()) << verb.name;
    EXPECT_TRUE(verb.strikes_messages || verb.strikes_legs) << verb.name;
    EXPECT_TRUE(groups.contains(verb.group)) << verb.group;
    for (const auto& argument : verb.arguments) {
      EXPECT_EQ(argument.kind == ArgumentKind::choice, !argument.choices.empty()) << verb.name << " " << argument.name;
    }
  }
}

TEST(FaultTable, SaysOfAPlannedFaultWhatItIsToDo) {
  EXPECT_EQ(intent_of(spec("drop", {})), "it never arrives");
  EXPECT_EQ(intent_of(spec("delay", {{"by", "5s"}})), "it arrives 5s later");
  EXPECT_EQ(intent_of(spec("duplicate", {})), "it arrives twice");
  EXPECT_EQ(intent_of(spec("duplicate", {{"after", "1s"}})), "it arrives twice, the second time 1s later");
  EXPECT_EQ(intent_of(spec("truncate", {{"parameter", "state"}, {"length", "3"}})),
            "only the first 3 bytes are left of state");
  EXPECT_EQ(intent_of(spec("tamper", {{"parameter", "state"}, {"value", "x"}})), "state is set to 'x'");
  EXPECT_EQ(intent_of(spec("tamper", {{"parameter", "state"}, {"remove", "true"}})), "state is taken away");
  EXPECT_EQ(intent_of(spec("tamper", {{"parameter", "state"}, {"repeat", "x"}})), "state stands once more, as 'x'");
  EXPECT_EQ(intent_of(spec("tamper", {{"parameter", "state"}, {"move", "query"}})), "state travels in the query");
}

TEST(Drop, LetsNothingThrough) {
  EXPECT_TRUE(fate_of_message(spec("drop", {})).empty());
  EXPECT_TRUE(fate_of_leg(spec("drop", {}, 1), redirect).empty());
}

TEST(Delay, ChangesOnlyTheTime) {
  const auto fate = fate_of_message(spec("delay", {{"by", "5s"}}));
  ASSERT_EQ(fate.size(), 1u);
  EXPECT_EQ(fate[0].after, Duration{5000});
  EXPECT_EQ(fate[0].what.parameters.value("state"), "s");
  EXPECT_EQ(fate_of_leg(spec("delay", {{"by", "1ms"}}, 1), redirect)[0].after, Duration{1});
}

TEST(Duplicate, SendsTheSameTwice) {
  const auto fate = fate_of_message(spec("duplicate", {{"after", "1s"}}));
  ASSERT_EQ(fate.size(), 2u);
  EXPECT_EQ(fate[0].what, fate[1].what);
  EXPECT_EQ(fate[0].after, Duration{0});
  EXPECT_EQ(fate[1].after, Duration{1000});
  EXPECT_EQ(fate_of_leg(spec("duplicate", {}, 1), redirect).size(), 2u);
}

TEST(Reorder, LetsTheNextOneOvertakeIt) {
  const auto fate = fate_of_message(spec("reorder", {}));
  ASSERT_EQ(fate.size(), 1u);
  EXPECT_TRUE(fate[0].overtaken);
  EXPECT_EQ(fate[0].after, Duration{10'000});
  EXPECT_EQ(fate[0].what.parameters.value("state"), "s");
  const auto leg = fate_of_leg(spec("reorder", {{"within", "3s"}}, 1), redirect);
  EXPECT_TRUE(leg.at(0).overtaken);
  EXPECT_EQ(leg.at(0).after, Duration{3000});
  EXPECT_EQ(intent_of(spec("reorder", {})), "it arrives after the next one, or 10s later");
}

TEST(Crash, LeavesTheMessageAndTakesTheMemory) {
  for (const auto who : {Participant::user, Participant::client, Participant::okta, Participant::app}) {
    const auto wanted = spec("crash", {{"actor", std::string(name_of(who))}});
    EXPECT_EQ(plan_fault(wanted, nothing_known).fault->crashes(), who);
    EXPECT_EQ(fate_of_message(wanted).at(0).what.parameters.value("state"), "s");
  }
  EXPECT_EQ(intent_of(spec("crash", {{"actor", "okta"}})), "okta loses its memory as soon as it has left");
  EXPECT_FALSE(plan_fault(spec("drop", {}), nothing_known).fault->crashes().has_value());
}

TEST(Truncate, CutsTheNamedParameter) {
  const auto fate = fate_of_message(spec("truncate", {{"parameter", "access_token"}, {"length", "3"}}));
  EXPECT_EQ(fate.at(0).what.parameters.value("access_token"), "abc");
  EXPECT_EQ(fate.at(0).what.parameters.value("state"), "s");
}

TEST(Truncate, LeavesAShorterTextAlone) {
  const auto fate = fate_of_message(spec("truncate", {{"parameter", "access_token"}, {"length", "999999"}}));
  EXPECT_EQ(fate.at(0).what.parameters.value("access_token"), "abcdef");
}

TEST(Truncate, CutsWhatALegWouldLoseFirst) {
  const auto cut = spec("truncate", {{"length", "8"}}, 1);
  EXPECT_EQ(header(std::get<HttpResponse>(fate_of_leg(cut, redirect).at(0).what.payload).headers, "Location"),
            "https://");
  EXPECT_EQ(std::get<HttpResponse>(fate_of_leg(cut, HttpResponse{200, {}, "0123456789"}).at(0).what.payload).body,
            "01234567");
  EXPECT_EQ(
      std::get<HttpRequest>(fate_of_leg(cut, HttpRequest{"GET", "https://a.example/", {}, {}}).at(0).what.payload).url,
      "https://");
  EXPECT_EQ(
      std::get<BrowserAction>(fate_of_leg(cut, BrowserAction{"open", "https://a.example/", {}}).at(0).what.payload).url,
      "https://");
}

TEST(Truncate, AsksForAParameterOfAMessageAndForNoneOfALeg) {
  const auto* verb = fault_verb("truncate");
  EXPECT_NE(verb->objection(spec("truncate", {{"length", "3"}})), "");
  EXPECT_NE(verb->objection(spec("truncate", {{"length", "3"}, {"parameter", "state"}}, 1)), "");
  EXPECT_EQ(verb->objection(spec("truncate", {{"length", "3"}}, 1)), "");
}

TEST(Tamper, SetsRemovesRepeatsAndMoves) {
  const auto with = [](const char* change, const char* value) {
    return fate_of_message(spec("tamper", {{"parameter", "state"}, {change, value}})).at(0).what.parameters;
  };
  EXPECT_EQ(with("value", "x").value("state"), "x");
  EXPECT_EQ(with("remove", "true").count("state"), 0u);
  EXPECT_EQ(with("repeat", "x").count("state"), 2u);
  EXPECT_EQ(with("repeat", "x").value("state"), "s");
  EXPECT_TRUE(with("move", "query").value("state", Place::query).has_value());
}

TEST(Tamper, SetsAParameterThatWasAbsent) {
  const auto fate = fate_of_message(spec("tamper", {{"parameter", "code"}, {"value", "x"}}));
  EXPECT_EQ(fate.at(0).what.parameters.value("code"), "x");
}

TEST(Tamper, WantsExactlyOneChange) {
  const auto* verb = fault_verb("tamper");
  EXPECT_NE(verb->objection(spec("tamper", {{"parameter", "state"}})), "");
  EXPECT_NE(verb->objection(spec("tamper", {{"parameter", "state"}, {"value", "x"}, {"remove", "true"}})), "");
  EXPECT_EQ(verb->objection(spec("tamper", {{"parameter", "state"}, {"value", ""}})), "");
}

}  // namespace
}  // namespace flowsim::faults
