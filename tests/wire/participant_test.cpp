// The participants' names are those of the diagram.
#include "wire/participant.hpp"

#include <gtest/gtest.h>

namespace flowsim::wire {
namespace {

TEST(Participant, HasTheNamesOfTheDiagram) {
  struct Row {
    Participant participant;
    std::string_view name;
  };
  for (const auto& [participant, name] : {
           Row{Participant::user, "user"},
           Row{Participant::browser, "browser"},
           Row{Participant::client, "client"},
           Row{Participant::okta, "okta"},
           Row{Participant::app, "app"},
           Row{Participant::attacker, "attacker"},
           Row{Participant::attacker_browser, "attacker_browser"},
       }) {
    EXPECT_EQ(name_of(participant), name);
  }
}

TEST(Participant, IsFoundByItsName) {
  for (const auto participant : all_participants) EXPECT_EQ(participant_named(name_of(participant)), participant);
  for (const auto* name : {"", "Okta", "okta ", "server"}) EXPECT_EQ(participant_named(name), std::nullopt) << name;
}

}  // namespace
}  // namespace flowsim::wire
