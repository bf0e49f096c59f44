// The HTML pages the servers send: a prompt with its data, or a page that runs a script.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/parameters.hpp"

namespace flowsim::wire {

/// A page as its author thinks of it.
struct Page {
  std::string kind;  ///< what it says: `authentication_prompt`, `consent_prompt`, `error_page`; empty for a script page
  std::string title;
  std::string action;  ///< where its form goes, an absolute URL; empty where it has none
  Parameters fields;   ///< what it shows, and the hidden fields its form sends back
  std::string script;  ///< the script it runs, a path; empty where it runs none
  bool operator==(const Page&) const = default;
};

/// The page as HTML: a prompt carries its data as one JSON block, as sign-in widgets do; every text is escaped.
std::string page_html(const Page& page);

/// The page that `page_html` wrote; nothing where the text is no such page or is larger than 64 KiB.
std::optional<Page> read_page(std::string_view html);

}  // namespace flowsim::wire
