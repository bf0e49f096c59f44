// Pages that step through runs: one file that works without any other, offline and without scripts.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "emit/registry.hpp"

namespace flowsim::emit {

/// One run of a lesson.
struct Lesson {
  std::string slug;      ///< its name in addresses: letters, digits and hyphens, unlike those of the others
  const Trace* trace{};  ///< never null; it must outlive the lesson
};

/// One page for all of them, with a list to choose from where there are several. It holds every step of every run with
/// what travels taken apart, the pictures of each level up to `options.detail`, and a script that walks through them.
/// Without scripts it is a page to read. The page allows itself nothing but its own style sheet and script; texts of a
/// scenario are texts in it and nothing else.
void write_lesson(std::span<const Lesson> lessons, std::string_view title, const EmitOptions& options,
                  std::ostream& out);

/// A name for addresses made from a path or a title: what is no letter or digit becomes a hyphen; never empty.
std::string slug_of(std::string_view name);

}  // namespace flowsim::emit
