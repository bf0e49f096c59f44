// Finds the known error texts in what somebody has pasted, and says how well each fits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oauth/error_texts.hpp"

namespace flowsim {

/// How a known text was found, the surest first.
enum class Likeness : std::uint8_t {
  exact,              ///< letter for letter, but for full stops at the end
  spelled_otherwise,  ///< the same but for capitals, blanks and the shape of quotation marks
  part,               ///< spelled so or otherwise, with something before or behind it
  nearest,            ///< not there, but this text shares most of its words
};

/// One known text that was found.
struct FoundErrorText {
  const ErrorText* text = nullptr;
  Likeness likeness = Likeness::exact;
  std::size_t shared = 0;   ///< of `nearest`: how many telling words both have
  std::size_t of_text = 0;  ///< of `nearest`: how many telling words the known text has
};

/// The text as it is compared: in lower case, each run of blanks and control characters as one space, quotation marks
/// straight and without a backslash, no full stops and blanks at its ends.
std::string comparable(std::string_view text);

/// The known texts that are in `pasted`, those that say more first, at most three. A placeholder stands for one to 300
/// bytes. Where one is the whole of `pasted`, only such are returned.
std::vector<FoundErrorText> error_texts_in(std::string_view pasted);

/// The known texts that share at least that part (0 to 1) of the telling words of both, the nearest first, at most
/// three. Telling are words of three letters or more, but for articles and the like. None for fewer than three such
/// words: these are better spelled than guessed.
std::vector<FoundErrorText> error_texts_near(std::string_view pasted, double at_least);

}  // namespace flowsim
