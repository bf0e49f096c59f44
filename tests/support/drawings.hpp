// Small drawings, held whole.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "diagram/layout.hpp"
#include "diagram/sequence_diagram.hpp"

namespace flowsim::testing_support {

/// All elements at once.
inline std::vector<diagram::Element> elements_of(const diagram::SequenceDiagram& drawing) {
  std::vector<diagram::Element> elements;
  drawing.walk([&elements](const diagram::Element& element) { elements.push_back(element); });
  return elements;
}

/// A walk over elements that are there already.
inline std::function<void(const diagram::ElementSink&)> walk_over(std::vector<diagram::Element> elements) {
  return [elements = std::move(elements)](const diagram::ElementSink& sink) {
    for (const auto& element : elements) sink(element);
  };
}

/// A page with its elements.
struct Layout : diagram::Page {
  std::vector<diagram::PlacedElement> elements;
};

inline Layout whole_page(const diagram::SequenceDiagram& drawing) {
  Layout made{diagram::page_of(drawing), {}};
  diagram::place_elements(drawing, made,
                          [&made](const diagram::PlacedElement& element) { made.elements.push_back(element); });
  return made;
}

constexpr bool overlap(const diagram::Box& one, const diagram::Box& other) {
  return one.left < other.right() && other.left < one.right() && one.top < other.bottom() && other.top < one.bottom();
}

}  // namespace flowsim::testing_support
