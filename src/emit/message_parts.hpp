// What writers ask about a message and the way it went.
#pragma once

#include <string>
#include <string_view>

#include "diagram/trace_index.hpp"
#include "wire/leg.hpp"

namespace flowsim::emit {

/// The first HTTP request or response of the message's way, or null.
const Payload* first_http(const MessageRecords& records);

/// The address without query and fragment.
std::string origin_and_path(std::string_view url);

/// `GET https://…/authorize` or `302 Found`; empty for anything else and for null.
std::string http_line(const Payload* payload);

/// Whether `http_line` says this already, or it is a remark between endpoint and actor that did not travel.
bool is_said(const Parameter& parameter, const Payload* payload);

/// Where the parameter travels: `query`, `fragment`, `form`, `header` or `body`; empty where no leg shows it.
std::string_view place_of(const Parameter& parameter, const MessageRecords& records);

}  // namespace flowsim::emit
