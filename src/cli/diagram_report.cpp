// Lists what is not as it should be, and counts.
#include "cli/diagram_report.hpp"

#include <array>
#include <filesystem>
#include <ostream>

#include "base/text.hpp"

namespace flowsim::cli {
namespace {

struct StandingWords {
  Standing standing;
  std::string_view words;
};
constexpr std::array words_of_standings{
    StandingWords{Standing::current, "current"},
    StandingWords{Standing::stale, "stale"},
    StandingWords{Standing::missing, "missing"},
    StandingWords{Standing::foreign, "stale, and not written by flowsim"},
    StandingWords{Standing::superfluous, "superfluous"},
    StandingWords{Standing::changed, "superfluous, and changed since it was written"},
};

std::string_view words_of(Standing standing) { return words_of_standings[static_cast<std::size_t>(standing)].words; }

/// `1,196`, in English whatever the locale.
std::string with_commas(int number) {
  auto text = std::to_string(number);
  for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

/// `; 2 other files written`, or nothing where the number is 0.
std::string part(int number, const std::string& what, const std::string& predicate) {
  if (number == 0) return {};
  return "; " + with_commas(number) + " " + what + (number == 1 ? "" : "s") + predicate;
}

}  // namespace

DiagramReport::DiagramReport(std::string folder, std::span<const DrawnSubject> subjects) : folder_(std::move(folder)) {
  for (const auto& subject : subjects)
    for (const auto& file : subject.files) diagrams_.insert(file.path);
}

DiagramReport::Counts DiagramReport::count(const Standings& standings) const {
  Counts counts;
  for (const auto& [path, standing] : standings) {
    const bool is_diagram = diagrams_.contains(path);
    if (standing == Standing::superfluous || standing == Standing::changed)
      counts.leftovers += standing == Standing::superfluous ? 1 : 0;
    else if (!is_diagram)
      counts.others += standing == Standing::current ? 0 : 1;
    else
      ++(standing == Standing::current   ? counts.current
         : standing == Standing::missing ? counts.missing
                                         : counts.stale);
    counts.diagrams += is_diagram ? 1 : 0;
  }
  return counts;
}

bool DiagramReport::print_comparison(const Standings& standings, std::ostream& out) const {
  bool all_current = true;
  for (const auto& [path, standing] : standings) {
    if (standing == Standing::current) continue;
    all_current = false;
    out << visible((std::filesystem::path(folder_) / path).generic_string()) << ": " << words_of(standing) << "\n";
  }
  const auto counts = count(standings);
  out << with_commas(counts.diagrams) << " diagrams: " << with_commas(counts.current) << " current";
  if (counts.stale > 0) out << ", " << with_commas(counts.stale) << " stale";
  if (counts.missing > 0) out << ", " << with_commas(counts.missing) << " missing";
  out << part(counts.others, "other file", " not current") << part(counts.leftovers, "file", " superfluous") << "\n";
  return all_current;
}

void DiagramReport::print_written(const Standings& standings, const Console& console) const {
  for (const auto& [path, standing] : standings)
    if (standing == Standing::changed)
      console.err << "flowsim: " << visible((std::filesystem::path(folder_) / path).generic_string())
                  << " is no longer generated, but was changed since; it stays\n";
  const auto counts = count(standings);
  console.out << with_commas(counts.diagrams) << " diagrams: " << with_commas(counts.stale + counts.missing)
              << " written, " << with_commas(counts.current) << " current"
              << part(counts.others, "other file", " written") << part(counts.leftovers, "file", " removed") << "\n";
}

}  // namespace flowsim::cli
