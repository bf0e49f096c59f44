// A fault as a person types it at a stop of a run.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "diagram/stops.hpp"
#include "faults/registry.hpp"
#include "trace/trace.hpp"

namespace flowsim::teach {

/// Why typed words are no fault: lines as a person reads them, each with its line end.
struct NoFault {
  std::string problem;
};

/// A fault, and whether it strikes what the stop is about because it did not say where it strikes.
struct TypedFault {
  FaultSpec spec;
  bool is_here = false;
};

/// Reads a verb with its arguments, `delay by=5s`, `tamper state=not-mine`, or a mapping as in a scenario file,
/// `{do: tamper, parameter: state, value: x}`. Where it says nothing of where it strikes, it strikes what the stop is
/// about; where it only says which message or occurrence, the interaction of the stop is meant. Read by the same code
/// as scenario files.
std::variant<TypedFault, NoFault> read_typed_fault(std::string_view typed, const Trace& trace, const Stop& stop);

/// The place at which a fault strikes that message of the run, as a whole.
FaultPlace place_of_message(const Trace& trace, int message);

/// Where a fault of that verb strikes what the stop is about: at `wire` the leg, if the verb strikes legs. Nothing
/// where no message of the six interactions is on its way there.
std::optional<FaultPlace> place_of_stop(const Trace& trace, const Stop& stop, const FaultVerb* verb);

}  // namespace flowsim::teach
