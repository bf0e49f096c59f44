// Work on several threads that looks as if one had done it.
#include "base/ordered_work.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

namespace flowsim::base {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Until so many have come; a test that waits in vain is ended by its watchdog.
class Meeting {
 public:
  explicit Meeting(int size) : missing_(size) {}
  void come() {
    std::unique_lock lock(mutex_);
    if (--missing_ <= 0) complete_.notify_all();
    complete_.wait(lock, [this] { return missing_ <= 0; });
  }

 private:
  int missing_;
  std::mutex mutex_;
  std::condition_variable complete_;
};

std::vector<std::size_t> finished(std::size_t count, int workers) {
  std::vector<std::size_t> order;
  work_in_order(count, workers, [&](std::size_t piece, int) { return [&order, piece] { order.push_back(piece); }; });
  return order;
}

TEST(OrderedWork, FinishesInTheOrderOfThePieces) {
  std::vector<std::size_t> expected(200);
  for (std::size_t at = 0; at < expected.size(); ++at) expected[at] = at;
  for (const int workers : {-1, 0, 1, 2, 3, 16, 500}) EXPECT_EQ(finished(200, workers), expected) << workers;
  EXPECT_THAT(finished(0, 4), IsEmpty());
  EXPECT_THAT(finished(1, 4), ElementsAre(0u));
}

TEST(OrderedWork, FinishesInOrderWhereALaterPieceIsDoneFirst) {
  Meeting meeting(2);
  std::vector<std::size_t> order;
  work_in_order(2, 2, [&](std::size_t piece, int) -> Finish {
    // The first piece ends only when the second has begun, and so they are at work side by side.
    meeting.come();
    return [&order, piece] { order.push_back(piece); };
  });
  EXPECT_THAT(order, ElementsAre(0u, 1u));
}

TEST(OrderedWork, FinishesOnTheCallingThread) {
  const auto caller = std::this_thread::get_id();
  bool elsewhere = false;
  work_in_order(
      50, 3, [&](std::size_t, int) { return [&] { elsewhere = elsewhere || std::this_thread::get_id() != caller; }; });
  EXPECT_FALSE(elsewhere);
}

TEST(OrderedWork, GivesEachWorkerOnePieceAtATime) {
  constexpr int workers = 4;
  std::atomic<int> at_work[workers] = {};
  std::atomic<bool> overlaps = false;
  work_in_order(400, workers, [&](std::size_t, int worker) -> Finish {
    if (++at_work[worker] != 1) overlaps = true;
    std::this_thread::yield();
    --at_work[worker];
    return [] {};
  });
  EXPECT_FALSE(overlaps);
}

TEST(OrderedWork, LetsOnlyAFewFinishedPiecesWait) {
  std::atomic<std::size_t> begun = 0, most_ahead = 0;
  std::size_t done = 0;
  work_in_order(1000, 2, [&](std::size_t, int) -> Finish {
    ++begun;
    return [&] {
      most_ahead = std::max(most_ahead.load(), begun - done);
      ++done;
    };
  });
  EXPECT_EQ(done, 1000u);
  EXPECT_LE(most_ahead, 8u);
}

/// What comes out where piece 5 fails, and what was finished before.
std::pair<std::string, std::vector<std::size_t>> failing(int workers, bool in_work) {
  std::vector<std::size_t> order;
  std::string what;
  const auto fail_at_five = [](std::size_t piece) {
    if (piece == 5) throw std::runtime_error("five");
  };
  try {
    work_in_order(100, workers, [&](std::size_t piece, int) -> Finish {
      if (in_work) fail_at_five(piece);
      return [&, piece] {
        fail_at_five(piece);
        order.push_back(piece);
      };
    });
  } catch (const std::runtime_error& problem) {
    what = problem.what();
  }
  return {what, order};
}

TEST(OrderedWork, LetsExceptionsOutInTheirTurn) {
  const std::pair<std::string, std::vector<std::size_t>> expected{"five", {0, 1, 2, 3, 4}};
  for (const int workers : {1, 2, 8})
    for (const bool in_work : {true, false}) EXPECT_EQ(failing(workers, in_work), expected) << workers << in_work;
}

TEST(OrderedWork, KnowsSomeCores) { EXPECT_GE(usable_cores(), 1); }

}  // namespace
}  // namespace flowsim::base
