// Where things stand: nothing over anything else, everything on the page.
#include "diagram/layout.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "support/sample_traces.hpp"

namespace flowsim {
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

/// Traces of all kinds, at both levels.
std::vector<SequenceDiagram> drawings() {
  std::vector<SequenceDiagram> made;
  const auto& traces = sample_traces();
  for (const auto& trace : traces)
    for (const auto detail : {Detail::overview, Detail::messages}) made.push_back(sequence_diagram(trace, {detail}));
  return made;
}

/// The text boxes and frames that must keep clear of each other.
std::vector<Box> boxes_of(const Layout& drawn) {
  std::vector<Box> boxes{drawn.title.box, drawn.footer.box};
  for (const auto& lifeline : drawn.lifelines) {
    boxes.push_back(lifeline.head);
    boxes.push_back(lifeline.foot);
  }
  for (const auto& element : drawn.elements) {
    if (const auto* arrow = std::get_if<PlacedArrow>(&element)) {
      boxes.push_back(arrow->caption.box);
      if (!arrow->mark.lines.empty()) boxes.push_back(arrow->mark.box);
    } else {
      boxes.push_back(std::get<PlacedNote>(element).box);
    }
  }
  return boxes;
}

std::vector<PlacedArrow> arrows_of(const Layout& drawn) {
  std::vector<PlacedArrow> arrows;
  for (const auto& element : drawn.elements)
    if (const auto* arrow = std::get_if<PlacedArrow>(&element)) arrows.push_back(*arrow);
  return arrows;
}

bool is_inside(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right() <= outer.right() &&
         inner.bottom() <= outer.bottom();
}

TEST(Layout, PutsNoTextOrBoxOverAnother) {
  for (const auto& drawing : drawings()) {
    const auto boxes = boxes_of(layout(drawing));
    for (std::size_t one = 0; one < boxes.size(); ++one)
      for (std::size_t other = one + 1; other < boxes.size(); ++other)
        ASSERT_FALSE(boxes[one].overlaps(boxes[other])) << drawing.title << ' ' << one << ' ' << other;
  }
}

TEST(Layout, KeepsEverythingOnThePage) {
  for (const auto& drawing : drawings()) {
    const auto drawn = layout(drawing);
    for (const auto& box : boxes_of(drawn)) ASSERT_TRUE(is_inside(box, {0, 0, drawn.width, drawn.height}));
  }
}

TEST(Layout, KeepsNamesAndNoteTextsInTheirBoxes) {
  for (const auto& drawing : drawings()) {
    const auto drawn = layout(drawing);
    for (const auto& lifeline : drawn.lifelines) {
      EXPECT_TRUE(is_inside(lifeline.name.box, lifeline.head));
      EXPECT_TRUE(is_inside(lifeline.end_name.box, lifeline.foot));
    }
    for (const auto& element : drawn.elements) {
      const auto* note = std::get_if<PlacedNote>(&element);
      EXPECT_TRUE(note == nullptr || is_inside(note->text.box, note->box));
    }
  }
}

TEST(Layout, KeepsCaptionsBetweenTheEndsOfTheirArrowAndAboveIt) {
  for (const auto& drawing : drawings())
    for (const auto& arrow : arrows_of(layout(drawing))) {
      ASSERT_NE(arrow.from, arrow.to);
      EXPECT_GE(arrow.caption.box.left, std::min(arrow.from, arrow.to) + 20) << arrow.arrow.caption;
      EXPECT_LE(arrow.caption.box.right(), std::max(arrow.from, arrow.to) - 20) << arrow.arrow.caption;
      EXPECT_LT(arrow.caption.box.bottom(), arrow.y);
      if (arrow.mark.lines.empty()) continue;
      EXPECT_GT(arrow.mark.box.left, std::min(arrow.from, arrow.to) + 10);
      EXPECT_LT(arrow.mark.box.right(), std::max(arrow.from, arrow.to) - 10);
      EXPECT_GT(arrow.mark.box.top, arrow.y);
    }
}

TEST(Layout, MovesACaptionOutOfTheWayOfALifeline) {
  SequenceDiagram diagram{{}, {}, {{user, "User"}, {client, "Client"}, {okta, "Okta"}}, {}};
  diagram.walk = walk_over({Arrow{1, true, user, okta, "Consent", false, false, {1}}});
  const auto drawn = layout(diagram);
  const auto caption = arrows_of(drawn).front().caption.box;
  EXPECT_FALSE(caption.left < drawn.lifelines[1].x && drawn.lifelines[1].x < caption.right());
}

TEST(Layout, GoesDownThePageInOrder) {
  int y = 0;
  const auto trace = every_record();
  for (const auto& arrow : arrows_of(layout(sequence_diagram(trace, {Detail::messages})))) {
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
  for (const auto& arrow : arrows_of(layout(diagram))) marked.push_back(arrow.mark.lines.size());
  EXPECT_EQ(marked[0], 0u);
  for (const std::size_t at : {1u, 2u, 3u}) EXPECT_GE(marked[at], 1u);
}

TEST(Layout, GivesAnArrowToOneselfRoomOnTheRight) {
  for (const auto who : {user, okta}) {
    SequenceDiagram diagram{{}, {}, {{user, "User"}, {okta, "Okta"}}, {}};
    diagram.walk = walk_over({Arrow{1, true, who, who, "Thinks about a long sentence for a while", false, true, {1}}});
    const auto drawn = layout(diagram);
    const auto arrow = arrows_of(drawn).front();
    EXPECT_EQ(arrow.from, arrow.to);
    EXPECT_GE(arrow.caption.box.left, arrow.from + loop_width);
    EXPECT_LE(arrow.mark.box.right(), who == user ? drawn.lifelines[1].x : drawn.width);
    EXPECT_LE(arrow.caption.box.right(), who == user ? drawn.lifelines[1].x : drawn.width);
  }
}

TEST(Layout, PointsANoteAtWhomItIsAbout) {
  for (const auto& drawing : drawings()) {
    const auto drawn = layout(drawing);
    for (const auto& element : drawn.elements) {
      const auto* note = std::get_if<PlacedNote>(&element);
      if (note == nullptr || !note->pointer) continue;
      EXPECT_GT(*note->pointer, note->box.left);
      EXPECT_LT(*note->pointer, note->box.right());
    }
  }
}

TEST(Layout, OfNothingIsAnEmptyPage) {
  const auto drawn = layout({});
  EXPECT_GT(drawn.width, 0);
  EXPECT_GT(drawn.height, 0);
  EXPECT_THAT(drawn.lifelines, IsEmpty());
}

}  // namespace
}  // namespace flowsim
