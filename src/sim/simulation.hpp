// A run in virtual time: a clock, a queue of what is under way, and the faults that wait; the recorder writes it down.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/endpoint.hpp"
#include "sim/fault.hpp"
#include "sim/knowledge.hpp"
#include "sim/recorder.hpp"
#include "trace/trace.hpp"

namespace flowsim::sim {

/// How a run goes on, whoever takes part.
struct SimulationSettings {
  Instant start{};
  Duration latency{40};      ///< of one crossing of the network, one way
  std::optional<int> until;  ///< stop where a message of a later interaction would be sent
  int step_limit = 20'000;   ///< the run stops after so many steps, whatever happens
};

/// What faults do to the time of an arrival.
struct Lateness {
  Duration after{0};
  bool overtaken = false;  ///< it arrives once another message has arrived, if that is earlier
};

/// One run under way. It knows participants, messages and legs, but nothing of OAuth.
class Simulation {
 public:
  /// Records into `trace`, which must outlive the simulation. The faults wait for their places, in their order.
  Simulation(Trace& trace, const SimulationSettings& settings, std::vector<PlannedFault> faults = {});

  /// Puts an endpoint on the wire; it must outlive the simulation.
  void add(Endpoint& endpoint);

  /// Gives an actor its first event, a name of its table, so long after the start of the run; what follows from it
  /// belongs to that browser's flow.
  void begin(Actor& actor, std::string_view event, Participant browser = Participant::browser,
             Duration after = Duration{0});

  /// From now on whatever reaches the attacker's browser is known there; `knowledge` must outlive the simulation.
  void learn_into(Knowledge& knowledge) { knowledge_ = &knowledge; }

  /// `newly_used` tells which misbehaviours have made a difference since it was asked last; their faults then strike.
  void watch(std::function<std::vector<std::string>()> newly_used) { newly_used_ = std::move(newly_used); }

  /// Does the one next thing: a leg arrives, a timer rings, or a postponed message is sent. False when nothing is left
  /// or the run was stopped.
  bool step();

  /// Steps until one more message has arrived, or until `step` says no; true when one has.
  bool step_message();

  /// Steps until a message of another interaction than the last one arrives; true when one has.
  bool step_interaction();

  /// Steps to the end.
  void run();

  Instant now() const { return recorder_.now(); }
  /// The run was stopped by `until`, or by the step limit.
  bool stopped() const { return stopped_; }
  /// The run was stopped by the step limit.
  bool endless() const { return steps_ > settings_.step_limit; }

 private:
  struct TimerRings {
    Actor* actor = nullptr;  // null once it is disarmed
    int session = 1;
    std::string_view event;
    Participant browser = Participant::browser;
  };
  /// Somebody still thinks about it.
  struct MessageIsSent {
    Envelope envelope;
    Sender sender{};
    bool dropped = false;
  };
  struct WaitingFault {
    PlannedFault planned;
    int fitting = 0;  // how many things have fitted its place so far
  };
  /// Something that is due; `index` is the id of a leg, or the place of a timer or of a postponed message.
  struct Due {
    Instant at{};
    int sequence = 0;
    enum class What : std::uint8_t { leg_arrives, timer_rings, message_is_sent } what = What::leg_arrives;
    std::size_t index = 0;
    friend bool operator>(const Due& one, const Due& other) {
      return one.at != other.at ? one.at > other.at : one.sequence > other.sequence;
    }
  };

  void plan(Instant at, Due::What what, std::size_t index);
  void arm(Instant at, TimerRings timer);
  void disarm(const Actor& actor);
  bool is_dropped(const Due& due) const;
  void happen(const Due& due);
  void arrive(int leg);
  void follow(Handling&& handling, int message, Participant at);
  void tell(Actor& actor, int session, const Incoming& incoming);
  void crash(Participant who);
  void send(Outgoing&& outgoing, const Sender& sender);
  void depart(Departure<Message>&& departure, const Sender& sender, int message);
  void forget_thoughts(Participant who, const Sender& sender);
  void release_overtaken();
  bool beyond_the_end(const Envelope& envelope);
  void dispatch(const Envelope& envelope, const Sender& sender, int message, const Lateness& lateness = {});
  Fate<Message> fate_of(int message, std::vector<Participant>& crashed);
  Fate<Leg> fate_of(const LegRecord& record);
  bool strikes(std::size_t fault, const MessageRecord& message, int leg);
  void note_misbehaviours(int message);
  int message_it_shows_in(const FaultPlace& place, int message) const;
  int message_of(const Due& due) const;
  Instant clock_of(Participant who) const { return now() + clock_changes_[static_cast<std::size_t>(who)]; }
  void carry(Leg&& leg, int message, const Lateness& lateness = {});
  void put_in_flight(int leg, const Lateness& lateness);
  void mark_heard(int message, Participant who);

  Recorder recorder_;
  SimulationSettings settings_;
  std::vector<WaitingFault> faults_;
  std::array<Endpoint*, all_participants.size()> endpoints_{};
  std::vector<Due> due_;  ///< a heap, the next on top
  std::vector<TimerRings> timers_;
  std::vector<MessageIsSent> postponed_;
  std::vector<int> overtaken_legs_;  ///< each waits until another message has arrived
  std::array<Duration, all_participants.size()> clock_changes_{};
  std::function<std::vector<std::string>()> newly_used_;
  Knowledge* knowledge_ = nullptr;
  int sequence_ = 0;
  int steps_ = 0;
  int arrived_messages_ = 0;
  int last_interaction_ = 0;
  bool stopped_ = false;
};

}  // namespace flowsim::sim
