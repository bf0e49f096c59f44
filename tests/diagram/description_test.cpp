// Drawings in words: in their order, bounded, and with what went wrong.
#include "diagram/description.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::diagram {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

std::string described(const Trace& trace, Detail detail = Detail::overview) {
  return describe(sequence_diagram(trace, {detail, false}));
}

TEST(Description, TellsTheArrowsInTheirOrder) {
  EXPECT_EQ(described(six_interactions()),
            "Sequence diagram: 1. Client to Authorization Server (Okta): Access token request to /authorize. "
            "2. Authorization Server (Okta) to Resource Owner (User): 302 redirect to authentication prompt. "
            "3. Resource Owner (User) to Authorization Server (Okta): Authentication & consent. "
            "4. Authorization Server (Okta) to Client: Access token response. "
            "5. Client to Resource Server (Your App): Request with access token. "
            "6. Resource Server (Your App) to Client: Response.");
}

TEST(Description, NamesTheRunWhatWentWrongAndTheEnd) {
  TraceBuilder builder("A lost request");
  builder.interaction(1).never_arrives().outcome(OutcomeKind::timed_out, "Nobody answered.");
  EXPECT_THAT(described(builder.build()),
              MatchesRegex("Sequence diagram \"A lost request\": 1\\. Client to .*: Access token request to /authorize "
                           "\\(.+\\)\\. Outcome: timed_out\\."));
}

TEST(Description, IsBoundedAndSaysHowMuchIsLeftOut) {
  TraceBuilder builder(std::string(2000, 'x'));
  for (int round = 0; round < 100; ++round) builder.interaction(1 + round % 6);
  const auto text = described(builder.outcome(OutcomeKind::resource_served).build());
  EXPECT_LE(text.size(), description_limit + 30);
  EXPECT_THAT(text, MatchesRegex(".*… and 9[0-9] more\\."));
}

TEST(Description, CutsNoCharacterInTwo) {
  for (std::size_t length = 150; length < 170; ++length) {
    std::string title(length, 'x');
    for (int more = 0; more < 10; ++more) title += "日é😀";
    TraceBuilder builder(title);
    builder.message(1, client, okta, title).unexpected();
    EXPECT_EQ(invalid_utf8_at(described(builder.build())), std::nullopt) << length;
  }
}

TEST(Description, HoldsWhateverComes) {
  auto texts = hostile_texts;
  texts.push_back(hostile_bytes);
  for (const auto& text : texts)
    for (const auto detail : all_details)
      EXPECT_THAT(described(hostile_run(text), detail), StartsWith("Sequence diagram \"" + text)) << text;
}

TEST(Description, TellsTheRowsOfAStateMachine) {
  StateDiagram diagram;
  diagram.title = "States: Client";
  diagram.initial = "Ready";
  diagram.arrows = {{"Ready", "Done", {{"start", "[allowed]", "/ go"}, {"stop"}}}};
  EXPECT_EQ(describe(diagram),
            "State diagram \"States: Client\": It begins in Ready. Ready to Done: start [allowed] / go. Ready to Done: "
            "stop.");
}

}  // namespace
}  // namespace flowsim::diagram
