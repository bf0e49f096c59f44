// A walk through a run: every record belongs to one stop, and nothing is shown before it happens.
#include "diagram/stops.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "diagram/sequence_diagram.hpp"
#include "diagram/situation.hpp"
#include "flows/implicit/states.hpp"
#include "scenario/run.hpp"
#include "support/drawings.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::diagram {
using namespace scenario;

namespace {

using ::testing::IsSubsetOf;

Trace trace_of(const std::string& name) {
  const std::string file = std::string(FLOWSIM_SOURCE_DIR "/scenarios/") + name;
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  Diagnostics problems;
  const auto scenario = read_scenario(text.str(), file, problems);
  return scenario ? run_scenario(*scenario) : Trace{};
}

/// Runs in which messages are late, lost, repeated and planted, and in which people give up.
const std::vector<Trace>& runs() {
  static const std::vector<Trace> all = [] {
    std::vector<Trace> made;
    for (const auto* name : {"happy-path.yaml", "network/late-response.yaml", "network/lost-prompt.yaml",
                             "network/repeated-response.yaml", "network/okta-restarts-during-consent.yaml",
                             "attacks/csrf-redirect-uri-undefended.yaml", "attacks/alg-none.yaml"})
      made.push_back(trace_of(name));
    made.push_back(testing_support::every_record());
    return made;
  }();
  return all;
}

std::vector<int> orders_of(const Trace& trace) {
  std::vector<int> orders;
  const auto add = [&orders](const std::optional<Moment>& moment) {
    if (moment) orders.push_back(moment->order);
  };
  for (const auto& record : trace.messages) add(record.sent), add(record.arrived);
  for (const auto& record : trace.legs) add(record.sent), add(record.arrived);
  for (const auto& record : trace.verdicts) add(record.moment);
  for (const auto& record : trace.transitions) add(record.moment);
  for (const auto& record : trace.notes) add(record.moment);
  for (const auto& record : trace.history) add(record.moment), add(record.rewritten);
  return orders;
}

TEST(Stops, HoldEveryRecordExactlyOnce) {
  for (const auto& trace : runs())
    for (const auto detail : all_details) {
      const auto stops = stops_of(trace, detail);
      ASSERT_GE(stops.size(), 2u) << trace.header.title;
      EXPECT_EQ(stops.front().kind, StopKind::start);
      EXPECT_EQ(stops.front().first, 0);
      EXPECT_GE(stops.back().last, trace.end.order);
      for (std::size_t at = 1; at < stops.size(); ++at) {
        EXPECT_EQ(stops[at].first, stops[at - 1].last + 1);
        EXPECT_GE(stops[at].last, stops[at].first);
        EXPECT_GE(stops[at].at, stops[at - 1].at);
      }
      for (const int order : orders_of(trace)) {
        const auto& stop = stops[stop_at(stops, order)];
        EXPECT_LE(stop.first, order);
        EXPECT_GE(stop.last, order);
      }
    }
}

TEST(Stops, OfACoarseLevelAreStopsOfTheFinerOnes) {
  const auto begins = [](const Trace& trace, Detail detail) {
    std::set<int> orders;
    for (const auto& stop : stops_of(trace, detail)) orders.insert(stop.first);
    return orders;
  };
  for (const auto& trace : runs()) {
    EXPECT_THAT(begins(trace, Detail::overview), IsSubsetOf(begins(trace, Detail::messages)));
    EXPECT_THAT(begins(trace, Detail::messages), IsSubsetOf(begins(trace, Detail::wire)));
  }
}

TEST(Stops, OfTheHappyPathsOverviewAreTheSixInteractions) {
  std::vector<int> numbers;
  const auto& trace = runs().front();
  for (const auto& stop : stops_of(trace, Detail::overview))
    if (stop.kind == StopKind::message) numbers.push_back(trace.message(stop.message).envelope.interaction);
  EXPECT_THAT(numbers, ::testing::ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST(Stops, AreMadeWhereSomethingArrivesLateAndWhereAnActorGivesUp) {
  const auto kinds = [](const Trace& trace) {
    std::set<StopKind> found;
    for (const auto& stop : stops_of(trace, Detail::messages)) found.insert(stop.kind);
    return found;
  };
  EXPECT_TRUE(kinds(runs()[1]).contains(StopKind::arrival));
  EXPECT_TRUE(kinds(runs()[1]).contains(StopKind::timer));
  EXPECT_FALSE(kinds(runs()[0]).contains(StopKind::arrival));
}

TEST(Stops, OfAMessageBeginWhereItsSenderGetsReadyToSayIt) {
  const auto& trace = runs().front();
  const auto stops = stops_of(trace, Detail::overview);
  const auto client_asks = std::ranges::find(trace.transitions, "AwaitingResponse", &TransitionRecord::to);
  ASSERT_NE(client_asks, trace.transitions.end());
  EXPECT_EQ(trace.message(stops[stop_at(stops, client_asks->moment.order)].message).envelope.interaction, 1);
}

/// How late something arrives is not known before it does.
std::vector<Element> without_lateness(std::vector<Element> elements) {
  for (auto& element : elements)
    if (auto* arrow = std::get_if<Arrow>(&element)) arrow->took = Duration{0};
  return elements;
}

TEST(Stops, ShowABeginningOfTheWholeDrawing) {
  for (const auto& trace : runs())
    for (const auto detail : {Detail::messages, Detail::wire}) {
      const auto whole = without_lateness(testing_support::elements_of(sequence_diagram(trace, {detail, false})));
      for (const auto& stop : stops_of(trace, detail)) {
        const auto part =
            without_lateness(testing_support::elements_of(sequence_diagram(trace, {detail, false, stop.last})));
        const auto agreed = std::ranges::mismatch(part, whole).in1;
        EXPECT_TRUE(agreed == part.end()) << trace.header.title << ", until " << stop.last;
      }
    }
}

TEST(Stops, DrawWhatNeverArrivesAsLostFromTheFirst) {
  const auto trace = trace_of("network/lost-response.yaml");
  for (const auto detail : all_details)
    for (const auto& stop : stops_of(trace, detail))
      for (const auto& element : testing_support::elements_of(sequence_diagram(trace, {detail, false, stop.last}))) {
        const auto* arrow = std::get_if<Arrow>(&element);
        const bool is_lost = arrow != nullptr && trace.message(arrow->messages.back()).arrived == std::nullopt;
        EXPECT_TRUE(!is_lost || arrow->leg != 0 || arrow->lost) << arrow->caption;
      }
}

TEST(Until, IsTheWholeRunAtItsEndAndNothingAtItsStart) {
  for (const auto& trace : runs()) {
    EXPECT_EQ(until(trace, trace.end.order), trace);
    EXPECT_TRUE(orders_of(until(trace, 0)).empty());
  }
}

TEST(Until, ShowsNothingThatComesLater) {
  for (const auto& trace : runs())
    for (const auto& stop : stops_of(trace, Detail::wire)) {
      const auto part = until(trace, stop.last);
      for (const int order : orders_of(part)) EXPECT_LE(order, stop.last);
      const auto all = orders_of(trace);
      EXPECT_EQ(orders_of(part).size(),
                static_cast<std::size_t>(std::ranges::count_if(all, [&](int order) { return order <= stop.last; })));
      EXPECT_EQ(part.outcome.has_value(), trace.outcome.has_value() && stop.last >= trace.end.order);
    }
}

TEST(Until, GivesTheSameWhetherCutAtOnceOrInSteps) {
  for (const auto& trace : runs()) {
    const int later = trace.end.order * 2 / 3, earlier = trace.end.order / 3;
    EXPECT_EQ(until(until(trace, later), earlier), until(trace, earlier));
  }
}

TEST(Actors, BeginInTheFirstStateOfTheirTables) {
  for (const auto& actor : actors_at(runs().front(), 0, implicit::edges_of))
    EXPECT_EQ(actor.state, implicit::edges_of(actor.actor).initial);
}

TEST(Actors, StandWhereTheirLastTransitionLedThem) {
  for (const auto& trace : {runs()[0], runs()[1], runs()[5]}) {
    for (const auto& actor : actors_at(trace, trace.end.order, implicit::edges_of)) {
      const TransitionRecord* last = nullptr;
      for (const auto& record : trace.transitions)
        if (record.actor == actor.actor && record.session == actor.session && record.acceptance == Acceptance::accepted)
          last = &record;
      EXPECT_EQ(actor.state, last != nullptr ? last->to : implicit::edges_of(actor.actor).initial);
      for (const auto& row : actor.next) EXPECT_EQ(row.from, actor.state);
    }
  }
}

TEST(Actors, CouldAlwaysHaveDoneWhatTheyDidNext) {
  const auto& trace = runs().front();
  for (const auto& record : trace.transitions) {
    const auto actors = actors_at(trace, record.moment.order - 1, implicit::edges_of);
    const auto actor = std::ranges::find_if(actors, [&](const ActorSituation& candidate) {
      return candidate.actor == record.actor && candidate.session == record.session;
    });
    ASSERT_NE(actor, actors.end());
    EXPECT_TRUE(std::ranges::any_of(actor->next, [&](const Edge& row) { return row.event == record.event; }))
        << record.event;
  }
}

}  // namespace
}  // namespace flowsim::diagram
