// The modules' namespaces: each sees the names of the modules that it may include, and of no others.
#pragma once

// The same rule as in docs/architecture.md and CMakeLists.txt; a test holds the three together. Where two modules give
// different things the same name, whoever sees both names the module: `wire::Page`, `diagram::Page`.
namespace flowsim {

namespace base {}
namespace wire {
using namespace base;
}
namespace trace {
using namespace base;
using namespace wire;
}  // namespace trace
namespace words {
using namespace base;
}
namespace sim {
using namespace base;
using namespace wire;
using namespace trace;
}  // namespace sim
namespace oauth {
using namespace base;
using namespace wire;
using namespace trace;
}  // namespace oauth
namespace faults {
using namespace base;
using namespace wire;
using namespace trace;
using namespace sim;
using namespace oauth;
}  // namespace faults
namespace flows {
using namespace base;
using namespace wire;
using namespace trace;
using namespace sim;
using namespace oauth;
}  // namespace flows
namespace scenario {
using namespace base;
using namespace wire;
using namespace trace;
using namespace words;
using namespace sim;
using namespace oauth;
using namespace faults;
using namespace flows;
}  // namespace scenario
namespace diagram {
using namespace base;
using namespace wire;
using namespace trace;
using namespace words;
using namespace oauth;
}  // namespace diagram
namespace emit {
using namespace base;
using namespace wire;
using namespace trace;
using namespace words;
using namespace oauth;
using namespace diagram;
}  // namespace emit
namespace publish {
using namespace base;
}
namespace explain {
using namespace base;
using namespace wire;
using namespace trace;
using namespace words;
using namespace sim;
using namespace oauth;
using namespace faults;
using namespace flows;
using namespace scenario;
using namespace diagram;
using namespace emit;
}  // namespace explain
namespace teach {
using namespace base;
using namespace wire;
using namespace trace;
using namespace words;
using namespace sim;
using namespace oauth;
using namespace faults;
using namespace flows;
using namespace scenario;
using namespace diagram;
using namespace emit;
using namespace explain;
}  // namespace teach
namespace cli {
using namespace base;
using namespace wire;
using namespace trace;
using namespace words;
using namespace sim;
using namespace oauth;
using namespace faults;
using namespace flows;
using namespace scenario;
using namespace diagram;
using namespace emit;
using namespace publish;
using namespace explain;
using namespace teach;
}  // namespace cli

}  // namespace flowsim
