// A misbehaviour: a real-world bug of one actor, by name, and those that one run has.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wire/participant.hpp"

namespace flowsim::oauth {

struct Finding;

/// One row of the table of misbehaviours.
struct Misbehaviour {
  std::string_view name;      ///< in snake_case: `errors_in_query`
  Participant actor;          ///< whose bug it is
  int interaction;            ///< at which of the six it shows
  std::string_view evidence;  ///< where the world has seen it, or the clause that warns of it
};

/// Every misbehaviour, by actor and interaction.
std::span<const Misbehaviour> misbehaviours();

/// The row of that name, or null.
const Misbehaviour* misbehaviour_named(std::string_view name);

/// How a misbehaviour applies one check. Contexts are those of the check tables.
template <class Context>
struct Deviation {
  std::string_view misbehaviour;
  std::string_view check;
  /// Changes the finding where the actor with the bug would find something else: a failure that it overlooks becomes
  /// `switched_off`, and what it wrongly objects to becomes `failed`.
  void (*apply)(const Context& context, Finding& finding);
};

/// The deviations from the checks over that context; none where the context has no specialization.
template <class Context>
std::span<const Deviation<Context>> deviations() {
  return {};
}

/// The misbehaviours that one run has, and which of them have made a difference.
class Misbehaviours {
 public:
  /// From now on the run has it.
  void add(std::string_view name);
  bool has(std::string_view name) const;
  /// Remembers that it has made a difference.
  void use(std::string_view name);
  /// Those that were used since this was asked last, in the order of their use, each once.
  std::vector<std::string> newly_used();

 private:
  std::vector<std::string> names_, used_;
};

}  // namespace flowsim::oauth
