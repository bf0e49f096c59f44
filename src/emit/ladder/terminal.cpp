// Draws a run as lifelines for a terminal, or for any text of fixed width.
#include "emit/ladder/ladder.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {

void write_terminal(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  write_ladder(sequence_diagram(trace, {options.detail, options.show_tokens}),
               {options.width, options.ascii, options.color}, out);
}

}  // namespace flowsim::emit
