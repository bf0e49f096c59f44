// Files by way of the operating system's calls, because a standard stream cannot say what went wrong.
#include "base/file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace flowsim::base {
namespace {

namespace fs = std::filesystem;

std::string words_for(int error) { return std::generic_category().message(error); }

FileProblem unreadable(int error) { return {words_for(error), true}; }

FileProblem too_large(std::size_t max_bytes) { return {fmt::format("larger than {} bytes", max_bytes), false}; }

// An open file that is closed at the end; standard input stays open.
class Opened {
 public:
  explicit Opened(int descriptor) : descriptor_(descriptor) {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

// What kind of file cannot be read as a text; empty for a regular one.
std::string_view unfit(mode_t mode) {
  if (S_ISDIR(mode)) return "is a directory";
  if (!S_ISREG(mode)) return "not a regular file; `-` reads standard input";
  return {};
}

using LimitOf = std::function<std::size_t(std::string_view beginning)>;

std::variant<std::string, FileProblem> read_descriptor(int descriptor, std::size_t expected, const LimitOf& limit_of) {
  constexpr std::size_t least_step = 4096, largest_step = 1 << 20, beginning = 256;
  std::string content;
  std::size_t filled = 0, max_bytes = beginning;
  bool has_limit = false;
  while (true) {
    // One byte more than expected, so that the end of the file shows without another round.
    const auto step = std::clamp(expected > filled ? expected - filled + 1 : filled, least_step, largest_step);
    content.resize(filled + std::min(step - 1, max_bytes - filled) + 1);
    const auto count = ::read(descriptor, content.data() + filled, content.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(errno);
    filled += static_cast<std::size_t>(count);
    if (!has_limit && (filled >= beginning || count == 0)) {
      max_bytes = limit_of(std::string_view(content).substr(0, filled));
      has_limit = true;
      if (expected > max_bytes) return too_large(max_bytes);
    }
    if (has_limit && filled > max_bytes) return too_large(max_bytes);
    if (count == 0) break;
  }
  content.resize(filled);
  return content;
}

// A new file with a name of its own, which is removed again unless it took its place.
class Temporary {
 public:
  explicit Temporary(const fs::path& target) {
    const auto process = ::getpid();
    for (int attempt = 0; attempt < 100; ++attempt) {
      path_ = target.parent_path() / fmt::format(".flowsim-{}-{}", process, attempt);
      const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      error_ = descriptor < 0 ? errno : 0;
      if (descriptor >= 0) ::close(descriptor);
      if (error_ != EEXIST) break;
    }
    present_ = error_ == 0;
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (present_) ::unlink(path_.c_str());
  }

  int error() const { return error_; }
  const fs::path& path() const { return path_; }

  std::optional<std::string> take_place_of(const fs::path& target) {
    if (std::rename(path_.c_str(), target.c_str()) != 0) return words_for(errno);
    present_ = false;
    return {};
  }

 private:
  fs::path path_;
  int error_ = 0;
  bool present_ = false;
};

std::optional<std::string> write_into(const fs::path& path, const std::function<void(std::ostream&)>& produce) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (out) produce(out);
  out.close();
  if (out) return {};
  return words_for(errno != 0 ? errno : EIO);
}

std::optional<std::string> replace(const fs::path& target, std::optional<mode_t> permissions,
                                   const std::function<void(std::ostream&)>& produce) {
  Temporary temporary(target);
  if (temporary.error() != 0) return words_for(temporary.error());
  if (auto problem = write_into(temporary.path(), produce)) return problem;
  if (permissions && ::chmod(temporary.path().c_str(), *permissions) != 0) return words_for(errno);
  return temporary.take_place_of(target);
}

}  // namespace

std::variant<std::string, FileProblem> read_file(const std::string& path, std::size_t max_bytes) {
  return read_file(path, [max_bytes](std::string_view) { return max_bytes; });
}

std::variant<std::string, FileProblem> read_file(const std::string& path, const LimitOf& limit_of) {
  if (path == "-") return read_descriptor(STDIN_FILENO, 0, limit_of);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return unreadable(errno);
  if (const auto reason = unfit(status.st_mode); !reason.empty()) return FileProblem{std::string(reason), true};
  // Without O_NONBLOCK a pipe that came in the file's place meanwhile would wait for a writer.
  const Opened file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return unreadable(errno);
  if (const auto reason = unfit(status.st_mode); !reason.empty()) return FileProblem{std::string(reason), true};
  return read_descriptor(file.get(), static_cast<std::size_t>(status.st_size), limit_of);
}

std::optional<std::string> write_file(const std::string& path, const std::function<void(std::ostream&)>& produce) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return words_for(errno);
    return replace(path, {}, produce);
  }
  if (S_ISDIR(status.st_mode)) return words_for(EISDIR);
  if (::access(path.c_str(), W_OK) != 0) return words_for(errno);
  if (!S_ISREG(status.st_mode)) return write_into(path, produce);
  std::error_code error;
  const auto target = fs::canonical(path, error);
  if (error) return words_for(error.value());
  return replace(target, status.st_mode & 07777U, produce);
}

}  // namespace flowsim::base
