// The version, which only the build knows.
#include "cli/version.hpp"

namespace flowsim::cli {

std::string_view version() { return FLOWSIM_VERSION; }

}  // namespace flowsim::cli
