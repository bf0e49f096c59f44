// Reads the catalogue's table of error texts.
#include "explain/error_texts.hpp"

#include "words/catalogue.hpp"

namespace flowsim::explain {
namespace {

ErrorText read(const Entry& row) {
  ErrorText read{row["text"],    row["said_by"], row["source"],   row["error"],
                 row["meaning"], row["clause"],  row["reaction"], {},
                 row["no_run"]};
  for (const auto& cause : entries_of(std::string(row.id) + ".causes"))
    read.causes.push_back({cause["because"], cause["ends_with"], cause["scenario"]});
  return read;
}

}  // namespace

const std::vector<ErrorText>& error_texts() {
  static const auto all = [] {
    std::vector<ErrorText> rows;
    for (const auto& row : entries_of("error_texts")) rows.push_back(read(row));
    return rows;
  }();
  return all;
}

}  // namespace flowsim::explain
