// The catalogue of sentences: made at build time from the data files under `en/`, and never read at run time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/modules.hpp"

namespace flowsim::words {

/// One entry: `found.absent` and its sentence, in which `{0}` is the place of the first value.
struct Entry {
  std::string_view id, text;
};

/// How many entries there are, and each of them, in the order of their ids.
std::size_t entry_count();
Entry entry_at(std::size_t index);

/// The entry of that id, whose texts live as long as the program; nothing where there is none.
std::optional<Entry> entry_of(std::string_view id);

/// Where an entry stands in the one text that holds them all; pointers would have to be relocated at every start.
struct Position {
  std::uint32_t id, text, end;
};
extern const char* const catalogue_text;
extern const std::span<const Position> catalogue_positions;

}  // namespace flowsim::words
