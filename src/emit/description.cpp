// The description as a format.
#include "diagram/description.hpp"

#include <ostream>

#include "base/text.hpp"
#include "emit/writers.hpp"

namespace flowsim {

void write_description(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  auto diagram = sequence_diagram(trace, {options.detail, options.show_tokens});
  if (diagram.title.empty()) diagram.title = trace.header.title;
  out << visible(describe(diagram)) << "\n";
}

}  // namespace flowsim
