// truncate: its end is missing.
#include <utility>

#include "base/text.hpp"
#include "faults/arguments.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

/// Cuts the last parameter of a message, or the part of a leg that would be cut last: the body, else the address.
class Truncate final : public Fault {
 public:
  Truncate(std::string parameter, std::size_t length) : parameter_(std::move(parameter)), length_(length) {}

  Fate<Message> befalls(Message message, const Occasion&) override {
    for (auto& item : message.parameters)
      if (item.name == parameter_) cut(item.value);
    return {{std::move(message), {}}};
  }

  Fate<Leg> befalls(Leg leg, const Occasion&) override {
    if (auto* action = std::get_if<BrowserAction>(&leg.payload)) cut(action->url);
    if (auto* request = std::get_if<HttpRequest>(&leg.payload))
      cut(request->body.empty() ? request->url : request->body);
    if (auto* response = std::get_if<HttpResponse>(&leg.payload)) cut_response(*response);
    return {{std::move(leg), {}}};
  }

 private:
  void cut(std::string& text) const { text.resize(std::min(text.size(), length_)); }

  void cut_response(HttpResponse& response) const {
    if (!response.body.empty()) return cut(response.body);
    for (auto& field : response.headers)
      if (field.name == "Location") cut(field.value);
  }

  std::string parameter_;
  std::size_t length_;
};

}  // namespace

std::unique_ptr<Fault> make_truncate(const FaultSpec& spec, Knowledge&) {
  const auto length = read_number<std::size_t>(spec.arguments.value_or_empty("length")).value_or(0);
  return std::make_unique<Truncate>(std::string(spec.arguments.value_or_empty("parameter")), length);
}

std::string truncate_objection(const FaultSpec& spec) {
  const bool names_parameter = spec.arguments.has("parameter");
  if (spec.place.leg == 0 && !names_parameter) return "a message is cut at a parameter: add \"parameter: name\"";
  if (spec.place.leg != 0 && names_parameter) return "a wire leg is cut as a whole: leave \"parameter\" out";
  return {};
}

Phrases truncate_intent(const FaultSpec& spec) {
  auto length = argument(spec, "length");
  const auto parameter = spec.arguments.value("parameter");
  if (!parameter) return {Phrase{"intents.truncate", {std::move(length)}}};
  return {Phrase{"intents.truncate_parameter", {std::move(length), std::string(*parameter)}}};
}

}  // namespace flowsim::faults
