// Writes traces as JSON, by Boost.JSON and the descriptions of the records.
#include <fmt/core.h>

#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>
#include <iterator>
#include <ostream>
#include <type_traits>
#include <utility>

#include "base/utf8.hpp"
#include "trace/json.hpp"
#include "trace/json_shape.hpp"

namespace flowsim::trace {
namespace {

namespace json = boost::json;
using boost::mp11::mp_for_each;

template <class T>
json::value to_json(const T& item, const json::storage_ptr& memory);

template <Structure T>
void add_members(json::object& object, const T& item) {
  mp_for_each<MembersOf<T>>([&](auto member) {
    const auto& value = item.*member.pointer;
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Place>)
      if (value == Place::usual) return;
    object.emplace(member.name, to_json(value, object.storage()));
  });
}

template <class List>
json::value list_to_json(const List& list, const json::storage_ptr& memory) {
  json::array array(memory);
  for (const auto& element : list) array.push_back(to_json(element, memory));
  return array;
}

template <class T>
json::value to_json(const T& item, const json::storage_ptr& memory) {
  if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
    return json::value(json::string_view(item), memory);
  } else if constexpr (std::is_integral_v<T>) {
    return json::value(item, memory);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return json::value(item.time_since_epoch().count(), memory);
  } else if constexpr (Enumeration<T>) {
    return json::value(boost::describe::enum_to_string(item, ""), memory);
  } else if constexpr (is_optional<T>) {
    return item ? to_json(*item, memory) : json::value(nullptr, memory);
  } else if constexpr (is_list<T> || std::is_same_v<T, Parameters>) {
    return list_to_json(item, memory);
  } else if constexpr (std::is_same_v<T, Payload>) {
    json::object object(memory);
    std::visit(
        [&object]<class Kind>(const Kind& payload) {
          object.emplace(payload_type_member, payload_type<Kind>());
          add_members(object, payload);
        },
        item);
    return object;
  } else {
    json::object object(memory);
    add_members(object, item);
    return object;
  }
}

void append_escape(std::string& text, std::uint32_t unit) {
  fmt::format_to(std::back_inserter(text), "\\u{:04x}", unit);
}

// The value as one line. What is not printable ASCII stands inside a JSON text, where an escape may take its place.
void append_line(std::string& line, const json::value& value) {
  const auto text = json::serialize(value);
  for (std::size_t at = 0; at < text.size();) {
    const auto character = code_point_at(text, at);
    const auto point = static_cast<std::uint32_t>(character.value);
    if (!character.valid) {
      append_escape(line, 0xFFFD);
    } else if (!is_control(character.value)) {
      line.append(text, at, character.length);
    } else if (point < 0x10000) {
      append_escape(line, point);
    } else {
      append_escape(line, 0xD800 + ((point - 0x10000) >> 10));
      append_escape(line, 0xDC00 + ((point - 0x10000) & 0x3FF));
    }
    at += character.length;
  }
}

// Writes one value after the other, through one line's memory.
class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  template <class T>
  void member(std::string_view name, const T& value) {
    out_ << ",\n  \"" << name << "\": ";
    if constexpr (is_list<T>)
      lines(value);
    else
      line(value);
  }

 private:
  template <class List>
  void lines(const List& list) {
    std::string_view between = "[\n    ";
    for (const auto& element : list) {
      out_ << std::exchange(between, ",\n    ");
      line(element);
    }
    out_ << (list.empty() ? "[]" : "\n  ]");
  }

  template <class T>
  void line(const T& value) {
    json::monotonic_resource memory(buffer_, sizeof buffer_);
    line_.clear();
    append_line(line_, to_json(value, &memory));
    out_ << line_;
  }

  std::ostream& out_;
  std::string line_;
  unsigned char buffer_[8192];
};

}  // namespace

void write_json(const Trace& trace, std::ostream& out) {
  out << fmt::format("{{\n  \"format\": \"{}\",\n  \"version\": {}", trace_json_format, trace_json_version);
  Writer writer(out);
  mp_for_each<MembersOf<Trace>>([&](auto member) { writer.member(member.name, trace.*member.pointer); });
  out << "\n}\n";
}

}  // namespace flowsim::trace
