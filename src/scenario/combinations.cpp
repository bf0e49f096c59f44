// One small function a combination; only origins are held against defaults, too.
#include "scenario/combinations.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

#include "scenario/page_url.hpp"

namespace flowsim::scenario {

namespace {

bool is_success(OutcomeKind kind) { return kind == OutcomeKind::resource_served || kind == OutcomeKind::signed_in; }

/// A run that succeeds was decided by no failed check and by no error.
void success_needs_no_reason(const Expectation& expect, const Places& places, Problems& problems) {
  if (!expect.outcome || !is_success(*expect.outcome)) return;
  for (const auto* key : {"check", "error"}) {
    const auto place = places.find(fmt::format("expect.{}", key));
    if (place == places.end()) continue;
    problems.add(place->second, fmt::format("no {} decides the outcome {}", key, name_of(*expect.outcome)),
                 fmt::format("remove \"{}\", or expect another outcome", key));
  }
}

/// A check that is switched off never decides.
void deciding_check_is_on(const Scenario& scenario, const Places& places, Problems& problems) {
  const auto place = places.find("expect.check");
  if (place == places.end() || !scenario.expect.check) return;
  if (std::ranges::find(scenario.disabled_checks, *scenario.expect.check) == scenario.disabled_checks.end()) return;
  problems.add(place->second, fmt::format("the check {} is switched off and decides nothing", *scenario.expect.check),
               "remove it here or from \"disabled_checks\"");
}

/// The resource comes with interaction 6; a run without access token ends at interaction 4.
void outcome_fits_last_interaction(const Expectation& expect, const Places& places, Problems& problems) {
  const auto place = places.find("expect.last_interaction");
  if (place == places.end() || !expect.outcome || !expect.last_interaction || !is_success(*expect.outcome)) return;
  const int needed = *expect.outcome == OutcomeKind::resource_served ? 6 : 4;
  if (*expect.last_interaction == needed) return;
  problems.add(place->second, fmt::format("the outcome {} needs interaction {}", name_of(*expect.outcome), needed),
               fmt::format("write {}, or expect another outcome", needed));
}

/// A parameter cannot be left out and be given a value.
void omitted_parameters_have_no_value(const Scenario& scenario, const Places& places, Problems& problems) {
  for (const auto& name : scenario.settings.client.omit_parameters) {
    const auto place = places.find("client." + name);
    if (place == places.end()) continue;
    problems.add(place->second, fmt::format("\"{}\" has a value and stands in \"client.omit_parameters\"", name),
                 "remove one of the two");
  }
}

/// A key that says at which origin a party is.
struct Address {
  std::string_view party, key;
  std::string origin;
  std::optional<std::size_t> place;  ///< nothing where the file does not say it
};

std::array<Address, 4> addresses_of(const Settings& settings, const Places& places) {
  const auto address = [&](std::string_view party, std::string_view key, const std::string& url) {
    const auto place = places.find(key);
    return Address{party, key, canonical_origin(url),
                   place == places.end() ? std::nullopt : std::optional(place->second)};
  };
  return {address("the client", "client.redirect_uri", settings.client.redirect_uri),
          address("okta", "okta.issuer", settings.okta.issuer),
          address("the app", "client.resource", settings.client.resource),
          address("the app", "app.resource", settings.app.resource)};
}

/// Requests find their receiver by origin, so two parties cannot share one.
void parties_have_origins_of_their_own(const Scenario& scenario, const Places& places, Problems& problems) {
  const auto addresses = addresses_of(scenario.settings, places);
  for (const auto& later : addresses)
    for (const auto& earlier : addresses) {
      if (later.place <= earlier.place || later.party == earlier.party || later.origin != earlier.origin) continue;
      problems.add(*later.place,
                   fmt::format("\"{}\" is on the origin of {}, {}", later.key, earlier.party, excerpt(later.origin)),
                   "client, okta and app are different parties: give each an origin of its own");
    }
}

}  // namespace

void check_combinations(const Scenario& scenario, const Places& places, Problems& problems) {
  omitted_parameters_have_no_value(scenario, places, problems);
  parties_have_origins_of_their_own(scenario, places, problems);
  success_needs_no_reason(scenario.expect, places, problems);
  deciding_check_is_on(scenario, places, problems);
  outcome_fits_last_interaction(scenario.expect, places, problems);
}

}  // namespace flowsim::scenario
