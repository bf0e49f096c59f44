// Which requests of a run are answered, so that pictures can show who is at work on what.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/trace.hpp"

namespace flowsim::diagram {

/// The requests that a server answers, followed in the order of the legs. Refers to the trace, which must outlive it.
class Exchanges {
 public:
  explicit Exchanges(const Trace& trace);

  /// The leg brings a server a request that a later leg answers, and from now on the server is at work on it.
  bool begins_with(const LegRecord& leg);

  /// The leg is the answer to a request that began.
  bool ends_with(const LegRecord& leg);

 private:
  enum class Stage : std::uint8_t { unanswered, answered, begun, ended };

  /// The stage of the leg's exchange, or null where that has no server.
  Stage* stage_of(const LegRecord& leg, Participant server);

  std::vector<Stage> stages_;  ///< by exchange
};

}  // namespace flowsim::diagram
