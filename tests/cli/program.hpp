// Runs the real binary, as a person's shell would.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace flowsim::cli {

/// What a finished process left behind.
struct Finished {
  int status = -1;  ///< exit status; -1 where a signal ended it
  std::string out, err;
  long peak_kilobytes = 0;  ///< the most memory it held
};

/// How a process is started.
struct Start {
  std::vector<std::string> arguments;
  std::string input;
  std::filesystem::path folder = FLOWSIM_SOURCE_DIR;
  std::vector<std::string> environment{"PATH=/usr/bin:/bin"};
};

/// A new empty folder, gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "flowsim-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline Finished run_program(const Start& start) {
  const TemporaryFolder files;
  const auto input = files.write("in", start.input);
  const auto out = files.path() / "out", err = files.path() / "err";
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(150);  // a watchdog: nothing here takes minutes
    const auto open_as = [](const std::filesystem::path& path, int flags, int as) {
      const int opened = ::open(path.c_str(), flags, 0600);
      ::dup2(opened, as);
    };
    open_as(input, O_RDONLY, 0);
    open_as(out, O_WRONLY | O_CREAT, 1);
    open_as(err, O_WRONLY | O_CREAT, 2);
    if (::chdir(start.folder.c_str()) != 0) ::_exit(126);
    std::vector<char*> arguments{const_cast<char*>(FLOWSIM_PROGRAM)}, environment;
    for (const auto& argument : start.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
    for (const auto& variable : start.environment) environment.push_back(const_cast<char*>(variable.c_str()));
    arguments.push_back(nullptr);
    environment.push_back(nullptr);
    ::execve(FLOWSIM_PROGRAM, arguments.data(), environment.data());
    ::_exit(127);
  }
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err), used.ru_maxrss};
}

inline Finished flowsim_run(std::vector<std::string> arguments, std::string input = {}) {
  return run_program({.arguments = std::move(arguments), .input = std::move(input)});
}

}  // namespace flowsim::cli
