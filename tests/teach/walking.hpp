// Sessions with scenarios of the catalogue, for tests.
#pragma once

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>
#include <string>

#include "teach/session.hpp"

namespace flowsim::teach {

inline std::string scenario_text(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(FLOWSIM_SOURCE_DIR "/scenarios/" + name).rdbuf();
  return text.str();
}

inline Session session_of(const std::string& text, Detail detail = Detail::messages, PageOptions options = {}) {
  Diagnostics problems;
  auto scenario = read_scenario(text, "story.yaml", problems);
  EXPECT_TRUE(scenario.has_value()) << text;
  return {text, scenario.value_or(Scenario{}), detail, options};
}

inline Session session_with(const std::string& name, Detail detail = Detail::messages, PageOptions options = {}) {
  return session_of(scenario_text(name), detail, options);
}

/// What the session says to a line.
inline std::string said(Session& session, const std::string& line) { return text_of(session.obey(line).lines); }

inline std::string shown(const Session& session) { return text_of(session.stop_page()); }

}  // namespace flowsim::teach
