// base64url by the standard's examples, and the texts it must refuse.
#include "oauth/base64url.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace flowsim::oauth {
namespace {

using namespace std::string_literals;

// RFC 4648 §10 without its padding; the last rows need the two letters that differ from ordinary base64.
const std::vector<std::pair<std::string, std::string>> pairs{{"", ""},
                                                             {"f", "Zg"},
                                                             {"fo", "Zm8"},
                                                             {"foo", "Zm9v"},
                                                             {"foob", "Zm9vYg"},
                                                             {"fooba", "Zm9vYmE"},
                                                             {"foobar", "Zm9vYmFy"},
                                                             {"\xfb\xff", "-_8"},
                                                             {"\0\0\0"s, "AAAA"},
                                                             {"\xff\xff\xff", "____"}};

TEST(Base64url, EncodesTheStandardsExamples) {
  for (const auto& [bytes, text] : pairs) EXPECT_EQ(base64url_encode(bytes), text);
}

TEST(Base64url, DecodesTheStandardsExamples) {
  for (const auto& [bytes, text] : pairs) EXPECT_EQ(base64url_decode(text), bytes);
}

TEST(Base64url, KeepsEveryByteOfEveryLength) {
  std::string bytes;
  for (int value = 0; value < 256; ++value) {
    EXPECT_EQ(base64url_decode(base64url_encode(bytes)), bytes);
    bytes.push_back(static_cast<char>(value));
  }
}

TEST(Base64url, RefusesWhatCouldBeWrittenOtherwise) {
  for (const auto& text : {"Zg=="s, "Zm8="s, "="s,                         // padding
                           "+/8"s, "Zm 8"s, "Zm8\n"s, "\nZm8"s, "Zm8\0"s,  // another alphabet
                           "Z\xc3\xa9"s, "Zm9v.Zm9v"s,                     //
                           "Z"s, "Zm9vY"s,                                 // an impossible length
                           "Zh"s, "Zm9"s, "-_9"s})                         // stray bits
    EXPECT_EQ(base64url_decode(text), std::nullopt) << text;
}

}  // namespace
}  // namespace flowsim::oauth
