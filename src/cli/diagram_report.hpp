// What `flowsim diagrams` says of the files it wrote or compared.
#pragma once

#include <iosfwd>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"
#include "emit/markdown/diagram_pages.hpp"
#include "publish/generated_folder.hpp"

namespace flowsim::cli {

/// Counts diagrams; pages and the list are spoken of where they are not current.
class DiagramReport {
 public:
  using Standings = std::vector<std::pair<std::string, Standing>>;

  DiagramReport(std::string folder, std::span<const DrawnSubject> subjects);

  /// A line for each file that is not as it should be, then the count: `1,196 diagrams: 1,193 current, 3 stale`.
  /// Returns whether all are as they should be.
  bool print_comparison(const Standings& standings, std::ostream& out) const;

  /// The count, of the standings before anything was written: `1,196 diagrams: 3 written, 1,193 current`. What is no
  /// longer generated and yet stays is said on `err`.
  void print_written(const Standings& standings, const Console& console) const;

 private:
  struct Counts {
    int diagrams = 0, current = 0, stale = 0, missing = 0, others = 0, leftovers = 0;
  };
  Counts count(const Standings& standings) const;

  std::string folder_;
  std::set<std::string> diagrams_;  ///< their paths; every other file is a page or the list
};

}  // namespace flowsim::cli
