// Reads traces from JSON, by Boost.JSON and the descriptions of the records, and trusts nothing.
#include <fmt/core.h>

#include <algorithm>
#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>
#include <type_traits>
#include <utility>

#include "base/text.hpp"
#include "trace/json.hpp"
#include "trace/json_shape.hpp"

namespace flowsim::trace {
namespace {

namespace json = boost::json;
using boost::mp11::mp_for_each;

// A moment farther from 1970 than this lies beyond the year 9999, where spans between two could overflow.
constexpr std::int64_t farthest = 253'402'300'799'999;

// What goes along while a text is read: the names that were in it, and where something is wrong, and what:
// `messages[3].sent.at`, `is not a whole number`.
struct Reading {
  KnowsPhrase knows = nullptr;
  Names names;
  std::string path, reason;

  bool set(std::string text) {
    reason = std::move(text);
    return false;
  }
  bool inside(std::string_view outer) {
    const bool dotted = !path.empty() && path.front() != '[';
    path = fmt::format("{}{}{}", outer, dotted ? "." : "", path);
    return false;
  }
};

template <class T>
bool from_json(const json::value& value, T& item, Reading& reading);

template <class T>
bool whole_number(const json::value& value, T& item, Reading& reading) {
  json::error_code error;
  const bool whole = value.is_int64() || value.is_uint64();
  if (whole) item = value.to_number<T>(error);
  if (!whole) return reading.set("is not a whole number");
  return !error || reading.set("is out of range");
}

template <class T>
bool read_member(const json::object& object, const char* name, T& item, Reading& reading) {
  const auto* value = object.if_contains(name);
  if (value != nullptr) return from_json(*value, item, reading) || reading.inside(name);
  if constexpr (std::is_same_v<T, Place>) return true;
  reading.set("is missing");
  return reading.inside(name);
}

template <Structure T>
bool read_members(const json::value& value, T& item, Reading& reading) {
  const auto* object = value.if_object();
  if (object == nullptr) return reading.set("is not an object");
  bool good = true;
  mp_for_each<MembersOf<T>>(
      [&](auto member) { good = good && read_member(*object, member.name, item.*member.pointer, reading); });
  return good;
}

template <Enumeration T>
bool read_name(const json::value& value, T& item, Reading& reading) {
  const auto* name = value.if_string();
  if (name == nullptr) return reading.set("is not a text");
  bool known = false;
  mp_for_each<NamesOf<T>>([&](auto row) {
    if (*name != row.name) return;
    item = row.value;
    known = true;
  });
  return known || reading.set("is none of the names known here");
}

template <class Add>
bool read_elements(const json::value& value, Reading& reading, Add add) {
  const auto* list = value.if_array();
  if (list == nullptr) return reading.set("is not an array");
  for (std::size_t i = 0; i < list->size(); ++i)
    if (!add((*list)[i])) return reading.inside(fmt::format("[{}]", i));
  return true;
}

bool read_payload(const json::value& value, Payload& payload, Reading& reading) {
  const auto* object = value.if_object();
  const auto* type = object == nullptr ? nullptr : object->if_contains(payload_type_member);
  if (type == nullptr || !type->is_string()) return reading.set("is not an object with a type");
  bool known = false, good = false;
  mp_for_each<boost::mp11::mp_rename<Payload, boost::mp11::mp_list>>([&]<class Kind>(Kind kind) {
    if (type->get_string() != payload_type<Kind>()) return;
    known = true;
    good = read_members(value, kind, reading);
    payload = std::move(kind);
  });
  return known ? good : reading.set("has a type not known here");
}

bool read_instant(const json::value& value, Instant& instant, Reading& reading) {
  std::int64_t milliseconds = 0;
  if (!whole_number(value, milliseconds, reading)) return false;
  instant = Instant{Duration{milliseconds}};
  return (-farthest <= milliseconds && milliseconds <= farthest) || reading.set("is out of range");
}

bool read_phrase(const json::value& value, Phrase& phrase, Reading& reading) {
  if (!read_members(value, phrase, reading)) return false;
  if (phrase.empty() || reading.knows == nullptr || reading.knows(phrase)) return true;
  return reading.set(fmt::format("is \"{}\" with {} values, and no sentence has that id and that many values",
                                 visible(phrase.id), phrase.values.size()));
}

template <class T>
bool from_json(const json::value& value, T& item, Reading& reading) {
  if constexpr (std::is_same_v<T, std::string_view>) {
    if (!value.is_string()) return reading.set("is not a text");
    item = reading.names.keep(value.get_string());
    return true;
  } else if constexpr (std::is_same_v<T, Phrase>) {
    return read_phrase(value, item, reading);
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (!value.is_string()) return reading.set("is not a text");
    item.assign(value.get_string().data(), value.get_string().size());
    return true;
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!value.is_bool()) return reading.set("is neither true nor false");
    item = value.get_bool();
    return true;
  } else if constexpr (std::is_integral_v<T>) {
    return whole_number(value, item, reading);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return read_instant(value, item, reading);
  } else if constexpr (Enumeration<T>) {
    return read_name(value, item, reading);
  } else if constexpr (is_optional<T>) {
    return value.is_null() || from_json(value, item.emplace(), reading);
  } else if constexpr (is_list<T>) {
    return read_elements(value, reading,
                         [&](const json::value& element) { return from_json(element, item.emplace_back(), reading); });
  } else if constexpr (std::is_same_v<T, Parameters>) {
    return read_elements(value, reading, [&](const json::value& element) {
      Parameter parameter;
      if (!from_json(element, parameter, reading)) return false;
      item.add(std::move(parameter.name), std::move(parameter.value), parameter.place);
      return true;
    });
  } else if constexpr (std::is_same_v<T, Payload>) {
    return read_payload(value, item, reading);
  } else {
    return read_members(value, item, reading);
  }
}

// Whether each record says the number it has, so that others can find it.
template <class Record>
bool numbered(const std::vector<Record>& records, std::string_view name, Reading& reading) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (std::cmp_equal(records[i].id, i + 1)) continue;
    reading.set(fmt::format("is not {}, its place in the list", i + 1));
    return reading.inside(fmt::format("{}[{}].id", name, i));
  }
  return true;
}

// Whether the message of each record is there; `least` is 0 where a record may be about none.
template <class Record, class Message>
bool refers(const Trace& trace, const std::vector<Record>& records, std::string_view name, int least, Reading& reading,
            Message message) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const int id = message(records[i]);
    if (id >= least && std::cmp_less_equal(id, trace.messages.size())) continue;
    reading.set(fmt::format("is {}, and there is no such message", id));
    return reading.inside(fmt::format("{}[{}].message", name, i));
  }
  return true;
}

bool hangs_together(const Trace& trace, Reading& reading) {
  const auto own = [](const auto& record) { return record.message; };
  return numbered(trace.messages, "messages", reading) && numbered(trace.legs, "legs", reading) &&
         refers(trace, trace.legs, "legs", 1, reading, [](const LegRecord& record) { return record.leg.message; }) &&
         refers(trace, trace.verdicts, "verdicts", 1, reading, own) &&
         refers(trace, trace.transitions, "transitions", 0, reading, own) &&
         refers(trace, trace.faults, "faults", 0, reading, own) &&
         refers(trace, trace.notes, "notes", 0, reading, own) &&
         refers(trace, trace.secrets, "secrets", 1, reading, own);
}

bool is_our_format(const json::value& value, Reading& reading) {
  const auto* object = value.if_object();
  const auto* format = object == nullptr ? nullptr : object->if_contains("format");
  if (format == nullptr || *format != json::string_view(trace_json_format))
    return reading.set(fmt::format("the text is no trace: \"format\" is not \"{}\"", trace_json_format));
  const auto* version = object->if_contains("version");
  if (version == nullptr || *version != trace_json_version)
    return reading.set(fmt::format(
        "the trace is not of version {}, the only one that is read: run the scenario again with this program",
        trace_json_version));
  return true;
}

bool parse(std::string_view text, json::value& value, Reading& reading) {
  if (text.size() > trace_json_limit)
    return reading.set(fmt::format("the text is longer than {} bytes", trace_json_limit));
  json::parse_options options;
  options.max_depth = 32;
  json::parser parser(json::storage_ptr{}, options);
  json::error_code error;
  const auto read = parser.write_some(text.data(), text.size(), error);
  if (!error && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos) error = json::error::extra_data;
  if (error) return reading.set(fmt::format("the text is not JSON: {} at byte {}", error.message(), read));
  value = parser.release();
  return true;
}

}  // namespace

bool begins_as_trace(std::string_view text) {
  const auto format = fmt::format("\"{}\"", trace_json_format);
  for (const std::string_view expected :
       {std::string_view("{"), std::string_view("\"format\""), std::string_view(":"), std::string_view(format)}) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
  }
  return true;
}

std::optional<Trace> read_json(std::string_view text, std::string* why, KnowsPhrase knows) {
  Reading reading;
  reading.knows = knows;
  Trace trace;
  json::value value;
  if (parse(text, value, reading) && is_our_format(value, reading) && read_members(value, trace, reading) &&
      hangs_together(trace, reading)) {
    trace.names = std::move(reading.names);
    return trace;
  }
  if (why != nullptr) *why = reading.path.empty() ? reading.reason : reading.path + " " + reading.reason;
  return {};
}

}  // namespace flowsim::trace
