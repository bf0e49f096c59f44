// Reading and writing whole files; what goes wrong comes back as a value.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/modules.hpp"

namespace flowsim::base {

/// Why a file could not be had.
struct FileProblem {
  std::string message;      ///< what is wrong, without the file's name and without a final full stop
  bool unreadable = false;  ///< the system would not give it; false where it could be read, but is too large
  bool operator==(const FileProblem&) const = default;
};

/// The content of the regular file at `path`, or of standard input where that is `-`, at most `max_bytes` of it. A
/// larger file is refused without reading it whole. Directories, devices and pipes are refused without waiting for
/// them.
std::variant<std::string, FileProblem> read_file(const std::string& path, std::size_t max_bytes);

/// The same, where the beginning of the content, at least 256 bytes of it or all, tells how much there may be.
std::variant<std::string, FileProblem> read_file(
    const std::string& path, const std::function<std::size_t(std::string_view beginning)>& limit_of);

/// Writes what `produce` puts into the stream to `path`, all or nothing: into a new file beside it, which then takes
/// its place and its permissions. A symbolic link to a file stays one, and a device or a pipe is written to directly.
/// Returns what went wrong, if anything; the new file is then gone, also where `produce` throws.
std::optional<std::string> write_file(const std::string& path, const std::function<void(std::ostream&)>& produce);

}  // namespace flowsim::base
