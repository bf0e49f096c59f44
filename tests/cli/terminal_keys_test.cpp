// Keys out of bytes, and a line out of keys.
#include "cli/terminal/terminal_keys.hpp"

#include <gmock/gmock.h>

#include "cli/terminal/prompt.hpp"

namespace flowsim::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Key> keys_of(const std::string& bytes) {
  KeyDecoder decoder;
  decoder.take(bytes);
  std::vector<Key> keys;
  while (auto key = decoder.next_at_rest()) keys.push_back(*key);
  return keys;
}

Key character(const std::string& text) { return {KeyName::character, text}; }

TEST(Keys, AreCharactersAndSequences) {
  EXPECT_THAT(keys_of("n\x1b[C\x1bOD\x1b[5~\r\x7f\x03"),
              ElementsAre(character("n"), Key{KeyName::right}, Key{KeyName::left}, Key{KeyName::page_up},
                          Key{KeyName::enter}, Key{KeyName::backspace}, Key{KeyName::interrupt}));
  EXPECT_THAT(keys_of("é漢"), ElementsAre(character("é"), character("漢")));
}

TEST(Keys, WaitForTheRestOfASequence) {
  KeyDecoder decoder;
  for (const char byte : std::string("\x1b[")) {
    decoder.take({&byte, 1});
    EXPECT_FALSE(decoder.next());
    EXPECT_TRUE(decoder.is_waiting());
  }
  decoder.take("A");
  EXPECT_EQ(decoder.next(), Key{KeyName::up});
  decoder.take("\xc3");
  EXPECT_FALSE(decoder.next());
  decoder.take("\xa9");
  EXPECT_EQ(decoder.next(), character("é"));
}

TEST(Keys, TakeALoneEscapeForOneWhenNothingFollows) {
  EXPECT_THAT(keys_of("\x1b"), ElementsAre(Key{KeyName::escape}));
  EXPECT_THAT(keys_of("\x1bq"), ElementsAre(Key{KeyName::escape}, character("q")));
}

TEST(Keys, PassOverWhatIsNone) {
  EXPECT_THAT(keys_of("\x1b[200~\x1b[999;999R\x01\xff\x1b[?1;2c"), IsEmpty());
  EXPECT_THAT(keys_of("\xff"
                      "a"),
              ElementsAre(character("a")));
  EXPECT_THAT(keys_of("\u202E"
                      "a"),
              ElementsAre(character("a")));
  EXPECT_LE(keys_of("\x1b[" + std::string(10'000, '1')).size(), 10'000u);
}

Prompt::Done type(Prompt& prompt, const std::string& bytes) {
  auto done = Prompt::Done::not_yet;
  for (const auto& key : keys_of(bytes)) done = prompt.take(key);
  return done;
}

TEST(Prompt, TakesALine) {
  Prompt prompt("fault ");
  EXPECT_EQ(type(prompt, "dropp\x7f"), Prompt::Done::not_yet);
  EXPECT_EQ(prompt.text(), "fault drop");
  EXPECT_EQ(type(prompt, "\r"), Prompt::Done::entered);
}

TEST(Prompt, ErasesCharactersWordsAndLines) {
  Prompt prompt("aé");
  type(prompt, "\x7f");
  EXPECT_EQ(prompt.text(), "a");
  type(prompt, " bc de \x17");
  EXPECT_EQ(prompt.text(), "a bc ");
  type(prompt, "\x15");
  EXPECT_EQ(prompt.text(), "");
  EXPECT_EQ(type(prompt, "\x7f"), Prompt::Done::given_up);
}

TEST(Prompt, IsGivenUp) {
  for (const auto* key : {"\x1b", "\x03", "\x04"}) {
    Prompt prompt("save ");
    EXPECT_EQ(type(prompt, key), Prompt::Done::given_up);
  }
}

TEST(Prompt, RefusesALineOfWhichItHasTooLittle) {
  Prompt prompt(std::string(longest_command, 'x'));
  EXPECT_EQ(type(prompt, "y\r"), Prompt::Done::too_long);
  EXPECT_EQ(type(prompt, "\x7f\r"), Prompt::Done::entered);
}

TEST(Prompt, ShowsItsEndWhereItIsTooLong) {
  Prompt prompt("0123456789");
  EXPECT_EQ(prompt.shown(20, true), ":0123456789");
  EXPECT_EQ(prompt.shown(5, true), ":6789");
  for (const std::size_t width : {0u, 1u}) EXPECT_EQ(prompt.shown(width, true), ":");
  EXPECT_EQ(Prompt("").shown(0, true), ":");
  EXPECT_EQ(Prompt("a\u6f22\u5b57").shown(4, false), ":\u5b57");
}

}  // namespace
}  // namespace flowsim::cli
