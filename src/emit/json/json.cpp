// The JSON format: the trace as it is.
#include "trace/json.hpp"

#include "emit/writers.hpp"

namespace flowsim::emit {

void write_json(const Trace& trace, const EmitOptions&, std::ostream& out) { write_json(trace, out); }

}  // namespace flowsim::emit
