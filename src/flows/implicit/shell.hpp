// The shell around an actor's machine: judge, dispatch, collect what the actions have filled.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "flows/implicit/outbox.hpp"
#include "sim/actor.hpp"
#include "sim/machine.hpp"

namespace flowsim::flows::implicit {

/// An actor over `Data`, whose table is `Behaviour` and which understands `Events`. `judge(Data&, const Incoming&,
/// state)` is looked up beside `Data`; it is the only place where checks are applied.
template <Participant Who, class Data, class Behaviour, class... Events>
class Shell final : public Actor {
 public:
  template <class... Arguments>
  explicit Shell(Arguments&&... arguments) : initial_{std::forward<Arguments>(arguments)...} {
    start();
  }

  Participant participant() const override { return Who; }
  std::string_view state() const override { return machine_->state(); }

  Reaction receive(const Incoming& incoming) override {
    auto judging = judge(*data_, incoming, state());
    auto reaction = machine_->template dispatch<Events...>(incoming, judging.verdict);
    if (!judging.verdict.results.empty()) reaction.verdict = Judged{judging.about, std::move(judging.verdict)};
    reaction.sent = std::exchange(data_->outbox.sent, {});
    reaction.timers = std::exchange(data_->outbox.timers, {});
    reaction.notes = std::exchange(data_->outbox.notes, {});
    return reaction;
  }

  Reaction restart() override {
    Reaction reaction;
    reaction.from = state();
    reaction.event = "crash";
    reaction.acceptance = Acceptance::accepted;
    if constexpr (requires(Data data) { data.random; }) initial_.random = data_->random;  // chance does not repeat
    start();
    reaction.to = state();
    reaction.notes.push_back({"notes.lost_memory", {std::string(name_of(Who))}});
    return reaction;
  }

 private:
  void start() {
    machine_.reset();
    data_.emplace(initial_);
    machine_.emplace(*data_);
  }

  Data initial_;
  std::optional<Data> data_;
  std::optional<machine::Machine<Behaviour, Data>> machine_;
};

}  // namespace flowsim::flows::implicit
