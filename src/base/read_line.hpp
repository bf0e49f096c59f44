// Reading lines of bounded length, whoever writes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <variant>

#include "base/modules.hpp"

namespace flowsim::base {

/// Why there is no line.
enum class NoLine : std::uint8_t {
  at_end,    ///< the input has ended, or cannot be read
  too_long,  ///< the line has more bytes than wanted; it has been passed over, and the next call reads the next one
};

/// The next line without its end, which is a line feed, with or without a carriage return before it, or the end of the
/// input; at most `max_bytes` of it, the carriage return among them. No more than that is ever held.
std::variant<std::string, NoLine> read_line(std::istream& in, std::size_t max_bytes);

}  // namespace flowsim::base
