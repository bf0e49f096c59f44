// fail: whoever answers reports an error instead.
#include <fmt/core.h>

#include <utility>

#include "base/text.hpp"
#include "faults/arguments.hpp"
#include "faults/verbs.hpp"
#include "oauth/error_codes.hpp"

namespace flowsim::faults {
namespace {

constexpr int prompt = 2, redirect = 4, resource = 6;
constexpr std::int64_t unavailable = 503, too_many_requests = 429;
constexpr std::int64_t least_status = 400, most_status = 599;

/// The status that was asked for; without one, the code's in that channel.
std::int64_t status_of(const FaultSpec& spec) {
  if (const auto asked = read_number<std::int64_t>(argument(spec, "status"))) return *asked;
  const auto* code = error_code(argument(spec, "error"), ErrorChannel::challenge);
  return spec.place.interaction == resource && code != nullptr ? code->status : unavailable;
}

/// Answers in place of the message.
class Fail final : public Fault {
 public:
  explicit Fail(FaultSpec spec) : spec_(std::move(spec)) {}
  using Fault::befalls;

  Fate<Message> befalls(Message message, const Occasion&) override {
    if (spec_.place.interaction == redirect) return {{redirect_error(message)}};
    return {{spec_.place.interaction == prompt ? error_page() : refusal()}};
  }

 private:
  void add_given(Parameters& parameters, std::string_view name, std::string_view as, Place place) const {
    if (const auto value = spec_.arguments.value(name)) parameters.add(std::string(as), std::string(*value), place);
  }

  void add_status(Parameters& parameters, Place place) const {
    const auto status = status_of(spec_);
    parameters.add("status", std::to_string(status), place);
    if (status == unavailable || status == too_many_requests) parameters.add("Retry-After", "30", Place::header);
  }

  Message redirect_error(const Message& genuine) const {
    Message error{"authorization_error", {}};
    Place place = Place::usual;
    for (const auto& item : genuine.parameters)
      if (item.name == "state") place = item.place;
    add_given(error.parameters, "error", "error", place);
    add_given(error.parameters, "description", "error_description", place);
    for (const auto& item : genuine.parameters)
      if (item.name == "state") error.parameters.add(item.name, item.value, item.place);
    return error;
  }

  Message error_page() const {
    Message page{"error_page", {}};
    add_given(page.parameters, "error", "error", Place::usual);
    if (page.parameters.empty()) page.parameters.add("error", "server_error");
    add_given(page.parameters, "description", "error_description", Place::usual);
    add_status(page.parameters, Place::header);
    return page;
  }

  Message refusal() const {
    const bool says_why = spec_.arguments.has("error");
    Message answer{says_why ? "bearer_challenge" : "resource_response", {}};
    add_status(answer.parameters, Place::usual);
    add_given(answer.parameters, "error", "error", Place::usual);
    add_given(answer.parameters, "description", "error_description", Place::usual);
    return answer;
  }

  FaultSpec spec_;
};

/// What is wrong with the code; empty where it is one of that channel.
std::string objection_to_code(std::string_view code, ErrorChannel channel) {
  if (error_code(code, channel) != nullptr) return {};
  std::vector<std::string_view> names;
  for (const auto& row : error_codes())
    if (row.channel == channel) names.push_back(row.name);
  const auto near = nearest_name(code, names);
  return fmt::format("the {} has no error \"{}\": {}", name_of(channel), visible(code),
                     near ? fmt::format("did you mean \"{}\"?", *near) : "one of " + join(names, ", "));
}

std::string objection_to_status(const FaultSpec& spec) {
  const auto status = read_number<std::int64_t>(argument(spec, "status"));
  if (!status) return {};
  if (spec.place.interaction == redirect) return "a redirect has status 302: leave \"status\" out";
  if (*status < least_status || *status > most_status) return "the status of a failure is from 400 to 599";
  return {};
}

}  // namespace

std::unique_ptr<Fault> make_fail(const FaultSpec& spec, Knowledge&) { return std::make_unique<Fail>(spec); }

std::string fail_objection(const FaultSpec& spec) {
  const int interaction = spec.place.interaction;
  if (interaction != prompt && interaction != redirect && interaction != resource)
    return fmt::format("nobody answers at {}: 2 (okta's page), 4 (okta's redirect) or 6 (the app)", interaction);
  if (auto objection = objection_to_status(spec); !objection.empty()) return objection;
  const auto error = argument(spec, "error");
  if (interaction == redirect)
    return error.empty() ? "okta's redirect carries a code: add \"error: server_error\""
                         : objection_to_code(error, ErrorChannel::redirect);
  if (interaction == prompt) return {};
  if (!error.empty()) return objection_to_code(error, ErrorChannel::challenge);
  if (spec.arguments.has("description")) return "a description travels beside a code: add \"error: invalid_token\"";
  return spec.arguments.has("status") ? "" : "say how the app fails: \"status: 503\", or \"error: invalid_token\"";
}

Phrases fail_intent(const FaultSpec& spec) {
  auto error = argument(spec, "error");
  if (spec.place.interaction == redirect) return {Phrase{"intents.fail_redirect", {std::move(error)}}};
  const bool page = spec.place.interaction == prompt;
  const auto status = std::to_string(status_of(spec));
  if (error.empty()) return {Phrase{page ? "intents.fail_page" : "intents.fail_app", {status}}};
  return {Phrase{page ? "intents.fail_page_error" : "intents.fail_app_error", {status, std::move(error)}}};
}

}  // namespace flowsim::faults
