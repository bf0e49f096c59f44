// The threat catalogue as a Markdown page, with the scenarios that show each threat.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "scenario/scenario.hpp"

namespace flowsim::cli {

/// Prints the page: each threat with its scenarios, in their order, and how they are expected to end, or with the
/// reason why no run can show it. `folder` is where the page will stand: links lead from there. Where one of `folder`
/// and a scenario's file is absolute and the other relative, the link is the file's own path.
void print_threat_page(std::span<const Scenario> scenarios, const std::string& folder, std::ostream& out);

}  // namespace flowsim::cli
