// What an actor's judging and its actions leave for the shell to collect.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/actor.hpp"

namespace flowsim::flows::implicit {

/// What an actor's actions fill; part of every actor's data.
struct Outbox {
  std::vector<Outgoing> sent;
  std::vector<Timer> timers;
  Phrases notes;

  void send(Participant from, Participant to, int interaction, Message message, Duration after = Duration{0}) {
    sent.push_back({{from, to, interaction, std::move(message)}, after});
  }
};

/// What `judge` found: the verdict the event carries, and the message it is about.
struct Judging {
  Verdict verdict;
  int about = 0;
};

}  // namespace flowsim::flows::implicit
