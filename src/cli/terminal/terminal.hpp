// What is known about the terminal that standard output may be.
#pragma once

#include "base/modules.hpp"

namespace flowsim::cli {

/// How many columns the terminal on standard output has; nothing known: 80.
int terminal_columns();

/// Whether the locale's character set is UTF-8 by the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set and not
/// empty (POSIX.1-2017 XBD §8.2).
bool locale_is_utf8();

/// Whether a person wants no colours: `NO_COLOR` is set and not empty (https://no-color.org), or `TERM` is `dumb`.
bool wants_no_color();

}  // namespace flowsim::cli
