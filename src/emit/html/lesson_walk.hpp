// A run as a page walks through it: the stops of each level over one list of parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "diagram/happenings.hpp"
#include "diagram/stops.hpp"
#include "emit/registry.hpp"

namespace flowsim::emit {

/// A stop of one level, in terms of the parts and of the arrows of that level's picture.
struct LessonStop {
  std::uint32_t part = 0;    ///< the first of its parts; they end where those of the next stop begin
  std::uint32_t arrow = 0;   ///< the first arrow it stands for, counted from 0
  std::uint32_t arrows = 0;  ///< how many; 0 where the picture has none for it
  int number = 0;            ///< the interaction; 0 for none
  int order = 0;             ///< of the record it begins with; 0 for the start
  Instant at{};
  const std::string* words = nullptr;  ///< what to say of it in one line
};

/// One zoom level of a run.
struct LessonLevel {
  Detail detail = Detail::messages;
  std::vector<LessonStop> stops;
};

/// How the pictures call a message.
struct MessageWords {
  Participant from = Participant::user, to = Participant::user;
  const std::string* caption = nullptr;
  const std::string* mark = nullptr;  ///< what is wrong with it; may be empty
};

/// A run in parts, which are its stops at `wire`: the message itself, then each leg of its way. Refers to the trace,
/// which must outlive it. Of a long run it keeps numbers, and each text that is said of its stops once.
class LessonWalk {
 public:
  LessonWalk(const Trace& trace, const EmitOptions& options);

  const Trace& trace() const { return trace_; }
  const EmitOptions& options() const { return options_; }
  const std::vector<Stop>& parts() const { return parts_; }
  Happenings happenings(std::size_t part) const { return happenings_.at(part); }
  /// The first part of each stop at `messages`, in order; the first one is 0.
  const std::vector<std::size_t>& steps() const { return steps_; }
  /// From `overview` to the level that was asked for.
  const std::vector<LessonLevel>& levels() const { return levels_; }
  const MessageWords& words_of(int message) const { return words_[static_cast<std::size_t>(message - 1)]; }
  /// `4.2`, or nothing in background exchanges.
  std::string number_of(const LegRecord& leg) const;
  const LegRecord& leg(int id) const { return trace_.legs[static_cast<std::size_t>(id - 1)]; }
  std::size_t part_at(const Moment& moment) const { return stop_at(parts_, moment.order); }
  /// The time since the run's start.
  std::string clock(Instant at) const;

 private:
  LessonLevel level(Detail detail);
  LessonStop stop(const Stop& stop);
  std::string words_of(const Stop& stop) const;
  void collect_words();
  /// The one copy of the text.
  const std::string* kept(std::string text) { return &*texts_.insert(std::move(text)).first; }

  const Trace& trace_;
  const EmitOptions options_;
  const std::vector<Stop> parts_;
  const HappeningFinder happenings_;
  std::unordered_set<std::string> texts_;
  std::vector<MessageWords> words_;
  std::vector<std::size_t> steps_;
  std::vector<LessonLevel> levels_;
};

}  // namespace flowsim::emit
