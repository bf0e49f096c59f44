// Messages of each kind with any texts in them are recognised as they were, and spelled again as they were.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <set>

#include "flows/implicit/members.hpp"
#include "flows/implicit/spelling.hpp"

namespace flowsim::flows::implicit {
namespace {

/// What a message of one kind may hold: items of these places, in the order in which they are recognised.
struct Items {
  std::vector<Place> places;
  Parameters first{}, last{};        ///< what each message of the kind has
  std::vector<std::string> names{};  ///< empty: any name
  bool in_json = false;              ///< texts are UTF-8, and no name occurs twice
};

const std::map<std::string_view, Items>& items_of() {
  using enum Place;
  const auto url = [](std::string_view kind) { return Parameters{{"url", address_of(kind, Settings{}), header}}; };
  static const std::map<std::string_view, Items> items{
      {"sign_in_request", {{}}},
      {"metadata_request", {{query, body}, {}, url("metadata_request")}},
      {"metadata_response", {{usual}, {}, {}, {}, true}},
      {"key_set_request", {{query, body}, {}, url("key_set_request")}},
      {"key_set_response", {{usual}, {}, {}, {"keys"}}},
      {"authorization_request", {{usual}}},
      {"authentication_prompt", {{usual}, {}, {{"Set-Cookie", "a=b", header}}, {}, true}},
      {"error_page", {{usual}, {}, {{"status", "405", header}, {"Allow", "GET", header}}, {}, true}},
      {"authentication", {{usual}}},
      {"consent_prompt", {{usual}, {}, {}, {}, true}},
      {"consent", {{usual}}},
      {"access_token_response", {{usual, query}, {{"token_type", "Bearer"}}, {{"Set-Cookie", "a=b", header}}}},
      {"authorization_error", {{usual, query}, {{"error", "invalid_request"}}}},
      {"userinfo_request", {{query, body}, {{"access_token", "t", header}}, url("userinfo_request")}},
      {"userinfo_response", {{usual}, {}, {}, {"body"}}},
      {"resource_request", {{query, body}, {{"authorization", "Basic t", header}}}},
      {"introspection_request", {{query, body}, {}, url("introspection_request")}},
      {"introspection_response", {{usual}, {}, {}, {}, true}},
      {"resource_response", {{usual}, {{"status", "404"}}, {}, {"body"}}},
      {"observation", {{usual, query, fragment, header, body}}},
      {"premise", {{usual, query, fragment, header, body}, {{":premise", "true", header}}}},
      {"bearer_challenge",
       {{usual}, {{"status", "401"}, {"realm", "a, =b;"}, {"error", "invalid_token"}}, {}, {"body"}}},
  };
  return items;
}

class AnyText {
 public:
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  /// So many characters and up to twelve more: bytes, or letters of one to three bytes and signs that JSON escapes.
  std::string operator()(std::size_t least, bool utf8) {
    static constexpr std::array<std::string_view, 10> letters{"a", "é", "€", "\"", "\\", "\n", "<", "[", "1", "\x01"};
    std::string text;
    for (auto length = least + below(12); length > 0; --length)
      text += utf8 ? std::string(letters[below(letters.size())]) : std::string(1, static_cast<char>(below(256)));
    return text;
  }

 private:
  std::mt19937 engine_{1};
};

Message any_message(std::string_view kind, AnyText& text) {
  const auto& [places, first, last, names, in_json] = items_of().at(kind);
  Message message{std::string(kind), first};
  std::set<std::string> used;
  for (const auto place : places)
    for (auto count = text.below(4); count > 0; --count) {
      auto name = names.empty() ? text(1, in_json) : names[text.below(names.size())];
      if ((!names.empty() || in_json) && !used.insert(name).second) continue;
      auto value = text(names.empty() ? 0 : 1, in_json);
      // In a message about a document, what looks like JSON is JSON.
      if (in_json) value = members_of({{"value", std::move(value)}}).find("value").value_or("");
      message.parameters.add(std::move(name), std::move(value), place);
    }
  for (const auto& item : last) message.parameters.add(item.name, item.value, item.place);
  return message;
}

class AnyMessage : public testing::TestWithParam<Spelling> {};

TEST_P(AnyMessage, GoesThereAndBackAndThereAgain) {
  const auto& row = GetParam();
  const auto address = row.address(Settings{});
  AnyText text;
  for (int round = 0; round < 200; ++round) {
    const auto message = any_message(row.kind, text);
    const auto payload = row.spell(message, address);
    const auto recognised = row.recognise(row.kind, payload, address);
    ASSERT_TRUE(recognised.has_value());
    ASSERT_EQ(*recognised, message.parameters);
    ASSERT_EQ(row.spell({message.kind, *recognised}, address), payload);
  }
}

INSTANTIATE_TEST_SUITE_P(Spellings, AnyMessage, testing::ValuesIn(spellings().begin(), spellings().end()),
                         [](const auto& test) { return std::string(test.param.kind); });

}  // namespace
}  // namespace flowsim::flows::implicit
