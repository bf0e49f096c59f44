// A file that is generated: whether it is up to date, and how it becomes so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/modules.hpp"

namespace flowsim::publish {

/// How a file on the disk stands to what it should hold.
enum class Freshness : std::uint8_t {
  current,     ///< the same bytes
  stale,       ///< other bytes
  missing,     ///< there is no such file
  unreadable,  ///< there is something, and it cannot be read as a file
};

/// Compares the file with what it should hold, byte for byte.
Freshness freshness_of(const std::string& path, const std::string& content);

/// Makes the file hold the content, all or nothing, with the folders it needs; a file that is current is not touched.
/// Returns what went wrong, if anything.
std::optional<std::string> bring_up_to_date(const std::string& path, const std::string& content);

}  // namespace flowsim::publish
