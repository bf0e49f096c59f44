// Handlers note which signal has come; everything else is done where it is safe.
#include "cli/terminal/held_signals.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

namespace flowsim::cli {
namespace {

/// What mistakes of the program's own raise.
constexpr std::array mistakes{SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP};
/// What does not end a program, or cannot be handled.
constexpr std::array harmless_signals{SIGCHLD, SIGURG, SIGTTIN, SIGTTOU, SIGKILL, SIGSTOP};
constexpr std::array not_ending{SIGTSTP, SIGCONT, SIGWINCH};
constexpr int first_signal = 1, no_signal = NSIG;
constexpr std::size_t rescue_stack_size = std::size_t{64} * 1024;

// A handler may touch nothing else.
std::array<volatile std::sig_atomic_t, no_signal> noted{};
std::array<struct sigaction, no_signal> found_actions{};
void (*rescue_first)() = nullptr;
alignas(std::max_align_t) std::array<char, rescue_stack_size> rescue_stack{};

template <std::size_t size>
bool is_among(const std::array<int, size>& signals, int signal) {
  return std::ranges::find(signals, signal) != signals.end();
}

std::size_t index_of(int signal) { return static_cast<std::size_t>(signal); }

void note(int signal) { noted[index_of(signal)] = 1; }

void rescue_and_repeat(int signal) {
  rescue_first();
  sigaction(signal, &found_actions[index_of(signal)], nullptr);
  ::raise(signal);
}

/// False where the system does not let it be handled.
bool handle_with(int signal, void (*handler)(int), int flags, struct sigaction* before) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  return sigaction(signal, &action, before) == 0;
}

/// Mistakes are handled on a stack of their own, since the usual one may be what is full.
void handle_mistakes(void (*rescue)()) {
  rescue_first = rescue;
  stack_t stack{};
  stack.ss_sp = rescue_stack.data();
  stack.ss_size = rescue_stack.size();
  sigaltstack(&stack, nullptr);
  for (const int signal : mistakes)
    handle_with(signal, rescue_and_repeat, SA_ONSTACK | SA_NODEFER, &found_actions[index_of(signal)]);
}

}  // namespace

HeldSignals::HeldSignals(void (*rescue)()) {
  handle_mistakes(rescue);
  sigemptyset(&held_);
  sigprocmask(SIG_BLOCK, nullptr, &found_mask_);
  waiting_mask_ = found_mask_;
  for (int signal = first_signal; signal < no_signal; ++signal) {
    noted[index_of(signal)] = 0;
    if (is_among(harmless_signals, signal) || is_among(mistakes, signal)) continue;
    auto& found = found_actions[index_of(signal)];
    if (sigaction(signal, nullptr, &found) != 0) continue;
    if (found.sa_handler == SIG_IGN && !is_among(not_ending, signal)) continue;
    sigaddset(&held_, signal);
    sigdelset(&waiting_mask_, signal);
  }
  hold();
  for (int signal = first_signal; signal < no_signal; ++signal)
    if (sigismember(&held_, signal) == 1) handle_with(signal, note, 0, nullptr);
}

HeldSignals::~HeldSignals() {
  for (int signal = first_signal; signal < no_signal; ++signal)
    if (sigismember(&held_, signal) == 1 || is_among(mistakes, signal))
      sigaction(signal, &found_actions[index_of(signal)], nullptr);
  sigprocmask(SIG_SETMASK, &found_mask_, nullptr);
}

void HeldSignals::let_in() const {
  release();
  hold();
}

int HeldSignals::ending() const {
  for (int signal = first_signal; signal < no_signal; ++signal)
    if (noted[index_of(signal)] != 0 && !is_among(not_ending, signal)) return signal;
  return 0;
}

bool HeldSignals::take(int signal) const {
  const bool has_come = noted[index_of(signal)] != 0;
  noted[index_of(signal)] = 0;
  return has_come;
}

void HeldSignals::stop() const {
  handle_with(SIGTSTP, SIG_DFL, 0, nullptr);
  ::raise(SIGTSTP);
  let_in();  // here the program stops, and goes on later
  handle_with(SIGTSTP, note, 0, nullptr);
}

void end_by(int signal) {
  handle_with(signal, SIG_DFL, 0, nullptr);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
  ::raise(signal);
  sigprocmask(SIG_UNBLOCK, &only, nullptr);
  std::_Exit(128 + signal);
}

}  // namespace flowsim::cli
