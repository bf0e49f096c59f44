// Where things stand: nothing over anything else, everything on the page.
#include "diagram/layout.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "support/drawings.hpp"
#include "support/sample_traces.hpp"

namespace flowsim::diagram {
namespace {

using namespace testing_support;
using enum Participant;
using ::testing::IsEmpty;

const std::vector<Trace>& sample_traces() {
  static const std::vector<Trace> traces = [] {
    std::vector<Trace> made{six_interactions(), every_record(), hostile_run(hostile_bytes),
                            hostile_run(std::string(700, 'W')),
                            hostile_run("日本語のとても長い説明文 " + sample_secret)};
    for (const auto& text : hostile_texts) made.push_back(hostile_run(text));
    return made;
  }();
  return traces;
}

/// Each kind of element, arrows of each kind in both directions, bars upon bars.
std::vector<Element> every_element(const std::string& text) {
  std::vector<Element> elements;
  for (const auto kind : {ArrowKind::request, ArrowKind::response, ArrowKind::action})
    for (const auto& [from, to] : {std::pair{user, okta}, {okta, browser}, {client, client}, {okta, okta}}) {
      Arrow arrow{4, true, from, to, text, true, kind == ArrowKind::action, {1}};
      arrow.leg = 12;
      arrow.kind = kind;
      arrow.changed = true;
      arrow.took = Duration{kind == ArrowKind::request ? 2500 : 0};
      arrow.details = {text.substr(0, 64), "&redirect_uri=https%3A%2F%2Fspa.example.com%2Fcallback%2Fwith%2F"};
      elements.emplace_back(arrow);
      elements.emplace_back(Activation{to, kind != ArrowKind::response});
      for (const auto who : {user, browser, user}) elements.emplace_back(StateChange{who, text});
      elements.emplace_back(Note{NoteKind::fault, to, {text, text}, 1});
      elements.emplace_back(Pause{"1 min 54 s later"});
    }
  return elements;
}

/// Traces of all kinds, at all levels, and elements that no trace holds together.
std::vector<SequenceDiagram> drawings() {
  std::vector<SequenceDiagram> made;
  for (const auto& trace : sample_traces())
    for (const auto detail : all_details) made.push_back(sequence_diagram(trace, {detail}));
  for (const auto& text : {std::string("Words"), hostile_bytes, std::string(300, 'W')}) {
    SequenceDiagram every{text, text, {{user, "User"}, {browser, "Browser"}, {client, "Client"}, {okta, "Okta"}}, {}};
    every.walk = walk_over(every_element(text));
    made.push_back(std::move(every));
  }
  return made;
}

template <class Placed>
std::vector<Placed> all_of(const Layout& drawn) {
  std::vector<Placed> found;
  for (const auto& element : drawn.elements)
    if (const auto* placed = std::get_if<Placed>(&element)) found.push_back(*placed);
  return found;
}

std::vector<PlacedArrow> arrows_of(const Layout& drawn) { return all_of<PlacedArrow>(drawn); }

/// The texts that stand on the page itself, where lines could cross them.
std::vector<Box> labels_of(const Layout& drawn) {
  std::vector<Box> boxes;
  for (const auto& arrow : arrows_of(drawn)) {
    boxes.push_back(arrow.caption.box);
    if (!arrow.mark.lines.empty()) boxes.push_back(arrow.mark.box);
    if (!arrow.details.lines.empty()) boxes.push_back(arrow.panel);
  }
  for (const auto& pause : all_of<PlacedPause>(drawn)) boxes.push_back(pause.text.box);
  return boxes;
}

/// The texts and frames that must keep clear of each other.
std::vector<Box> boxes_of(const Layout& drawn) {
  auto boxes = labels_of(drawn);
  boxes.push_back(drawn.title.box);
  boxes.push_back(drawn.footer.box);
  for (const auto& lifeline : drawn.lifelines) {
    boxes.push_back(lifeline.head);
    boxes.push_back(lifeline.foot);
  }
  for (const auto& note : all_of<PlacedNote>(drawn)) boxes.push_back(note.box);
  for (const auto& state : all_of<PlacedStateChange>(drawn)) boxes.push_back(state.box);
  return boxes;
}

bool is_inside(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right() <= outer.right() &&
         inner.bottom() <= outer.bottom();
}

TEST(Layout, PutsNoTextOrBoxOverAnother) {
  for (const auto& drawing : drawings()) {
    const auto boxes = boxes_of(whole_page(drawing));
    for (std::size_t one = 0; one < boxes.size(); ++one)
      for (std::size_t other = one + 1; other < boxes.size(); ++other)
        ASSERT_FALSE(overlap(boxes[one], boxes[other])) << drawing.title << ' ' << one << ' ' << other;
  }
}

TEST(Layout, KeepsEverythingOnThePage) {
  for (const auto& drawing : drawings()) {
    const auto drawn = whole_page(drawing);
    for (const auto& box : boxes_of(drawn)) ASSERT_TRUE(is_inside(box, {0, 0, drawn.width, drawn.height}));
  }
}

TEST(Layout, KeepsWhatIsFramedInItsFrame) {
  for (const auto& drawing : drawings()) {
    const auto drawn = whole_page(drawing);
    for (const auto& lifeline : drawn.lifelines) {
      EXPECT_TRUE(is_inside(lifeline.role.box, lifeline.band));
      EXPECT_TRUE(is_inside(lifeline.short_name.box, lifeline.head));
      EXPECT_GE(lifeline.short_name.box.top, lifeline.band.bottom() + 20) << "no room for the icon";
      EXPECT_TRUE(is_inside(lifeline.whole_name.box, lifeline.foot));
    }
    for (const auto& note : all_of<PlacedNote>(drawn)) EXPECT_TRUE(is_inside(note.text.box, note.box));
    for (const auto& state : all_of<PlacedStateChange>(drawn)) EXPECT_TRUE(is_inside(state.text.box, state.box));
    for (const auto& arrow : arrows_of(drawn))
      EXPECT_TRUE(arrow.details.lines.empty() || is_inside(arrow.details.box, arrow.panel));
  }
}

TEST(Layout, LetsNoLifelineAndNoBarCrossALabel) {
  for (const auto& drawing : drawings()) {
    const auto drawn = whole_page(drawing);
    const int left = bar_half + 2, right = bar_half + 2 + bar_step * static_cast<int>(deepest_bar);
    for (const auto& label : labels_of(drawn))
      for (const auto& lifeline : drawn.lifelines)
        ASSERT_TRUE(label.right() < lifeline.x - left || label.left > lifeline.x + right) << drawing.title;
    for (const auto& label : labels_of(drawn))
      for (const auto& bar : drawn.bars) ASSERT_FALSE(overlap(label, bar.box)) << drawing.title;
  }
}

TEST(Layout, KeepsTextsBetweenTheEndsOfTheirArrowCaptionsAboveItTheOthersBelow) {
  for (const auto& drawing : drawings())
    for (const auto& arrow : arrows_of(whole_page(drawing))) {
      if (arrow.from_column == arrow.to_column) continue;
      for (const auto& box : {arrow.caption.box, arrow.mark.box, arrow.panel}) {
        if (box.width == 0) continue;
        EXPECT_GE(box.left, std::min(arrow.from, arrow.to) + 8) << arrow.arrow.caption;
        EXPECT_LE(box.right(), std::max(arrow.from, arrow.to) - 8) << arrow.arrow.caption;
      }
      EXPECT_LT(arrow.caption.box.bottom(), arrow.y);
      EXPECT_TRUE(arrow.mark.lines.empty() || arrow.mark.box.top > arrow.end_y);
      EXPECT_TRUE(arrow.details.lines.empty() || arrow.panel.top > arrow.end_y);
    }
}

TEST(Layout, GoesDownThePageInOrder) {
  int y = 0;
  const auto trace = every_record();
  for (const auto& arrow : arrows_of(whole_page(sequence_diagram(trace, {Detail::messages})))) {
    EXPECT_GT(arrow.y, y);
    y = arrow.y;
  }
}

TEST(Layout, SaysInWordsWhatIsWrongWithAnArrow) {
  SequenceDiagram diagram{{}, {}, {{user, "User"}, {okta, "Okta"}}, {}};
  std::vector<Element> elements;
  for (const auto& [deviating, lost] : {std::pair{false, false}, {true, false}, {false, true}, {true, true}}) {
    elements.emplace_back(Arrow{1, true, user, okta, "Words", deviating, lost, {1}});
  }
  diagram.walk = walk_over(std::move(elements));
  std::vector<std::size_t> marked;
  for (const auto& arrow : arrows_of(whole_page(diagram))) marked.push_back(arrow.mark.lines.size());
  EXPECT_EQ(marked[0], 0u);
  for (const std::size_t at : {1u, 2u, 3u}) EXPECT_GE(marked[at], 1u);
}

TEST(Layout, GivesAnArrowToOneselfRoomOnTheRight) {
  for (const auto who : {user, okta}) {
    SequenceDiagram diagram{{}, {}, {{user, "User"}, {okta, "Okta"}}, {}};
    diagram.walk = walk_over({Arrow{1, true, who, who, "Thinks about a long sentence for a while", false, true, {1}}});
    const auto drawn = whole_page(diagram);
    const auto arrow = arrows_of(drawn).front();
    EXPECT_EQ(arrow.from, arrow.to);
    EXPECT_GE(arrow.caption.box.left, arrow.from + loop_width);
    ASSERT_FALSE(arrow.mark.lines.empty());
    EXPECT_LE(arrow.mark.box.right(), who == user ? drawn.lifelines[1].x : drawn.width);
    EXPECT_LE(arrow.caption.box.right(), who == user ? drawn.lifelines[1].x : drawn.width);
  }
}

TEST(Layout, PointsANoteAtWhomItIsAbout) {
  for (const auto& drawing : drawings()) {
    const auto drawn = whole_page(drawing);
    for (const auto& note : all_of<PlacedNote>(drawn)) {
      if (!note.pointer) continue;
      EXPECT_GT(*note.pointer, note.box.left);
      EXPECT_LT(*note.pointer, note.box.right());
    }
  }
}

SequenceDiagram of_elements(std::vector<Element> elements) {
  SequenceDiagram diagram{{}, {}, {{user, "User"}, {client, "Client"}, {okta, "Authorization Server (Okta)"}}, {}};
  diagram.walk = walk_over(std::move(elements));
  return diagram;
}

Arrow arrow_between(Participant from, Participant to) { return {1, true, from, to, "Words", false, false, {1}}; }

TEST(Layout, PutsABarFromWhereTheRequestArrivesToWhereTheResponseLeaves) {
  const auto drawn = whole_page(of_elements(
      {arrow_between(client, okta), Activation{okta, true}, arrow_between(okta, client), Activation{okta, false}}));
  ASSERT_EQ(drawn.bars.size(), 1u);
  const auto& bar = drawn.bars.front();
  const auto arrows = arrows_of(drawn);
  EXPECT_EQ(bar.box.middle(), drawn.lifelines[2].x);
  EXPECT_EQ(arrows[0].to, bar.box.left);
  EXPECT_EQ(arrows[1].from, bar.box.left);
  for (const auto& arrow : arrows) {
    EXPECT_LT(bar.box.top, arrow.y);
    EXPECT_GT(bar.box.bottom(), arrow.y);
  }
}

TEST(Layout, BoundsBarsUponBarsAndEndsThemAll) {
  std::vector<Element> elements;
  for (int at = 0; at < 50; ++at) {
    elements.emplace_back(arrow_between(client, okta));
    elements.emplace_back(Activation{okta, true});
  }
  elements.emplace_back(Activation{user, false});
  const auto drawn = whole_page(of_elements(std::move(elements)));
  EXPECT_EQ(drawn.bars.size(), deepest_bar + 1);
  for (const auto& bar : drawn.bars) {
    EXPECT_GT(bar.box.height, 0);
    EXPECT_LE(bar.box.bottom(), drawn.lifelines[2].foot.top);
    EXPECT_LE(bar.box.right(), drawn.lifelines[2].x + bar_half + bar_step * static_cast<int>(deepest_bar));
  }
}

TEST(Layout, PutsStatesOfSeveralParticipantsBesideEachOtherAndThoseOfOneBelow) {
  const auto states = all_of<PlacedStateChange>(
      whole_page(of_elements({StateChange{user, "A"}, StateChange{client, "B"}, StateChange{user, "C"}})));
  ASSERT_EQ(states.size(), 3u);
  EXPECT_EQ(states[0].box.top, states[1].box.top);
  EXPECT_GT(states[2].box.top, states[0].box.bottom());
}

TEST(Layout, SlantsALateArrow) {
  auto late_arrow = arrow_between(user, okta);
  late_arrow.took = Duration{2500};
  const auto arrows = arrows_of(whole_page(of_elements({arrow_between(user, okta), late_arrow})));
  EXPECT_EQ(arrows[0].y, arrows[0].end_y);
  EXPECT_GT(arrows[1].end_y, arrows[1].y);
}

TEST(Layout, NamesTheRoleOverTheHeadAndTheWholeNameInTheFoot) {
  const auto drawn = whole_page(of_elements({}));
  const auto& lifeline = drawn.lifelines[2];
  EXPECT_EQ(lifeline.role.lines.front().runs.front().text, "Authorization server");
  EXPECT_EQ(lifeline.short_name.lines.front().runs.front().text, "Okta");
  EXPECT_EQ(lifeline.whole_name.lines.front().runs.front().text, "Authorization");
  EXPECT_EQ(drawn.lifelines[0].short_name.lines.front().runs.front().text, "User");
}

TEST(Layout, KnowsThePageBeforeTheElements) {
  for (const auto& drawing : drawings()) {
    const auto page = page_of(drawing);
    int bottom = page.top;
    place_elements(drawing, page, [&bottom](const PlacedElement& element) {
      if (const auto* arrow = std::get_if<PlacedArrow>(&element)) bottom = std::max(bottom, arrow->end_y);
    });
    for (const auto& lifeline : page.lifelines) EXPECT_GT(lifeline.foot.top, bottom);
    EXPECT_GE(page.height, bottom);
  }
}

TEST(Layout, OfNothingIsAnEmptyPage) {
  const auto drawn = whole_page({});
  EXPECT_GT(drawn.width, 0);
  EXPECT_GT(drawn.height, 0);
  EXPECT_THAT(drawn.lifelines, IsEmpty());
}

}  // namespace
}  // namespace flowsim::diagram
