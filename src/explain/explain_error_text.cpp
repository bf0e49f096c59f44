// What is said of an error somebody has pasted: which known text it is and how surely, and the causes, each with a run.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "explain/error_text_pattern.hpp"
#include "explain/error_text_search.hpp"
#include "explain/explain_pasted.hpp"
#include "oauth/checks.hpp"

namespace flowsim::explain {
namespace {

constexpr double near_enough = 0.6;
constexpr std::size_t most_explained = 5;
constexpr std::size_t most_descriptions = 12;

/// A known text, and the reading in which it was found.
struct Hit {
  FoundErrorText found;
  const PastedReading* reading;
};

bool reads_the_whole(const PastedReading& reading) { return reading.parts.empty(); }

template <auto search>
std::vector<Hit> hits_in(const std::vector<PastedReading>& readings) {
  std::vector<Hit> hits;
  for (const auto& reading : readings)
    for (const auto& found : search(reading.text)) {
      const auto known = [&](const Hit& hit) { return hit.found.text == found.text; };
      if (hits.size() < most_explained && std::ranges::none_of(hits, known)) hits.push_back({found, &reading});
    }
  return hits;
}

std::vector<Hit> nearest_hit(const std::vector<PastedReading>& readings) {
  for (const auto& reading : readings)
    if (const auto near = error_texts_near(reading.text, near_enough); !near.empty()) return {{near.front(), &reading}};
  return {};
}

std::string likeness_of(const Hit& hit) {
  const auto& place = hit.reading->where;
  const auto where = place.empty() ? std::string() : ", in " + place;
  switch (hit.found.likeness) {
    case Likeness::exact:
      return "letter for letter" + where;
    case Likeness::spelled_otherwise:
      return "the same but for capitals, blanks or quotation marks" + where;
    case Likeness::part:
      return (place.empty() ? "inside what was pasted" : "as a part") + where;
    case Likeness::stretch:
      return "a part of this text is all that is there" + where;
    case Likeness::nearest:
      return fmt::format("not this text, but one near to it: {} of its {} telling words are there{}", hit.found.shared,
                         hit.found.of_text, where);
  }
  return {};
}

void add_causes(const ErrorText& known, Explanation& explanation) {
  if (!known.no_run.empty()) explanation.parts.emplace_back("no run shows it", known.no_run);
  int number = 0;
  for (const auto& cause : known.causes) {
    explanation.parts.emplace_back(fmt::format("cause {}", ++number),
                                   fmt::format("{} ({})", cause.because, cause.ends_with));
    explanation.parts.emplace_back("try", fmt::format("flowsim run {}", cause.scenario));
  }
  explanation.parts.emplace_back("what to do", known.reaction);
}

/// Where a text was explained before whose causes are the same, only that is said.
Explanation explanation_of_hit(const Hit& hit, const ErrorText* like) {
  const auto& known = *hit.found.text;
  const auto* kind = hit.found.likeness == Likeness::nearest ? "the nearest error text, one" : "an error text";
  Explanation explanation{
      fmt::format("\"{}\": {} of {}", known.text, kind, known.said_by),
      {{"found", likeness_of(hit)}, {"meaning", fmt::format("{} ({})", known.meaning, known.clause)}},
      {}};
  if (!known.error.empty()) explanation.parts.emplace_back("comes with", known.error);
  if (like == nullptr)
    add_causes(known, explanation);
  else
    explanation.parts.emplace_back("causes", fmt::format("those of \"{}\" above", like->text));
  explanation.parts.emplace_back("source", known.source);
  return explanation;
}

std::vector<Explanation> explanations_of_hits(const std::vector<Hit>& hits) {
  std::vector<Explanation> all;
  std::vector<const ErrorText*> explained;
  for (const auto& hit : hits) {
    const auto alike = [&](const ErrorText* text) { return text->causes == hit.found.text->causes; };
    const auto before = std::ranges::find_if(explained, alike);
    all.push_back(explanation_of_hit(hit, before == explained.end() ? nullptr : *before));
    explained.push_back(hit.found.text);
  }
  return all;
}

/// The simulator's own texts, which stand in the table of checks.
std::vector<Explanation> explanations_of_descriptions(const std::vector<PastedReading>& readings) {
  std::vector<Explanation> all;
  for (const auto& reading : readings)
    for (const auto text = comparable(reading.text); const auto& check : all_checks())
      if (all.size() < most_descriptions && !check.description.empty() && comparable(check.description) == text)
        std::ranges::move(explanations_of(check.name), std::back_inserter(all));
  return all;
}

/// A code that no table knows is spoken of only where it stood in the place of one.
std::vector<Explanation> explanations_of_codes(const std::vector<PastedReading>& readings) {
  std::vector<Explanation> all;
  for (const auto& reading : readings) {
    auto rows = explanations_of_error(reading.error, reading.channel);
    if (rows.empty()) rows = explanations_of_error(reading.error, {});
    if (rows.empty() && !reading.error.empty() && reading.channel)
      rows.push_back(explanation_of_unknown_code(reading.error));
    for (auto& explanation : rows) {
      const auto said = [&](const Explanation& other) { return other.heading == explanation.heading; };
      if (std::ranges::none_of(all, said)) all.push_back(std::move(explanation));
    }
  }
  return all;
}

/// The messages that were pasted: those in which an error was found; where there is none, all of them.
std::vector<Explanation> explanations_of_messages(const std::vector<PastedReading>& readings,
                                                  const std::vector<Hit>& hits, bool nothing_else) {
  std::vector<Explanation> all;
  for (const auto& reading : readings) {
    const auto here = [&](const Hit& hit) { return hit.reading == &reading; };
    const bool counts =
        !reading.error.empty() || std::ranges::any_of(hits, here) || (nothing_else && !reading.message.empty());
    if (counts && !reads_the_whole(reading)) all.push_back(explanation_of_parts(reading));
  }
  return all;
}

/// Known texts are looked for in the order of how sure one can be of them.
std::vector<Hit> surest_hits(const std::vector<PastedReading>& readings) {
  auto hits = hits_in<error_texts_in>(readings);
  if (hits.empty()) hits = hits_in<error_texts_around>(readings);
  return hits;
}

}  // namespace

std::vector<Explanation> explanations_of_pasted_error(std::string_view pasted) {
  const auto readings = readings_of(pasted);
  auto hits = surest_hits(readings);
  std::vector<Explanation> said;
  if (hits.empty()) said = explanations_of_descriptions(readings);
  if (hits.empty() && said.empty()) hits = nearest_hit(readings);
  std::ranges::move(explanations_of_codes(readings), std::back_inserter(said));
  if (said.empty() && hits.empty())
    if (auto status = explanation_of_status(pasted)) said.push_back(std::move(*status));
  auto all = explanations_of_messages(readings, hits, hits.empty() && said.empty());
  std::ranges::move(explanations_of_hits(hits), std::back_inserter(all));
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

}  // namespace flowsim::explain
