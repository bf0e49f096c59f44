// Traces go to JSON and back without loss, and nothing hostile gets in.
#include "trace/json.hpp"

#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <sstream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "trace/generate.hpp"

namespace flowsim::trace {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::StartsWith;

std::string written(const Trace& trace) {
  std::ostringstream out;
  write_json(trace, out);
  return out.str();
}

std::string refusal(std::string_view text) {
  std::string why;
  return read_json(text, &why) ? "none" : why;
}

// The text with its first `old` replaced, which must be there.
std::string replaced(std::string text, std::string_view old, std::string_view by) {
  const auto at = text.find(old);
  if (at == std::string::npos) throw std::logic_error("no such text: " + std::string(old));
  return text.replace(at, old.size(), by);
}

Trace small() {
  Trace trace;
  trace.header.title = "Happy path";
  trace.header.references = {"RFC 6749 §4.2"};
  trace.header.start = Instant{Duration{1767603600000}};
  trace.messages.push_back(
      {.id = 1,
       .envelope = {Participant::client,
                    Participant::okta,
                    1,
                    {"authorization_request", {{"state", "x"}, {"scope", "a b", Place::fragment}}}},
       .sent = {Instant{Duration{5}}, 1},
       .arrived = Moment{Instant{Duration{45}}, 2}});
  const HttpRequest request{"GET", "https://a.example/", {{"Accept", "*/*"}}, ""};
  trace.legs.push_back({1, 1, {Participant::browser, Participant::okta, 1, 1, request}, {}, {}});
  trace.legs.push_back({2, 2, {Participant::okta, Participant::browser, 1, 1, HttpResponse{}}, {}, {}});
  trace.legs.push_back({3, 3, {Participant::browser, Participant::user, 1, 0, BrowserAction{"show", "u", {}}}, {}, {}});
  trace.verdicts.push_back(
      {Participant::okta,
       1,
       {{{"client_known", CheckStatus::passed, {}, {"found.text", {"yes"}}, false}}, "show_sign_in"},
       {}});
  return trace;
}

TEST(TraceJson, HasThisShape) {
  EXPECT_EQ(written(small()), R"({
  "format": "flowsim-trace",
  "version": 2,
  "header": {"flow":"","title":"Happy path","teaches":"","references":["RFC 6749 §4.2"],"file":"","profile":"","response_type":"","browser":"browser","seed":0,"start":1767603600000,"faults":0,"disabled_checks":[],"until":null,"interactions":[],"keys":""},
  "messages": [
    {"id":1,"expected":true,"browser":"browser","envelope":{"from":"client","to":"okta","interaction":1,"message":{"kind":"authorization_request","parameters":[{"name":"state","value":"x"},{"name":"scope","value":"a b","place":"fragment"}]}},"altered":null,"sent":{"at":5,"order":1},"arrived":{"at":45,"order":2},"reached":null}
  ],
  "legs": [
    {"id":1,"number":1,"leg":{"from":"browser","to":"okta","message":1,"exchange":1,"payload":{"type":"http_request","method":"GET","url":"https://a.example/","headers":[{"name":"Accept","value":"*/*"}],"body":""}},"sent":{"at":0,"order":0},"arrived":null},
    {"id":2,"number":2,"leg":{"from":"okta","to":"browser","message":1,"exchange":1,"payload":{"type":"http_response","status":200,"headers":[],"body":""}},"sent":{"at":0,"order":0},"arrived":null},
    {"id":3,"number":3,"leg":{"from":"browser","to":"user","message":1,"exchange":0,"payload":{"type":"browser_action","verb":"show","url":"u","fields":[]}},"sent":{"at":0,"order":0},"arrived":null}
  ],
  "verdicts": [
    {"by":"okta","message":1,"verdict":{"results":[{"check":"client_known","status":"passed","expected":{"id":"","values":[]},"actual":{"id":"found.text","values":["yes"]},"violated":false}],"decision":"show_sign_in"},"moment":{"at":0,"order":0}}
  ],
  "transitions": [],
  "faults": [],
  "notes": [],
  "history": [],
  "secrets": [],
  "final_states": [],
  "expectations": [],
  "properties": [],
  "outcome": null,
  "end": {"at":0,"order":0}
}
)");
}

TEST(TraceJson, ReadsWhatItWrites) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const auto trace = TraceGenerator(seed).trace();
    std::string why;
    const auto read = read_json(written(trace), &why);
    ASSERT_TRUE(read) << seed << ": " << why;
    ASSERT_EQ(*read, trace) << seed;
  }
}

TEST(TraceJson, IsReadByBoostJson) {
  for (unsigned seed = 0; seed < 50; ++seed)
    EXPECT_EQ(json::parse(written(TraceGenerator(seed).trace())).at("version"), 2);
}

TEST(TraceJson, HasNoControlCharacterButTheLineEnd) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const auto text = written(TraceGenerator(seed).trace());
    EXPECT_EQ(invalid_utf8_at(text), std::nullopt);
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length)
      EXPECT_TRUE(text[at] == '\n' || !is_control(code_point_at(text, at).value)) << seed << " at " << at;
  }
}

TEST(TraceJson, WritesControlCharactersAsEscapes) {
  auto trace = small();
  trace.header.title = "a\x1b\x7F\u009B\u202E\U000E0041\"";
  EXPECT_THAT(written(trace), HasSubstr(R"("title":"a\u001b\u007f\u009b\u202e\udb40\udc41\"")"));
  EXPECT_EQ(read_json(written(trace)), trace);
}

TEST(TraceJson, ReplacesBytesThatAreNotUtf8) {
  auto trace = small();
  trace.messages[0].envelope.message.parameters.set("state", "a\xFF\xC0\xAF€\xE2\x82");
  const auto read = read_json(written(trace));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->messages[0].envelope.message.parameters.find("state"), "a\uFFFD\uFFFD\uFFFD€\uFFFD\uFFFD");
}

TEST(TraceJson, PassesOverMembersItDoesNotKnow) {
  const auto text = replaced(written(small()), R"("version": 2,)", R"("version": 2, "future": [{"x": {}}],)");
  EXPECT_EQ(read_json(replaced(text, R"({"id":1,)", R"({"new":null,"id":1,)")), small());
}

constexpr std::string_view not_our_version =
    "the trace is not of version 2, the only one that is read: run the scenario again with this program";

struct Wrong {
  std::string_view old, by, why;
};

constexpr Wrong wrongs[] = {
    {R"("flowsim-trace")", R"("other")", R"(the text is no trace: "format" is not "flowsim-trace")"},
    {R"("format")", R"("Format")", R"(the text is no trace: "format" is not "flowsim-trace")"},
    {R"("version": 2)", R"("version": 1)", not_our_version},
    {R"("version": 2)", R"("version": "2")", not_our_version},
    {R"("version": 2,)", "", not_our_version},
    {R"("title":"Happy path")", R"("title":7)", "header.title is not a text"},
    {R"("title":"Happy path",)", "", "header.title is missing"},
    {R"(["RFC 6749 §4.2"])", R"(["a",1])", "header.references[1] is not a text"},
    {R"("seed":0)", R"("seed":-1)", "header.seed is out of range"},
    {R"("seed":0)", R"("seed":0.5)", "header.seed is not a whole number"},
    {R"("seed":0)", R"("seed":18446744073709551616)", "header.seed is not a whole number"},
    {R"("start":1767603600000)", R"("start":253402300800000)", "header.start is out of range"},
    {R"("start":1767603600000)", R"("start":-9223372036854775808)", "header.start is out of range"},
    {R"("faults":0)", R"("faults":2147483648)", "header.faults is out of range"},
    {R"("until":null)", R"("until":"3")", "header.until is not a whole number"},
    {R"("expected":true)", R"("expected":1)", "messages[0].expected is neither true nor false"},
    {R"("to":"okta")", R"("to":"server")", "messages[0].envelope.to is none of the names known here"},
    {R"("to":"okta")", R"("to":"okta\u0000")", "messages[0].envelope.to is none of the names known here"},
    {R"({"name":"state","value":"x"})", "[]", "messages[0].envelope.message.parameters[0] is not an object"},
    {R"("place":"fragment")", R"("place":null)", "messages[0].envelope.message.parameters[1].place is not a text"},
    {R"("sent":{"at":5,)", R"("sent":{"at":"5",)", "messages[0].sent.at is not a whole number"},
    {R"("arrived":{"at":45,"order":2})", R"("arrived":[])", "messages[0].arrived is not an object"},
    {R"("http_request")", R"("http_push")", "legs[0].leg.payload has a type not known here"},
    {R"("type":"http_request",)", "", "legs[0].leg.payload is not an object with a type"},
    {R"("verb":"show",)", "", "legs[2].leg.payload.verb is missing"},
    {R"("notes": [])", R"("notes": {})", "notes is not an array"},
    {R"({"id":1,"expected")", R"({"id":7,"expected")", "messages[0].id is not 1, its place in the list"},
    {R"({"id":3,"number":3)", R"({"id":2,"number":3)", "legs[2].id is not 3, its place in the list"},
    {R"("message":1,"exchange":0)", R"("message":2,"exchange":0)",
     "legs[2].message is 2, and there is no such message"},
    {R"("by":"okta","message":1)", R"("by":"okta","message":0)",
     "verdicts[0].message is 0, and there is no such message"},
};

TEST(TraceJson, SaysWhatIsWrongAndWhere) {
  for (const auto& [old, by, why] : wrongs) EXPECT_EQ(refusal(replaced(written(small()), old, by)), why) << by;
}

TEST(TraceJson, RefusesRecordsAboutMessagesThatAreNotThere) {
  auto trace = small();
  trace.transitions.emplace_back().message = -1;
  EXPECT_EQ(refusal(written(trace)), "transitions[0].message is -1, and there is no such message");
  trace = small();
  trace.notes.emplace_back().message = 2;
  EXPECT_EQ(refusal(written(trace)), "notes[0].message is 2, and there is no such message");
  trace = small();
  trace.secrets.emplace_back().message = 0;
  EXPECT_EQ(refusal(written(trace)), "secrets[0].message is 0, and there is no such message");
}

TEST(TraceJson, TakesRecordsAboutNoMessage) {
  auto trace = small();
  trace.transitions.emplace_back().event = "timer";
  trace.notes.emplace_back().text = {"a_note"};
  EXPECT_EQ(read_json(written(trace)), trace);
}

TEST(TraceJson, RefusesPhrasesThatNobodyCanSay) {
  const auto knows = [](const Phrase& phrase) { return phrase.id == "found.text" && phrase.values.size() == 1; };
  const auto text = written(small());
  EXPECT_TRUE(read_json(text, nullptr, knows));
  std::string why;
  EXPECT_FALSE(read_json(replaced(text, "found.text", "found.tex\\u0007t"), &why, knows));
  EXPECT_EQ(
      why,
      R"(verdicts[0].verdict.results[0].actual is "found.tex\x07t" with 1 values, and no sentence has that id and )"
      "that many values");
  EXPECT_FALSE(read_json(replaced(text, R"(["yes"])", R"(["yes","no"])"), &why, knows));
  EXPECT_TRUE(read_json(replaced(text, "found.text", "other"))) << "nobody was asked";
}

TEST(TraceJson, KeepsTheNamesOfATraceAlive) {
  Trace copy;
  {
    const auto read = read_json(replaced(written(small()), "client_known", "a_check_that_no_table_has"));
    ASSERT_TRUE(read);
    copy = *read;
  }
  EXPECT_EQ(copy.verdicts[0].verdict.results[0].check, "a_check_that_no_table_has");
  EXPECT_EQ(copy.verdicts[0].verdict.results[0].actual.id, "found.text");
}

TEST(TraceJson, RefusesWhatIsNotJson) {
  const auto text = written(small());
  for (const auto& wrong : {std::string(), std::string(" "), std::string("trace"), text.substr(0, text.size() / 2),
                            text + "x", replaced(text, "Happy", "\xFF"), replaced(text, "Happy", "\n"),
                            replaced(text, "null", "NaN"), "// comment\n" + text})
    EXPECT_THAT(refusal(wrong), StartsWith("the text is not JSON: ")) << wrong;
  for (const auto* wrong : {"null", "[]", "1", "\"flowsim-trace\"", "{}"})
    EXPECT_THAT(refusal(wrong), StartsWith("the text is no trace: ")) << wrong;
}

TEST(TraceJson, SaysAtWhichByteItIsNotJson) { EXPECT_THAT(refusal(R"({"format": x})"), HasSubstr(" at byte 1")); }

TEST(TraceJson, TakesSpaceBehindTheTrace) { EXPECT_TRUE(read_json(written(small()) + " \r\n\t\n")); }

TEST(TraceJson, RefusesDeepAndLongTexts) {
  EXPECT_THAT(refusal(std::string(1'000'000, '[')), StartsWith("the text is not JSON: "));
  const auto nested = [](std::size_t depth) {
    return replaced(written(small()), R"("version": 2)",
                    R"("version": 2, "future": )" + std::string(depth, '[') + std::string(depth, ']'));
  };
  EXPECT_TRUE(read_json(nested(31)));  // the trace itself is one level
  EXPECT_THAT(refusal(nested(32)), StartsWith("the text is not JSON: "));
  EXPECT_EQ(refusal(std::string(trace_json_limit + 1, ' ')), "the text is longer than 67108864 bytes");
}

TEST(TraceJson, NeedsNobodyToAskWhy) { EXPECT_EQ(read_json("{"), std::nullopt); }

TEST(TraceJson, RefusesEveryCutText) {
  const auto text = written(TraceGenerator(3).trace());
  for (std::size_t length = 0; length + 1 < text.size(); ++length) EXPECT_FALSE(read_json(text.substr(0, length)));
}

}  // namespace
}  // namespace flowsim::trace
