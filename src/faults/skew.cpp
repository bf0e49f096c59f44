// skew: from here on an actor's clock is wrong.
#include <fmt/core.h>

#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

Duration amount(const FaultSpec& spec) { return duration_argument(spec, "by", Duration{0}); }

class Skew final : public Fault {
 public:
  explicit Skew(ClockChange change) : change_(change) {}
  std::optional<ClockChange> changes_clock() const override { return change_; }

 private:
  ClockChange change_;
};

}  // namespace

std::unique_ptr<Fault> make_skew(const FaultSpec& spec, Knowledge&) {
  const auto who = participant_named(spec.arguments.value_or_empty("actor"));
  return std::make_unique<Skew>(ClockChange{who.value_or(Participant::client), amount(spec)});
}

std::string skew_objection(const FaultSpec& spec) {
  return amount(spec) == Duration{0} ? "a clock that is off by nothing is right: \"by: -10min\"" : "";
}

Phrases skew_intent(const FaultSpec& spec) {
  const auto by = amount(spec);
  const bool behind = by < Duration{0};
  return {Phrase{behind ? "intents.skew_behind" : "intents.skew_ahead",
                 {argument(spec, "actor"), milliseconds_text(behind ? -by : by)}}};
}

}  // namespace flowsim::faults
