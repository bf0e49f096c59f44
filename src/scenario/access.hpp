// Ways from a member of a scenario to a value of the table and back.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "scenario/rules.hpp"
#include "scenario/scenario.hpp"

namespace flowsim::scenario {

/// The names of an enumeration, in the order of its enumerators. There is no general case.
template <class Enumeration>
struct EnumerationNames;
template <>
struct EnumerationNames<Profile> {
  static constexpr std::array<std::string_view, 3> all{"okta", "rfc6749", "hardened"};
};
template <>
struct EnumerationNames<Opens> {
  static constexpr std::array<std::string_view, 2> all{"client", "attacker_site"};
};
template <>
struct EnumerationNames<ConsentAnswer> {
  static constexpr std::array<std::string_view, 2> all{"grant", "deny"};
};
template <>
struct EnumerationNames<LeavesAt> {
  static constexpr std::array<std::string_view, 3> all{"never", "sign_in", "consent"};
};
template <>
struct EnumerationNames<TokenCarrier> {
  static constexpr std::array<std::string_view, 3> all{"header", "body", "query"};
};
template <>
struct EnumerationNames<ScopeConsent> {
  static constexpr std::array<std::string_view, 3> all{"implicit", "flexible", "required"};
};
template <>
struct EnumerationNames<ConsentMethod> {
  static constexpr std::array<std::string_view, 2> all{"trusted", "required"};
};

template <class Enumeration>
std::vector<std::string_view> enumeration_names() {
  const auto& names = EnumerationNames<Enumeration>::all;
  return {names.begin(), names.end()};
}

/// The enumerator of a name that is one of the enumeration's.
template <class Enumeration>
Enumeration enumerator_named(std::string_view name) {
  const auto& names = EnumerationNames<Enumeration>::all;
  return static_cast<Enumeration>(std::ranges::find(names, name) - names.begin());
}

template <class Enumeration>
std::string name_of_enumerator(Enumeration enumerator) {
  return std::string(EnumerationNames<Enumeration>::all[static_cast<std::size_t>(enumerator)]);
}

/// A rule that takes the names of an enumeration.
template <class Enumeration>
ChoiceRule choice_of(std::string_view noun) {
  return {noun, enumeration_names<Enumeration>};
}

/// Between a member's type and the table's `Value`.
template <class Member>
struct Conversion {
  static Member from(const Value& value) {
    if constexpr (std::is_enum_v<Member>)
      return enumerator_named<Member>(std::get<std::string>(value));
    else if constexpr (std::is_integral_v<Member> && !std::is_same_v<Member, bool>)
      return static_cast<Member>(std::get<std::int64_t>(value));
    else
      return std::get<Member>(value);
  }
  static std::optional<Value> to(const Member& member) {
    if constexpr (std::is_enum_v<Member>)
      return Value(name_of_enumerator(member));
    else if constexpr (std::is_integral_v<Member> && !std::is_same_v<Member, bool>)
      return Value(static_cast<std::int64_t>(member));
    else
      return Value(member);
  }
};

template <class Member>
struct Conversion<std::optional<Member>> {
  static std::optional<Member> from(const Value& value) { return Conversion<Member>::from(value); }
  static std::optional<Value> to(const std::optional<Member>& member) {
    return member ? Conversion<Member>::to(*member) : std::nullopt;
  }
};

template <>
struct Conversion<OutcomeKind> {
  static OutcomeKind from(const Value& value) { return *outcome_named(std::get<std::string>(value)); }
  static std::optional<Value> to(OutcomeKind kind) { return Value(std::string(name_of(kind))); }
};

template <>
struct Conversion<std::vector<ScopeRegistration>> {
  static std::vector<ScopeRegistration> from(const Value& value) {
    std::vector<ScopeRegistration> scopes;
    for (const auto& [name, consent] : std::get<TextPairs>(value))
      scopes.push_back({name, enumerator_named<ScopeConsent>(consent)});
    return scopes;
  }
  static std::optional<Value> to(const std::vector<ScopeRegistration>& scopes) {
    TextPairs pairs;
    for (const auto& scope : scopes) pairs.emplace_back(scope.name, name_of_enumerator(scope.consent));
    return Value(std::move(pairs));
  }
};

template <>
struct Conversion<Parameters> {
  static Parameters from(const Value& value) {
    Parameters parameters;
    for (const auto& [name, text] : std::get<TextPairs>(value)) parameters.add(name, text);
    return parameters;
  }
  static std::optional<Value> to(const Parameters& parameters) {
    TextPairs pairs;
    for (const auto& parameter : parameters) pairs.emplace_back(parameter.name, parameter.value);
    return Value(std::move(pairs));
  }
};

template <>
struct Conversion<std::vector<std::pair<Participant, std::string>>> {
  static std::vector<std::pair<Participant, std::string>> from(const Value& value) {
    std::vector<std::pair<Participant, std::string>> states;
    for (const auto& [actor, state] : std::get<TextPairs>(value)) states.emplace_back(*participant_named(actor), state);
    return states;
  }
  static std::optional<Value> to(const std::vector<std::pair<Participant, std::string>>& states) {
    TextPairs pairs;
    for (const auto& [actor, state] : states) pairs.emplace_back(name_of(actor), state);
    return Value(std::move(pairs));
  }
};

/// The member that a chain of members leads to, from a scenario on.
template <auto... Members>
struct Path {
  template <class From>
  static auto& in(From& scenario) {
    return (scenario.*....*Members);
  }
  using Member = std::remove_cvref_t<decltype(in(std::declval<Scenario&>()))>;

  static void set(Scenario& scenario, const Value& value) { in(scenario) = Conversion<Member>::from(value); }
  static std::optional<Value> get(const Scenario& scenario) { return Conversion<Member>::to(in(scenario)); }
};

}  // namespace flowsim::scenario
