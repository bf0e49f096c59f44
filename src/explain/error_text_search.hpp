// Finds the known error texts in what somebody has pasted, and says how well each fits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "explain/error_texts.hpp"

namespace flowsim::explain {

/// How a known text was found, the surest first.
enum class Likeness : std::uint8_t {
  exact,              ///< letter for letter, but for full stops at the end
  spelled_otherwise,  ///< the same but for capitals, blanks and the shape of quotation marks
  part,               ///< spelled so or otherwise, with something before or behind it
  stretch,            ///< a part of it is all that is there, spelled so or otherwise
  nearest,            ///< not there, but this text shares most of its words
};

/// One known text that was found.
struct FoundErrorText {
  const ErrorText* text = nullptr;
  Likeness likeness = Likeness::exact;
  std::size_t shared = 0;   ///< of `nearest`: how many telling words both have
  std::size_t of_text = 0;  ///< of `nearest`: how many telling words the known text has
};

/// The known texts that are in `pasted`, in their order there, each once, at most five. Where one is the whole of
/// `pasted`, only such are returned. In time linear in `pasted`.
std::vector<FoundErrorText> error_texts_in(std::string_view pasted);

/// The known texts of which `pasted` is a stretch of at least two telling words. None where more than two texts have
/// it: such a stretch does not say which is meant.
std::vector<FoundErrorText> error_texts_around(std::string_view pasted);

/// The known texts that are at least that near (0 to 1) to a line of `pasted`, the nearest first, at most three. What
/// counts are shared telling words, those of few texts more than those of many; a word that only other texts have
/// counts against a text. None is near whose subject the line does not name: the word in which it differs from another
/// known text that is otherwise the same. Only the first 64 lines are looked at, and of each its first 2048 bytes. A
/// line of two telling words is near only to a text of the same two, and one of fewer to none.
std::vector<FoundErrorText> error_texts_near(std::string_view pasted, double at_least);

/// The words that tell which text it is: those of three letters or more, but for articles and the like, in lower case;
/// `mismatch` and `doesn't match` are read as `not match`, and `jwt` as `token`. Sorted, each once.
std::vector<std::string> telling_words(std::string_view text);

}  // namespace flowsim::explain
