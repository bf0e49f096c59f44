// What the writer and the reader of JSON traces share: the fixed words of the shape, and which C++ types take which
// form.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "trace/describe.hpp"

namespace flowsim::trace {

inline constexpr std::string_view trace_json_format = "flowsim-trace";
inline constexpr const char* payload_type_member = "type";

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <>
inline constexpr bool is_list<Values> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// What the member `type` of a payload says.
template <class T>
constexpr std::string_view payload_type();
template <>
constexpr std::string_view payload_type<HttpRequest>() {
  return "http_request";
}
template <>
constexpr std::string_view payload_type<HttpResponse>() {
  return "http_response";
}
template <>
constexpr std::string_view payload_type<BrowserAction>() {
  return "browser_action";
}

}  // namespace flowsim::trace
