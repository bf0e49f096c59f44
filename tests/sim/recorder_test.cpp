// A recorder driven by hand: everything it is told is in the trace, numbered and in one order.
#include "sim/recorder.hpp"

#include <gmock/gmock.h>

namespace flowsim::sim {
namespace {

using enum Participant;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::Field;

const Instant nine_sharp{std::chrono::hours{9}};

class RecorderTest : public testing::Test {
 protected:
  RecorderTest() { recorder.set_time(nine_sharp); }

  int send(int interaction, Participant in = browser, std::string kind = "ping") {
    return recorder.add_message({user, client, interaction, {std::move(kind), {}}}, in);
  }
  int set_out(int message) { return recorder.add_leg({user, client, message, 0, BrowserAction{"open", {}, {}}}); }

  Trace trace;
  Recorder recorder{trace};
};

TEST_F(RecorderTest, NumbersMessagesAndLegsFromOne) {
  EXPECT_EQ(send(1), 1);
  EXPECT_EQ(send(2), 2);
  EXPECT_EQ(set_out(2), 1);
  EXPECT_EQ(set_out(1), 2);
  EXPECT_EQ(recorder.message(2).envelope.interaction, 2);
  EXPECT_EQ(recorder.leg(2).leg.message, 1);
}

TEST_F(RecorderTest, CountsLegsWithinTheirInteractionAndFlow) {
  const int four = send(4), late_four = send(4), elsewhere = send(4, attacker_browser), background = send(0);
  for (const int message : {four, four, elsewhere, background, late_four}) set_out(message);
  EXPECT_THAT(trace.legs,
              ElementsAre(Field(&LegRecord::number, 1), Field(&LegRecord::number, 2), Field(&LegRecord::number, 1),
                          Field(&LegRecord::number, 0), Field(&LegRecord::number, 3)));
}

TEST_F(RecorderTest, PutsEverythingIntoOneOrderAtTheTimeItWasTold) {
  const int message = send(1);
  const int leg = set_out(message);
  recorder.set_time(nine_sharp + seconds{2});
  recorder.mark_leg_arrived(leg);
  recorder.mark_arrived(message);
  recorder.mark_end();
  EXPECT_EQ(trace.messages[0].sent, (Moment{nine_sharp, 1}));
  EXPECT_EQ(trace.legs[0].sent, (Moment{nine_sharp, 2}));
  EXPECT_EQ(trace.legs[0].arrived, (Moment{nine_sharp + seconds{2}, 3}));
  EXPECT_EQ(trace.messages[0].arrived, (Moment{nine_sharp + seconds{2}, 4}));
  EXPECT_EQ(trace.end, (Moment{nine_sharp + seconds{2}, 4}));
}

TEST_F(RecorderTest, CountsTheFirstArrivalOnly) {
  const int message = send(1);
  recorder.mark_arrived(message);
  const auto first = trace.messages[0].arrived;
  recorder.set_time(nine_sharp + seconds{1});
  recorder.mark_arrived(message);
  EXPECT_EQ(trace.messages[0].arrived, first);
}

TEST_F(RecorderTest, KeepsWhatWasMeantBesideWhatTravels) {
  const int message = send(1);
  recorder.alter_message(message, {"pong", {}});
  EXPECT_EQ(trace.messages[0].envelope.message.kind, "ping");
  EXPECT_EQ(trace.messages[0].as_travelled().kind, "pong");
  recorder.mark_reached(message, attacker);
  EXPECT_EQ(trace.messages[0].reached, attacker);
}

TEST_F(RecorderTest, KeepsAReactionAfterItsVerdict) {
  const int message = send(1);
  recorder.add_verdict(client, {message, {{}, "go_on"}});
  Reaction reaction;
  reaction.from = "Waiting";
  reaction.to = "Done";
  reaction.acceptance = Acceptance::accepted;
  recorder.add_reaction(client, 2, message, "heard", std::move(reaction));
  EXPECT_EQ(trace.verdicts.at(0).verdict.decision, "go_on");
  EXPECT_EQ(trace.transitions.at(0).to, "Done");
  EXPECT_EQ(trace.transitions.at(0).event, "heard") << "the actor named none";
  EXPECT_EQ(trace.transitions.at(0).session, 2);
  EXPECT_LT(trace.verdicts.at(0).moment.order, trace.transitions.at(0).moment.order);
}

TEST_F(RecorderTest, RewritesTheNewestVisitOfThatBrowser) {
  recorder.rewrite_visit(browser, "https://nobody.example/");
  EXPECT_TRUE(trace.history.empty());
  recorder.add_visit(browser, "https://a.example/");
  recorder.add_visit(browser, "https://a.example/#token");
  recorder.add_visit(attacker_browser, "https://b.example/");
  recorder.rewrite_visit(browser, "https://a.example/");
  EXPECT_FALSE(trace.history[0].rewritten.has_value());
  EXPECT_EQ(trace.history[1].replacement, "https://a.example/");
  EXPECT_FALSE(trace.history[2].rewritten.has_value());
}

TEST_F(RecorderTest, SaysWhereAFaultStruck) {
  FaultRecord planned;
  planned.verb = "drop";
  EXPECT_EQ(recorder.add_fault(planned), 0u);
  EXPECT_EQ(recorder.add_fault(planned), 1u);
  const int message = send(4);
  recorder.mark_struck(1, message, 0);
  EXPECT_FALSE(trace.faults[0].struck.has_value());
  EXPECT_EQ(trace.faults[1].message, message);
  EXPECT_TRUE(trace.faults[1].struck.has_value());
}

}  // namespace
}  // namespace flowsim::sim
