// What tests look for in a Markdown page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace flowsim::cli {

using Lines = std::vector<std::string>;

/// What stands between the two marks, each time the first one occurs.
inline Lines parts_between(std::string_view text, std::string_view open, std::string_view close) {
  Lines parts;
  for (auto at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
    const auto part = text.substr(at + open.size());
    if (const auto end = part.find(close); end != std::string_view::npos) parts.emplace_back(part.substr(0, end));
  }
  return parts;
}

/// The files the page links to or shows as pictures, as it names them.
inline Lines files_linked_in(std::string_view page) {
  Lines files;
  for (const auto& target : parts_between(page, "](", ")"))
    if (!target.starts_with("https://") && !target.starts_with("#"))
      files.push_back(target.substr(0, target.find('#')));
  return files;
}

}  // namespace flowsim::cli
