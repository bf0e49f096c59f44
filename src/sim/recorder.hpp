// Writes a trace: whoever drives a run, in virtual time or in real, reports here what happens.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/actor.hpp"
#include "trace/trace.hpp"

namespace flowsim::sim {

/// The only one who appends to a trace. It gives each record its number, the time it was told last, and the next place
/// in the one order of the run.
class Recorder {
 public:
  /// `trace` must outlive the recorder, and nobody else may append to it meanwhile.
  explicit Recorder(Trace& trace) : trace_(trace) {}

  /// What has been recorded so far.
  const Trace& trace() const { return trace_; }
  const MessageRecord& message(int id) const { return trace_.message(id); }
  const LegRecord& leg(int id) const { return trace_.legs[static_cast<std::size_t>(id - 1)]; }

  /// The time of everything that is recorded from now on; it never goes back.
  void set_time(Instant now) { now_ = now; }
  Instant now() const { return now_; }

  /// A message that is sent, in the flow of that browser; returns its id.
  int add_message(Envelope&& envelope, Participant browser);
  /// The message goes on its way like this, and not as it was meant.
  void alter_message(int message, Message as_it_travels);
  /// Whoever it was sent to has heard it; only the first time counts.
  void mark_arrived(int message);
  /// Somebody else has heard it in that place.
  void mark_reached(int message, Participant who);

  /// A leg of its message (`leg.message`) that sets out, numbered within the message's interaction and flow; returns
  /// its id.
  int add_leg(Leg&& leg);
  /// The leg goes on its way like this.
  void alter_leg(int leg, Leg&& as_it_travels);
  void mark_leg_arrived(int leg);

  /// The checks that somebody applied to a message.
  void add_verdict(Participant by, Judged&& judged);
  /// What an actor's machine did about a message (0: about a timer) of that kind, and what the actor says of it.
  void add_reaction(Participant who, int session, int message, std::string_view kind, Reaction&& reaction);
  void add_note(Participant by, int message, Phrase text);

  /// A browser shows a page at that address; the newest entry of its history is rewritten.
  void add_visit(Participant browser, std::string&& url);
  void rewrite_visit(Participant browser, std::string&& replacement);

  /// A fault that was planned; returns its place in the list, from 0. It has struck a message, or one of its legs.
  std::size_t add_fault(FaultRecord fault);
  void mark_struck(std::size_t fault, int message, int leg);

  /// The run has come this far.
  void mark_end() { trace_.end = {now_, order_}; }

 private:
  Moment moment() { return {now_, ++order_}; }

  Trace& trace_;
  Instant now_{};
  int order_ = 0;
  std::array<std::array<int, 10>, 2> legs_of_interaction_{};  ///< by browser
};

}  // namespace flowsim::sim
