// The participants' names are those of the diagram.
#include "wire/participant.hpp"

#include <gtest/gtest.h>

namespace flowsim::wire {
namespace {

TEST(Participant, HasTheNamesOfTheDiagram) {
  struct Row {
    Participant participant;
    std::string_view name, display_name;
  };
  for (const auto& [participant, name, display] : {
           Row{Participant::user, "user", "Resource Owner (User)"},
           Row{Participant::browser, "browser", "Browser"},
           Row{Participant::client, "client", "Client"},
           Row{Participant::okta, "okta", "Authorization Server (Okta)"},
           Row{Participant::app, "app", "Resource Server (Your App)"},
           Row{Participant::attacker, "attacker", "Attacker"},
           Row{Participant::attacker_browser, "attacker_browser", "Attacker's browser"},
       }) {
    EXPECT_EQ(name_of(participant), name);
    EXPECT_EQ(display_name(participant), display);
  }
}

TEST(Participant, IsFoundByItsName) {
  for (const auto participant : all_participants) EXPECT_EQ(participant_named(name_of(participant)), participant);
  for (const auto* name : {"", "Okta", "okta ", "server"}) EXPECT_EQ(participant_named(name), std::nullopt) << name;
}

}  // namespace
}  // namespace flowsim::wire
