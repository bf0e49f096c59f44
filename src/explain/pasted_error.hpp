// Takes apart what people paste: a log line, a callback's address, JSON, a WWW-Authenticate header.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oauth/error_codes.hpp"

namespace flowsim::explain {

/// How many bytes of what was pasted are looked at.
inline constexpr std::size_t longest_paste = 1024 * 1024;

/// One way to read what was pasted.
struct PastedReading {
  std::string where;                                       ///< where it stood: `the fragment of an address`
  std::string error;                                       ///< the error code there; empty where there is none
  std::string text;                                        ///< the error's text there; empty where there is none
  std::optional<ErrorChannel> channel{};                   ///< how such an error travels, where that is known
  std::vector<std::pair<std::string, std::string>> parts;  ///< the parameters or members beside them, as they stand
  std::string_view message{};                              ///< the kind of message that has such parameters, if any
};

/// Every error that can be read out of the first `longest_paste` bytes: of addresses, of a form, of JSON objects and of
/// challenges, in this order, at most five of each; known error codes that stand alone, where there is none of these;
/// and last the text itself, if need be with its percent-escapes decoded. Never empty. An address with parameters of
/// the flow but without an error is read as well, its `error` and `text` being empty. In time linear in `pasted`.
std::vector<PastedReading> readings_of(std::string_view pasted);

}  // namespace flowsim::explain
