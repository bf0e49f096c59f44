// A participant's place on the wire: what stands between its actor and HTTP.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/actor.hpp"
#include "wire/leg.hpp"

namespace flowsim::sim {

/// A message that has reached the end of its way, and the actor that hears it.
struct Delivered {
  Actor* actor = nullptr;
  int session = 1;  ///< which of the participant's actors, from 1
  Message message;
};

/// A message the endpoint sends by itself, without an actor (documents it publishes), and the leg that carries it.
struct Reply {
  Envelope envelope;
  Leg leg;
};

/// Who sends a message: which of the participant's actors, and in whose flow.
struct Sender {
  int session = 1;
  Participant browser = Participant::browser;
};

/// One of a participant's actors.
struct Running {
  Actor* actor = nullptr;
  int session = 1;
};

/// What an endpoint makes of one leg.
struct Handling {
  std::vector<Leg> onward{};               ///< the same message's next legs
  std::vector<Reply> replies{};            ///< the message ended here and was answered without an actor
  std::optional<Delivered> delivered{};    ///< the message ended here and an actor hears it
  std::optional<std::string> visited{};    ///< an address the browser has put into its history
  std::optional<std::string> rewritten{};  ///< the address its newest history entry was replaced by
  Phrase problem{};                        ///< why the message can go no further; empty where it can
};

/// One participant on the wire.
class Endpoint {
 public:
  virtual ~Endpoint() = default;
  virtual Participant participant() const = 0;
  /// Takes a leg that has arrived. Never throws for anything a leg can say.
  virtual Handling handle(const Leg& leg, Instant now) = 0;
  /// The first leg of a message that this participant's actor sends.
  virtual Leg spell(const Envelope& envelope, const Sender& sender) = 0;
  /// The process ends and starts anew: the endpoint forgets what it held in memory. Returns its actors, which the
  /// simulation restarts.
  virtual std::vector<Running> forget() { return {}; }
};

/// Numbers the HTTP exchanges of a run, from 1.
class ExchangeCounter {
 public:
  int next() { return ++last_; }

 private:
  int last_ = 0;
};

}  // namespace flowsim::sim
