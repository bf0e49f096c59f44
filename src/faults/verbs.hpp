// The makers behind the fault table, one for each verb.
#pragma once

#include <memory>
#include <string>

#include "faults/registry.hpp"

namespace flowsim::faults {

std::unique_ptr<Fault> make_drop(const FaultSpec& spec, Knowledge& knowledge);
std::string drop_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_delay(const FaultSpec& spec, Knowledge& knowledge);
std::string delay_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_duplicate(const FaultSpec& spec, Knowledge& knowledge);
std::string duplicate_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_reorder(const FaultSpec& spec, Knowledge& knowledge);
std::string reorder_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_truncate(const FaultSpec& spec, Knowledge& knowledge);
std::string truncate_objection(const FaultSpec& spec);
std::string truncate_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_crash(const FaultSpec& spec, Knowledge& knowledge);
std::string crash_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_tamper(const FaultSpec& spec, Knowledge& knowledge);
std::string tamper_objection(const FaultSpec& spec);
std::string tamper_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_forge(const FaultSpec& spec, Knowledge& knowledge);
std::string forge_objection(const FaultSpec& spec);
std::string forge_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_fail(const FaultSpec& spec, Knowledge& knowledge);
std::string fail_objection(const FaultSpec& spec);
std::string fail_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_observe(const FaultSpec& spec, Knowledge& knowledge);
std::string observe_objection(const FaultSpec& spec);
std::string observe_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_replay(const FaultSpec& spec, Knowledge& knowledge);
std::string replay_objection(const FaultSpec& spec);
std::string replay_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_inject(const FaultSpec& spec, Knowledge& knowledge);
std::string inject_objection(const FaultSpec& spec);
std::string inject_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_substitute(const FaultSpec& spec, Knowledge& knowledge);
std::string substitute_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_misbehave(const FaultSpec& spec, Knowledge& knowledge);
std::string misbehave_objection(const FaultSpec& spec);
std::string misbehave_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_skew(const FaultSpec& spec, Knowledge& knowledge);
std::string skew_objection(const FaultSpec& spec);
std::string skew_intent(const FaultSpec& spec);

}  // namespace flowsim::faults
