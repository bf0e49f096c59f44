// The text trace at three levels, with every kind of record, and with hostile content.
#include <gmock/gmock.h>

#include <sstream>

#include "base/text.hpp"
#include "emit/writers.hpp"
#include "support/golden.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text(const Trace& trace, EmitOptions options = {}) {
  std::ostringstream out;
  write_text(trace, options, out);
  return out.str();
}

std::string without_colors(const std::string& colored) {
  std::string plain;
  for (std::size_t at = 0; at < colored.size(); ++at) {
    if (colored[at] == '\x1b')
      at = colored.find('m', at);
    else
      plain += colored[at];
  }
  return plain;
}

TEST(Text, MatchesItsGoldenWithEveryRecordAtEveryLevel) {
  for (const auto detail : all_details)
    expect_golden(text(every_record(), {detail, false, false}),
                  golden_folder / ("every_record_" + std::string(name_of(detail)) + ".txt"));
  expect_golden(text(six_interactions()), golden_folder / "six_interactions.txt");
}

TEST(Text, BeginsWithTheTitleAndTheLegacySentence) {
  const auto written = text(six_interactions());
  const auto first = written.substr(0, written.find('\n'));
  EXPECT_EQ(display_width(first), 80u);
  EXPECT_TRUE(first.starts_with("Happy path — the six interactions "));
  EXPECT_TRUE(first.ends_with(" seed 1 · okta profile · 0 faults"));
  EXPECT_THAT(written,
              HasSubstr("\nLegacy flow: new applications use Authorization Code with PKCE (RFC 9700 §2.1.2).\n"));
}

TEST(Text, CountsOneFaultInTheSingular) {
  auto trace = six_interactions();
  trace.header.faults = 1;
  EXPECT_THAT(text(trace), HasSubstr(" 1 fault\n"));
}

TEST(Text, ShowsSecretsOnlyWhenAsked) {
  for (const auto detail : all_details) {
    const auto hidden = text(every_record(), {detail, false, false});
    EXPECT_THAT(hidden, Not(HasSubstr(sample_secret)));
    EXPECT_THAT(hidden, Not(HasSubstr("correct horse")));
    EXPECT_THAT(hidden, Not(HasSubstr("correct+horse")));
  }
  const auto shown = text(every_record(), {Detail::messages, true, false});
  EXPECT_THAT(shown, HasSubstr("access_token  " + sample_secret + "\n"));
  EXPECT_THAT(shown, HasSubstr("correct horse"));
}

TEST(Text, SaysNothingByColourAlone) {
  for (const auto detail : all_details) {
    const auto colored = text(every_record(), {detail, false, true});
    EXPECT_THAT(colored, HasSubstr("\x1b[31m"));
    EXPECT_EQ(without_colors(colored), text(every_record(), {detail, false, false}));
  }
}

TEST(Text, ExplainsTheFragmentOnce) {
  const auto written = text(every_record(), {Detail::wire, false, false});
  const auto first = written.find("never sent to a server");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(written.find("never sent to a server", first + 1), std::string::npos);
}

TEST(Text, SaysWhatWasExpectedAndDidNotCome) {
  const auto written = text(every_record());
  EXPECT_THAT(written, HasSubstr("outcome  response_rejected · state_matches\n"));
  EXPECT_THAT(written, HasSubstr("✗ expected outcome resource_served, came response_rejected\n"));
  EXPECT_THAT(written, Not(HasSubstr("expected states.client")));
}

TEST(Text, AgreesWithAnExpectationThatWasMet) {
  TraceBuilder builder;
  builder.interaction(1)
      .expectation("outcome", "resource_served", "resource_served")
      .outcome(OutcomeKind::resource_served);
  EXPECT_THAT(text(builder.build()), HasSubstr("outcome  resource_served      expected resource_served ✓\n"));
}

TEST(Text, SaysWhenTheRunWasStoppedWithMessagesUnderWay) {
  TraceBuilder builder;
  builder.header().until = 1;
  builder.interaction(1).never_arrives();
  const auto written = text(builder.build());
  EXPECT_THAT(written, HasSubstr("still on its way when the run was stopped"));
  EXPECT_THAT(written, HasSubstr("stopped after interaction 1, as asked"));
  EXPECT_THAT(written, Not(HasSubstr("lost")));
}

TEST(Text, SaysOfAFailedCheckWhatWasExpectedWhatCameWhyAndWhatToDo) {
  for (const auto detail : all_details)
    EXPECT_THAT(
        text(every_record(), {detail, false, false}),
        HasSubstr(
            "             ✗ state_matches  expected kV3…(43) · came not-the-one-you-sent (RFC 6749 §10.12)\n"
            "               Likely cause: the response was forged, replayed or is too late; or a second tab\n"
            "               overwrote the stored state, or the browser lost it between two origins. Fix: keep an\n"
            "               entry of its own for each pending request in this browser, use each once, and refuse\n"
            "               everything else.\n"));
}

TEST(Text, SaysOfASwitchedOffCheckThatWouldHaveFailedWhatItIsFor) {
  const auto written = text(every_record());
  EXPECT_THAT(
      written,
      HasSubstr("               What it is for: an ID token from another sign-in, stolen or bought, cannot be put\n"
                "               into this one (replay).\n"));
  EXPECT_THAT(written, HasSubstr("○ at_hash_matches switched off\n             ✗"));
}

TEST(Text, SaysWhatIsTheAttackers) {
  const auto written = text(every_record());
  EXPECT_THAT(written, HasSubstr("Access token response  [attacker's browser]"));
  EXPECT_THAT(written, HasSubstr("     ✗ it reached the attacker\n"));
  EXPECT_THAT(written, HasSubstr("seen     the user's access_token: attacker (script, "));
  EXPECT_THAT(written, HasSubstr("violated secrecy: The user's access token reached the attacker (script).\n"));
  EXPECT_THAT(written, Not(HasSubstr("violated authorization")));
}

TEST(Text, NamesThePropertyThatCompromisedTheRun) {
  TraceBuilder builder;
  auto trace = builder.interaction(1).outcome(OutcomeKind::compromised, "All is lost.").build();
  trace.outcome->property = "secrecy";
  EXPECT_THAT(text(trace), HasSubstr("outcome  compromised · secrecy\n         All is lost.\n"));
}

TEST(Text, GroupsInapplicableChecksByReason) {
  EXPECT_THAT(text(every_record()), HasSubstr("– id_token_present, id_token_fresh (no ID token was asked for)"));
}

TEST(Text, DoesNotRepeatWhatTheFirstHttpLineSays) {
  TraceBuilder builder;
  builder.message(6, app, client, "Response", {{"status", "200"}, {"body", "{}"}});
  builder.leg(app, client, HttpResponse{200, {}, "{}"});
  EXPECT_THAT(text(builder.build()), HasSubstr("     200 OK\n       body  {}\n"));
  builder.message(6, app, client, "Response", {{"status", "201"}}).leg(app, client, HttpResponse{200, {}, "{}"});
  EXPECT_THAT(text(builder.build()), HasSubstr("     200 OK\n       status  201\n"));
}

TEST(Text, CutsLongDocuments) {
  TraceBuilder builder;
  builder.message(6, app, client, "Response", {{"body", "{" + std::string(1000, 'x') + "}"}});
  EXPECT_THAT(text(builder.build()), HasSubstr("xxx… (1002 bytes in all)\n"));
}

TEST(Text, ShowsHostileTextLiterally) {
  for (const auto& hostile : hostile_texts)
    for (const auto detail : all_details) {
      const auto written = text(hostile_run(hostile), {detail, true, false});
      EXPECT_TRUE(written.starts_with(hostile)) << hostile;
      EXPECT_FALSE(invalid_utf8_at(written)) << hostile;
      if (detail == Detail::overview) continue;
      EXPECT_THAT(written, HasSubstr("       " + hostile));
    }
}

TEST(Text, IsValidUtf8WithoutControlsWhateverTheTraceHolds) {
  for (const bool show_tokens : {false, true})
    for (const auto detail : all_details) {
      const auto written = text(hostile_run(hostile_bytes), {detail, show_tokens, false});
      EXPECT_FALSE(invalid_utf8_at(written));
      for (const char letter : written) EXPECT_TRUE(letter == '\n' || static_cast<unsigned char>(letter) >= ' ');
      EXPECT_THAT(written, Not(HasSubstr("\xe2\x80\xae")));
    }
}

TEST(Text, CopesWithAnEmptyTrace) {
  for (const auto detail : all_details)
    EXPECT_THAT(text(Trace{}, {detail, false, false}), HasSubstr("stopped before the end"));
}

}  // namespace
}  // namespace flowsim::emit
