// The members of a trace's records and the names of its enumerations, listed once for everything that walks over them.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>

#include "trace/trace.hpp"

namespace flowsim::base {

BOOST_DESCRIBE_STRUCT(Phrase, (), (id, values))

}  // namespace flowsim::base

namespace flowsim::wire {

BOOST_DESCRIBE_ENUM(Participant, user, browser, client, okta, app, attacker, attacker_browser)
BOOST_DESCRIBE_ENUM(Place, usual, query, fragment, header, body)
BOOST_DESCRIBE_STRUCT(Parameter, (), (name, value, place))
BOOST_DESCRIBE_STRUCT(Message, (), (kind, parameters))
BOOST_DESCRIBE_STRUCT(Envelope, (), (from, to, interaction, message))
BOOST_DESCRIBE_STRUCT(HttpRequest, (), (method, url, headers, body))
BOOST_DESCRIBE_STRUCT(HttpResponse, (), (status, headers, body))
BOOST_DESCRIBE_STRUCT(BrowserAction, (), (verb, url, fields))
BOOST_DESCRIBE_STRUCT(Leg, (), (from, to, message, exchange, payload))

}  // namespace flowsim::wire

namespace flowsim::trace {

BOOST_DESCRIBE_ENUM(CheckStatus, passed, failed, switched_off, not_applicable)
BOOST_DESCRIBE_ENUM(Acceptance, accepted, refused_by_guard, unexpected)
BOOST_DESCRIBE_ENUM(OutcomeKind, resource_served, signed_in, error_page, authorization_error, sign_in_failed,
                    response_rejected, resource_refused, timed_out, abandoned, compromised)
BOOST_DESCRIBE_STRUCT(CheckResult, (), (check, status, expected, actual, violated))
BOOST_DESCRIBE_STRUCT(Verdict, (), (results, decision))
BOOST_DESCRIBE_STRUCT(Outcome, (), (kind, property, check, error, status, participant, explanation))
BOOST_DESCRIBE_STRUCT(Moment, (), (at, order))
BOOST_DESCRIBE_STRUCT(MessageRecord, (), (id, expected, browser, envelope, altered, sent, arrived, reached))
BOOST_DESCRIBE_STRUCT(LegRecord, (), (id, number, leg, sent, arrived))
BOOST_DESCRIBE_STRUCT(VerdictRecord, (), (by, message, verdict, moment))
BOOST_DESCRIBE_STRUCT(TransitionRecord, (),
                      (actor, session, message, from, event, to, guard, action, acceptance, moment))
BOOST_DESCRIBE_STRUCT(FaultPlace, (), (interaction, leg, message, occurrence, browser))
BOOST_DESCRIBE_STRUCT(FaultRecord, (), (verb, place, intent, may_miss, struck, message, leg))
BOOST_DESCRIBE_STRUCT(NoteRecord, (), (by, message, text, moment))
BOOST_DESCRIBE_STRUCT(HistoryRecord, (), (browser, url, moment, rewritten, replacement))
BOOST_DESCRIBE_STRUCT(SightingRecord, (), (by, where, leg, moment))
BOOST_DESCRIBE_STRUCT(SecretRecord, (), (name, owner, message, premise, seen))
BOOST_DESCRIBE_STRUCT(PropertyRecord, (), (property, held, explanation))
BOOST_DESCRIBE_STRUCT(FinalState, (), (actor, state, explanation))
BOOST_DESCRIBE_STRUCT(InteractionRecord, (), (number, name, from, to, clause))
BOOST_DESCRIBE_STRUCT(ExpectationRecord, (), (subject, expected, actual, met))
BOOST_DESCRIBE_STRUCT(RunHeader, (),
                      (flow, title, teaches, references, file, profile, response_type, browser, seed, start, faults,
                       disabled_checks, until, interactions, keys))
BOOST_DESCRIBE_STRUCT(Trace, (),
                      (header, messages, legs, verdicts, transitions, faults, notes, history, secrets, final_states,
                       expectations, properties, outcome, end))

/// The members of a described structure, in their order: each has a `name` and a `pointer`.
template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

/// The names of a described enumeration, in their order: each has a `name` and a `value`.
template <class T>
using NamesOf = boost::describe::describe_enumerators<T>;

template <class T>
concept Enumeration = boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept Structure = boost::describe::has_describe_members<T>::value && !Enumeration<T>;

}  // namespace flowsim::trace
