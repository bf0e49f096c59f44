// Goes down a page element by element, each below the one before.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagram/layout.hpp"

namespace flowsim::diagram {

/// The lines of texts that were set before. A long run says the same again and again; the memory is bounded.
class SetTexts {
 public:
  /// Those of the text in that width, which `set` finds out if nobody asked for them yet.
  template <class Set>
  const std::vector<TextLine>& lines(const std::string& text, int width, const Set& set) {
    if (known_.size() >= most) known_.clear();
    const auto [found, is_new] = known_.try_emplace({text, width});
    if (is_new) found->second = set();
    return found->second;
  }

 private:
  static constexpr std::size_t most = 256;
  std::map<std::pair<std::string, int>, std::vector<TextLine>> known_;
};

/// Turns elements into placed ones, in their order. It keeps one arrow back until it knows whether a bar begins where
/// the arrow arrives. The diagram and the sink must outlive it.
class Placer {
 public:
  Placer(const SequenceDiagram& diagram, Grid grid, int top, const PlacedSink& sink);

  void place(const Element& element);

  /// Hands over what was kept back, and ends the bars that are still open.
  void finish();

  /// Where the next element would begin.
  int bottom() const { return y_; }

  /// In the order in which they began; whole after `finish`.
  std::vector<PlacedBar> bars() && { return std::move(bars_); }

 private:
  /// What is open on one lifeline: how many bars, and which of the shown ones in `bars_`.
  struct Column {
    std::size_t depth = 0;
    std::vector<std::size_t> shown;
    bool has_state = false;  ///< in the row of states
  };

  void take(const Arrow& arrow);
  void take(const Note& note);
  void take(const StateChange& change);
  void take(const Activation& activation);
  void take(const Pause& pause);

  void place_between(PlacedArrow& placed);
  void place_loop(PlacedArrow& placed);
  void place_below(PlacedArrow& placed, int middle, int left);
  void begin_bar(std::size_t column, int top);
  void end_bar(std::size_t column, int bottom);
  void hand_over();
  std::size_t column_of(Participant participant) const;
  int edge(std::size_t column, bool right) const;

  const SequenceDiagram& diagram_;
  const Grid grid_;
  const PlacedSink& sink_;
  int y_ = 0;
  std::vector<Column> columns_;
  std::vector<PlacedBar> bars_;
  std::optional<PlacedArrow> waiting_;
  SetTexts captions_, states_;
  std::optional<int> states_top_;  ///< of the row of states that another state may join
};

}  // namespace flowsim::diagram
