// A table is executed as it is written, watched from outside, and read as data.
#include "sim/machine.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <utility>

namespace flowsim::sim::machine {
namespace {

struct Door {
  int opened = 0;
  bool locked = false;
};

struct Closed : State {};
struct Opened : State {};
struct Broken : State {};

struct Push : Event<"push"> {};
struct Knock : Event<"knock"> {};
struct Kick : Event<"kick"> {};
struct Pull : Event<"pull"> {};

bool door_is_free(const Door& door, const Dispatched&) { return !door.locked; }
bool verdict_allows(const Door&, const Dispatched& event) { return event.verdict.decision == "allow"; }
void swing(Door& door, const Dispatched&) { ++door.opened; }
void take_the_blow(Door&, const Dispatched& event) {
  if (event.incoming.message.parameters.has("hard")) throw std::runtime_error("broken");
}

// clang-format off
struct Behaviour : Front<Behaviour, Door> {
  using Front::Front;
  using initial_state = Closed;
  using transition_table = Table<
    Row<Closed, Push,  Opened, Do<swing>,         If<door_is_free>>,
    Row<Closed, Knock, none,   none,              If<verdict_allows>>,
    Row<Closed, Kick,  Broken, Do<take_the_blow>>,
    Row<Opened, Push,  Closed>,
    Row<Opened, Knock, none,   Do<swing>>>;
};
// clang-format on

class MachineTest : public testing::Test {
 protected:
  Reaction tell(std::string kind, Parameters parameters = {}, std::string_view decision = {}) {
    return machine.dispatch<Push, Knock, Kick, Pull>({1, {std::move(kind), std::move(parameters)}, {}}, {{}, decision});
  }
  Door door;
  Machine<Behaviour, Door> machine{door};
};

void expect_row(const Reaction& reaction, const Edge& row) {
  EXPECT_EQ(reaction.acceptance, Acceptance::accepted);
  EXPECT_EQ(reaction.from, row.from);
  EXPECT_EQ(reaction.event, row.event);
  EXPECT_EQ(reaction.to, row.to);
  EXPECT_EQ(reaction.guard, row.guard);
  EXPECT_EQ(reaction.action, row.action);
}

TEST_F(MachineTest, BeginsInItsInitialState) { EXPECT_EQ(machine.state(), "Closed"); }

TEST_F(MachineTest, FiresTheRowsOfItsTable) {
  const auto rows = edges<Behaviour>().rows;
  expect_row(tell("push"), rows.at(0));
  EXPECT_EQ(door.opened, 1);
  expect_row(tell("knock"), rows.at(4));
  EXPECT_EQ(door.opened, 2);
  expect_row(tell("push"), rows.at(3));
  expect_row(tell("knock", {}, "allow"), rows.at(1));
  expect_row(tell("kick"), rows.at(2));
  EXPECT_EQ(machine.state(), "Broken");
}

TEST_F(MachineTest, SaysWhereAGuardRefused) {
  door.locked = true;
  const auto reaction = tell("push");
  EXPECT_EQ(reaction.acceptance, Acceptance::refused_by_guard);
  EXPECT_EQ(reaction.to, "Closed");
  EXPECT_EQ(reaction.guard, "");
  EXPECT_EQ(reaction.action, "");
  EXPECT_EQ(door.opened, 0);
  EXPECT_EQ(tell("knock", {}, "deny").acceptance, Acceptance::refused_by_guard);
}

TEST_F(MachineTest, ExpectsNoEventWithoutARow) {
  for (const std::string kind : {"pull", "a kind that is no event", ""}) {
    const auto reaction = tell(kind);
    EXPECT_EQ(reaction.acceptance, Acceptance::unexpected) << kind;
    EXPECT_EQ(reaction.event, kind == "pull" ? "pull" : "");
    EXPECT_EQ(reaction.from, "Closed");
    EXPECT_EQ(reaction.to, "Closed");
  }
  EXPECT_EQ(tell("push").acceptance, Acceptance::accepted) << "the machine is as good as before";
}

TEST_F(MachineTest, ForgetsTheRowBefore) {
  tell("push");
  tell("push");
  door.locked = true;
  EXPECT_EQ(tell("push").action, "");
  EXPECT_EQ(tell("kick").guard, "");
}

TEST_F(MachineTest, IsNotStuckAfterAnException) {
  EXPECT_THROW(tell("kick", {{"hard", "1"}}), std::runtime_error);
  EXPECT_EQ(tell("push").acceptance, Acceptance::accepted);
  EXPECT_EQ(machine.state(), "Opened");
}

TEST(Edges, AreTheTableAsWritten) {
  const auto table = edges<Behaviour>();
  EXPECT_EQ(table.initial, "Closed");
  const std::vector<Edge> rows{{"Closed", "push", "Opened", "door_is_free", "swing", false},
                               {"Closed", "knock", "Closed", "verdict_allows", "", true},
                               {"Closed", "kick", "Broken", "", "take_the_blow", false},
                               {"Opened", "push", "Closed", "", "", false},
                               {"Opened", "knock", "Opened", "", "swing", true}};
  EXPECT_EQ(table.rows, rows);
  EXPECT_EQ(table.states(), (std::vector<std::string>{"Closed", "Opened", "Broken"}));
  EXPECT_EQ(table.final_states(), std::vector<std::string>{"Broken"});
}

template <int>
struct Hour : State {};

template <class>
struct Clock;
template <int... Hours>
struct Clock<std::integer_sequence<int, Hours...>> : Front<Clock<std::integer_sequence<int, Hours...>>, Door> {
  using Front<Clock, Door>::Front;
  using initial_state = Hour<0>;
  using transition_table = Table<Row<Hour<Hours>, Push, Hour<(Hours + 1) % sizeof...(Hours)>, Do<swing>>...>;
};

TEST(Table, HoldsMoreRowsThanMplListsDo) {
  using Day = Clock<std::make_integer_sequence<int, 24>>;
  EXPECT_EQ(edges<Day>().rows.size(), 24u);
  Door door;
  Machine<Day, Door> machine{door};
  for (int hour = 0; hour < 48; ++hour)
    ASSERT_EQ(machine.dispatch<Push>({1, {"push", {}}, {}}, {}).acceptance, Acceptance::accepted) << hour;
  EXPECT_EQ(door.opened, 48);
}

namespace elsewhere {
struct Somewhere {};
void do_something(Door&, const Dispatched&) {}
}  // namespace elsewhere

TEST(Name, IsTheLastWordOfTheSource) {
  EXPECT_EQ(name_of_type<elsewhere::Somewhere>, "Somewhere");
  EXPECT_EQ(name_of_function<elsewhere::do_something>, "do_something");
  EXPECT_EQ(Push::kind, "push");
}

}  // namespace
}  // namespace flowsim::sim::machine
