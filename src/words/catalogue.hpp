// The catalogue of sentences: made at build time from the data files of each language, and never read at run time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/modules.hpp"

namespace flowsim::words {

/// A language is named after the folder of its data files. This one is always there.
inline constexpr std::string_view default_language = "en";

/// One value of the data files: a sentence, or a list or a map of values. Its texts live as long as the program.
struct Entry {
  std::string_view id;    ///< `found.absent`, `checks.state_matches.fix`, `error_texts.0.causes.1.because`
  std::string_view text;  ///< of a sentence, in which `{0}` is the place of the first value; else empty
  std::uint32_t row = 0;  ///< where it stands among all

  /// The last part of the id: its key in a map, its number in a list.
  std::string_view name() const;
  /// Its values, in the order of the file; a sentence has none.
  std::vector<Entry> values() const;
  /// The sentence of that name among its values; empty where there is none.
  std::string_view operator[](std::string_view name) const;
};

/// The entry of that id; nothing where there is none.
std::optional<Entry> entry_of(std::string_view id, std::string_view language = default_language);

/// The text of that id; empty where there is none.
std::string_view sentence_of(std::string_view id, std::string_view language = default_language);

/// The text that the table has for a name: `sentence_of("outcomes", "timed_out", "meaning")`.
std::string_view sentence_of(std::string_view table, std::string_view name, std::string_view field);

/// The values of that id, in the order of the file; none where there is no such list or map.
std::vector<Entry> entries_of(std::string_view id, std::string_view language = default_language);

/// Every sentence, in the order of the ids.
std::vector<Entry> sentences(std::string_view language = default_language);

/// The names of all languages.
std::vector<std::string_view> languages();

// What the generator makes. Numbers, because pointers would have to be relocated at every start.
struct CatalogueRow {
  std::uint32_t id, id_size, text, text_size;  ///< places in the text
  std::uint32_t end;                           ///< the row behind the last of its own values
};
struct CatalogueLanguage {
  std::uint32_t name, name_size;  ///< a place in the text
  std::uint32_t first, end;       ///< its rows
};
extern const char catalogue_text[];
extern const CatalogueRow catalogue_rows[];
extern const std::uint32_t catalogue_order[];  ///< of each language, its rows in the order of their ids
extern const CatalogueLanguage catalogue_languages[];
extern const std::size_t catalogue_language_count;

}  // namespace flowsim::words
