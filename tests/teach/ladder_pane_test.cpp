// The last lifelines are the end of all of them, although no more than they are drawn.
#include "base/text.hpp"
#include "teach/walking.hpp"

namespace flowsim::teach {
namespace {

TEST(LadderTail, IsTheEndOfTheWholeLadder) {
  constexpr std::size_t most = 16;
  for (const auto* story : {"happy-path.yaml", "attacks/csrf-redirect-uri-undefended.yaml", "network/lost-prompt.yaml"})
    for (const auto detail : all_details) {
      auto session = session_with(story, detail);
      for (std::size_t at = 0; at + 1 < session.walk().stops().size(); ++at) {
        session.walk().go(at);
        const Scene scene(session.walk());
        auto [lines, body] = ladder_so_far(scene, session.options());
        const auto kept = std::min(body.size(), most - lines.size());
        lines.insert(lines.end(), body.end() - static_cast<std::ptrdiff_t>(kept), body.end());
        EXPECT_EQ(ladder_tail(scene, session.options(), most), lines) << story << " " << at;
      }
    }
}

}  // namespace
}  // namespace flowsim::teach
