// The `faults` block: what it takes, and what a person is told where it is wrong.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "faults/registry.hpp"
#include "scenario/reading.hpp"
#include "scenario/run.hpp"

namespace flowsim::scenario {
namespace {

using testing_support::diagnostics_of;

struct BadFault {
  std::string name, item, diagnostics;
};
void PrintTo(const BadFault& fault, std::ostream* out) { *out << fault.name; }

class BadFaultBlock : public testing::TestWithParam<BadFault> {};

TEST_P(BadFaultBlock, IsExplainedAtItsPlace) {
  EXPECT_EQ(diagnostics_of("title: x\nfaults:\n  - " + GetParam().item + "\n"), GetParam().diagnostics);
}

INSTANTIATE_TEST_SUITE_P(
    Faults, BadFaultBlock,
    testing::Values(
        BadFault{"UnknownVerb", "{at: 4, do: dorp}",
                 "3:17: unknown fault \"dorp\" for \"do\" | did you mean \"drop\"?\n"},
        BadFault{"TwoVerbs", "{at: 4, do: drop, do: delay}",
                 "3:23: duplicate key \"do\" | it stands already in line 3\n"},
        BadFault{"NoPlace", "{do: drop}",
                 "3:5: a fault without \"at\" | say where it strikes: \"at: 4\", or \"at: 4.2\"\n"},
        BadFault{"NoVerb", "{at: 4}", "3:5: a fault without \"do\" | say what happens: \"do: drop\"\n"},
        BadFault{"InteractionZero", "{at: 0, do: drop}",
                 "3:10: there is no place \"0\" | an interaction from 1 to 6, or one of its wire legs, such as 4.2\n"},
        BadFault{"InteractionSeven", "{at: 7, do: drop}",
                 "3:10: there is no place \"7\" | an interaction from 1 to 6, or one of its wire legs, such as 4.2\n"},
        BadFault{
            "LegZero", "{at: 4.0, do: drop}",
            "3:10: there is no place \"4.0\" | an interaction from 1 to 6, or one of its wire legs, such as 4.2\n"},
        BadFault{
            "LegOneHundred", "{at: 4.100, do: drop}",
            "3:10: there is no place \"4.100\" | an interaction from 1 to 6, or one of its wire legs, such as 4.2\n"},
        BadFault{
            "MessageOfAnotherInteraction", "{at: 4, do: drop, message: consent}",
            "3:32: interaction 4 has no message \"consent\" | one of: access_token_response, authorization_error\n"},
        BadFault{"MissingArgument", "{at: 4, do: delay}",
                 "3:5: the fault \"delay\" needs \"by\" | add \"by: …\": How much later it arrives\n"},
        BadFault{"UnknownArgument", "{at: 4, do: delay, by: 5s, bye: 1s}",
                 "3:32: unknown key \"bye\" for the fault \"delay\" | did you mean \"by\"?\n"},
        BadFault{"EmptyName", "{at: 4, do: tamper, parameter: '', value: x}",
                 "3:36: \"parameter\" must not be empty\n"},
        BadFault{"OccurrenceZero", "{at: 4, do: drop, occurrence: 0}",
                 "3:35: \"occurrence\" must be from 1 to 1000, not 0\n"},
        BadFault{"MoveNowhere", "{at: 4, do: tamper, parameter: state, move: up}",
                 "3:49: \"move\" is not \"up\" | one of: query, fragment\n"},
        BadFault{"RemoveFalse", "{at: 4, do: tamper, parameter: state, remove: false}",
                 "3:51: \"remove\" can only be true | leave the key out instead\n"},
        BadFault{"TamperWithNothing", "{at: 4, do: tamper, parameter: state}",
                 "3:5: say what happens to the parameter: one of value, remove, repeat, move\n"},
        BadFault{"TamperTwice", "{at: 4, do: tamper, parameter: state, value: x, remove: true}",
                 "3:5: only one of value, remove, repeat, move\n"},
        BadFault{
            "TamperAtALeg", "{at: 4.1, do: tamper, parameter: state, value: x}",
            "3:5: the fault \"tamper\" cannot strike a wire leg | it strikes a message as a whole: write \"at: 4\"\n"},
        BadFault{"TruncateWithoutParameter", "{at: 4, do: truncate, length: 5}",
                 "3:5: a message is cut at a parameter: add \"parameter: name\"\n"},
        BadFault{"ForgeWhereNoTokenTravels", "{at: 1, do: forge, token: id_token, signature: strip}",
                 "3:5: no token travels at 1: 4 (the response) or 5 (the request with the access token)\n"},
        BadFault{"ForgeTheIdTokenInTheRequest", "{at: 5, do: forge, token: id_token, signature: strip}",
                 "3:5: at 5 only the access token travels: forge the ID token at 4\n"},
        BadFault{"ForgeAnotherToken", "{at: 4, do: forge, token: refresh_token, signature: strip}",
                 "3:31: \"token\" is not \"refresh_token\" | one of: access_token, id_token\n"},
        BadFault{"ForgeAddsAText", "{at: 4, do: forge, token: id_token, claim: exp, add: soon}",
                 "3:58: \"add\" must be a whole number, not soon\n"},
        BadFault{"FailWhereNobodyAnswers", "{at: 1, do: fail, error: server_error}",
                 "3:5: nobody answers at 1: 2 (okta's page), 4 (okta's redirect) or 6 (the app)\n"},
        BadFault{"FailWithAnotherCode", "{at: 4, do: fail, error: acess_denied}",
                 "3:5: the redirect has no error \"acess_denied\": did you mean \"access_denied\"?\n"},
        BadFault{"CrashWithoutActor", "{at: 4, do: crash}",
                 "3:5: the fault \"crash\" needs \"actor\" | add \"actor: …\": Who loses its memory\n"},
        BadFault{"CrashOfTheBrowser", "{at: 4, do: crash, actor: browser}",
                 "3:31: \"actor\" is not \"browser\" | one of: user, client, okta, app\n"},
        BadFault{"ObserveALeg", "{at: 4.1, do: observe}",
                 "3:5: the fault \"observe\" cannot strike a wire leg | it strikes a message as a whole: write \"at: "
                 "4\"\n"},
        BadFault{"ReplayTheAnswerOfTheApp", "{at: 6, do: replay}",
                 "3:5: the app's answer comes through the connection the request went out on: nobody else can send it, "
                 "but 5 can be\n"},
        BadFault{"InjectAnotherInteraction", "{at: 4, do: inject, kind: consent}",
                 "3:5: at 4 no message \"consent\" can travel: one of access_token_response, authorization_error\n"},
        BadFault{"BrowserOfNobody", "{at: 4, do: drop, browser: okta}",
                 "3:32: unknown browser \"okta\" for \"browser\" | one of: user, attacker\n"},
        BadFault{"ReorderForever", "{at: 4, do: reorder, within: 2h}",
                 "3:34: \"within\" must be from 0s to 1h, not 2h\n"},
        BadFault{"ListForAFault", "[drop]", "3:5: a fault must be a mapping with \"at\" and \"do\", not a list\n"}),
    [](const auto& test) { return test.param.name; });

TEST(FaultBlock, MustBeAList) {
  EXPECT_EQ(diagnostics_of("title: x\nfaults: {at: 4}\n"), "2:9: \"faults\" must be a list of faults, not a mapping\n");
}

TEST(FaultBlock, SaysAllThatIsWrongWithAllItems) {
  const auto said = diagnostics_of("title: x\nfaults:\n  - {at: 9, do: drop}\n  - {at: 4, do: dorp}\n");
  EXPECT_NE(said.find("3:10"), std::string::npos) << said;
  EXPECT_NE(said.find("4:17"), std::string::npos) << said;
}

TEST(FaultBlock, HoldsAtMostAHundred) {
  std::string text = "title: x\nfaults:\n";
  for (int i = 0; i < 101; ++i) text += "  - {at: 4, do: drop}\n";
  EXPECT_EQ(diagnostics_of(text), "3:3: more than 100 faults | a scenario is a short story\n");
}

Scenario read(const std::string& text) {
  Diagnostics diagnostics;
  auto scenario = read_scenario(text, "test.yaml", diagnostics);
  EXPECT_TRUE(scenario.has_value()) << (diagnostics.empty() ? "" : diagnostics[0].message);
  return scenario.value_or(Scenario{});
}

TEST(FaultBlock, BecomesSpecifications) {
  const auto scenario = read(
      "title: x\nfaults:\n"
      "  - {at: 4.2, do: delay, by: 5s}\n"
      "  - {at: 3, message: consent, occurrence: 2, may_miss: true, do: drop}\n");
  ASSERT_EQ(scenario.faults.size(), 2u);
  EXPECT_EQ(scenario.faults[0].place.interaction, 4);
  EXPECT_EQ(scenario.faults[0].place.leg, 2);
  EXPECT_EQ(scenario.faults[0].arguments.value("by"), "5s");
  EXPECT_EQ(scenario.faults[1].place.message, "consent");
  EXPECT_EQ(scenario.faults[1].place.occurrence, 2);
  EXPECT_TRUE(scenario.faults[1].may_miss);
  EXPECT_EQ(scenario.faults[0].place.browser, Participant::browser);
}

TEST(FaultBlock, NamesTheBrowserWhoseFlowIsMeant) {
  const auto scenario = read(
      "title: x\nfaults:\n"
      "  - {at: 4, do: drop, browser: attacker}\n"
      "  - {at: 4, do: drop, browser: user}\n");
  ASSERT_EQ(scenario.faults.size(), 2u);
  EXPECT_EQ(scenario.faults[0].place.browser, Participant::attacker_browser);
  EXPECT_EQ(scenario.faults[1].place.browser, Participant::browser);
}

TEST(FaultBlock, TakesSecondsThatAreTakenAway) {
  const auto scenario =
      read("title: x\nfaults: [{at: 4, do: forge, token: id_token, claim: exp, add: -7200, key: okta}]\n");
  ASSERT_EQ(scenario.faults.size(), 1u);
  EXPECT_EQ(scenario.faults[0].arguments.value("add"), "-7200");
}

TEST(FaultBlock, FailsTheScenarioWhereAFaultNeverStruck) {
  const auto missed = run_scenario(read("title: x\nfaults: [{at: 4, do: drop, occurrence: 9}]\n"));
  ASSERT_EQ(missed.expectations.size(), 1u);
  EXPECT_FALSE(missed.expectations[0].met);
  EXPECT_EQ(missed.expectations[0].subject, "fault 'drop at 4, occurrence 9'");
  EXPECT_FALSE(missed.faults.at(0).struck.has_value());
  EXPECT_TRUE(run_scenario(read("title: x\nfaults: [{at: 4, do: drop, occurrence: 9, may_miss: true}]\n"))
                  .expectations.empty());
}

TEST(FaultBlock, TakesAFaultThatChangedNothingForOneThatNeverStruck) {
  for (const auto* fault : {"{at: 4, do: tamper, parameter: nonesuch, remove: true}",
                            "{at: 4, do: truncate, parameter: state, length: 99999}"}) {
    const auto trace = run_scenario(read("title: x\nfaults: [" + std::string(fault) + "]\n"));
    EXPECT_FALSE(trace.faults.at(0).struck.has_value()) << fault;
  }
  const auto twice = run_scenario(read("title: x\nfaults: [{at: 4, do: drop}, {at: 4, do: delay, by: 5s}]\n"));
  EXPECT_TRUE(twice.faults.at(0).struck.has_value());
  EXPECT_FALSE(twice.faults.at(1).struck.has_value());
}

TEST(FaultBlock, RepeatsAParameterWithAnEmptyValueToo) {
  const auto trace = run_scenario(read("title: x\nfaults: [{at: 4, do: tamper, parameter: state, repeat: ''}]\n"));
  EXPECT_EQ(trace.outcome->check, "response_parameters_not_repeated");
}

TEST(FaultBlock, KeepsWhatWasMeantApartFromWhatWentOnItsWay) {
  const auto trace = run_scenario(read("title: x\nfaults: [{at: 4, do: tamper, parameter: state, value: other}]\n"));
  const auto& fault = trace.faults.at(0);
  ASSERT_TRUE(fault.struck.has_value());
  const auto& message = trace.message(fault.message);
  EXPECT_EQ(message.envelope.interaction, 4);
  EXPECT_NE(message.envelope.message.parameters.value("state"), "other");
  ASSERT_TRUE(message.altered.has_value());
  EXPECT_EQ(message.altered->parameters.value("state"), "other");
  EXPECT_EQ(trace.outcome->check, "state_matches");
}

TEST(FaultBlock, HasAPlaceInTheSchemaForEveryVerbWithItsArguments) {
  const auto schema = boost::json::parse(scenario_schema());
  const auto& verbs = schema.at("properties").at("faults").at("items").at("oneOf").as_array();
  ASSERT_EQ(verbs.size(), fault_verbs().size());
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    const auto& row = fault_verbs()[i];
    const auto& properties = verbs[i].at("properties").as_object();
    EXPECT_EQ(std::string(properties.at("do").at("const").as_string()), row.name);
    EXPECT_EQ(properties.size(), 6 + row.arguments.size()) << row.name;
    for (const auto& argument : row.arguments) EXPECT_TRUE(properties.contains(argument.name)) << argument.name;
  }
}

}  // namespace
}  // namespace flowsim::scenario
