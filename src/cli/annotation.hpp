// Messages for GitHub's continuous integration, which shows them beside the lines they are about.
#pragma once

#include <iosfwd>
#include <string>

#include "base/diagnostic.hpp"

namespace flowsim::cli {

/// Prints `::error file=…,line=…,col=…,title=…::message` on one line. Everything in it is escaped as GitHub's workflow
/// commands ask: `%`, carriage return and newline, in properties also `:` and `,`. A line or a
/// column 0 is left out, and so is a newline at the end of the message.
void print_annotation(const std::string& file, const SourcePosition& position, const std::string& title,
                      const std::string& message, std::ostream& out);

}  // namespace flowsim::cli
