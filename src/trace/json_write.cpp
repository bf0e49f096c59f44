// Writes traces as JSON, straight from the descriptions of the records.
#include <fmt/core.h>

#include <boost/describe/enum_to_string.hpp>
#include <boost/mp11/algorithm.hpp>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <ostream>
#include <type_traits>
#include <utility>

#include "base/utf8.hpp"
#include "trace/json.hpp"
#include "trace/json_shape.hpp"

namespace flowsim::trace {
namespace {

using boost::mp11::mp_for_each;

void append_unit(std::string& line, std::uint32_t unit) { fmt::format_to(std::back_inserter(line), "\\u{:04x}", unit); }

/// The shortest escape of a character that may not stand in a string as it is (RFC 8259 §7).
void append_escape(std::string& line, std::uint32_t value) {
  constexpr std::string_view named = "\b\f\n\r\t\"\\", names = "bfnrt\"\\";
  const auto name = value < 0x80 ? named.find(static_cast<char>(value)) : std::string_view::npos;
  if (name != std::string_view::npos) {
    line.append({'\\', names[name]});
  } else if (value < 0x10000) {
    append_unit(line, value);
  } else {
    append_unit(line, 0xD800 + ((value - 0x10000) >> 10));
    append_unit(line, 0xDC00 + ((value - 0x10000) & 0x3FF));
  }
}

/// How many bytes from `at` on stand in a string as they are, and are ASCII.
std::size_t literal_length(std::string_view text, std::size_t at) {
  const auto plain = text.substr(at, plain_length(text, at));
  return std::min({plain.find('"'), plain.find('\\'), plain.size()});
}

/// Nothing in the text can control a terminal, and what is not UTF-8 becomes U+FFFD.
void append_text(std::string& line, std::string_view text) {
  line += '"';
  for (std::size_t at = 0;;) {
    const auto literal = literal_length(text, at);
    line.append(text, at, literal);
    at += literal;
    if (at == text.size()) break;
    const auto character = code_point_at(text, at);
    const bool is_literal = character.value >= 0x80 && character.valid && !is_control(character.value);
    if (is_literal)
      line.append(text, at, character.length);
    else
      append_escape(line, character.valid ? static_cast<std::uint32_t>(character.value) : 0xFFFD);
    at += character.length;
  }
  line += '"';
}

template <class T>
void append(std::string& line, const T& item);

/// Puts the comma between the members of an object.
void append_name(std::string& line, std::string_view name) {
  if (line.back() != '{') line += ',';
  line.append(1, '"').append(name).append("\":");
}

template <Structure T>
void append_members(std::string& line, const T& item) {
  mp_for_each<MembersOf<T>>([&](auto member) {
    const auto& value = item.*member.pointer;
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Place>)
      if (value == Place::usual) return;
    append_name(line, member.name);
    append(line, value);
  });
}

template <class List>
void append_list(std::string& line, const List& list) {
  line += '[';
  for (const auto& element : list) {
    if (line.back() != '[') line += ',';
    append(line, element);
  }
  line += ']';
}

template <class T>
void append(std::string& line, const T& item) {
  if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
    append_text(line, item);
  } else if constexpr (std::is_same_v<T, bool>) {
    line += item ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    char digits[24];
    line.append(digits, std::to_chars(digits, std::end(digits), item).ptr);
  } else if constexpr (std::is_same_v<T, Instant>) {
    append(line, item.time_since_epoch().count());
  } else if constexpr (Enumeration<T>) {
    append_text(line, boost::describe::enum_to_string(item, ""));
  } else if constexpr (is_optional<T>) {
    if (item)
      append(line, *item);
    else
      line += "null";
  } else if constexpr (is_list<T> || std::is_same_v<T, Parameters>) {
    append_list(line, item);
  } else if constexpr (std::is_same_v<T, Payload>) {
    line += '{';
    std::visit(
        [&line]<class Kind>(const Kind& payload) {
          append_name(line, payload_type_member);
          append_text(line, payload_type<Kind>());
          append_members(line, payload);
        },
        item);
    line += '}';
  } else {
    line += '{';
    append_members(line, item);
    line += '}';
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
    line_.clear();
    append(line_, value);
    out_ << line_;
  }

  std::ostream& out_;
  std::string line_;
};

}  // namespace

void write_json(const Trace& trace, std::ostream& out) {
  out << fmt::format("{{\n  \"format\": \"{}\",\n  \"version\": {}", trace_json_format, trace_json_version);
  Writer writer(out);
  mp_for_each<MembersOf<Trace>>([&](auto member) { writer.member(member.name, trace.*member.pointer); });
  out << "\n}\n";
}

}  // namespace flowsim::trace
