// Sentences and tables for pages: the guide's numbers, failures in words, and hostile text that stays text.
#include <fmt/core.h>
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "emit/escape.hpp"
#include "emit/message_sentences.hpp"
#include "emit/writers.hpp"
#include "support/golden.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::emit {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string markdown(const Trace& trace, Detail detail = Detail::overview) {
  std::ostringstream out;
  write_markdown(trace, {detail, false, false}, out);
  return out.str();
}

std::string parameters(const Trace& trace, EmitOptions options = {}) {
  std::ostringstream out;
  write_parameters(trace, options, out);
  return out.str();
}

/// The numbers at the start of lines, with what stands behind them.
std::vector<std::string> markers(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line[0] >= '0' && line[0] <= '9') found.push_back(line.substr(0, line.find(' ')));
  return found;
}

TEST(Markdown, MatchesItsGoldenWithEveryRecord) {
  expect_golden(markdown(every_record()), golden_folder / "every_record_overview.md");
  expect_golden(markdown(every_record(), Detail::messages), golden_folder / "every_record_messages.md");
  expect_golden(parameters(every_record()), golden_folder / "every_record.parameters.md");
}

TEST(Markdown, NumbersTheSixStepsWithTheirClauses) {
  const auto text = markdown(six_interactions());
  EXPECT_THAT(markers(text), testing::ElementsAre("1.", "2.", "3.", "4.", "5.", "6."));
  for (const auto& row : the_six()) {
    const auto start = fmt::format("{}. **{}.**", row.number, caption_of(row));
    EXPECT_THAT(text, AllOf(HasSubstr(start), HasSubstr(fmt::format("({})\n", row.clause))));
  }
  EXPECT_THAT(text, AllOf(HasSubstr("**Outcome:** `resource_served`."), HasSubstr("*Legacy flow: new applications")));
}

TEST(Markdown, BeginsANewListWhereTheNumbersDoNotGoOnByOne) {
  TraceBuilder builder;
  for (const int number : {1, 2, 3, 2, 3, 5}) builder.interaction(number);
  EXPECT_THAT(markers(markdown(builder.build())), testing::ElementsAre("1.", "2.", "3.", "2)", "3)", "5."));
}

TEST(Markdown, SaysWhoSendsWhatToWhomAndWhereItTravels) {
  TraceBuilder builder;
  builder.interaction(1, {{"response_type", "token"}, {"client_id", "x"}, {"scope", "a b"}})
      .kind("authorization_request");
  builder.leg(client, okta,
              HttpRequest{"GET", "https://o/authorize?response_type=token&scope=a+b&client_id=x", {}, {}});
  EXPECT_THAT(markdown(builder.build()),
              HasSubstr("The Client sends the browser to the Authorization Server (Okta) and asks for tokens, with "
                        "`response_type=token` and `scope=a b` in the query. (RFC 6749 §4.2.1)\n"));
}

TEST(Markdown, SaysInWordsWhatWentWrong) {
  TraceBuilder lost;
  lost.interaction(1).never_arrives().outcome(OutcomeKind::timed_out, "The client gave up.");
  EXPECT_THAT(markdown(lost.build()),
              AllOf(HasSubstr("**It is lost.**"), HasSubstr("**Outcome:** `timed_out`. The client gave up.\n")));
  TraceBuilder taken;
  taken.interaction(4).reached(attacker).outcome(OutcomeKind::compromised);
  EXPECT_THAT(markdown(taken.build()), HasSubstr("**It reaches the Attacker instead.**"));
  TraceBuilder refused;
  refused.interaction(1).verdict({failed_check("client_known", "a client", "none")});
  EXPECT_THAT(
      markdown(refused.build()),
      HasSubstr("**The Authorization Server (Okta) refuses it** by `client_known` (RFC 6749 §4.2.2.1): expected "
                "a client, came none."));
  TraceBuilder stopped;
  stopped.header().until = 1;
  stopped.interaction(1).never_arrives();
  EXPECT_THAT(markdown(stopped.build()), AllOf(HasSubstr("It is still on its way."),
                                               HasSubstr("The run was stopped after interaction 1, as asked.")));
}

TEST(Markdown, LeavesBackgroundMessagesOutUnlessSomethingBefallsThem) {
  TraceBuilder builder;
  builder.message(0, client, okta, "Discovery request").kind("metadata_request");
  builder.interaction(1);
  EXPECT_THAT(markdown(builder.build(), Detail::messages), Not(HasSubstr("metadata")));
  TraceBuilder lost;
  lost.interaction(1).message(0, client, okta, "Discovery request").kind("metadata_request").never_arrives();
  lost.outcome(OutcomeKind::timed_out);
  EXPECT_THAT(
      markdown(lost.build(), Detail::messages),
      HasSubstr("   - In the background: The Client asks the Authorization Server (Okta) for its metadata. **It "
                "is lost.**\n"));
}

TEST(Parameters, HaveTheirMeaningWhereSomebodyKnowsIt) {
  TraceBuilder builder;
  builder.interaction(1, {{"scope", "a|b"}, {"extra", ""}}).kind("authorization_request");
  EXPECT_THAT(parameters(builder.build()),
              HasSubstr("| parameter | value | travels in |\n| --- | --- | --- |\n| `scope` | "
                        "<code>a&#124;b</code> | – |\n| `extra` | (empty) | – |\n"));
  EmitOptions options;
  options.meaning_of = [](std::string_view kind, std::string_view name) -> std::string_view {
    return kind == "authorization_request" && name == "scope" ? "what *it* may" : "";
  };
  EXPECT_THAT(parameters(builder.build(), options),
              HasSubstr("| `scope` | <code>a&#124;b</code> | – | what \\*it\\* may |\n| `extra` | (empty) | – | |\n"));
}

TEST(Parameters, SayWhatAFaultChanged) {
  TraceBuilder builder;
  builder.interaction(4, {{"state", "good"}, {"scope", "a"}});
  builder.trace().messages.back().altered = Message{"kind", {{"state", "bad"}}};
  EXPECT_THAT(parameters(builder.build()), AllOf(HasSubstr("A fault changes it: it goes on with `state` `bad`."),
                                                 HasSubstr("A fault changes it: it goes on without `scope`.")));
}

TEST(Parameters, SayWhereTheyTravel) {
  TraceBuilder builder;
  const Parameters all{{"query", "1"},    {"form", "2"}, {"token", "3"}, {"page", "4"},
                       {"fragment", "5"}, {"Set", "6"},  {"none", "7"},  {"said", "8", Place::header}};
  builder.interaction(3, all);
  builder.leg(user, browser, BrowserAction{"submit", "https://o/signin", {{"form", "2"}}});
  builder.leg(browser, okta,
              HttpRequest{"POST",
                          "https://o/signin?query=1",
                          {{"Content-Type", "application/x-www-form-urlencoded"}, {"Authorization", "Bearer 3"}},
                          "form=2"});
  builder.leg(okta, browser, HttpResponse{302, {{"Location", "https://c/#fragment=5"}, {"Set", "6"}}, "<p>4</p>"});
  const auto text = parameters(builder.build());
  for (const auto* row : {"| `query` | `1` | query |", "| `form` | `2` | form |", "| `token` | `3` | header |",
                          "| `page` | `4` | body |", "| `fragment` | `5` | fragment |", "| `Set` | `6` | header |",
                          "| `none` | `7` | – |", "| `said` | `8` | header |"})
    EXPECT_THAT(text, HasSubstr(row));
}

/// The text that a page shows for escaped Markdown; fails where a mark is left that could act.
std::string shown(const std::string& escaped) {
  std::string text;
  for (std::size_t at = 0; at < escaped.size(); ++at) {
    if (escaped[at] == '\\') {
      text += escaped[++at];
    } else if (escaped.compare(at, 6, "&#160;") == 0) {
      text += ' ';
      at += 5;
    } else {
      EXPECT_EQ(std::string_view("`*{}[]<>|~$").find(escaped[at]), std::string_view::npos) << escaped;
      text += escaped[at];
    }
  }
  EXPECT_FALSE(std::regex_search(escaped, std::regex("(^|[^\\\\])://|www\\.|-->|(^|[^\\\\])&[A-Za-z#](?!160;)")))
      << escaped;
  return text;
}

/// The same for what `markdown_code` makes.
std::string shown_code(const std::string& code) {
  if (code.starts_with("`")) {
    const auto text = code.substr(1, code.size() - 2);
    EXPECT_EQ(text.find_first_of("`|\\\n"), std::string::npos) << code;
    return text;
  }
  EXPECT_TRUE(code.starts_with("<code>") && code.ends_with("</code>")) << code;
  const auto inside = code.substr(6, code.size() - 13);
  EXPECT_EQ(inside.find_first_of("`|\\<>*_[]~"), std::string::npos) << code;
  std::string text;
  for (std::size_t at = 0; at < inside.size(); ++at) {
    if (inside[at] != '&') {
      text += inside[at];
      continue;
    }
    const auto number = std::stoi(inside.substr(at + 2));
    text += number == 160 ? ' ' : static_cast<char>(number);
    at = inside.find(';', at);
  }
  return text;
}

TEST(EscapeMarkdown, ShowsEveryTextLiterally) {
  auto texts = hostile_texts;
  for (const auto* more : {"", " ", "a  b", "`a`", "a`b``c", "![x](y)", "https://evil.example", "www.evil.example",
                           "&copy;", "$a$", "snake_case", "_a_", "<!-- /flowsim -->", "{{ page }}", "a\\|b", "1. one"})
    texts.emplace_back(more);
  texts.push_back(hostile_bytes);
  for (const auto& text : texts) {
    EXPECT_EQ(shown(escape_markdown(text)), visible(text));
    EXPECT_EQ(shown_code(markdown_code(text)), visible(text));
  }
}

TEST(EscapeMarkdown, LeavesOrdinaryWordsAlone) {
  EXPECT_EQ(escape_markdown("Authentication & consent: state_matches, 4.2 (RFC 6749 §4.2)!"),
            "Authentication & consent: state_matches, 4.2 (RFC 6749 §4.2)!");
  EXPECT_EQ(markdown_code("scope=a b"), "`scope=a b`");
}

TEST(Markdown, KeepsHostileTextsOnTheirLines) {
  auto texts = hostile_texts;
  texts.push_back(hostile_bytes);
  for (const auto& text : texts)
    for (const auto& page : {markdown(hostile_run(text)), markdown(hostile_run(text), Detail::messages)}) {
      EXPECT_EQ(page.find("-->"), std::string::npos) << page;
      std::istringstream lines(page);
      for (std::string line; std::getline(lines, line);)
        EXPECT_TRUE(line.empty() || std::regex_search(line, std::regex("^([0-9]+[.)] | *- |\\*|The run )"))) << line;
    }
}

TEST(Sentences, NeedNothingButTheKind) {
  MessageRecord record;
  record.envelope = {client, okta, 1, {"no_such_kind", {}}};
  EXPECT_EQ(words_about(record), "The Client sends this to the Authorization Server (Okta)");
  record.envelope.message = {"authentication_prompt", {{"error", "E1"}}};
  EXPECT_THAT(words_about(record), HasSubstr("once more"));
}

}  // namespace
}  // namespace flowsim::emit
