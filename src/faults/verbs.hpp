// The makers behind the fault table, one for each verb.
#pragma once

#include <memory>
#include <string>

#include "faults/registry.hpp"

namespace flowsim::faults {

std::unique_ptr<Fault> make_drop(const FaultSpec& spec, Knowledge& knowledge);
Phrases drop_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_delay(const FaultSpec& spec, Knowledge& knowledge);
Phrases delay_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_duplicate(const FaultSpec& spec, Knowledge& knowledge);
Phrases duplicate_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_reorder(const FaultSpec& spec, Knowledge& knowledge);
Phrases reorder_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_truncate(const FaultSpec& spec, Knowledge& knowledge);
std::string truncate_objection(const FaultSpec& spec);
Phrases truncate_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_crash(const FaultSpec& spec, Knowledge& knowledge);
Phrases crash_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_tamper(const FaultSpec& spec, Knowledge& knowledge);
std::string tamper_objection(const FaultSpec& spec);
Phrases tamper_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_forge(const FaultSpec& spec, Knowledge& knowledge);
std::string forge_objection(const FaultSpec& spec);
Phrases forge_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_fail(const FaultSpec& spec, Knowledge& knowledge);
std::string fail_objection(const FaultSpec& spec);
Phrases fail_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_observe(const FaultSpec& spec, Knowledge& knowledge);
std::string observe_objection(const FaultSpec& spec);
Phrases observe_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_replay(const FaultSpec& spec, Knowledge& knowledge);
std::string replay_objection(const FaultSpec& spec);
Phrases replay_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_inject(const FaultSpec& spec, Knowledge& knowledge);
std::string inject_objection(const FaultSpec& spec);
Phrases inject_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_substitute(const FaultSpec& spec, Knowledge& knowledge);
Phrases substitute_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_misbehave(const FaultSpec& spec, Knowledge& knowledge);
std::string misbehave_objection(const FaultSpec& spec);
Phrases misbehave_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_skew(const FaultSpec& spec, Knowledge& knowledge);
std::string skew_objection(const FaultSpec& spec);
Phrases skew_intent(const FaultSpec& spec);

}  // namespace flowsim::faults
