// Every way in which a scenario file can be wrong, with the words and the place a person gets.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

#include "scenario/reading.hpp"

namespace flowsim::scenario {
namespace {

using testing_support::diagnostics_of;

struct BadInput {
  std::string name, text, diagnostics;
};

void PrintTo(const BadInput& input, std::ostream* out) { *out << input.name; }

/// Stands in line 1, so that the wrong thing stands in line 2.
BadInput second_line(std::string name, const std::string& line, std::string diagnostics) {
  return {std::move(name), "title: x\n" + line + "\n", std::move(diagnostics)};
}

/// The line stands in a block, so that the wrong thing stands in line 3 and is indented by two spaces.
BadInput in_block(const std::string& block, std::string name, const std::string& line, std::string diagnostics) {
  return second_line(std::move(name), block + ":\n  " + line, std::move(diagnostics));
}

const BadInput syntax_errors[] = {
    {"Empty", "", "0:0: the file holds no scenario | the shortest scenario is one line: \"title: …\"\n"},
    {"OnlyComments", "# a\n\n# b\n",
     "0:0: the file holds no scenario | the shortest scenario is one line: \"title: …\"\n"},
    {"OnlyAMarker", "---\n", "0:0: the file holds no scenario | the shortest scenario is one line: \"title: …\"\n"},
    {"AScalar", "title\n",
     "1:1: a scenario must be a mapping of keys to values, not title | start with \"title: …\"\n"},
    {"AList", "- title\n",
     "1:1: a scenario must be a mapping of keys to values, not a list | start with \"title: …\"\n"},
    second_line("SecondDocument", "---\ntitle: y",
                "2:1: a second document starts here, and a file holds one scenario | move it to a file of its own, or "
                "remove the line\n"),
    {"TextBehindTheEnd", "[a] b\n",
     "1:1: a scenario must be a mapping of keys to values, not a list | start with \"title: …\"\n"
     "1:5: this stands behind the end of the scenario | check the indentation of this line\n"},
    second_line("DuplicateKey", "title: y", "2:1: duplicate key \"title\" | it stands already in line 1\n"),
    in_block("client", "DuplicateKeyInABlock", "scope: a\n  scope: b",
             "4:3: duplicate key \"scope\" | it stands already in line 3\n"),
    second_line(
        "Anchor", "teaches: &a b",
        "2:10: anchors are not allowed in scenario files | remove it; a text that starts with & needs quotes\n"),
    second_line(
        "Alias", "teaches: *a",
        "2:10: aliases are not allowed in scenario files | write the value out; a text that starts with * needs "
        "quotes\n"),
    {"KnownAlias", "title: &a x\nteaches: *a\n",
     "1:8: anchors are not allowed in scenario files | remove it; a text that starts with & needs quotes\n"},
    second_line("Tag", "seed: !!int 5",
                "2:7: tags are not allowed in scenario files | remove it; a text that starts with ! needs quotes\n"),
    second_line("BareTag", "teaches: ! b",
                "2:10: tags are not allowed in scenario files | remove it; a text that starts with ! needs quotes\n"),
    second_line("ComplexKey", "? [a]\n: b", "2:3: a key must be a single word | write \"key: value\"\n"),
    second_line("MissingKey", ": b", "2:1: a key is missing here | write \"key: value\"\n"),
    second_line("UnclosedQuote", "teaches: \"abc\nseed: 5",
                "2:10: this quoted text is never closed | add the closing quote\n"),
    second_line("UnclosedQuoteBehindAClosedOne", "references: ['a', 'it''s', \"b]",
                "2:28: this quoted text is never closed | add the closing quote\n"),
    second_line("UnclosedBracket", "references: [a, b", "2:13: \"[\" is never closed | add \"]\"\n"),
    second_line("UnclosedBrace", "expect: {outcome: signed_in", "2:9: \"{\" is never closed | add \"}\"\n"),
    second_line("BracketClosedTooLate", "references: [a\nexpect:\n  status: 5",
                "3:7: \",\" or \"]\" is missing here | the \"[\" in line 2 is still open\n"),
    second_line("NothingToClose", "teaches: ]",
                "2:10: \"]\" closes nothing that was opened | remove it, or quote the text\n"),
    second_line(
        "ColonInAText", "teaches: a: b",
        "2:11: a colon is not allowed here | put a text that holds \": \" in quotes, or check the indentation of "
        "this line\n"),
    second_line("TextBehindAQuotedOne", "teaches: \"a\" b",
                "2:14: this does not fit the mapping it stands in | check the indentation of this line, or put a text "
                "with special characters in quotes\n"),
    second_line("TabIndentation", "expect:\n\tstatus: 5", "3:1: a tab cannot indent in YAML | use spaces\n"),
    second_line("AtSign", "teaches: @b", "2:10: \"@\" cannot start a text | put the text in quotes\n"),
    second_line(
        "ListBehindAKey", "references: - a",
        "2:13: a list entry is not allowed here | start the list on a line of its own; a text that starts with - "
        "needs quotes\n"),
    second_line("UnknownEscape", "teaches: \"\\q\"",
                "2:13: unknown escape sequence | in double quotes a backslash starts an escape: write it twice, or use "
                "single quotes\n"),
    second_line("Directive", "...\n%YAML 3.0\n---\na",
                "3:1: this YAML directive cannot be read | remove the line that starts with %\n"),
    {"ControlCharacter", "title: é\x01\n",
     "1:9: control character U+0001 | write it as an escape inside double quotes, or remove it\n"},
    {"EndOfFileCharacter", "title: a\x04\nsede: 5\n",
     "1:9: control character U+0004 | write it as an escape inside double quotes, or remove it\n"},
    {"NulByte", std::string("title: a\0b\n", 11), "1:9: control character U+0000 | is this a text file, in UTF-8?\n"},
    {"OldMacLineEnds", "title: a\rseed: 5\r", "1:9: control character U+000D | end lines with a line feed\n"},
    {"InvalidUtf8", "title: é\xFFz\n", "1:9: byte 0xFF is not valid UTF-8 | save the file in UTF-8\n"},
    {"Surrogate", "title: \xED\xA0\x80\n", "1:8: byte 0xED is not valid UTF-8 | save the file in UTF-8\n"},
};

const BadInput wrong_keys[] = {
    {"TitleMissing", "seed: 5\n",
     "1:1: \"title\" is missing | add \"title: …\": What the scenario shows, in one line\n"},
    second_line("UnknownKey", "expct: 5", "2:1: unknown key \"expct\" | did you mean \"expect\"?\n"),
    second_line("UnknownKeyFarFromAll", "colour: red",
                "2:1: unknown key \"colour\" | one of: title, teaches, references, threats, seed, start, latency, "
                "disabled_checks, user, client, okta, app, attacker, expect, faults\n"),
    second_line("KeyOfABlock", "redirect_uris: []",
                "2:1: unknown key \"redirect_uris\" | it stands in the block \"okta\"\n"),
    in_block("user", "KeyOfTheTop", "seed: 5",
             "3:3: unknown key \"seed\" in \"user\" | it stands at the top of the file, not in \"user\"\n"),
    in_block("client", "UnknownKeyInABlock", "promt: none",
             "3:3: unknown key \"promt\" in \"client\" | did you mean \"prompt\"?\n"),
    second_line("SwitchWordAsAKey", "on: 5",
                "2:1: the key on is read as a boolean by YAML 1.1 tools | put it in quotes: \"on\"\n"),
    second_line("NoValue", "seed:\nlatency: 2s", "2:1: \"seed\" has no value | give it a value, or remove the key\n"),
    second_line("NullValue", "teaches: ~", "2:1: \"teaches\" has no value | give it a value, or remove the key\n"),
    second_line("BlockWithoutValue", "user:", "2:1: \"user\" has no value | give it a value, or remove the key\n"),
    second_line("BlockAsAList", "user: [a]", "2:7: \"user\" must be a mapping of keys to values, not a list\n"),
};

constexpr auto page_wanted =
    "3:17: \"client.redirect_uri\" must be an http or https URL as a browser shows it, such as "
    "https://spa.example.com/callback | without user name, default port and dot segments: a browser takes them away, "
    "and the client would not know its page\n";
constexpr auto scopes_wanted =
    "3:19: \"app.required_scope\" must be scope names, printable ASCII without quotation mark and backslash, with one "
    "space between two\n";

const BadInput wrong_texts[] = {
    {"TitleEmpty", "title: \"\"\n", "1:8: \"title\" must not be empty\n"},
    {"TitleTooLong", "title: " + std::string(201, 'a') + "\n",
     "1:8: \"title\" must have at most 200 characters, not 201\n"},
    {"TitleOfTwoLines", "title: |\n  a\n  b\n",
     "1:8: \"title\" must be one line without control characters | a block text that starts with > or | ends in a line "
     "break: write >- instead\n"},
    {"TitleWithAnEscapedControl", "title: \"a\\u0085b\"\n",
     "1:8: \"title\" must be one line without control characters | a block text that starts with > or | ends in a line "
     "break: write >- instead\n"},
    {"TitleAsANumber", "title: 1e3\n",
     "1:8: \"title\" must be a text, and 1e3 is a number | put it in quotes: \"1e3\"\n"},
    second_line("TextAsABoolean", "teaches: True",
                "2:10: \"teaches\" must be a text, and True is a boolean | put it in quotes: \"True\"\n"),
    second_line("TextAsASwitchWord", "teaches: no",
                "2:10: \"teaches\" must be a text, and YAML 1.1 tools read no as a boolean | put it in quotes: "
                "\"no\"\n"),
    second_line("TextAsAList", "teaches: [a]", "2:10: \"teaches\" must be a text, not a list\n"),
    in_block("client", "NotAscii", "scope: öpenid", "3:10: \"client.scope\" must be printable ASCII characters\n"),
    in_block("client", "RelativeUrl", "redirect_uri: /callback", page_wanted),
    in_block("app", "UrlWithASpace", "resource: https://a b/",
             "3:13: \"app.resource\" must be an absolute URL such as https://spa.example.com/callback\n"),
    in_block("client", "PageOfAnApp", "redirect_uri: com.example.app://callback", page_wanted),
    in_block("client", "PageWithUserInfo", "redirect_uri: https://me@spa.example.com/callback", page_wanted),
    in_block("client", "PageWithDefaultPort", "redirect_uri: https://spa.example.com:443/callback", page_wanted),
    in_block("client", "PageWithDefaultPortOfHttp", "redirect_uri: HTTP://[::1]:80/callback", page_wanted),
    in_block("client", "PageWithEmptyPort", "redirect_uri: 'https://spa.example.com:/callback'", page_wanted),
    in_block("client", "PageWithDotSegment", "redirect_uri: https://spa.example.com/a/../callback", page_wanted),
    in_block("client", "PageWithEscapedDotSegment", "redirect_uri: https://spa.example.com/%2E./callback", page_wanted),
    in_block("client", "PageEndingInADot", "redirect_uri: https://spa.example.com/.", page_wanted),
    in_block("app", "ScopeWithQuotationMark", "required_scope: 'a\"b'", scopes_wanted),
    in_block("app", "ScopeWithBackslash", "required_scope: a\\b", scopes_wanted),
    in_block("app", "ScopesWithTwoSpaces", "required_scope: a  b", scopes_wanted),
    in_block("app", "ScopesWithASpaceBehind", "required_scope: 'a '", scopes_wanted),
    in_block("okta", "IssuerWithoutTls", "issuer: http://example.okta.com",
             "3:11: \"okta.issuer\" must be an https URL without query and fragment, such as "
             "https://example.okta.com/oauth2/default\n"),
    in_block("expect", "ErrorWithQuotationMark", "error: 'a\"b'",
             "3:10: \"expect.error\" must be printable ASCII characters without quotation mark and backslash\n"),
};

const BadInput wrong_numbers[] = {
    second_line("NumberInQuotes", "seed: \"5\"",
                "2:7: \"seed\" must be a whole number, and \"5\" is a text | drop the quotes\n"),
    second_line("NumberAsAWord", "seed: five", "2:7: \"seed\" must be a whole number, not five\n"),
    second_line(
        "Octal", "seed: 0o17",
        "2:7: \"seed\" must be a whole number, not 0o17 | write it in decimal, without sign, fraction, exponent "
        "and leading zeros\n"),
    second_line("OldOctal", "seed: 017",
                "2:7: \"seed\" must be a whole number, not 017 | write it in decimal, without sign, fraction, exponent "
                "and leading zeros\n"),
    second_line(
        "Hexadecimal", "seed: 0x1F",
        "2:7: \"seed\" must be a whole number, not 0x1F | write it in decimal, without sign, fraction, exponent "
        "and leading zeros\n"),
    second_line("Fraction", "seed: 1.0",
                "2:7: \"seed\" must be a whole number, not 1.0 | write it in decimal, without sign, fraction, exponent "
                "and leading zeros\n"),
    second_line("Negative", "seed: -1", "2:7: \"seed\" must be from 0 to 9007199254740992, not -1\n"),
    second_line("Huge", "seed: 99999999999999999999",
                "2:7: \"seed\" must be from 0 to 9007199254740992, not 99999999999999999999\n"),
    in_block("user", "TooManyMistypes", "mistypes: 21", "3:13: \"user.mistypes\" must be from 0 to 20, not 21\n"),
    in_block("expect", "ImpossibleStatus", "status: 600", "3:11: \"expect.status\" must be from 100 to 599, not 600\n"),
    in_block("okta", "Yes", "user_locked: yes",
             "3:16: \"okta.user_locked\" must be true or false, not yes | YAML 1.1 tools read yes as a boolean and "
             "others as a text: write true\n"),
    in_block("okta", "Off", "user_locked: Off",
             "3:16: \"okta.user_locked\" must be true or false, not Off | YAML 1.1 tools read Off as a boolean and "
             "others as a text: write false\n"),
    in_block("okta", "LoudFalse", "user_locked: FALSE",
             "3:16: \"okta.user_locked\" must be true or false, not FALSE | write false\n"),
    in_block("okta", "BooleanInQuotes", "user_locked: 'true'",
             "3:16: \"okta.user_locked\" must be true or false, and \"true\" is a text | drop the quotes\n"),
    in_block("okta", "BooleanAsANumber", "user_locked: 1", "3:16: \"okta.user_locked\" must be true or false, not 1\n"),
};

const BadInput wrong_times[] = {
    second_line(
        "DurationWithoutUnit", "latency: 40",
        "2:10: \"latency\" must be a duration, and 40 has no unit | write the unit behind the number: ms, s, min, "
        "h or d\n"),
    second_line("DurationWithASpace", "latency: 40 ms",
                "2:10: \"latency\" must be a duration such as 40ms, not 40 ms | a whole number and its unit, without a "
                "space: ms, s, min, h or d\n"),
    second_line("DurationTooLong", "latency: 3001ms", "2:10: \"latency\" must be from 0s to 3s, not 3001ms\n"),
    in_block("okta", "LifetimeTooShort", "access_token_lifetime: 4min",
             "3:26: \"okta.access_token_lifetime\" must be from 5min to 1d, not 4min\n"),
    in_block("client", "PatienceTooShort", "patience: 999ms",
             "3:13: \"client.patience\" must be from 1s to 1h, not 999ms\n"),
    in_block("app", "SkewTooLarge", "clock_skew: -25h", "3:15: \"app.clock_skew\" must be from -1d to 1d, not -25h\n"),
    second_line(
        "Date", "start: 2026-01-05",
        "2:8: \"start\" must be a time such as 2026-01-05T09:00:00Z, not 2026-01-05 | date, T, time of day and Z "
        "for UTC, as RFC 3339 writes them\n"),
    second_line("LocalTime", "start: 2026-01-05T09:00:00+01:00",
                "2:8: \"start\" must be a time such as 2026-01-05T09:00:00Z, not 2026-01-05T09:00:00+01:00 | date, T, "
                "time of day and Z for UTC, as RFC 3339 writes them\n"),
    second_line(
        "TooEarly", "start: 1999-12-31T23:59:59Z",
        "2:8: \"start\" must be from 2000-01-01T00:00:00Z to 2999-12-31T23:59:59.999Z, not 1999-12-31T23:59:59Z\n"),
};

const BadInput wrong_names[] = {
    in_block("okta", "UnknownProfile", "profile: octa",
             "3:12: unknown profile \"octa\" for \"okta.profile\" | did you mean \"okta\"?\n"),
    in_block("user", "UnknownAnswer", "consent: perhaps",
             "3:12: unknown answer \"perhaps\" for \"user.consent\" | one of: grant, deny\n"),
    in_block("expect", "UnknownOutcome", "outcome: resource_serve",
             "3:12: unknown outcome \"resource_serve\" for \"expect.outcome\" | did you mean \"resource_served\"?\n"),
    second_line("UnknownCheck", "disabled_checks: [state_match]",
                "2:19: unknown check \"state_match\" for \"disabled_checks\" | did you mean \"state_matches\"?\n"),
    second_line("NoSuchCheckAtAll", "disabled_checks: [zzzzzzzz]",
                "2:19: unknown check \"zzzzzzzz\" for \"disabled_checks\"\n"),
    second_line("UnknownThreat", "threats: [csrf-redirect-url]",
                "2:11: unknown threat \"csrf-redirect-url\" for \"threats\" | did you mean \"csrf-redirect-uri\"?\n"),
    second_line("CheckTwice", "disabled_checks: [state_matches, state_matches]",
                "2:34: \"state_matches\" stands twice in \"disabled_checks\" | remove one of the two\n"),
    second_line("ListAsAText", "references: RFC 6749", "2:13: \"references\" must be a list, not RFC 6749\n"),
    second_line("EmptyEntry", "references: [a, , b]",
                "2:17: an entry of \"references\" has no value | give it a value, or remove it\n"),
    second_line("NumberInAList", "references: [6749]",
                "2:14: an entry of \"references\" must be a text, and 6749 is a number | put it in quotes: \"6749\"\n"),
    in_block("okta", "UnknownConsentSetting", "scopes: {openid: maybe}",
             "3:20: unknown consent setting \"maybe\" for \"openid\" | one of: implicit, flexible, required\n"),
    in_block("okta", "ScopeWithASpace", "scopes: {\"a b\": implicit}",
             "3:12: a key of \"okta.scopes\" must be a scope name: printable ASCII without space, quotation mark and "
             "backslash | put each scope in an entry of its own\n"),
    in_block(
        "client", "TwoParametersInOne", "extra_parameters: [{a: b, c: d}]",
        "3:22: an entry of \"client.extra_parameters\" must be one name with its value | write \"- name: value\"\n"),
    in_block("client", "UnknownParameter", "omit_parameters: [nounce]",
             "3:21: unknown parameter \"nounce\" for \"client.omit_parameters\" | did you mean \"nonce\"?\n"),
    in_block("expect", "UnknownActor", "states: {ap: Idle}",
             "3:12: unknown actor \"ap\" in \"expect.states\" | did you mean \"app\"?\n"),
    in_block("expect", "UnknownState", "states: {app: Idel}",
             "3:17: app has no state \"Idel\" | did you mean \"Idle\"?\n"),
    in_block("expect", "UnknownStateOfTheAttacker", "states: {attacker: Idle}",
             "3:22: attacker has no state \"Idle\" | one of: Watching, UsingToken, HasResource, TokenRefused\n"),
    in_block("expect", "NoActor", "states: {browser: Idle}",
             "3:12: unknown actor \"browser\" in \"expect.states\" | one of: user, client, okta, app, attacker\n"),
    in_block("expect", "StateWithoutValue", "states: {app: }",
             "3:12: \"app\" has no value | give it a value, or remove it\n"),
};

const std::string own_origin = " | client, okta and app are different parties: give each an origin of its own\n";

const BadInput impossible_combinations[] = {
    in_block("expect", "ServedByACheck", "{outcome: resource_served, check: state_matches}",
             "3:37: no check decides the outcome resource_served | remove \"check\", or expect another outcome\n"),
    in_block("expect", "SignedInWithAnError", "{error: access_denied, outcome: signed_in}",
             "3:11: no error decides the outcome signed_in | remove \"error\", or expect another outcome\n"),
    in_block("expect", "ServedTooEarly", "{outcome: resource_served, last_interaction: 5}",
             "3:48: the outcome resource_served needs interaction 6 | write 6, or expect another outcome\n"),
    in_block("expect", "SwitchedOffCheckDecides", "check: state_matches\ndisabled_checks: [state_matches]",
             "3:10: the check state_matches is switched off and decides nothing | remove it here or from "
             "\"disabled_checks\"\n"),
    in_block("client", "OmittedAndSet", "{omit_parameters: [state], state: abc}",
             "3:37: \"state\" has a value and stands in \"client.omit_parameters\" | remove one of the two\n"),
    in_block("app", "AppOnOkta", "resource: https://example.okta.com/orders",
             "3:13: \"app.resource\" is on the origin of okta, https://example.okta.com" + own_origin),
    in_block("app", "AppOnTheClient", "resource: https://SPA.example.com:443/orders",
             "3:13: \"app.resource\" is on the origin of the client, https://spa.example.com" + own_origin),
    in_block("client", "ResourceOnTheClient", "resource: https://spa.example.com/orders",
             "3:13: \"client.resource\" is on the origin of the client, https://spa.example.com" + own_origin),
    in_block("client", "ResourceOnOkta", "resource: https://me@example.okta.com/orders",
             "3:13: \"client.resource\" is on the origin of okta, https://example.okta.com" + own_origin),
    in_block("client", "ClientOnOkta", "redirect_uri: https://example.okta.com/callback",
             "3:17: \"client.redirect_uri\" is on the origin of okta, https://example.okta.com" + own_origin),
    in_block("client", "ClientOnTheAppOfTwoKeys", "redirect_uri: https://api.example.com/callback",
             "3:17: \"client.redirect_uri\" is on the origin of the app, https://api.example.com" + own_origin),
    in_block("client", "LaterOfTwoKeys",
             "redirect_uri: http://a.example:8080/\nokta:\n  issuer: https://b.example\napp:\n  resource: "
             "http://A.example:8080/x",
             "7:13: \"app.resource\" is on the origin of the client, http://a.example:8080" + own_origin),
    in_block("client", "IssuerOnTheClient",
             "redirect_uri: https://a.example/callback\nokta:\n  issuer: https://a.example/oauth2",
             "5:11: \"okta.issuer\" is on the origin of the client, https://a.example" + own_origin),
};

class BadScenario : public testing::TestWithParam<BadInput> {};

TEST_P(BadScenario, IsExplainedAtItsPlace) { EXPECT_EQ(diagnostics_of(GetParam().text), GetParam().diagnostics); }

std::string name_of_test(const testing::TestParamInfo<BadInput>& test) { return test.param.name; }

INSTANTIATE_TEST_SUITE_P(Syntax, BadScenario, testing::ValuesIn(syntax_errors), name_of_test);
INSTANTIATE_TEST_SUITE_P(Keys, BadScenario, testing::ValuesIn(wrong_keys), name_of_test);
INSTANTIATE_TEST_SUITE_P(Texts, BadScenario, testing::ValuesIn(wrong_texts), name_of_test);
INSTANTIATE_TEST_SUITE_P(Numbers, BadScenario, testing::ValuesIn(wrong_numbers), name_of_test);
INSTANTIATE_TEST_SUITE_P(Times, BadScenario, testing::ValuesIn(wrong_times), name_of_test);
INSTANTIATE_TEST_SUITE_P(Names, BadScenario, testing::ValuesIn(wrong_names), name_of_test);
INSTANTIATE_TEST_SUITE_P(Combinations, BadScenario, testing::ValuesIn(impossible_combinations), name_of_test);

TEST(Diagnostics, ComeAllAtOnceInTheOrderOfTheFile) {
  EXPECT_EQ(diagnostics_of("expect:\n  outcome: resource_served\n  check: state_matches\nseed: x\ncolor: red\n"),
            "1:1: \"title\" is missing | add \"title: …\": What the scenario shows, in one line\n"
            "3:10: no check decides the outcome resource_served | remove \"check\", or expect another outcome\n"
            "4:7: \"seed\" must be a whole number, not x\n"
            "5:1: unknown key \"color\" | one of: title, teaches, references, threats, seed, start, latency, "
            "disabled_checks, user, client, okta, app, attacker, expect, faults\n");
}

TEST(Diagnostics, CountColumnsInCodePoints) {
  EXPECT_EQ(diagnostics_of("title: x\nexpect: {error: \"ü\", status: 5}\n"),
            "2:17: \"expect.error\" must be printable ASCII characters without quotation mark and backslash\n"
            "2:30: \"expect.status\" must be from 100 to 599, not 5\n");
}

TEST(Diagnostics, AreListedUpToAHundredAndThenCounted) {
  std::string text = "title: x\n";
  for (int i = 0; i < 150; ++i) text += "k" + std::to_string(i) + ": 5\n";
  const auto listed = diagnostics_of(text);
  EXPECT_EQ(std::count(listed.begin(), listed.end(), '\n'), 101);
  EXPECT_TRUE(listed.ends_with("102:1: 50 more errors from here on are not listed | correct the ones above first\n"));
}

TEST(Diagnostics, NameTheFile) {
  Diagnostics diagnostics;
  read_scenario("", "a/b.yaml", diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].file, "a/b.yaml");
}

}  // namespace
}  // namespace flowsim::scenario
