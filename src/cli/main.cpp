// The program's door.
#include <unistd.h>

#include <iostream>

#include "cli/command_line.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return flowsim::cli::run_command_line(
      argc, argv, {std::cout, std::cerr, isatty(STDOUT_FILENO) == 1, std::cin, isatty(STDIN_FILENO) == 1});
}
