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

/// The text as JSON that is fit for a `script` element.
std::string json_text(std::string_view words) { return escape_json_in_html(json::serialize(text(words))); }

/// `[first part, first arrow, arrows, interaction, words, clock, order]` for each stop.
void write_stops(Markup& page, const LessonWalk& walk, const LessonLevel& level) {
  for (const auto& stop : level.stops)
    page.put_json("{}[{},{},{},{},{},{},{}]", &stop == level.stops.data() ? "" : ",", stop.part, stop.arrow,
                  stop.arrows, stop.number, json_text(*stop.words), json_text(walk.clock(stop.at)), stop.order);
}

/// Follows every machine of a run from its first state on.
class Machines {
 public:
  explicit Machines(const LessonWalk& walk) : walk_(walk) {
    for (const auto actor : {Participant::user, Participant::client, Participant::okta, Participant::app})
      if (const auto& find = walk.options().table_of; find) place(actor, 1, find(actor).initial);
    for_each_change([](std::size_t, std::size_t, const TransitionRecord&) {});
  }

  std::string described() const { return escape_json_in_html(json::serialize(machines_)); }

  /// `[part, machine, state]` for each change of a state.
  void write_changes(Markup& page) {
    std::string_view between;
    for_each_change([&](std::size_t part, std::size_t machine, const TransitionRecord& record) {
      page.put_json("{}[{},{},{}]", std::exchange(between, ","), part, machine, json_text(record.to));
    });
  }

 private:
  /// The machine's place in `machines_`, where it is put if it is new.
  std::size_t place(Participant actor, int session, std::string_view state) {
    const auto [found, is_new] = places_.try_emplace({actor, session}, machines_.size());
    if (is_new) machines_.push_back(json::array{name_of(actor), session, text(state)});
    return found->second;
  }

  template <class Sink>
  void for_each_change(const Sink& sink) {
    for (std::size_t part = 0; part < walk_.parts().size(); ++part)
      for (const auto* record : walk_.happenings(part).transitions) {
        const auto machine = place(record->actor, record->session, record->from);
        if (record->acceptance == Acceptance::accepted) sink(part, machine, *record);
      }
  }

  const LessonWalk& walk_;
  json::array machines_;
  std::map<std::pair<Participant, int>, std::size_t> places_;
};

}  // namespace

void write_walk_as_json(Markup& page, const LessonWalk& walk) {
  page.put_raw("{\"levels\":[");
  for (const auto& level : walk.levels()) {
    page.put_json("{}", &level == walk.levels().data() ? "" : ",");
    page.put_raw("{\"name\":");
    page.put_json("{},\"stops\":[", json_text(name_of(level.detail)));
    write_stops(page, walk, level);
    page.put_raw("]}");
  }
  Machines machines(walk);
  page.put_json("],\"parts\":{},\"machines\":{},\"changes\":[", walk.parts().size(), machines.described());
  machines.write_changes(page);
  page.put_raw("]}");
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
