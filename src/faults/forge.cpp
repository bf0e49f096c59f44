// forge: a token is changed, and perhaps signed anew.
#include <utility>

#include "faults/arguments.hpp"
#include "faults/forged_token.hpp"
#include "faults/verbs.hpp"

namespace flowsim::faults {
namespace {

class Forge final : public Fault {
 public:
  explicit Forge(Parameters wanted) : wanted_(std::move(wanted)) {}
  using Fault::befalls;

  Fate<Message> befalls(Message message, const Occasion&) override {
    const std::string access_token(message.parameters.value_or_empty("access_token"));
    for (auto& item : message.parameters)
      if (item.name == wanted_.value("token")) item.value = forged_token(item.value, wanted_, access_token);
    return {{std::move(message)}};
  }

 private:
  Parameters wanted_;
};

}  // namespace

std::unique_ptr<Fault> make_forge(const FaultSpec& spec, Knowledge&) { return std::make_unique<Forge>(spec.arguments); }

}  // namespace flowsim::faults
