// Headers are found by name, and statuses have their phrases.
#include "wire/http.hpp"

#include <gtest/gtest.h>

namespace flowsim::wire {
namespace {

TEST(Header, IsFoundWithoutRegardToCase) {
  const Parameters headers{{"Location", "https://a.example/"}, {"Set-Cookie", "a=1"}, {"set-cookie", "b=2"}, {"X", ""}};
  EXPECT_EQ(header(headers, "location"), "https://a.example/");
  EXPECT_EQ(header(headers, "LOCATION"), "https://a.example/");
  EXPECT_EQ(header(headers, "SET-COOKIE"), "a=1");
  EXPECT_EQ(header(headers, "x"), "");
  EXPECT_EQ(header(headers, "Locatio"), std::nullopt);
  EXPECT_EQ(header(headers, ""), std::nullopt);
}

TEST(ReasonPhrase, FollowsFromTheStatus) {
  struct Row {
    int status;
    std::string_view phrase;
  };
  for (const auto& [status, phrase] : {
           Row{200, "OK"},
           Row{204, "No Content"},
           Row{301, "Moved Permanently"},
           Row{302, "Found"},
           Row{303, "See Other"},
           Row{307, "Temporary Redirect"},
           Row{308, "Permanent Redirect"},
           Row{400, "Bad Request"},
           Row{401, "Unauthorized"},
           Row{403, "Forbidden"},
           Row{404, "Not Found"},
           Row{405, "Method Not Allowed"},
           Row{429, "Too Many Requests"},
           Row{500, "Internal Server Error"},
           Row{502, "Bad Gateway"},
           Row{503, "Service Unavailable"},
           Row{504, "Gateway Timeout"},
       })
    EXPECT_EQ(reason_phrase(status), phrase);
}

TEST(ReasonPhrase, IsEmptyForOtherStatuses) {
  for (const int status : {0, -1, 100, 299, 418, 1000}) EXPECT_EQ(reason_phrase(status), "");
}

}  // namespace
}  // namespace flowsim::wire
