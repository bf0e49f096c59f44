// Takes URLs apart and resolves them, by the character tables and the authority parser of Boost.URL.
#include "wire/url.hpp"

#include <algorithm>
#include <boost/url/grammar/alnum_chars.hpp>
#include <boost/url/grammar/alpha_chars.hpp>
#include <boost/url/grammar/hexdig_chars.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/pchars.hpp>
#include <boost/url/rfc/sub_delim_chars.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <functional>

#include "base/text.hpp"
#include "wire/characters.hpp"

// Boost.URL's own parser takes more than twice the time, and its `resolve` decodes escapes of the path, so that `%2F`
// becomes a separator.
namespace flowsim::wire {
namespace {

namespace urls = boost::urls;

constexpr Characters scheme_chars(urls::grammar::lut_chars(urls::grammar::alnum_chars) + '+' + '-' + '.');
constexpr Characters name_chars(urls::unreserved_chars + urls::sub_delim_chars);
constexpr Characters path_chars(urls::pchars + '/');
constexpr Characters query_chars(urls::pchars + '/' + '?');  // a fragment's, too

// A URI reference taken apart (RFC 3986 §4.1).
struct Reference : UrlParts {
  bool has_scheme = false;
  bool has_authority = false;
};

bool all_of(std::string_view text, const Characters& chars) { return std::ranges::all_of(text, std::ref(chars)); }

// Whether the text consists of these characters and of whole escapes.
bool consists_of(std::string_view text, const Characters& chars) {
  while (true) {
    text.remove_prefix(static_cast<std::size_t>(std::ranges::find_if_not(text, std::ref(chars)) - text.begin()));
    if (text.empty()) return true;
    if (text[0] != '%' || text.size() < 3) return false;
    if (!urls::grammar::hexdig_chars(text[1]) || !urls::grammar::hexdig_chars(text[2])) return false;
    text.remove_prefix(3);
  }
}

bool is_scheme(std::string_view text) {
  return !text.empty() && urls::grammar::alpha_chars(text.front()) && all_of(text, scheme_chars);
}

bool is_authority(std::string_view text) {
  if (all_of(text, name_chars)) return true;  // a host's name alone, as it almost always is
  return urls::parse_authority(text).has_value();
}

// Takes off and returns the front of the text, up to the delimiter or the end.
std::string_view take_until(std::string_view& text, char delimiter) {
  const auto front = text.substr(0, text.find(delimiter));
  text.remove_prefix(front.size());
  return front;
}

// Takes off the mark, if the text starts with it.
bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

// Takes the scheme off, if a colon comes before any slash. Whether it is one is not looked at.
void take_scheme(std::string_view& text, Reference& parts) {
  auto rest = text;
  const auto front = take_until(rest, ':');
  if (!take(rest, ":") || front.find('/') != std::string_view::npos) return;
  parts.has_scheme = true;
  parts.scheme = front;
  text = rest;
}

bool is_good(const Reference& parts) {
  return (!parts.has_scheme || is_scheme(parts.scheme)) && is_authority(parts.authority) &&
         consists_of(parts.path, path_chars) && consists_of(parts.query, query_chars) &&
         consists_of(parts.fragment, query_chars);
}

std::optional<Reference> take_apart(std::string_view text) {
  Reference parts;
  auto front = take_until(text, '#');
  parts.has_fragment = take(text, "#");
  parts.fragment = text;
  text = front;
  front = take_until(text, '?');
  parts.has_query = take(text, "?");
  parts.query = text;
  take_scheme(front, parts);
  parts.has_authority = take(front, "//");
  if (parts.has_authority) parts.authority = take_until(front, '/');
  parts.path = front;
  if (!is_good(parts)) return {};
  return parts;
}

void drop_last_segment(std::string& path) { path.erase(path.rfind('/') == std::string::npos ? 0 : path.rfind('/')); }

// RFC 3986 §5.2.4.
std::string without_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./") || path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.starts_with("/../") || path == "/..") {
      path = path.size() > 3 ? path.substr(3) : "/";
      drop_last_segment(out);
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const auto segment = path.substr(0, path.find('/', 1));
      out += segment;
      path.remove_prefix(segment.size());
    }
  }
  return out;
}

// RFC 3986 §5.2.3.
std::string merged(const Reference& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return std::string("/").append(path);
  return std::string(base.path.substr(0, base.path.rfind('/') + 1)).append(path);
}

std::string composed(const Reference& parts) {
  std::string out;
  out.reserve(parts.scheme.size() + parts.authority.size() + parts.path.size() + parts.query.size() +
              parts.fragment.size() + 8);
  out.append(parts.scheme).append(":");
  if (parts.has_authority)
    out.append("//").append(parts.authority);
  else if (parts.path.starts_with("//"))
    out += "/.";  // or the path would be read as an authority
  out += parts.path;
  if (parts.has_query) out.append("?").append(parts.query);
  if (parts.has_fragment) out.append("#").append(parts.fragment);
  return out;
}

}  // namespace

std::string UrlParts::origin() const {
  std::string out;
  out.reserve(scheme.size() + 3 + authority.size());
  out.append(scheme).append("://").append(authority);
  return out;
}

std::optional<UrlParts> split_url(std::string_view url) {
  const auto parts = take_apart(url);
  if (!parts || !parts->has_scheme || !parts->has_authority) return {};
  return *parts;
}

std::string_view without_fragment(std::string_view url) { return url.substr(0, url.find('#')); }

std::string origin_of(std::string_view url) {
  const auto parts = split_url(url);
  if (!parts) return {};
  auto host = *parts;
  // What stands before an @ names nobody, however much it looks like a host (RFC 3986 §7.6).
  host.authority.remove_prefix(host.authority.rfind('@') + 1);
  auto origin = host.origin();
  for (char& letter : origin) letter = lower_case(letter);
  return origin;
}

std::optional<std::string> resolve_redirect(std::string_view base, std::string_view reference) {
  const auto from = take_apart(base);
  auto to = take_apart(reference);
  if (!from || !to || !from->has_scheme) return {};
  if (!to->has_fragment) {
    to->has_fragment = from->has_fragment;
    to->fragment = from->fragment;
  }
  const bool whole_path = to->has_scheme || to->has_authority || to->path.starts_with('/');
  if (!whole_path && to->path.empty() && !to->has_query) {
    to->has_query = from->has_query;
    to->query = from->query;
  }
  const auto path = whole_path         ? without_dot_segments(to->path)
                    : to->path.empty() ? std::string(from->path)
                                       : without_dot_segments(merged(*from, to->path));
  to->path = path;
  if (!to->has_scheme && !to->has_authority) {
    to->has_authority = from->has_authority;
    to->authority = from->authority;
  }
  if (!to->has_scheme) to->scheme = from->scheme;
  return composed(*to);
}

}  // namespace flowsim::wire
