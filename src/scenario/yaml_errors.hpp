// The YAML parser's complaints in plain English, at the place where a person has to look.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "scenario/problems.hpp"

namespace flowsim::scenario {

/// A complaint of the parser, and what had been read when it came.
struct SyntaxError {
  std::string complaint;                 ///< in the parser's words
  std::size_t offset = 0;                ///< where the parser stopped
  std::size_t last_read = 0;             ///< where the last node that was read starts
  std::optional<std::size_t> open_flow;  ///< where the innermost `[` or `{` that is still open stands
};

/// Adds the one problem that the complaint stands for.
void add_syntax_problem(const SyntaxError& error, Problems& problems);

/// Where the quoted text that opens at `at` ends: behind its closing quote; nothing where there is none.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at);

/// What is wrong where `end_of_quoted` finds nothing.
inline constexpr std::string_view unclosed_quote_message = "this quoted text is never closed";

}  // namespace flowsim::scenario
