// Starts the program that its arguments name and prints its largest resident set, in kilobytes.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

// The kernel counts the process that starts another in, and this one is small.
int main(int count, char** arguments) {
  posix_spawn_file_actions_t silence;
  posix_spawn_file_actions_init(&silence);
  posix_spawn_file_actions_addopen(&silence, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  if (count < 2 || posix_spawn(&child, arguments[1], &silence, nullptr, arguments + 1, environ) != 0) return 1;
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child || status != 0) return 1;
  std::printf("%ld\n", used.ru_maxrss);
}
