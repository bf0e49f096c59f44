// The catalogue is found by ids and keeps the order of its files; what is wrong in a file is said with its place.
#include "words/catalogue.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "words/data_file.hpp"

namespace flowsim::words {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Catalogue, FindsEverySentenceByItsId) {
  std::string_view before;
  for (const auto& sentence : sentences()) {
    EXPECT_LT(before, sentence.id);
    before = sentence.id;
    EXPECT_FALSE(sentence.text.empty()) << sentence.id;
    const auto found = entry_of(sentence.id);
    ASSERT_TRUE(found) << sentence.id;
    EXPECT_EQ(found->text, sentence.text);
    EXPECT_EQ(sentence_of(sentence.id).data(), sentence.text.data());
    EXPECT_THAT(sentence.values(), IsEmpty());
  }
  EXPECT_GT(sentences().size(), 2000U);
}

TEST(Catalogue, HasNothingUnderOtherIdsAndInOtherLanguages) {
  for (const auto* id : {"", "no.such.entry", "zzz", "found.", "found.absent.x"}) EXPECT_FALSE(entry_of(id)) << id;
  EXPECT_EQ(sentence_of("checks.state_matches"), "") << "a map is no sentence";
  EXPECT_EQ(sentence_of("no.such.entry"), "");
  EXPECT_THAT(entries_of("found.absent"), IsEmpty());
  EXPECT_FALSE(entry_of("found.absent", "xx"));
  EXPECT_THAT(sentences("xx"), IsEmpty());
  EXPECT_THAT(languages(), ElementsAre(default_language));
}

TEST(Catalogue, KeepsTheOrderOfTheFile) {
  const auto fields = entries_of("checks.state_matches");
  std::vector<std::string_view> names;
  for (const auto& field : fields) names.push_back(field.name());
  EXPECT_THAT(names, ElementsAre("rule", "protects", "cause", "fix"));
  const auto check = entry_of("checks.state_matches");
  ASSERT_TRUE(check);
  EXPECT_EQ((*check)["fix"], sentence_of("checks", "state_matches", "fix"));
  EXPECT_EQ((*check)["no_such_field"], "");
  const auto groups = entries_of("threats");
  EXPECT_FALSE(std::ranges::is_sorted(groups, {}, &Entry::id));
  const auto causes = entries_of("error_texts.0.causes");
  ASSERT_GT(causes.size(), 1U);
  EXPECT_EQ(causes[1].name(), "1");
  EXPECT_NE(causes[1]["because"], "");
}

/// The file as the generator reads it.
DataNode read(std::string_view text, Diagnostics& diagnostics) {
  DataNode root;
  read_data_file(text, "en/x.yaml", root, diagnostics);
  return root;
}

TEST(DataFile, IsReadInItsOrder) {
  Diagnostics diagnostics;
  const auto root =
      read("b:\n  z: &one First\n  a: [Second, {c: \"{0} {name} {*:or} {0:moment 1}\"}]\na: *one\n", diagnostics);
  EXPECT_THAT(diagnostics, IsEmpty());
  ASSERT_EQ(root.values.size(), 2U);
  const auto& b = root.values[0];
  EXPECT_EQ(b.name, "b");
  ASSERT_EQ(b.values.size(), 2U);
  EXPECT_EQ(b.values[0].name, "z");
  EXPECT_EQ(b.values[0].text, "First");
  EXPECT_EQ(b.values[1].values[0].name, "0");
  EXPECT_EQ(b.values[1].values[1].values[0].text, "{0} {name} {*:or} {0:moment 1}");
  EXPECT_EQ(root.values[1].text, "First");
}

TEST(DataFile, AddsToMapsOfOtherFilesButNotToSentences) {
  Diagnostics diagnostics;
  auto root = read("a:\n  one: 1\n", diagnostics);
  read_data_file("a:\n  two: 2\n", "en/y.yaml", root, diagnostics);
  EXPECT_THAT(diagnostics, IsEmpty());
  EXPECT_EQ(root.values.at(0).values.size(), 2U);
  read_data_file("a:\n  three: 3\n  one: 4\n", "en/y.yaml", root, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, "\"one\" stands in another file, too");
  EXPECT_EQ(diagnostics[0].position, (SourcePosition{3, 3}));
}

struct Wrong {
  std::string_view file;
  SourcePosition position;
  std::string_view message;
};

class WrongDataFile : public testing::TestWithParam<Wrong> {};

TEST_P(WrongDataFile, IsRefusedWithItsPlace) {
  Diagnostics diagnostics;
  read(GetParam().file, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].file, "en/x.yaml");
  EXPECT_EQ(diagnostics[0].position, GetParam().position);
  EXPECT_THAT(diagnostics[0].message, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(Words, WrongDataFile,
                         testing::Values(Wrong{"a:\n  b: x\n  c: y\n  b: z\n", {4, 3}, "\"b\" stands twice"},
                                         Wrong{"a:\n  b:\n", {2, 3}, "\"b\" says nothing"},
                                         Wrong{"a:\n  b: \"\"\n", {2, 3}, "\"b\" says nothing"},
                                         Wrong{"a: []\n", {1, 1}, "\"a\" says nothing"},
                                         Wrong{"a:\n  - b: x\n  - b:\n", {3, 5}, "\"b\" says nothing"},
                                         Wrong{"a.b: x\n", {1, 1}, "\"a.b\" is no key"},
                                         Wrong{"? [a]\n: x\n", {1, 3}, "is no key"},
                                         Wrong{"just a sentence\n", {1, 1}, "no map of sentences"},
                                         Wrong{"a: \"x {0\"\n", {1, 4}, "\"{\" without its other brace"},
                                         Wrong{"a: \"x 0}\"\n", {1, 4}, "\"}\" without its other brace"},
                                         Wrong{"a: \"{}\"\n", {1, 4}, "no placeholder: {}"},
                                         Wrong{"a: \"{0:valu}\"\n", {1, 4}, "no placeholder: {0:valu}"},
                                         Wrong{"a: \"{0:moment}\"\n", {1, 4}, "no placeholder: {0:moment}"},
                                         Wrong{"a: \"{0:value 1}\"\n", {1, 4}, "no placeholder: {0:value 1}"},
                                         Wrong{"a: |\n  x\n  y\n", {1, 4}, "a line break"},
                                         Wrong{"a: x\nb: \u00e4\xff\n", {2, 5}, "not UTF-8"},
                                         Wrong{"a: x: y\n", {1, 5}, "illegal map value"}));

}  // namespace
}  // namespace flowsim::words
