// URLs taken apart and put together; form, query and fragment encoding (RFC 3986, RFC 6749 Appendix B).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wire/parameters.hpp"

namespace flowsim::wire {

/// `application/x-www-form-urlencoded` (RFC 6749 Appendix B): UTF-8, percent-escapes, a space as `+`.
std::string encode_form(const Parameters& parameters);

/// The parameters of a form body, a query or a fragment; `+` and `%20` both become a space. A broken escape is kept as
/// it stands. Order and repetitions are kept; a name without `=` has an empty value; empty pieces between `&` are left
/// out.
Parameters decode_form(std::string_view text);

/// The parts of an absolute URL, as written.
struct UrlParts {
  std::string_view scheme, authority, path, query, fragment;
  bool has_query = false;
  bool has_fragment = false;
  /// `https://host:port`, as written.
  std::string origin() const;
};

/// The parts of an absolute URL with an authority; nothing where the text is no such URL. The views point into `url`.
std::optional<UrlParts> split_url(std::string_view url);

/// The URL up to its `#`: what a browser sends to a server.
std::string_view without_fragment(std::string_view url);

/// `scheme://host:port` of an absolute URL, in lower case, without what stands before an `@`; empty where the text is
/// no absolute URL.
std::string origin_of(std::string_view url);

/// `reference` against `base` (RFC 3986 §5.2), keeping the base's fragment where the reference has none, as a browser
/// does when it follows a redirect (RFC 9110 §10.2.2). Nothing where either cannot be parsed.
std::optional<std::string> resolve_redirect(std::string_view base, std::string_view reference);

/// `url` with the parameters in its query (behind those it already has, before its fragment) or as its fragment
/// (instead of the one it has). Parameters keep their order; a space is written `+`. No parameters, no `?` and no `#`.
std::string with_query(std::string_view url, const Parameters& parameters);
std::string with_fragment(std::string_view url, const Parameters& parameters);

}  // namespace flowsim::wire
