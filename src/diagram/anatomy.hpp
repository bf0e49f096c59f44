// What travels, taken apart for a reader: addresses, parameters, tokens.
#pragma once

#include <string>
#include <vector>

#include "trace/trace.hpp"

namespace flowsim::diagram {

/// A part of something, and what it is made of in turn; at most six levels deep.
struct Part {
  std::string name;    ///< `fragment`, `state`, `claims`, `aud`; texts of a scenario are as they came
  std::string value;   ///< empty where the parts below say it all
  std::string remark;  ///< what it means, with its clause; may be empty
  std::vector<Part> parts;
  bool operator==(const Part&) const = default;
};

/// How a secret is shown in it: shortened, unless `show_tokens`. What is inside a token is shown either way.
struct AnatomyOptions {
  bool show_tokens = false;
};

/// The parameters of the message as its receiver got them, tokens decoded; decoded is not verified.
std::vector<Part> anatomy_of(const MessageRecord& record, const AnatomyOptions& options);

/// The request, the response or the action with its address taken apart (RFC 3986 §3), the fragment marked as what no
/// server ever sees (RFC 9110 §7.1), its headers, and its content. What a parameter means depends on the interaction
/// that the leg belongs to; 0 for a background message, or where it is not known.
std::vector<Part> anatomy_of(const LegRecord& record, int interaction, const AnatomyOptions& options);

}  // namespace flowsim::diagram
