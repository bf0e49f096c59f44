// Which records of a trace belong to which message: made once, so that views need not search.
#pragma once

#include <vector>

#include "trace/trace.hpp"

namespace flowsim::diagram {

/// What belongs to one message. All lists are in the order of the records' moments.
struct MessageRecords {
  std::vector<const LegRecord*> legs;
  std::vector<const VerdictRecord*> verdicts;
  /// The transitions this message caused, and those of its sender that led to it where these were caused by a timer or
  /// a background message.
  std::vector<const TransitionRecord*> transitions;
  std::vector<const FaultRecord*> faults;
  std::vector<const NoteRecord*> notes;
};

/// Something that belongs to no message: one of the two is set.
struct LooseRecord {
  const TransitionRecord* transition = nullptr;
  const NoteRecord* note = nullptr;
  const Moment& moment() const { return transition != nullptr ? transition->moment : note->moment; }
};

/// Refers to the trace it was made from, which must outlive it. Records that name a message the trace does not have
/// belong to no message; legs and verdicts of that sort are left out.
class TraceIndex {
 public:
  explicit TraceIndex(const Trace& trace);

  /// What belongs to the message of that id, which must be one of the trace's.
  const MessageRecords& of(int message) const { return messages_[static_cast<std::size_t>(message - 1)]; }

  /// What belongs to no message, in order.
  const std::vector<LooseRecord>& loose() const { return loose_; }

 private:
  void place_transitions(const Trace& trace);

  std::vector<MessageRecords> messages_;
  std::vector<LooseRecord> loose_;
};

}  // namespace flowsim::diagram
