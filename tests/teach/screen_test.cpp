// A screen: exactly as large as the terminal, with what matters most on it.
#include "teach/screen.hpp"

#include "base/text.hpp"
#include "teach/walking.hpp"

namespace flowsim::teach {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;

Lines screen_of(const Session& session, int rows) {
  ScreenState state;
  state.rows = rows;
  state.footer = "keys";
  return compose_screen(session, state);
}

TEST(Screen, IsExactlyAsLargeAsTheTerminal) {
  for (const int rows : {1, 5, 12, 24, 50})
    for (const int width : {10, 40, 80, 132}) {
      auto session = session_with("happy-path.yaml", Detail::messages, {width, false, false, false});
      do {
        const auto lines = screen_of(session, rows);
        EXPECT_EQ(lines.size(), static_cast<std::size_t>(rows));
        for (const auto& line : lines) EXPECT_LE(display_width(line), static_cast<std::size_t>(width)) << line;
      } while (session.obey("next").shows_stop);
    }
}

TEST(Screen, ShowsLifelinesAndWhatTravelsAtOnce) {
  auto session = session_with("happy-path.yaml");
  session.obey("1");
  EXPECT_THAT(text_of(screen_of(session, 24)),
              AllOf(HasSubstr("1  client → okta  Access token request to /authorize"), HasSubstr("▶"),
                    HasSubstr("[message] checks actors secrets ladder"), HasSubstr("response_type"),
                    ContainsRegex("1-[0-9]+ of [0-9]+"), HasSubstr("keys")));
}

TEST(Screen, ScrollsNoFartherThanItsEnd) {
  auto session = session_with("happy-path.yaml");
  session.obey("4");
  ScreenState state;
  state.scroll = 100'000;
  const auto last = compose_screen(session, state);
  EXPECT_LT(state.scroll, 1000u);
  state.scroll += 1;
  EXPECT_EQ(compose_screen(session, state), last);
}

TEST(Screen, KeepsTheLastLifelinesInSightWhateverItsSize) {
  auto session = session_with("happy-path.yaml");
  session.obey("last");
  session.obey("ladder");
  ScreenState state;
  state.follows_end = true;
  const auto last = compose_screen(session, state);
  state.rows = 400;
  compose_screen(session, state);
  state.rows = 24;
  EXPECT_EQ(compose_screen(session, state), last);
  state.follows_end = false;
  state.scroll = 3;
  EXPECT_NE(compose_screen(session, state), last);
  EXPECT_EQ(state.scroll, 3u);
}

TEST(Screen, SaysHowLargeItMustBe) {
  auto session = session_with("happy-path.yaml", Detail::messages, {20, false, false, false});
  EXPECT_THAT(text_of(screen_of(session, 10)), HasSubstr("at least 40 columns\nand 12 rows are"));
}

TEST(Screen, ShowsShortAnswersBelowAndLongOnesInThePage) {
  auto session = session_with("happy-path.yaml");
  ScreenState state;
  state.notice = {"one line"};
  auto lines = compose_screen(session, state);
  EXPECT_EQ(lines[lines.size() - 2], "one line");
  state.notice = session.obey("help").lines;
  lines = compose_screen(session, state);
  EXPECT_THAT(text_of(lines), HasSubstr("one stop on"));
}

}  // namespace
}  // namespace flowsim::teach
