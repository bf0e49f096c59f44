// The kernel: a virtual clock, a queue of what is under way, and a record of everything that happens.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/endpoint.hpp"
#include "sim/fault.hpp"
#include "trace/trace.hpp"

namespace flowsim {

/// How a run goes on, whoever takes part.
struct SimulationSettings {
  Instant start{};
  Duration latency{40};      ///< of one crossing of the network, one way
  std::optional<int> until;  ///< stop where a message of a later interaction would be sent
  int step_limit = 20'000;   ///< the run stops after so many steps, whatever happens
};

/// One run under way. It knows participants, messages and legs, but nothing of OAuth.
class Simulation {
 public:
  /// Records into `trace`, which must outlive the simulation. The faults wait for their places, in their order.
  Simulation(Trace& trace, const SimulationSettings& settings, std::vector<PlannedFault> faults = {});

  /// Puts an endpoint on the wire; it must outlive the simulation.
  void add(Endpoint& endpoint);

  /// Gives an actor its first event at the start of the run.
  void begin(Actor& actor, std::string event);

  /// Does the one next thing: a leg arrives, a timer rings, or a postponed message is sent. False when nothing is left
  /// or the run was stopped.
  bool step();

  /// Steps until one more message has arrived, or until `step` says no; true when one has.
  bool step_message();

  /// Steps until a message of another interaction than the last one arrives; true when one has.
  bool step_interaction();

  /// Steps to the end.
  void run();

  Instant now() const { return now_; }
  /// The run was stopped by `until`, or by the step limit.
  bool stopped() const { return stopped_; }

 private:
  struct TimerRings {
    Actor* actor = nullptr;  // null once it is disarmed
    int session = 1;
    std::string event;
  };
  /// `message` is its number where it is on record already: a fault has postponed it.
  struct MessageIsSent {
    Envelope envelope;
    int session = 1;
    int message = 0;
    bool dropped = false;
  };
  struct WaitingFault {
    PlannedFault planned;
    int fitting = 0;  // how many things have fitted its place so far
  };
  /// Something that is due; `index` says which leg of the trace, which timer or which postponed message.
  struct Due {
    Instant at{};
    int sequence = 0;
    enum class What : std::uint8_t { leg_arrives, timer_rings, message_is_sent } what = What::leg_arrives;
    std::size_t index = 0;
    friend bool operator>(const Due& one, const Due& other) {
      return one.at != other.at ? one.at > other.at : one.sequence > other.sequence;
    }
  };

  Moment moment() { return {now_, ++order_}; }
  void plan(Instant at, Due::What what, std::size_t index);
  void arm(Instant at, TimerRings timer);
  void disarm(const Actor& actor);
  bool is_dropped(const Due& due) const;
  void happen(const Due& due);
  void arrive(std::size_t leg);
  void follow(Handling&& handling, int message);
  void tell(Actor& actor, int session, const Incoming& incoming);
  void send(Outgoing&& outgoing, int session);
  int record_message(Envelope&& envelope);
  bool beyond_the_end(const Envelope& envelope);
  void dispatch(Envelope&& envelope, int session, int message);
  Fate<Message> fate_of(int message);
  Fate<Leg> fate_of(const LegRecord& record, int interaction);
  bool strikes(std::size_t fault, int interaction, int leg, const std::string& kind);
  void carry(Leg&& leg, int message);
  void record_leg(Leg&& leg, int interaction);
  void put_in_flight(std::size_t leg, Duration after);
  void mark_arrived(int message);

  Trace& trace_;
  SimulationSettings settings_;
  std::vector<WaitingFault> faults_;
  std::array<Endpoint*, all_participants.size()> endpoints_{};
  std::vector<Due> due_;  ///< a heap, the next on top
  std::vector<TimerRings> timers_;
  std::vector<MessageIsSent> postponed_;
  std::array<int, 10> legs_of_interaction_{};
  Instant now_{};
  int order_ = 0;
  int sequence_ = 0;
  int steps_ = 0;
  int arrived_messages_ = 0;
  int last_interaction_ = 0;
  bool stopped_ = false;
};

}  // namespace flowsim
