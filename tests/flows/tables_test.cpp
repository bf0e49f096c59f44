// Laws of the five transition tables.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "flows/implicit/states.hpp"
#include "words/catalogue.hpp"

namespace flowsim::flows {
namespace {

using implicit::edges_of;

class Table : public testing::TestWithParam<Participant> {};

TEST_P(Table, HasGuardsThatDoNotRelyOnTheOrderOfRows) {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> guards;
  for (const auto& edge : edges_of(GetParam()).rows)
    EXPECT_TRUE(guards[std::pair(edge.from, edge.event)].insert(edge.guard).second)
        << edge.from << " on " << edge.event;
  for (const auto& [row, names] : guards)
    EXPECT_FALSE(names.size() > 1 && names.contains("")) << row.first << " on " << row.second;
}

TEST_P(Table, ReachesEveryState) {
  const auto& table = edges_of(GetParam());
  std::set<std::string> reached{table.initial};
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const auto& edge : table.rows)
      if (reached.contains(edge.from)) reached.insert(edge.to);
  }
  const auto states = table.states();
  EXPECT_EQ(reached, std::set<std::string>(states.begin(), states.end()));
}

TEST_P(Table, HasASentenceForEveryStateAndNoOther) {
  const auto states = edges_of(GetParam()).states();
  for (const auto& state : states) {
    EXPECT_TRUE(implicit::has_state(GetParam(), state)) << state;
    EXPECT_TRUE(words::entry_of("states." + std::string(name_of(GetParam())) + "." + state)) << state;
  }
  std::size_t rows = 0;
  for (const auto& row : implicit::actor_states()) rows += row.actor == GetParam();
  EXPECT_EQ(rows, states.size());
}

TEST_P(Table, NamesWhatTheSourceNames) {
  for (const auto& edge : edges_of(GetParam()).rows)
    for (const auto& name : {edge.from, edge.event, edge.to, edge.guard, edge.action})
      EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"), std::string::npos)
          << name;
}

INSTANTIATE_TEST_SUITE_P(Actors, Table,
                         testing::Values(Participant::user, Participant::client, Participant::okta, Participant::app,
                                         Participant::attacker),
                         [](const auto& test) { return std::string(name_of(test.param)); });

}  // namespace
}  // namespace flowsim::flows
