// The page on JSON traces names every member of every record, and every name a member may have as its value.
#include <gtest/gtest.h>

#include <boost/mp11/algorithm.hpp>
#include <fstream>
#include <sstream>

#include "trace/json.hpp"
#include "trace/json_shape.hpp"

namespace flowsim::trace {
namespace {

using boost::mp11::mp_for_each;

// The heading under which the page describes a structure. A described structure without a row here does not compile.
template <class T>
constexpr const char* heading = nullptr;
template <>
constexpr auto heading<Trace> = "The whole";
template <>
constexpr auto heading<RunHeader> = "Header";
template <>
constexpr auto heading<InteractionRecord> = "Interaction";
template <>
constexpr auto heading<Moment> = "Moment";
template <>
constexpr auto heading<MessageRecord> = "Message record";
template <>
constexpr auto heading<Envelope> = "Envelope";
template <>
constexpr auto heading<Message> = "Message";
template <>
constexpr auto heading<Parameter> = "Parameter";
template <>
constexpr auto heading<LegRecord> = "Leg record";
template <>
constexpr auto heading<Leg> = "Leg";
template <>
constexpr auto heading<HttpRequest> = "HTTP request";
template <>
constexpr auto heading<HttpResponse> = "HTTP response";
template <>
constexpr auto heading<BrowserAction> = "Browser action";
template <>
constexpr auto heading<VerdictRecord> = "Verdict record";
template <>
constexpr auto heading<Verdict> = "Verdict";
template <>
constexpr auto heading<Phrase> = "Phrase";
template <>
constexpr auto heading<CheckResult> = "Check result";
template <>
constexpr auto heading<TransitionRecord> = "Transition record";
template <>
constexpr auto heading<NoteRecord> = "Note record";
template <>
constexpr auto heading<HistoryRecord> = "History record";
template <>
constexpr auto heading<SightingRecord> = "Sighting record";
template <>
constexpr auto heading<SecretRecord> = "Secret record";
template <>
constexpr auto heading<PropertyRecord> = "Property record";
template <>
constexpr auto heading<FinalState> = "Final state";
template <>
constexpr auto heading<FaultPlace> = "Fault place";
template <>
constexpr auto heading<FaultRecord> = "Fault record";
template <>
constexpr auto heading<ExpectationRecord> = "Expectation record";
template <>
constexpr auto heading<Outcome> = "Outcome";

class Page : public testing::Test {
 protected:
  Page() {
    std::ostringstream out;
    out << std::ifstream(FLOWSIM_SOURCE_DIR "/docs/trace-json.md").rdbuf();
    text_ = out.str();
  }

  // Looks at the structure and at all it is made of.
  template <class T>
  void expect_described() {
    if constexpr (Enumeration<T>) {
      mp_for_each<NamesOf<T>>([this](auto row) { expect_in(text_, "`" + std::string(row.name) + "`", "the page"); });
    } else if constexpr (is_list<T> || is_optional<T>) {
      expect_described<typename T::value_type>();
    } else if constexpr (std::is_same_v<T, Parameters>) {
      expect_described<Parameter>();
    } else if constexpr (std::is_same_v<T, Payload>) {
      mp_for_each<boost::mp11::mp_rename<Payload, boost::mp11::mp_list>>([this]<class Kind>(const Kind&) {
        expect_in(section(heading<Kind>), "`\"type\":\"" + std::string(payload_type<Kind>()) + "\"`", heading<Kind>);
        expect_described<Kind>();
      });
    } else if constexpr (Structure<T>) {
      static_assert(heading<T> != nullptr, "a new structure needs a heading");
      expect_members<T>();
    }
  }

  const std::string& text() const { return text_; }

 private:
  template <class T>
  void expect_members() {
    const auto part = section(heading<T>);
    mp_for_each<MembersOf<T>>([&](auto member) {
      expect_in(part, "\n| `" + std::string(member.name) + "` |", heading<T>);
      expect_described<std::decay_t<decltype(std::declval<T>().*member.pointer)>>();
    });
  }

  static void expect_in(const std::string& part, const std::string& wanted, const std::string& where) {
    EXPECT_NE(part.find(wanted), std::string::npos) << wanted << " is missing in " << where;
  }

  std::string section(const std::string& title) const {
    const auto start = text_.find("\n## " + title + "\n");
    if (start == std::string::npos) return {};
    return text_.substr(start, text_.find("\n## ", start + 1) - start);
  }

  std::string text_;
};

TEST_F(Page, DescribesEveryMember) { expect_described<Trace>(); }

TEST_F(Page, NamesTheFormatAndItsVersion) {
  EXPECT_NE(text().find("`\"format\": \"" + std::string(trace_json_format) + "\"`"), std::string::npos);
  EXPECT_NE(text().find("`\"version\": " + std::to_string(trace_json_version) + "`"), std::string::npos);
}

}  // namespace
}  // namespace flowsim::trace
