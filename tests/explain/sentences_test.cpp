// Every id has its sentences, and every sentence an id that something uses.
#include <fmt/core.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "base/file.hpp"
#include "faults/registry.hpp"
#include "flows/implicit/states.hpp"
#include "oauth/checks.hpp"
#include "oauth/error_codes.hpp"
#include "oauth/interactions.hpp"
#include "oauth/misbehaviour.hpp"
#include "trace/outcome.hpp"
#include "trace/property.hpp"
#include "words/catalogue.hpp"

namespace flowsim::explain {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

using Ids = std::set<std::string>;

/// The sentences below that id.
Ids sentences_below(const std::string& id) {
  Ids ids;
  for (const auto& sentence : sentences())
    if (sentence.id.starts_with(id + ".")) ids.emplace(sentence.id);
  return ids;
}

/// What stands in one set and not in the other.
std::string difference(const Ids& expected, const Ids& found) {
  std::string text;
  for (const auto& id : expected)
    if (!found.contains(id)) text += "no sentence: " + id + "\n";
  for (const auto& id : found)
    if (!expected.contains(id)) text += "nothing uses: " + id + "\n";
  return text;
}

TEST(Sentences, AreThereForEveryCheckAndForNothingElse) {
  Ids expected;
  for (const auto& check : all_checks())
    for (const auto* field : {"rule", "protects", "cause", "fix"})
      expected.insert("checks." + std::string(check.name) + "." + field);
  EXPECT_EQ(difference(expected, sentences_below("checks")), "");
}

TEST(Sentences, OfChecksAreClausesInTheOrderOfTheCheckTable) {
  std::vector<std::string_view> names, checks;
  for (const auto& entry : entries_of("checks")) names.push_back(entry.name());
  for (const auto& check : all_checks()) checks.push_back(check.name);
  EXPECT_EQ(names, checks);
  for (const auto& id : sentences_below("checks")) {
    const std::string text(sentence_of(id));
    EXPECT_GT(text.size(), 10U) << id;
    EXPECT_THAT(text, AllOf(Not(EndsWith(".")), Not(HasSubstr("  ")), Not(HasSubstr("..")))) << id;
  }
}

/// The fields of the rows of a list or a map are those, all of them or some.
void expect_fields(const std::vector<Entry>& rows, const Ids& needed, const Ids& possible) {
  for (const auto& row : rows) {
    Ids fields;
    for (const auto& field : row.values()) fields.emplace(field.name());
    EXPECT_TRUE(std::ranges::includes(fields, needed)) << row.id << " lacks a field";
    EXPECT_TRUE(std::ranges::includes(possible, fields)) << row.id << " has a field that nobody reads";
  }
}

TEST(Sentences, OfErrorTextsThreatsAndParametersStandInFieldsThatAreRead) {
  const auto texts = entries_of("error_texts");
  expect_fields(texts, {"text", "said_by", "source", "meaning", "clause", "reaction", "causes"},
                {"text", "said_by", "source", "error", "meaning", "clause", "reaction", "causes", "no_run"});
  for (const auto& text : texts)
    expect_fields(entries_of(std::string(text.id) + ".causes"), {"because", "ends_with", "scenario"},
                  {"because", "ends_with", "scenario"});
  for (const auto& place : entries_of("parameters")) {
    expect_fields({place}, {"where", "names"}, {"where", "names"});
    expect_fields(entries_of(std::string(place.id) + ".names"), {"meaning", "clause"}, {"meaning", "clause"});
  }
  const auto groups = entries_of("threats");
  expect_fields(groups, {"title", "threats"}, {"title", "threats"});
  for (const auto& group : groups)
    expect_fields(entries_of(std::string(group.id) + ".threats"),
                  {"interaction", "attack", "stopped_by", "with_pkce", "clause"},
                  {"interaction", "attack", "stopped_by", "with_pkce", "clause", "not_modelled"});
}

TEST(Sentences, AreThereForEveryErrorCodeOutcomeAndProperty) {
  Ids errors, outcomes_, properties_;
  for (const auto& code : error_codes())
    for (const auto* field : {"meaning", "reaction"})
      errors.insert(fmt::format("errors.{}.{}.{}", name_of(code.channel), code.name, field));
  for (const auto* field : {"meaning", "lesson"}) {
    for (const auto& row : outcomes()) outcomes_.insert(fmt::format("outcomes.{}.{}", row.name, field));
    for (const auto& row : properties()) properties_.insert(fmt::format("properties.{}.{}", row.name, field));
  }
  EXPECT_EQ(difference(errors, sentences_below("errors")), "");
  EXPECT_EQ(difference(outcomes_, sentences_below("outcomes")), "");
  EXPECT_EQ(difference(properties_, sentences_below("properties")), "");
}

TEST(Sentences, AreThereForEveryVerbItsArgumentsMessagesAndParticipants) {
  Ids faults, participants, interactions_, misbehaviours_,
      messages{"messages.other.sentence", "messages.authentication_prompt_again.sentence",
               "messages.authentication_prompt_again.caption"};
  for (const auto& verb : fault_verbs()) {
    for (const auto* field : {"effect", "reason"}) faults.insert(fmt::format("faults.{}.{}", verb.name, field));
    for (const auto& argument : verb.arguments)
      faults.insert(fmt::format("faults.{}.arguments.{}", verb.name, argument.name));
  }
  for (const auto& kind : message_kinds())
    for (const auto* field : {"caption", "sentence"}) messages.insert(fmt::format("messages.{}.{}", kind.name, field));
  for (const auto& row : misbehaviours()) misbehaviours_.insert(fmt::format("misbehaviours.{}", row.name));
  for (const auto& row : interactions()) interactions_.insert(fmt::format("interactions.{}", row.name));
  for (const auto participant : all_participants)
    for (const auto* field : {"name", "role"})
      participants.insert(fmt::format("participants.{}.{}", name_of(participant), field));
  EXPECT_EQ(difference(faults, sentences_below("faults")), "");
  EXPECT_EQ(difference(messages, sentences_below("messages")), "");
  EXPECT_EQ(difference(participants, sentences_below("participants")), "");
  EXPECT_EQ(difference(misbehaviours_, sentences_below("misbehaviours")), "");
  EXPECT_EQ(difference(interactions_, sentences_below("interactions")), "");
}

TEST(Sentences, AreThereForEveryStateAndForNothingElse) {
  Ids states;
  for (const auto& row : flows::implicit::actor_states())
    states.insert(fmt::format("states.{}.{}", name_of(row.actor), row.state));
  EXPECT_EQ(difference(states, sentences_below("states")), "");
}

// `{0:who}` in a sentence says the sentence `who.` and the value; such a table is named in the sentences only.
TEST(Sentences, SayWordsOfTablesThatAreThere) {
  for (const std::string table : {"who", "secrets"}) {
    EXPECT_FALSE(sentences_below(table).empty());
    EXPECT_TRUE(std::ranges::any_of(sentences(), [&](const auto& sentence) {
      return sentence.text.find(":" + table + "}") != std::string_view::npos;
    })) << table;
  }
}

TEST(Sentences, OfTablesEndInNoFullStopAndSayDifferentThings) {
  for (const std::string table : {"errors", "outcomes", "properties", "faults", "messages", "misbehaviours", "states"})
    for (const auto& id : sentences_below(table)) EXPECT_FALSE(sentence_of(id).ends_with('.')) << id;
  std::set<std::string_view> meanings;
  for (const auto& row : outcomes()) {
    const auto meaning = sentence_of("outcomes", row.name, "meaning");
    EXPECT_GT(meaning.size(), 20U) << row.name;
    EXPECT_TRUE(meanings.insert(meaning).second) << row.name;
  }
}

/// The ids in string literals of the program that begin with one of these words.
Ids ids_in_sources(const std::string& first_words) {
  const std::regex literal("\"((" + first_words + ")(\\.[A-Za-z0-9_-]+)+)\"");
  Ids ids;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(FLOWSIM_SOURCE_DIR "/src")) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    const auto file = read_file(entry.path().string(), 1U << 20U);
    const auto& text = std::get<std::string>(file);
    for (std::sregex_iterator found(text.begin(), text.end(), literal), end; found != end; ++found)
      ids.insert((*found)[1]);
  }
  return ids;
}

TEST(Sentences, ThatCodeNamesAreThereAndThereAreNoOthers) {
  const Ids tables{"checks",     "misbehaviours", "interactions", "error_texts", "errors",
                   "faults",     "messages",      "outcomes",     "parameters",  "participants",
                   "properties", "secrets",       "states",       "threats",     "who"};
  std::string first_words;
  Ids found;
  for (const auto& sentence : sentences()) {
    const std::string first(sentence.id.substr(0, sentence.id.find('.')));
    if (tables.contains(first)) continue;
    if (first_words.empty() || !first_words.ends_with(first)) first_words += (first_words.empty() ? "" : "|") + first;
    found.emplace(sentence.id);
  }
  EXPECT_THAT(first_words, HasSubstr("advice|"));
  EXPECT_EQ(difference(ids_in_sources(first_words), found), "");
}

}  // namespace
}  // namespace flowsim::explain
