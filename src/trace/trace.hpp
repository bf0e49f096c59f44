// What happened in one run: plain records, in an order, with nothing drawn and nothing shortened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "trace/names.hpp"
#include "trace/outcome.hpp"
#include "trace/verdict.hpp"
#include "wire/leg.hpp"
#include "wire/message.hpp"

namespace flowsim::trace {

/// When a record was made: the virtual time, and its place in the one order of all records of the run (from 1).
struct Moment {
  Instant at{};
  int order = 0;
  bool operator==(const Moment&) const = default;
};

/// One message from one actor to another.
struct MessageRecord {
  int id = 0;                                  ///< its place in `Trace::messages`, from 1
  bool expected = true;                        ///< its kind belongs to a run in which nothing goes wrong
  Participant browser = Participant::browser;  ///< whose flow it belongs to: the user's browser, or the attacker's
  Envelope envelope;                           ///< as the actor meant it
  std::optional<Message> altered{};            ///< as it went on its way, where a fault changed it
  Moment sent;
  std::optional<Moment> arrived;         ///< nothing where it never arrived
  std::optional<Participant> reached{};  ///< who heard it in the place of `envelope.to`; nothing where nobody did
  bool operator==(const MessageRecord&) const = default;

  /// What was on its way: the message as meant, or as a fault changed it.
  const Message& as_travelled() const { return altered ? *altered : envelope.message; }
};

/// One step of a message's way.
struct LegRecord {
  int id = 0;      ///< its place in `Trace::legs`, from 1
  int number = 0;  ///< the 2 of `4.2`: counted within the interaction, from 1; 0 in background exchanges
  Leg leg;
  Moment sent;
  std::optional<Moment> arrived;
  bool operator==(const LegRecord&) const = default;
};

/// The checks an actor applied to a message. A message may be judged later than it arrived, when keys had to be
/// fetched.
struct VerdictRecord {
  Participant by = Participant::user;
  int message = 0;  ///< the message judged
  Verdict verdict;
  Moment moment;
  bool operator==(const VerdictRecord&) const = default;
};

/// How an actor's table answered an event.
enum class Acceptance : std::uint8_t {
  accepted,          ///< a row fired
  refused_by_guard,  ///< rows exist, but no guard allowed one
  unexpected,        ///< the table has no row for it in this state
};

/// One event an actor was given, and what its machine did.
struct TransitionRecord {
  Participant actor = Participant::user;
  int session = 0;  ///< which of the actor's machines: servers run one for each transaction, the client one for each
                    ///< browser, counted from 1
  int message = 0;  ///< the message that was the event; 0 for a timer
  std::string_view from, event, to, guard, action;
  Acceptance acceptance = Acceptance::accepted;
  Moment moment;
  bool operator==(const TransitionRecord&) const = default;
};

/// Where a fault strikes, once.
struct FaultPlace {
  int interaction = 1;                         ///< 1 to 6
  int leg = 0;                                 ///< the 2 of `4.2`; 0: the message as a whole
  std::string message{};                       ///< only messages of this kind; empty: of any kind of the interaction
  int occurrence = 1;                          ///< the first of those that fit, the second, …
  Participant browser = Participant::browser;  ///< only what belongs to the flow in this browser
  bool operator==(const FaultPlace&) const = default;
};

/// `4`, `4.2`, `3 consent`, with `, occurrence 2` where it is not the first.
std::string place_text(const FaultPlace& place);

/// A deviation the scenario asked for: what was meant, and what came of it.
struct FaultRecord {
  std::string verb;
  FaultPlace place;
  Phrases intent;                ///< what it was to do: the clauses of one sentence without a full stop
  bool may_miss = false;         ///< the scenario says that it need not strike
  std::optional<Moment> struck;  ///< nothing where it never did
  int message = 0;               ///< the message it befell; 0 where it never struck
  int leg = 0;                   ///< the leg it befell; 0 where it befell a whole message
  bool operator==(const FaultRecord&) const = default;
};

/// Something an actor wants the reader to know.
struct NoteRecord {
  Participant by = Participant::user;
  int message = 0;  ///< the message it is about; 0 for none
  Phrase text;
  Moment moment;
  bool operator==(const NoteRecord&) const = default;
};

/// An address a browser put into its history, and what became of it.
struct HistoryRecord {
  Participant browser = Participant::browser;
  std::string url;  ///< with its fragment
  Moment moment;
  std::optional<Moment> rewritten;  ///< when a script replaced the entry (`history.replaceState`)
  std::string replacement;
  bool operator==(const HistoryRecord&) const = default;
};

/// Where a secret was seen first by one party in one place.
struct SightingRecord {
  Participant by = Participant::user;
  std::string where;  ///< `address`, `Referer`, `Authorization`, `body`, `redirect`, `cookie`, `page`, `history`, …
  int leg = 0;        ///< the leg that brought it there; 0 for the history
  Moment moment;
  bool operator==(const SightingRecord&) const = default;
};

/// A secret of the run and everybody who has seen it, in the order in which they did.
struct SecretRecord {
  std::string name;                       ///< `password`, `session_cookie`, `access_token`, `id_token`
  Participant owner = Participant::user;  ///< whose it is: the user's or the attacker's
  int message = 0;                        ///< the message that carried it first
  bool premise = false;                   ///< the scenario gives it to the attacker: its loss is no result of the run
  std::vector<SightingRecord> seen;
  bool operator==(const SecretRecord&) const = default;
};

/// Whether a property held, and why not.
struct PropertyRecord {
  std::string_view property{};  ///< its name in the property table
  bool held = true;
  Phrases explanation;  ///< one sentence for each violation; none where it held
  bool operator==(const PropertyRecord&) const = default;
};

/// A participant's final state.
struct FinalState {
  Participant actor = Participant::user;
  std::string state;
  std::string_view explanation{};  ///< the id of what explains it, where that is not the state's own meaning
  bool operator==(const FinalState&) const = default;
};

/// One of the numbered steps of the flow, as the diagram shows it.
struct InteractionRecord {
  int number = 0;
  std::string_view name{};  ///< in the standard's words: `authorization_request`
  Participant from = Participant::user, to = Participant::user;
  std::string_view clause{};
  bool operator==(const InteractionRecord&) const = default;
};

/// One thing the scenario expected, next to what came.
struct ExpectationRecord {
  std::string subject;  ///< `outcome`, `check`, `error`, `status`, `last_interaction`, `states.client`, …
  std::string expected, actual;
  bool met = false;
  bool operator==(const ExpectationRecord&) const = default;
};

/// What the run was asked to do, as far as a reader needs it.
struct RunHeader {
  std::string flow;  ///< its name: `implicit`
  std::string title, teaches;
  std::vector<std::string> references;
  std::string file;  ///< the scenario file as the person named it, `/` between folders; empty if there was none
  std::string profile;
  std::string response_type;
  Participant browser = Participant::browser;  ///< whose flow outcome and final states are about
  std::uint64_t seed = 0;
  Instant start{};
  int faults = 0;  ///< how many faults the scenario asks for
  std::vector<std::string> disabled_checks;
  std::optional<int> until;  ///< the interaction after which the run was stopped, if it was asked to stop
  std::vector<InteractionRecord> interactions;  ///< the six, in their order
  std::string keys;  ///< the JWKS document that verifies the run's tokens, as okta publishes it (RFC 7517 §5)
  bool operator==(const RunHeader&) const = default;
};

/// One executed run.
struct Trace {
  RunHeader header;
  std::vector<MessageRecord> messages;
  std::vector<LegRecord> legs;
  std::vector<VerdictRecord> verdicts;
  std::vector<TransitionRecord> transitions;
  std::vector<FaultRecord> faults;
  std::vector<NoteRecord> notes;
  std::vector<HistoryRecord> history;
  std::vector<SecretRecord> secrets;
  std::vector<FinalState> final_states;
  std::vector<ExpectationRecord> expectations;  ///< empty where the scenario expects nothing, or was stopped early
  std::vector<PropertyRecord> properties;       ///< each of the table; empty where the run was stopped before its end
  std::optional<Outcome> outcome;               ///< nothing where the run was stopped before its end
  Moment end;
  Names names{};  ///< what the records' names point to, where it is no table
  bool operator==(const Trace&) const = default;

  const MessageRecord& message(int id) const { return messages[static_cast<std::size_t>(id - 1)]; }
};

}  // namespace flowsim::trace
