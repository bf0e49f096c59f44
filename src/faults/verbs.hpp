// The makers behind the fault table, one for each verb.
#pragma once

#include <memory>
#include <string>

#include "faults/registry.hpp"

namespace flowsim {

std::unique_ptr<Fault> make_drop(const FaultSpec& spec);
std::string drop_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_delay(const FaultSpec& spec);
std::string delay_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_duplicate(const FaultSpec& spec);
std::string duplicate_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_truncate(const FaultSpec& spec);
std::string truncate_objection(const FaultSpec& spec);
std::string truncate_intent(const FaultSpec& spec);
std::unique_ptr<Fault> make_tamper(const FaultSpec& spec);
std::string tamper_objection(const FaultSpec& spec);
std::string tamper_intent(const FaultSpec& spec);

}  // namespace flowsim
