// Finds entries of the catalogue.
#include "words/catalogue.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace flowsim::words {
namespace {

std::string_view name_of(const CatalogueLanguage& language) {
  return {catalogue_text + language.name, language.name_size};
}

std::span<const CatalogueLanguage> all_languages() { return {catalogue_languages, catalogue_language_count}; }

/// The rows of a language in the order of their ids.
std::span<const std::uint32_t> rows_by_id(std::string_view language) {
  const auto known = all_languages();
  const auto found = std::ranges::find(known, language, name_of);
  if (found == known.end()) return {};
  return {catalogue_order + found->first, catalogue_order + found->end};
}

std::string_view id_of(std::uint32_t row) {
  return {catalogue_text + catalogue_rows[row].id, catalogue_rows[row].id_size};
}

Entry entry_at(std::uint32_t row) {
  return {id_of(row), {catalogue_text + catalogue_rows[row].text, catalogue_rows[row].text_size}, row};
}

}  // namespace

std::string_view Entry::name() const { return id.substr(id.rfind('.') + 1); }

std::vector<Entry> Entry::values() const {
  std::vector<Entry> all;
  for (auto at = row + 1; at < catalogue_rows[row].end; at = catalogue_rows[at].end) all.push_back(entry_at(at));
  return all;
}

std::string_view Entry::operator[](std::string_view name) const {
  for (auto at = row + 1; at < catalogue_rows[row].end; at = catalogue_rows[at].end)
    if (const auto value = entry_at(at); value.name() == name) return value.text;
  return {};
}

std::optional<Entry> entry_of(std::string_view id, std::string_view language) {
  const auto rows = rows_by_id(language);
  const auto found = std::ranges::lower_bound(rows, id, {}, id_of);
  if (found == rows.end() || id_of(*found) != id) return {};
  return entry_at(*found);
}

std::string_view sentence_of(std::string_view id, std::string_view language) {
  const auto entry = entry_of(id, language);
  return entry ? entry->text : std::string_view();
}

std::string_view sentence_of(std::string_view table, std::string_view name, std::string_view field) {
  std::string id(table);
  for (const auto part : {name, field}) id.append(".").append(part);
  return sentence_of(id);
}

std::vector<Entry> entries_of(std::string_view id, std::string_view language) {
  const auto entry = entry_of(id, language);
  return entry ? entry->values() : std::vector<Entry>();
}

std::vector<Entry> sentences(std::string_view language) {
  std::vector<Entry> all;
  for (const auto row : rows_by_id(language))
    if (catalogue_rows[row].end == row + 1) all.push_back(entry_at(row));
  return all;
}

std::vector<std::string_view> languages() {
  std::vector<std::string_view> names;
  std::ranges::transform(all_languages(), std::back_inserter(names), name_of);
  return names;
}

}  // namespace flowsim::words
