// What a browser does for a page's script is an exchange of its own, in which no server takes part.
#include "diagram/exchanges.hpp"

#include <algorithm>
#include <variant>

namespace flowsim::diagram {
namespace {

constexpr bool is_server(Participant participant) {
  return participant == Participant::client || participant == Participant::okta || participant == Participant::app;
}

}  // namespace

Exchanges::Exchanges(const Trace& trace) {
  int last = 0;
  for (const auto& record : trace.legs) last = std::max(last, record.leg.exchange);
  last = std::min(last, static_cast<int>(trace.legs.size()));  // a trace from elsewhere may count otherwise
  stages_.resize(static_cast<std::size_t>(last) + 1, Stage::unanswered);
  for (const auto& record : trace.legs) {
    if (!std::holds_alternative<HttpResponse>(record.leg.payload)) continue;
    if (auto* stage = stage_of(record, record.leg.from)) *stage = Stage::answered;
  }
}

Exchanges::Stage* Exchanges::stage_of(const LegRecord& leg, Participant server) {
  if (leg.leg.exchange <= 0 || !is_server(server)) return nullptr;
  const auto at = static_cast<std::size_t>(leg.leg.exchange);
  return at < stages_.size() ? &stages_[at] : nullptr;
}

bool Exchanges::begins_with(const LegRecord& leg) {
  if (!leg.arrived || !std::holds_alternative<HttpRequest>(leg.leg.payload)) return false;
  auto* stage = stage_of(leg, leg.leg.to);
  if (stage == nullptr || *stage != Stage::answered) return false;
  *stage = Stage::begun;
  return true;
}

bool Exchanges::ends_with(const LegRecord& leg) {
  if (!std::holds_alternative<HttpResponse>(leg.leg.payload)) return false;
  auto* stage = stage_of(leg, leg.leg.from);
  if (stage == nullptr || *stage != Stage::begun) return false;
  *stage = Stage::ended;
  return true;
}

}  // namespace flowsim::diagram
