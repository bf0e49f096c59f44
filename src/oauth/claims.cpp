// Claims as values, and as the JSON text that is signed.
#include "oauth/claims.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <boost/json/serializer.hpp>
#include <iterator>

#include "base/utf8.hpp"

namespace flowsim::oauth {
namespace {

/// Where the member of that name stands, or the end.
template <class Members>
auto member_named(Members& members, std::string_view name) {
  return std::ranges::find_if(members, [name](const auto& member) { return member.first == name; });
}

/// Appends a claim's value as JSON.
struct AppendValue {
  std::string& json;

  void operator()(std::nullptr_t) const { json += "null"; }
  void operator()(bool value) const { json += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { fmt::format_to(std::back_inserter(json), "{}", value); }
  void operator()(const std::string& value) const { append_json(json, value); }
  void operator()(const OtherJson& value) const { json += value.text; }

  void operator()(const std::vector<std::string>& values) const {
    json += '[';
    for (std::string_view separator; const auto& value : values) {
      json += std::exchange(separator, ",");
      append_json(json, value);
    }
    json += ']';
  }
};

}  // namespace

const ClaimValue* Claims::find(std::string_view name) const {
  const auto found = member_named(members_, name);
  return found == members_.end() ? nullptr : &found->second;
}

std::optional<std::string_view> Claims::text(std::string_view name) const {
  if (const auto* value = std::get_if<std::string>(find(name))) return *value;
  return std::nullopt;
}

std::optional<std::int64_t> Claims::number(std::string_view name) const {
  if (const auto* value = std::get_if<std::int64_t>(find(name))) return *value;
  return std::nullopt;
}

const std::vector<std::string>* Claims::texts(std::string_view name) const {
  return std::get_if<std::vector<std::string>>(find(name));
}

std::optional<std::string> Claims::shown(std::string_view name) const {
  const auto* value = find(name);
  if (value == nullptr) return {};
  std::string json;
  std::visit(AppendValue{json}, *value);
  return json;
}

void Claims::set(std::string_view name, ClaimValue value) {
  const auto found = member_named(members_, name);
  if (found == members_.end()) return add(std::string(name), std::move(value));
  found->second = std::move(value);
}

void Claims::remove(std::string_view name) {
  std::erase_if(members_, [name](const auto& member) { return member.first == name; });
}

void append_json(std::string& json, std::string_view text) {
  if (plain_length(text) == text.size() && text.find('"') == text.npos &&
      text.find('\\') == text.npos) {  // nothing to escape
    json.append(1, '"').append(text).append(1, '"');
    return;
  }
  boost::json::serializer serializer;
  serializer.reset(boost::json::string_view(text));
  for (std::array<char, 512> piece; !serializer.done();) {
    const auto written = serializer.read(piece.data(), piece.size());
    json.append(written.data(), written.size());
  }
}

std::string to_json(const Claims& claims) {
  std::string json = "{";
  json.reserve(512);
  for (std::string_view separator; const auto& [name, value] : claims) {
    json += std::exchange(separator, ",");
    append_json(json, name);
    json += ':';
    std::visit(AppendValue{json}, value);
  }
  return json += '}';
}

}  // namespace flowsim::oauth
