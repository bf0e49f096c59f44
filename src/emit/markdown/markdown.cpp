// A run told as a numbered list of sentences, which stay true where it went wrong.
#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <variant>
#include <vector>

#include "diagram/prose.hpp"
#include "diagram/secrets.hpp"
#include "diagram/sequence_diagram.hpp"
#include "diagram/trace_index.hpp"
#include "emit/escape.hpp"
#include "emit/markdown/markdown_incidents.hpp"
#include "emit/message_parts.hpp"
#include "emit/message_sentences.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

/// ` in the query`, ` in a form`; empty for no place.
std::string with_article(std::string_view place) {
  if (place.empty()) return {};
  return fmt::format(" in {} {}", place == "form" || place == "header" ? "a" : "the", place);
}

class Teller {
 public:
  Teller(const Trace& trace, const EmitOptions& options, std::ostream& out)
      : trace_(trace), options_(options), index_(trace), out_(out) {}

  void tell() {
    sequence_diagram(trace_, {options_.detail, options_.show_tokens}).walk([this](const Element& element) {
      if (const auto* arrow = std::get_if<Arrow>(&element)) tell(*arrow);
    });
    if (last_number_ != 0) out_ << "\n";
    out_ << ending_in_markdown(trace_, options_.show_tokens) << "\n*" << escape_markdown(legacy_sentence) << "*\n";
  }

 private:
  void tell(const Arrow& arrow) {
    if (options_.detail == Detail::overview) {
      begin_step(arrow);
      for (const int id : arrow.messages) out_ << " " << told(trace_.message(id));
      out_ << clause(arrow) << "\n";
    } else if (arrow.number != 0 || has_incident(arrow)) {
      if (arrow.numbered) {
        begin_step(arrow);
        out_ << clause(arrow) << "\n";
      }
      for (const int id : arrow.messages) out_ << std::string(indentation_, ' ') << "- " << told_apart(id) << "\n";
    }
  }

  /// `4. **Access token response.**`; a list of its own where the number is not the next one.
  void begin_step(const Arrow& arrow) {
    const bool goes_on = arrow.number == last_number_ + 1;
    if (last_number_ != 0 && !goes_on) {
      delimiter_ = delimiter_ == '.' ? ')' : '.';
      out_ << "\n";
    }
    last_number_ = arrow.number;
    const auto marker = fmt::format("{}{} ", arrow.number, delimiter_);
    indentation_ = marker.size();
    out_ << marker << "**" << escape_markdown(caption(arrow)) << ".**";
  }

  /// At `messages` the step begins with the interaction's own caption, as the messages beneath say what they are.
  std::string caption(const Arrow& arrow) const {
    const auto* row = interaction(arrow.number);
    const auto& first = trace_.message(arrow.messages.front());
    if (options_.detail == Detail::overview || row == nullptr || !first.expected) return arrow.caption;
    return first.browser == Participant::attacker_browser ? caption_of(*row) + " (attacker's browser)"
                                                          : caption_of(*row);
  }

  const InteractionRecord* interaction(int number) const {
    const auto found = std::ranges::find(trace_.header.interactions, number, &InteractionRecord::number);
    return found == trace_.header.interactions.end() ? nullptr : &*found;
  }

  std::string clause(const Arrow& arrow) const {
    const auto* row = interaction(arrow.number);
    return row == nullptr || row->clause.empty() ? "" : " (" + escape_markdown(row->clause) + ")";
  }

  bool has_incident(const Arrow& arrow) const {
    return std::ranges::any_of(arrow.messages, [this](int id) { return !incidents(trace_.message(id)).empty(); });
  }

  std::string incidents(const MessageRecord& record) const {
    return incidents_in_markdown(trace_, record, index_.of(record.id), options_.show_tokens);
  }

  std::string told(const MessageRecord& record) const {
    return words_about(record) + carried(record) + "." + incidents(record);
  }

  /// The same for a line of its own.
  std::string told_apart(int id) const {
    const auto& record = trace_.message(id);
    auto text = told(record);
    if (record.browser == Participant::attacker_browser) text = "In the attacker's browser: " + text;
    return record.envelope.interaction == 0 ? "In the background: " + text : text;
  }

  /// `, with `response_type=token` in the query`.
  std::string carried(const MessageRecord& record) const {
    const auto wanted = fmt::format(" {} ", sentence_for(record.envelope.message).carries);
    std::vector<std::string> shown;
    std::string_view place;
    for (const auto& parameter : record.envelope.message.parameters) {
      if (wanted.find(" " + parameter.name + " ") == std::string::npos) continue;
      const auto its_place = place_of(parameter, index_.of(record.id));
      place = shown.empty() || its_place == place ? its_place : "";
      shown.push_back(
          markdown_code(parameter.name + "=" + shown_value(parameter.name, parameter.value, options_.show_tokens)));
    }
    std::string list;
    for (std::size_t at = 0; at < shown.size(); ++at)
      list += (at == 0 ? ", with " : at + 1 == shown.size() ? " and " : ", ") + shown[at];
    return shown.empty() ? list : list + with_article(place);
  }

  const Trace& trace_;
  const EmitOptions& options_;
  const TraceIndex index_;
  std::ostream& out_;
  int last_number_ = 0;
  char delimiter_ = '.';
  std::size_t indentation_ = 0;
};

}  // namespace

void write_markdown(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  Teller(trace, options, out).tell();
}

}  // namespace flowsim::emit
