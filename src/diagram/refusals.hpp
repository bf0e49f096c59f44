// Messages that are refusals although their kind is not.
#pragma once

#include <string>

#include "trace/trace.hpp"

namespace flowsim::diagram {

/// `403 Forbidden` where a message of a kind that belongs to the happy path carries a status of 400 or more, as it went
/// on its way; empty for all others.
std::string refused_as(const MessageRecord& record);

}  // namespace flowsim::diagram
