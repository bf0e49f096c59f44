// The table of notations for state diagrams.
#include "emit/state_formats.hpp"

#include <array>

namespace flowsim::emit {

std::span<const StateFormat> state_formats() {
  static constexpr std::array all_state_formats{
      StateFormat{"plantuml", write_states_plantuml},
      StateFormat{"mermaid", write_states_mermaid},
      StateFormat{"svg", write_states_svg},
      StateFormat{"terminal", write_states_terminal, true},
      StateFormat{"description", write_states_description},
  };
  return all_state_formats;
}

}  // namespace flowsim::emit
