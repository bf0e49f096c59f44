// What the page's script is told: numbers, names and one line of words for each stop; the texts stand in the page.
#include <fmt/core.h>

#include <boost/json.hpp>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "emit/html/lesson_parts.hpp"

namespace flowsim::emit {
namespace {

namespace json = boost::json;

json::string text(std::string_view words) { return json::string(visible(words)); }

/// `[first part, first arrow, arrows, interaction, words, clock, order]`
json::array described(const LessonWalk& walk, const LessonStop& stop) {
  return {stop.part, stop.arrow, stop.arrows, stop.number, text(stop.words), text(walk.clock(stop.at)), stop.order};
}

json::array levels_of(const LessonWalk& walk) {
  json::array levels;
  for (const auto& level : walk.levels()) {
    json::array stops;
    for (const auto& stop : level.stops) stops.push_back(described(walk, stop));
    levels.push_back(json::object{{"name", name_of(level.detail)}, {"stops", std::move(stops)}});
  }
  return levels;
}

/// Follows every machine of a run from its first state on.
class Machines {
 public:
  explicit Machines(const LessonWalk& walk) {
    for (const auto actor : {Participant::user, Participant::client, Participant::okta, Participant::app})
      if (const auto& find = walk.options().table_of; find) machine(actor, 1, find(actor).initial);
    for (std::size_t part = 0; part < walk.parts().size(); ++part)
      for (const auto* record : walk.happenings(part).transitions) add(part, *record);
  }

  json::array machines, changes;

 private:
  /// The machine's place in `machines`, where it is put if it is new.
  std::size_t machine(Participant actor, int session, std::string_view state) {
    const auto [found, is_new] = places_.try_emplace({actor, session}, machines.size());
    if (is_new) machines.push_back(json::array{name_of(actor), session, text(state)});
    return found->second;
  }

  void add(std::size_t part, const TransitionRecord& record) {
    const auto place = machine(record.actor, record.session, record.from);
    if (record.acceptance == Acceptance::accepted) changes.push_back(json::array{part, place, text(record.to)});
  }

  std::map<std::pair<Participant, int>, std::size_t> places_;
};

}  // namespace

std::string walk_as_json(const LessonWalk& walk) {
  Machines followed(walk);
  const json::object object{{"levels", levels_of(walk)},
                            {"parts", walk.parts().size()},
                            {"machines", std::move(followed.machines)},
                            {"changes", std::move(followed.changes)}};
  return escape_json_in_html(json::serialize(object));
}

std::string tables_as_json(const TableOf& table_of) {
  json::object tables;
  if (table_of)
    for (const auto actor : all_participants) {
      json::array rows;
      for (const auto& [from, event, to, guard, action, internal] : table_of(actor).rows)
        rows.push_back(json::array{text(from), text(event), text(guard), text(action), text(to)});
      if (!rows.empty()) tables[name_of(actor)] = std::move(rows);
    }
  return escape_json_in_html(json::serialize(tables));
}

}  // namespace flowsim::emit
