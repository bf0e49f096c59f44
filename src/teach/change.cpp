// Changes are made to a story, never to what has happened.
#include "teach/change.hpp"

#include <fmt/core.h>

#include "scenario/fault_text.hpp"

namespace flowsim::teach {
namespace {

struct Name {
  std::string operator()(const AddedFault& added) const {
    const auto& place = added.spec.place;
    return place.leg == 0 ? fmt::format("{} at {}", added.spec.verb, place.interaction)
                          : fmt::format("{} at {}.{}", added.spec.verb, place.interaction, place.leg);
  }
  std::string operator()(const SwitchedCheck& switched) const {
    return fmt::format("{} {}", switched.check, switched.is_on ? "on" : "off");
  }
};

struct Maker {
  Scenario& scenario;

  void operator()(const AddedFault& added) const { scenario.faults.push_back(added.spec); }
  void operator()(const SwitchedCheck& switched) const {
    std::erase(scenario.disabled_checks, switched.check);
    if (!switched.is_on) scenario.disabled_checks.push_back(switched.check);
  }
};

}  // namespace

std::string text_of(const Change& change) {
  const auto* added = std::get_if<AddedFault>(&change);
  return added != nullptr ? fault_text(added->spec) : name_of(change);
}

std::string made(const Change& change) {
  const auto* switched = std::get_if<SwitchedCheck>(&change);
  if (switched == nullptr) return name_of(change) + " is added";
  return fmt::format("{} is switched {}", switched->check, switched->is_on ? "on" : "off");
}

std::string taken_back(const Change& change) {
  const auto* switched = std::get_if<SwitchedCheck>(&change);
  if (switched == nullptr) return name_of(change) + " is taken back";
  return fmt::format("{} is {} again", switched->check, switched->is_on ? "off" : "on");
}

std::string name_of(const Change& change) { return std::visit(Name{}, change); }

Scenario changed(Scenario scenario, std::span<const Change> changes) {
  for (const auto& change : changes) std::visit(Maker{scenario}, change);
  return scenario;
}

}  // namespace flowsim::teach
