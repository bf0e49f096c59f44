// Makes traces with all kinds of records and with hostile texts, the same for the same seed.
#pragma once

#include <boost/mp11/algorithm.hpp>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "trace/describe.hpp"

namespace flowsim::trace {

/// Fills every member of a described structure; all texts are UTF-8.
class TraceGenerator {
 public:
  explicit TraceGenerator(unsigned seed) : engine_(seed) {}

  Trace trace() {
    Trace made;
    fill(made);
    number(made);
    made.names = names_;
    return made;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }

  static constexpr std::string_view pieces[] = {"a",      "openid profile", "\"", "\\",    "\n",     "\x01",
                                                "\x7F",   "\u0085",         "€",  "世界",  "🎉",      "\u202E",
                                                "\uFEFF", "</script>",      "%",  "\\u00", "\uFFFD", "\U000E0041"};

  void fill(std::string& text) {
    text.clear();
    for (auto count = below(5); count > 0; --count) text += pieces[below(std::size(pieces))];
    if (below(20) == 0) text += '\0';
  }
  void fill(std::string_view& name) {
    std::string text;
    fill(text);
    name = names_.keep(text);
  }
  void fill(bool& value) { value = below(2) == 1; }
  void fill(int& value) { value = static_cast<int>(engine_()); }
  void fill(std::uint64_t& value) { value = engine_(); }
  void fill(Instant& value) { value = Instant{Duration{static_cast<std::int64_t>(engine_() % 253'402'300'800'000)}}; }

  template <Enumeration T>
  void fill(T& value) {
    const auto chosen = below(boost::mp11::mp_size<NamesOf<T>>::value);
    boost::mp11::mp_with_index<boost::mp11::mp_size<NamesOf<T>>>(
        chosen, [&](auto index) { value = boost::mp11::mp_at_c<NamesOf<T>, index>::value; });
  }
  template <Structure T>
  void fill(T& value) {
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) { fill(value.*member.pointer); });
  }
  template <class T>
  void fill(std::optional<T>& value) {
    if (below(2) == 1) fill(value.emplace());
  }
  template <class T>
  void fill(std::vector<T>& list) {
    list.resize(below(4));
    for (auto& element : list) fill(element);
  }
  void fill(Parameters& parameters) {
    for (auto count = below(4); count > 0; --count) {
      Parameter parameter;
      fill(parameter);
      parameters.add(parameter.name, parameter.value, parameter.place);
    }
  }
  void fill(Payload& payload) {
    boost::mp11::mp_with_index<std::variant_size_v<Payload>>(std::size_t{below(3)},
                                                             [&](auto index) { fill(payload.emplace<index>()); });
  }

  // Gives the records their places, and lets them name messages that are there.
  void number(Trace& made) {
    if (made.messages.empty()) fill(made.messages.emplace_back());
    const auto count = static_cast<unsigned>(made.messages.size());
    for (std::size_t i = 0; i < made.messages.size(); ++i) made.messages[i].id = static_cast<int>(i + 1);
    for (std::size_t i = 0; i < made.legs.size(); ++i) {
      made.legs[i].id = static_cast<int>(i + 1);
      made.legs[i].leg.message = static_cast<int>(below(count) + 1);
    }
    for (auto& record : made.verdicts) record.message = static_cast<int>(below(count) + 1);
    for (auto& record : made.transitions) record.message = static_cast<int>(below(count + 1));
    for (auto& record : made.notes) record.message = static_cast<int>(below(count + 1));
    for (auto& record : made.secrets) record.message = static_cast<int>(below(count) + 1);
    for (auto& record : made.faults) record.message = static_cast<int>(below(count + 1));
  }

  std::mt19937_64 engine_;
  Names names_;
};

}  // namespace flowsim::trace
