// What is said of an error somebody has pasted: which known text it is and how surely, and the causes, each with a run.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "cli/error_text_search.hpp"
#include "cli/explanations.hpp"
#include "cli/pasted_error.hpp"
#include "oauth/checks.hpp"

namespace flowsim {
namespace {

constexpr double near_enough = 0.6;
constexpr std::size_t most_parts = 12;
constexpr std::size_t longest_name = 30;
constexpr std::size_t longest_description = 500;

/// A known text, and the reading in which it was found.
struct Hit {
  FoundErrorText found;
  std::string where;
};

bool reads_the_whole(const PastedReading& reading) { return reading.parts.empty(); }

std::vector<Hit> hits_in(const std::vector<PastedReading>& readings) {
  std::vector<Hit> hits;
  for (const auto& reading : readings)
    for (const auto& found : error_texts_in(reading.text)) {
      const auto known = [&](const Hit& hit) { return hit.found.text == found.text; };
      if (std::ranges::none_of(hits, known)) hits.push_back({found, reading.where});
    }
  return hits;
}

std::vector<Hit> nearest_hit(const std::vector<PastedReading>& readings) {
  for (const auto& reading : readings)
    if (const auto near = error_texts_near(reading.text, near_enough); !near.empty())
      return {{near.front(), reading.where}};
  return {};
}

std::string likeness_of(const Hit& hit) {
  const auto where = hit.where.empty() ? std::string() : ", in " + hit.where;
  switch (hit.found.likeness) {
    case Likeness::exact:
      return "letter for letter" + where;
    case Likeness::spelled_otherwise:
      return "the same but for capitals, blanks or quotation marks" + where;
    case Likeness::part:
      return (hit.where.empty() ? "inside what was pasted" : "as a part") + where;
    case Likeness::nearest:
      return fmt::format("not this text, but one near to it: {} of its {} telling words are there{}", hit.found.shared,
                         hit.found.of_text, where);
  }
  return {};
}

Explanation explanation_of_hit(const Hit& hit) {
  const auto& known = *hit.found.text;
  const auto* kind = hit.found.likeness == Likeness::nearest ? "the nearest error text, one" : "an error text";
  Explanation explanation{
      fmt::format("\"{}\": {} of {}", known.text, kind, known.said_by),
      {{"found", likeness_of(hit)}, {"meaning", fmt::format("{} ({})", known.meaning, known.clause)}},
      {}};
  if (!known.error.empty()) explanation.parts.emplace_back("comes with", known.error);
  int number = 0;
  for (const auto& cause : known.causes) {
    explanation.parts.emplace_back(fmt::format("cause {}", ++number),
                                   fmt::format("{} ({})", cause.because, cause.ends_with));
    explanation.parts.emplace_back("try", fmt::format("flowsim run {}", cause.scenario));
  }
  explanation.parts.emplace_back("what to do", known.reaction);
  explanation.parts.emplace_back("source", known.source);
  return explanation;
}

/// What was taken apart, with everything but the error's text shortened: a pasted address may hold tokens.
Explanation explanation_of_parts(const PastedReading& reading) {
  Explanation explanation{"What was pasted: " + reading.where, {}, {}};
  for (const auto& [name, value] : reading.parts) {
    if (explanation.parts.size() == most_parts) {
      explanation.parts.emplace_back("…", fmt::format("and {} more", reading.parts.size() - most_parts));
      break;
    }
    const bool is_said = value == reading.text || value == reading.error;
    const auto shown = is_said && value.size() <= longest_description ? value : shortened(value);
    explanation.parts.emplace_back(visible(name.size() <= longest_name ? name : shortened(name)),
                                   shown.empty() ? "(empty)" : visible(shown));
  }
  return explanation;
}

/// The simulator's own texts, which stand in the table of checks.
std::vector<Explanation> explanations_of_descriptions(const std::vector<PastedReading>& readings) {
  std::vector<Explanation> all;
  for (const auto& reading : readings)
    for (const auto& check : all_checks())
      if (all.size() < most_parts && !check.description.empty() &&
          comparable(check.description) == comparable(reading.text))
        std::ranges::move(explanations_of(check.name), std::back_inserter(all));
  return all;
}

std::vector<Explanation> explanations_of_codes(const std::vector<PastedReading>& readings) {
  std::vector<Explanation> all;
  for (const auto& reading : readings) {
    auto rows = explanations_of_error(reading.error, reading.channel);
    if (rows.empty()) rows = explanations_of_error(reading.error, {});
    for (auto& explanation : rows) {
      const auto said = [&](const Explanation& other) { return other.heading == explanation.heading; };
      if (std::ranges::none_of(all, said)) all.push_back(std::move(explanation));
    }
  }
  return all;
}

}  // namespace

std::vector<Explanation> explanations_of_pasted_error(std::string_view pasted) {
  const auto readings = readings_of(pasted);
  auto hits = hits_in(readings);
  auto said = explanations_of_codes(readings);
  std::vector<Explanation> descriptions;
  if (hits.empty()) descriptions = explanations_of_descriptions(readings);
  if (hits.empty() && descriptions.empty()) hits = nearest_hit(readings);
  if (hits.empty() && descriptions.empty() && said.empty()) return {};
  std::vector<Explanation> all;
  for (const auto& reading : readings)
    if (!reads_the_whole(reading)) all.push_back(explanation_of_parts(reading));
  for (const auto& hit : hits) all.push_back(explanation_of_hit(hit));
  std::ranges::move(descriptions, std::back_inserter(all));
  std::ranges::move(said, std::back_inserter(all));
  return all;
}

std::vector<std::string_view> error_texts_like(std::string_view pasted) {
  constexpr double worth_a_hint = 0.25;
  std::vector<std::string_view> texts;
  for (const auto& near : error_texts_near(pasted.substr(0, longest_paste), worth_a_hint))
    texts.push_back(near.text->text);
  return texts;
}

}  // namespace flowsim
