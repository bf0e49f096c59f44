// What each kind of message does, in a sentence, and what it carries.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "trace/trace.hpp"

namespace flowsim::emit {

/// One row of the table.
struct MessageSentence {
  std::string_view kind;  ///< the message's; with `_again` behind it for a page that is shown once more, with an error
  std::string_view carries;  ///< the parameters worth naming in a summary, between spaces
};

/// The row that fits the message; for a kind that is none of the flow's, one that only says who sends it to whom.
const MessageSentence& sentence_for(const Message& message);

/// The catalogue's sentence about this message, with its participants as pictures name them. They hold nothing of the
/// scenario's.
std::string words_about(const MessageRecord& record);

}  // namespace flowsim::emit
