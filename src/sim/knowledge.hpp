// What the attacker has seen: the messages, with the browser whose flow they belong to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/message.hpp"

namespace flowsim::sim {

/// A growing list of what was seen, the newest last.
class Knowledge {
 public:
  /// One message as it was seen.
  struct Seen {
    Message message;
    Participant browser = Participant::browser;  ///< whose flow it belongs to
    bool operator==(const Seen&) const = default;
  };

  /// Adds it, unless just this is known already.
  void learn(Message message, Participant browser);

  /// The newest message of that kind in the flow of that browser, or null.
  const Message* newest(std::string_view kind, Participant browser) const;

  /// The newest value of a parameter of that name which is not `other`. What was seen in flows of another browser than
  /// `browser` comes first.
  std::optional<std::string_view> value(std::string_view name, std::string_view other, Participant browser) const;

  /// Whether that value was seen in the flow of that browser, under any name.
  bool knows(std::string_view value, Participant browser) const;

 private:
  std::vector<Seen> seen_;
};

}  // namespace flowsim::sim
