// What each message carries, as tables.
#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "diagram/prose.hpp"
#include "diagram/roles.hpp"
#include "diagram/secrets.hpp"
#include "diagram/trace_index.hpp"
#include "emit/escape.hpp"
#include "emit/message_parts.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

/// One row of a table.
struct Row {
  std::string name, value, place, meaning;
};

class TableWriter {
 public:
  TableWriter(const Trace& trace, const EmitOptions& options, std::ostream& out)
      : options_(options), index_(trace), out_(out) {}

  void write(const MessageRecord& record) {
    const auto* const payload = first_http(index_.of(record.id));
    std::vector<Row> rows;
    for (const auto& parameter : record.envelope.message.parameters)
      if (!is_said(parameter, payload)) rows.push_back(row(record, parameter));
    if (rows.empty() && !record.altered) return;
    out_ << (first_ ? "" : "\n");
    first_ = false;
    write_heading(record, payload);
    if (!rows.empty()) write_table(rows);
    write_changes(record);
  }

  void end() {
    if (first_) out_ << "No message of the numbered steps carries a parameter.\n";
  }

 private:
  Row row(const MessageRecord& record, const Parameter& parameter) const {
    const auto meaning = options_.meaning_of == nullptr
                             ? std::string_view{}
                             : options_.meaning_of(record.envelope.message.kind, parameter.name);
    return {markdown_code(parameter.name), shown(parameter), std::string(place_of(parameter, index_.of(record.id))),
            escape_markdown(meaning)};
  }

  std::string shown(const Parameter& parameter) const {
    const auto value = parameter.name == "url" ? shown_address(parameter.value, options_.show_tokens)
                                               : shown_value(parameter.name, parameter.value, options_.show_tokens);
    return value.empty() ? "(empty)" : markdown_code(value);
  }

  void write_heading(const MessageRecord& record, const Payload* payload) {
    const auto& [from, to, number, message] = record.envelope;
    const auto way = http_line(payload);
    const auto* const browser = record.browser == Participant::attacker_browser ? ", in the attacker's browser" : "";
    out_ << fmt::format("**{}. {}**, {} to {}{}{}:\n", number, escape_markdown(caption_of(record)), display_name(from),
                        display_name(to), way.empty() ? way : ", " + markdown_code(way), browser);
  }

  void write_table(const std::vector<Row>& rows) {
    const bool has_meanings = std::ranges::any_of(rows, [](const Row& row) { return !row.meaning.empty(); });
    out_ << "\n| parameter | value | travels in |" << (has_meanings ? " meaning |" : "") << "\n| --- | --- | --- |"
         << (has_meanings ? " --- |" : "") << "\n";
    for (const auto& [name, value, place, meaning] : rows) {
      out_ << fmt::format("| {} | {} | {} |", name, value, place.empty() ? "–" : place);
      if (has_meanings) out_ << (meaning.empty() ? " |" : fmt::format(" {} |", meaning));
      out_ << "\n";
    }
  }

  /// What a fault made of the parameters on their way.
  void write_changes(const MessageRecord& record) {
    if (!record.altered) return;
    const auto& meant = record.envelope.message.parameters;
    const auto& went = record.altered->parameters;
    for (const auto& item : went)
      if (std::ranges::find(meant, item) == meant.end())
        out_ << fmt::format("\nA fault changes it: it goes on with {} {}.\n", markdown_code(item.name), shown(item));
    for (const auto& item : meant)
      if (std::ranges::find(went, item.name, &Parameter::name) == went.end())
        out_ << fmt::format("\nA fault changes it: it goes on without {}.\n", markdown_code(item.name));
  }

  const EmitOptions& options_;
  const TraceIndex index_;
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

void write_parameters(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  TableWriter writer(trace, options, out);
  for (const auto& record : trace.messages)
    if (record.envelope.interaction != 0) writer.write(record);
  writer.end();
}

}  // namespace flowsim::emit
