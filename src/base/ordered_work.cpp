// Pieces are begun in order, too, so the one that is waited for is always on its way.
#include "base/ordered_work.hpp"

#include <sched.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace flowsim::base {
namespace {

constexpr std::size_t waiting_for_each_worker = 4;

class Crew {
 public:
  using Work = std::function<Finish(std::size_t piece, int worker)>;

  Crew(std::size_t count, int workers, const Work& work)
      : count_(count), most_begun_(static_cast<std::size_t>(workers) * waiting_for_each_worker), work_(work) {
    threads_.reserve(static_cast<std::size_t>(workers));
    for (int worker = 0; worker < workers; ++worker) hire(worker);
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      count_ = 0;
    }
    may_begin_.notify_all();
    for (auto& thread : threads_) thread.join();
  }

  void finish_all() {
    for (const auto count = count_; finished_ < count;) {
      const auto finish = next_finish();
      finish();
      {
        const std::lock_guard lock(mutex_);
        ++finished_;
      }
      may_begin_.notify_all();
    }
  }

 private:
  /// Where the system has no more threads, those there are do it.
  void hire(int worker) {
    try {
      threads_.emplace_back([this, worker] { do_pieces(worker); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;
    }
  }

  void do_pieces(int worker) {
    while (const auto piece = next_piece()) {
      Finish finish;
      try {
        finish = work_(*piece, worker);
      } catch (...) {
        finish = [problem = std::current_exception()] { std::rethrow_exception(problem); };
      }
      const std::lock_guard lock(mutex_);
      done_.emplace(*piece, std::move(finish));
      is_done_.notify_one();
    }
  }

  std::optional<std::size_t> next_piece() {
    std::unique_lock lock(mutex_);
    may_begin_.wait(lock, [this] { return begun_ >= count_ || begun_ < finished_ + most_begun_; });
    if (begun_ >= count_) return {};
    return begun_++;
  }

  Finish next_finish() {
    std::unique_lock lock(mutex_);
    is_done_.wait(lock, [this] { return done_.contains(finished_); });
    return std::move(done_.extract(finished_).mapped());
  }

  std::size_t count_;
  const std::size_t most_begun_;
  const Work& work_;
  std::mutex mutex_;
  std::condition_variable may_begin_, is_done_;
  std::size_t begun_ = 0, finished_ = 0;
  std::map<std::size_t, Finish> done_;
  std::vector<std::thread> threads_;
};

}  // namespace

void work_in_order(std::size_t count, int workers, const std::function<Finish(std::size_t piece, int worker)>& work) {
  workers = static_cast<int>(std::min(count, static_cast<std::size_t>(std::max(workers, 1))));
  if (workers > 1) return Crew(count, workers, work).finish_all();
  for (std::size_t piece = 0; piece < count; ++piece) work(piece, 0)();
}

int usable_cores() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  const int count = ::sched_getaffinity(0, sizeof cores, &cores) == 0
                        ? CPU_COUNT(&cores)
                        : static_cast<int>(std::thread::hardware_concurrency());
  return std::max(count, 1);
}

}  // namespace flowsim::base
