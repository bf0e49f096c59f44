// The one door to Boost.MSM: plain functions become rows of a table, and the machine is watched from outside.
#pragma once

#include <array>
#include <boost/mp11/algorithm.hpp>
#include <boost/mpl/for_each.hpp>
#include <boost/mpl/push_back.hpp>
#include <boost/mpl/vector.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/back/tools.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <string>
#include <string_view>

#include "sim/actor.hpp"
#include "trace/edge.hpp"

namespace flowsim::sim::machine {

/// A text as a template argument.
template <std::size_t N>
struct FixedText {
  char text[N]{};
  consteval FixedText(const char (&from)[N]) { std::copy_n(from, N, text); }
  constexpr std::string_view view() const { return {text, N - 1}; }
};

/// The name of a type or a function as the source spells it, without its namespaces.
consteval std::string_view last_name(std::string_view pretty) {
  const auto end = pretty.find_first_of(";]", pretty.find("= "));
  auto name = pretty.substr(0, end);
  if (const auto arguments = name.find('(', name.rfind("::") == std::string_view::npos ? 0 : name.rfind("::"));
      arguments != std::string_view::npos)
    name = name.substr(0, arguments);
  const auto start = name.find_last_of(":&= ");
  return name.substr(start + 1);
}
template <class T>
consteval std::string_view type_name_of() {
  return last_name(__PRETTY_FUNCTION__);
}
template <auto F>
consteval std::string_view function_name_of() {
  return last_name(__PRETTY_FUNCTION__);
}
template <class T>
inline constexpr std::string_view name_of_type = type_name_of<T>();
template <auto F>
inline constexpr std::string_view name_of_function = function_name_of<F>();

/// What guards may read: the message and the verdict that was computed before the event was dispatched.
struct Dispatched {
  const Incoming& incoming;
  const Verdict& verdict;
};

/// An event is the arrival of a message of that kind.
template <FixedText Kind>
struct Event : Dispatched {
  static constexpr std::string_view kind = Kind.view();
};

/// A state: its name is its type's.
struct State : boost::msm::front::state<> {};

/// Puts a plain function `void(Actor&, const Dispatched&)` into a row's action column.
template <auto F>
struct Do {
  static constexpr std::string_view name = name_of_function<F>;
  template <class E, class M, class S, class T>
  void operator()(const E& event, M& machine, S&, T&) const {
    machine.fired_action = name;
    F(machine.actor, event);
  }
};

/// Puts a plain function `bool(const Actor&, const Dispatched&)` into a row's guard column.
template <auto F>
struct If {
  static constexpr std::string_view name = name_of_function<F>;
  static constexpr bool negated = false;
  template <class E, class M, class S, class T>
  bool operator()(const E& event, M& machine, S&, T&) const {
    const bool holds = F(machine.actor, event);
    if (holds) machine.fired_guard = name;
    return holds;
  }
};

using boost::msm::front::none;

/// One row: in this state, on this event, go there, do that, provided this holds. Target `none`: stay.
template <class Source, class E, class Target, class Action = none, class Guard = none>
using Row = boost::msm::front::Row<Source, E, Target, Action, Guard>;

namespace detail {
template <class List, class... Rows>
struct Append {
  using type = List;
};
template <class List, class First, class... Rest>
struct Append<List, First, Rest...> {
  using type = typename Append<typename boost::mpl::push_back<List, First>::type, Rest...>::type;
};
}  // namespace detail

/// A transition table of any number of rows.
template <class... Rows>
using Table = typename detail::Append<boost::mpl::vector<>, Rows...>::type;

/// What every machine's front end shares.
template <class Derived, class ActorData>
struct Front : boost::msm::front::state_machine_def<Derived> {
  using no_message_queue = int;     // a queueing machine would be stuck for good after an exception
  using no_exception_thrown = int;  // without this MSM swallows exceptions and reports success
  ActorData& actor;
  std::string_view fired_guard, fired_action;
  explicit Front(ActorData& data) : actor(data) {}
  template <class M, class E>
  void no_transition(const E&, M&, int) {}  // the default aborts; it shows as Acceptance::unexpected instead
};

/// A running machine over the actor's data, watched from outside.
template <class Behaviour, class ActorData>
class Machine {
 public:
  explicit Machine(ActorData& data) : back_(boost::ref(data)) { back_.start(); }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  std::string_view state() const { return names()[static_cast<std::size_t>(back_.current_state()[0])]; }

  /// Gives the machine the event whose kind the message has, and says what it did.
  template <class... Events>
  Reaction dispatch(const Incoming& incoming, const Verdict& verdict) {
    Reaction reaction;
    reaction.from = state();
    back_.fired_guard = back_.fired_action = {};
    (void)((Events::kind == incoming.message.kind && (process<Events>(incoming, verdict, reaction), true)) || ...);
    reaction.to = state();
    if (reaction.acceptance == Acceptance::accepted) {
      reaction.guard = back_.fired_guard;
      reaction.action = back_.fired_action;
    }
    return reaction;
  }

 private:
  using Back = boost::msm::back::state_machine<Behaviour>;
  using Names =
      std::array<std::string_view,
                 boost::mpl::size<typename boost::msm::back::generate_state_set<typename Back::stt>::type>::value>;

  template <class E>
  void process(const Incoming& incoming, const Verdict& verdict, Reaction& reaction) {
    reaction.event = E::kind;
    switch (back_.process_event(E{{incoming, verdict}})) {
      case boost::msm::back::HANDLED_TRUE:
        reaction.acceptance = Acceptance::accepted;
        break;
      case boost::msm::back::HANDLED_GUARD_REJECT:
        reaction.acceptance = Acceptance::refused_by_guard;
        break;
      default:
        reaction.acceptance = Acceptance::unexpected;
        break;
    }
  }

  static const Names& names() {
    static const Names names = [] {
      Names result;
      using States = typename boost::msm::back::generate_state_set<typename Back::stt>::type;
      boost::mpl::for_each<States, boost::msm::wrap<boost::mpl::placeholders::_1>>(
          [&result]<class S>(boost::msm::wrap<S>) {
            result[static_cast<std::size_t>(boost::msm::back::get_state_id<typename Back::stt, S>::type::value)] =
                name_of_type<S>;
          });
      return result;
    }();
    return names;
  }

  Back back_;
};

/// Whether a row stays in its state. MSM gives such a row its source as target, so only the tag tells.
template <class R>
inline constexpr bool is_internal = boost::mp11::mp_contains<
    boost::mp11::mp_list<boost::msm::a_irow_tag, boost::msm::g_irow_tag, boost::msm::irow_tag, boost::msm::_irow_tag>,
    typename R::row_type_tag>::value;

/// The behaviour's table as plain data, row by row as it is written.
template <class Behaviour>
Edges edges() {
  Edges edges;
  edges.initial = name_of_type<typename Behaviour::initial_state>;
  boost::mpl::for_each<typename Behaviour::transition_table, boost::msm::wrap<boost::mpl::placeholders::_1>>(
      [&edges]<class R>(boost::msm::wrap<R>) {
        Edge edge;
        edge.from = name_of_type<typename R::Source>;
        edge.event = R::Evt::kind;
        edge.to = name_of_type<typename R::Target>;
        edge.internal = is_internal<R>;
        if constexpr (!std::is_same_v<typename R::Guard, none>) edge.guard = R::Guard::name;
        if constexpr (!std::is_same_v<typename R::Action, none>) edge.action = R::Action::name;
        edges.rows.push_back(std::move(edge));
      });
  return edges;
}

}  // namespace flowsim::sim::machine
