// Traces that several tests look at: the six interactions, and one run with every kind of record.
#pragma once

#include <string>

#include "support/trace_builder.hpp"

namespace flowsim::testing_support {
using namespace trace;

inline const std::string sample_secret = "kV3aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_zz";

inline Trace six_interactions() {
  TraceBuilder builder("Happy path — the six interactions");
  for (int number = 1; number <= 6; ++number) builder.after(Duration{40}).interaction(number);
  return builder.outcome(OutcomeKind::resource_served).build();
}

/// Every kind of record, every status of a check, every answer of a machine, and every kind of leg.
inline Trace every_record() {
  using enum Participant;
  TraceBuilder builder("Every kind of record");
  builder.header().teaches =
      "What a trace may hold, and how each of its records looks when it is written down for a reader";
  builder.header().references = {"RFC 6749 §4.2", "RFC 9700 §2.1.2"};
  builder.header().disabled_checks = {"nonce_matches", "at_hash_matches"};
  builder.header().faults = 2;
  const Parameters form{{"transaction", sample_secret}, {"username", "joe"}, {"password", "correct horse"}};
  const std::string callback = "https://spa.example.com/callback#access_token=" + sample_secret + "&token_type=Bearer";

  builder.transition_of(0, user, "Idle", "Browsing", "start");
  builder.message(0, user, client, "Open the client");
  builder.leg(user, browser, BrowserAction{"open", "https://spa.example.com/", {}});
  builder.transition_of(1, client, "Ready", "AwaitingResponse", "sign_in_request");
  builder.interaction(1, {{"response_type", "id_token token"},
                          {"client_id", "0oabv6kx4qq6h1U5l0h7"},
                          {"redirect_uri", "https://spa.example.com/callback"},
                          {"scope", "openid profile orders:read"},
                          {"state", sample_secret},
                          {"nonce", sample_secret},
                          {"prompt", ""},
                          {"display", "page", Place::fragment}});
  builder.leg(
      client, browser,
      BrowserAction{"navigate", "https://example.okta.com/oauth2/default/v1/authorize?state=" + sample_secret, {}});
  builder.leg(
      browser, okta,
      HttpRequest{
          "GET",
          "https://example.okta.com/oauth2/default/v1/authorize?state=" + sample_secret,
          {{"Host", "example.okta.com"}, {"Referer", "https://spa.example.com/"}, {"Cookie", "sid=" + sample_secret}},
          ""});
  builder.verdict({passed_check("client_known"), passed_check("redirect_uri_exact"),
                   passed_check("response_type_enabled"), passed_check("state_present"), passed_check("nonce_present"),
                   passed_check("scope_allowed"), passed_check("method_allowed")});
  builder.transition(okta, "Idle", "AwaitingSignIn", "authorization_request");
  builder.after(Duration{40}).interaction(2);
  builder.leg(okta, browser,
              HttpResponse{302,
                           {{"Location", "https://example.okta.com/signin"},
                            {"Set-Cookie", "sid=" + sample_secret + "; Secure"}},
                           ""});
  builder.after(Duration{2500}).message(3, user, okta, "Credentials", form);
  builder.leg(user, browser, BrowserAction{"submit", "https://example.okta.com/signin", form});
  builder.leg(browser, okta,
              HttpRequest{"POST",
                          "https://example.okta.com/signin",
                          {{"Content-Type", "application/x-www-form-urlencoded"}},
                          "transaction=" + sample_secret + "&password=correct+horse"});
  builder.message(3, okta, user, "Consent prompt", {{"scope", "orders:read"}});
  builder.leg(okta, browser,
              HttpResponse{200,
                           {{"Content-Type", "text/html"}},
                           std::string(150, 'x') + " " + sample_secret + " " + std::string(150, 'y')});
  builder.message(3, user, okta, "Consent", {{"decision", "grant"}});
  builder.after(Duration{40})
      .interaction(4, {{"access_token", sample_secret}, {"token_type", "Bearer"}, {"expires_in", "3600"}});
  builder.leg(okta, browser, HttpResponse{302, {{"Location", callback}}, ""});
  builder.leg(browser, client, BrowserAction{"run_script", callback, {}});
  builder.verdict(
      {passed_check("fragment_readable"),
       {"id_token_present", CheckStatus::not_applicable, {}, saying("no ID token was asked for"), false},
       {"nonce_matches", CheckStatus::switched_off, saying("the nonce of the request"), saying("another"), true},
       {"at_hash_matches", CheckStatus::switched_off, saying("x"), saying("x"), false},
       {"id_token_fresh", CheckStatus::not_applicable, {}, saying("no ID token was asked for"), false},
       failed_check("state_matches", sample_secret, "not-the-one-you-sent")});
  builder.transition(client, "AwaitingResponse", "Rejected", "access_token_response");
  builder.note(client,
               "The response carried a state this browser never sent, so nothing in it is looked at any more, however "
               "good it may look otherwise.");
  builder.visit(callback, "https://spa.example.com/callback");
  builder.transition_of(0, client, "Rejected", "Rejected", "response_timeout", Acceptance::unexpected);
  builder.interaction(5, {{"access_token", sample_secret, Place::header}});
  builder.leg(client, app,
              HttpRequest{"GET", "https://api.example.com/orders", {{"Authorization", "Bearer " + sample_secret}}, ""});
  builder.transition(app, "Idle", "Idle", "resource_request", Acceptance::refused_by_guard);
  builder.transition_of(static_cast<int>(builder.trace().messages.size()), app, "Idle", "Idle", "resource_request",
                        Acceptance::accepted, 2);
  builder.message(6, app, client, "Refusal with WWW-Authenticate", {{"status", "401"}, {"error", "invalid_token"}})
      .unexpected()
      .never_arrives();
  builder.leg(app, client, HttpResponse{401, {{"WWW-Authenticate", "Bearer error=\"invalid_token\""}}, ""});
  builder.trace().legs.back().arrived.reset();
  builder.message(4, okta, client, "Access token response", {{"id_token", sample_secret}}).in_attacker_browser();
  builder.leg(okta, attacker_browser, HttpResponse{302, {{"Location", callback}}, ""});
  builder.message(4, okta, client, "Access token response", {{"access_token", sample_secret}}).reached(attacker);
  builder.leg(browser, attacker, BrowserAction{"run_script", callback, {}});
  builder.secret("access_token", attacker, "script");
  builder.note_of(0, user, "The run was stopped: it reached its limit of steps.");
  builder.final_state(user, "Browsing", "the page has nothing more to show");
  builder.final_state(client, "Rejected", "the response did not pass its checks");
  builder.property("authorization").property("secrecy", "The user's access token reached the attacker (script).");
  builder.expectation("outcome", "resource_served", "response_rejected");
  builder.expectation("check", "", "state_matches").expectation("states.client", "Rejected", "Rejected");
  builder.outcome(OutcomeKind::response_rejected, "The client refused the response because state_matches failed.");
  builder.trace().outcome->check = "state_matches";
  return builder.build();
}

/// Everything PlantUML, a terminal or a reader might take for more than text (one thing a line).
inline const std::vector<std::string> hostile_texts{"**bold**",
                                                    "//italic//",
                                                    "__under__",
                                                    "~~wave~~",
                                                    "\"\"mono\"\"",
                                                    "--struck--",
                                                    "[[http://evil.example link]]",
                                                    "<b>b</b>",
                                                    "<$sprite>",
                                                    "<U+0041>",
                                                    "<&key>",
                                                    "<img:/etc/passwd>",
                                                    "a\\nb\\tc",
                                                    "@enduml",
                                                    "@startuml",
                                                    "!include /etc/passwd",
                                                    "!$x = 1",
                                                    "%getenv(\"HOME\")",
                                                    "%version()",
                                                    "quote \" in ' names",
                                                    "$variable",
                                                    "~escaped",
                                                    "&#65; &lt;",
                                                    "-->",
                                                    "<!--",
                                                    "->",
                                                    "/' comment '/",
                                                    "' comment",
                                                    "# list",
                                                    "* item",
                                                    "= head",
                                                    "|cell|",
                                                    "----",
                                                    "==divider==",
                                                    "...",
                                                    "|||",
                                                    "end note",
                                                    "title",
                                                    " edges  and gaps ",
                                                    "::icon::",
                                                    "\\u0041",
                                                    "{{",
                                                    "}}",
                                                    "日本 é 😀 – §"};

inline const std::string hostile_bytes = "\x1b[31mred\x1b[0m \xe2\x80\xae\xff\xc3 \r\n\t\x07 \xc2\x9b end";

inline Trace hostile_run(const std::string& text) {
  using enum Participant;
  TraceBuilder builder(text);
  builder.header().teaches = text;
  builder.header().references = {text};
  builder.header().disabled_checks = {text};
  builder.header().profile = text;
  builder.interaction(1, {{text, text}, {"state", text}, {"password", text}});
  builder.leg(
      browser, okta,
      HttpRequest{text, text, {{text, text}, {"Cookie", text}, {"Authorization", text}, {"Location", text}}, text});
  const auto name = builder.trace().names.keep(text);
  builder.verdict({{name, CheckStatus::not_applicable, saying(text), saying(text), false},
                   {name, CheckStatus::switched_off, saying(text), saying(text), true},
                   failed_check(name, text, text)});
  builder.transition(okta, text, text + "2", text).transition(okta, text, text, text, Acceptance::unexpected);
  builder.note(okta, text);
  builder.message(4, okta, client, text, {{"error", text}, {"error_description", text}}).unexpected();
  builder.leg(okta, browser, BrowserAction{text, text, {{text, text}}});
  builder.message(4, okta, client, text, {{text, text}}).in_attacker_browser().reached(attacker);
  builder.leg(browser, attacker, BrowserAction{text, text, {{text, text}}}).secret(text, attacker, text);
  builder.property(text, text);
  builder.visit(text, text).final_state(client, text, text).expectation(text, text, text + "2");
  builder.outcome(OutcomeKind::authorization_error, text);
  builder.trace().outcome->error = text;
  builder.trace().outcome->property = name;
  return builder.build();
}

}  // namespace flowsim::testing_support
