// What a screen reader says about the elements of a picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagram/layout.hpp"

namespace flowsim::emit {

/// Makes one sentence of each element, not escaped. The lifelines must outlive it.
class SvgWords {
 public:
  explicit SvgWords(const std::vector<Lifeline>& lifelines) : lifelines_(lifelines) {}

  /// `4.2. Browser to Client: GET /callback, never arrives`.
  std::string of(const Arrow& arrow) const;

  /// `Note on Client: Refused by state_matches (RFC 6749 §10.12): expected ukd…(43)`.
  std::string of(const Note& note) const;

  /// `Client is now AwaitingResponse`.
  std::string of(const StateChange& change) const;

 private:
  std::string_view named(Participant participant) const;

  const std::vector<Lifeline>& lifelines_;
};

}  // namespace flowsim::emit
