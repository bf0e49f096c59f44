// The commands: each adds itself to the command line and leaves its exit status behind.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command_line.hpp"

namespace flowsim::cli {

/// One row of the command table. `add` gives the application its subcommand; running it sets `status`.
struct Command {
  const char* name;
  void (*add)(CLI::App& application, const Console& console, ExitStatus& status);
};

void add_run(CLI::App& application, const Console& console, ExitStatus& status);
void add_check(CLI::App& application, const Console& console, ExitStatus& status);
void add_list(CLI::App& application, const Console& console, ExitStatus& status);
void add_explain(CLI::App& application, const Console& console, ExitStatus& status);
void add_schema(CLI::App& application, const Console& console, ExitStatus& status);
void add_threats(CLI::App& application, const Console& console, ExitStatus& status);
void add_practise(CLI::App& application, const Console& console, ExitStatus& status);
void add_step(CLI::App& application, const Console& console, ExitStatus& status);
void add_states(CLI::App& application, const Console& console, ExitStatus& status);
void add_docs(CLI::App& application, const Console& console, ExitStatus& status);
void add_diagrams(CLI::App& application, const Console& console, ExitStatus& status);

void add_lesson(CLI::App& application, const Console& console, ExitStatus& status);

}  // namespace flowsim::cli
