// What no picture of a state machine may have: texts, boxes and lines over each other.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "diagram/state_layout.hpp"
#include "support/drawings.hpp"

namespace flowsim::testing_support {
using namespace diagram;

/// A box with what it is, for messages.
struct NamedBox {
  std::string name;
  Box box;
};

inline bool is_inside(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right() <= outer.right() &&
         inner.bottom() <= outer.bottom();
}

/// The pixels of a line of two pixels between two points of one height, or one above the other.
inline Box pixels_between(Point one, Point other) {
  const auto [left, right] = std::minmax(one.x, other.x);
  const auto [top, bottom] = std::minmax(one.y, other.y);
  return one.y == other.y ? Box{left, top - 1, right - left, 2} : Box{left - 1, top, 2, bottom - top};
}

/// One stretch of a line on its way to a state.
struct Stretch {
  std::string to;
  Point begin, end;
  bool across() const { return begin.y == end.y; }
};

inline std::vector<Stretch> stretches_of(const StateLayout& drawing) {
  std::vector<Stretch> found;
  for (const auto& lane : drawing.lanes)
    for (const auto& source : lane.sources) {
      found.push_back({lane.to, source, {lane.x, source.y}});
      found.push_back({lane.to, {lane.x, source.y}, {lane.x, lane.door.y}});
      found.push_back({lane.to, {lane.x, lane.door.y}, lane.door});
    }
  return found;
}

/// The boxes of states and of every line of every label.
inline std::vector<NamedBox> boxes_of(const StateLayout& drawing) {
  std::vector<NamedBox> boxes{{"the title", drawing.title.box}};
  for (const auto& state : drawing.states) boxes.push_back({state.name, state.box});
  for (const auto& [from, to, label, enters, leaves] : drawing.transitions) {
    int top = label.box.top;
    for (const auto& line : label.lines) {
      boxes.push_back({fmt::format("a row from {} to {}", from, to),
                       {label.box.left + line.indent, top, line.width, line_height(label_size)}});
      if (!is_inside(boxes.back().box, label.box)) boxes.back() = {"a line outside its label", {-1, -1, 1, 1}};
      top += line_height(label_size);
    }
  }
  return boxes;
}

/// Whether two stretches to different states run beside each other so near that they look like one.
inline bool look_like_one(const Stretch& one, const Stretch& other) {
  constexpr int too_near = 4;
  if (one.to == other.to || one.begin == one.end || other.begin == other.end || one.across() != other.across())
    return false;
  auto wide = pixels_between(one.begin, one.end);
  (one.across() ? wide.top : wide.left) -= too_near;
  (one.across() ? wide.height : wide.width) += 2 * too_near;
  return overlap(wide, pixels_between(other.begin, other.end));
}

/// What lies over what, leaves the page or its box, or looks like something else; one sentence each.
inline std::vector<std::string> flaws_in(const StateLayout& drawing) {
  std::vector<std::string> flaws;
  const auto boxes = boxes_of(drawing);
  for (auto one = boxes.begin(); one != boxes.end(); ++one) {
    if (!is_inside(one->box, {0, 0, drawing.width, drawing.height})) flaws.push_back(one->name + " leaves the page");
    for (auto other = one + 1; other != boxes.end(); ++other)
      if (overlap(one->box, other->box)) flaws.push_back(one->name + " lies over " + other->name);
  }
  for (const auto& state : drawing.states) {
    int bottom = state.title.box.bottom();
    if (!is_inside(state.title.box, state.box)) flaws.push_back("the name leaves " + state.name);
    for (const auto& reaction : state.reactions) {
      if (!is_inside(reaction.box, state.box)) flaws.push_back("a reaction leaves " + state.name);
      if (reaction.box.top < bottom) flaws.push_back("a reaction lies over another in " + state.name);
      bottom = reaction.box.bottom();
    }
  }
  const auto stretches = stretches_of(drawing);
  for (auto one = stretches.begin(); one != stretches.end(); ++one) {
    for (const auto& box : boxes)
      if (overlap(box.box, pixels_between(one->begin, one->end)))
        flaws.push_back("a line to " + one->to + " crosses " + box.name);
    for (auto other = one + 1; other != stretches.end(); ++other)
      if (look_like_one(*one, *other)) flaws.push_back("a line to " + one->to + " runs beside one to " + other->to);
  }
  return flaws;
}

/// A machine of up to `most_states` states and `most_rows` rows, another for each seed.
inline Edges random_machine(unsigned seed, unsigned most_states, unsigned most_rows) {
  std::mt19937 random(seed);
  const auto below = [&random](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  const auto word = [&](const std::string& begin, unsigned most) { return begin + std::string(below(most), 'e'); };
  const unsigned states = 1 + below(most_states), rows = 1 + below(most_rows);
  std::vector<std::string> names;
  for (unsigned at = 0; at < states; ++at) names.push_back(word(fmt::format("State{}", at), 18));
  Edges machine{names.front(), {}};
  for (unsigned at = 0; at < rows; ++at) {
    Edge row{names[below(states)], word(fmt::format("event_{}", at), 22), names[below(states)], "", "", false};
    if (below(3) != 0) row.guard = word("is_", 25);
    if (below(2) != 0) row.action = word("do_", 25);
    row.internal = row.from == row.to && below(2) != 0;
    machine.rows.push_back(std::move(row));
  }
  return machine;
}

}  // namespace flowsim::testing_support
