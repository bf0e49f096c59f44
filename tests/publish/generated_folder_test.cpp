// A generated folder comes to hold what it should, and nothing that is not its own is touched.
#include "publish/generated_folder.hpp"

#include <gmock/gmock.h>

#include "publish/digest.hpp"
#include "temporary_folder.hpp"

namespace flowsim::publish {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

using Files = std::map<std::string, std::string>;
using Standings = std::vector<std::pair<std::string, Standing>>;

struct AGeneratedFolder : InAFolder {
  GeneratedFolder expecting(const Files& files) const {
    auto opened = GeneratedFolder::open(folder.string());
    auto generated = std::get<GeneratedFolder>(std::move(opened));
    for (const auto& [path, content] : files) generated.expect(path, content);
    return generated;
  }
  void generate(const Files& files) const { EXPECT_EQ(expecting(files).write(), std::nullopt); }
  Standings standings(const Files& files) const { return expecting(files).standings(); }
};

TEST(Digest, IsSha256) {
  EXPECT_EQ(digest_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(AGeneratedFolder, ComesToHoldWhatItShould) {
  const Files files{{"a.txt", "one"}, {"b/c.txt", "two"}};
  EXPECT_THAT(standings(files), ElementsAre(Pair("a.txt", Standing::missing), Pair("b/c.txt", Standing::missing),
                                            Pair("generated.json", Standing::missing)));
  generate(files);
  EXPECT_EQ(content_of("b/c.txt"), "two");
  EXPECT_THAT(standings(files), ElementsAre(Pair("a.txt", Standing::current), Pair("b/c.txt", Standing::current),
                                            Pair("generated.json", Standing::current)));
}

TEST_F(AGeneratedFolder, FindsWhatIsStaleMissingAndSuperfluous) {
  generate({{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}, {"e", "5"}});
  write("b", "changed");
  write("d", "changed");
  std::filesystem::remove(folder / "e");
  EXPECT_THAT(
      standings({{"a", "1"}, {"b", "2"}, {"e", "5"}}),
      ElementsAre(Pair("a", Standing::current), Pair("b", Standing::stale), Pair("c", Standing::superfluous),
                  Pair("d", Standing::changed), Pair("e", Standing::missing), Pair("generated.json", Standing::stale)));
}

TEST_F(AGeneratedFolder, RemovesOnlyWhatItHasWrittenItself) {
  generate({{"deep/er/a", "1"}, {"b", "2"}, {"c", "3"}});
  write("b", "by hand");
  write("foreign", "by hand");
  generate({{"c", "3"}});
  EXPECT_FALSE(std::filesystem::exists(folder / "deep"));
  EXPECT_EQ(content_of("b"), "by hand");
  EXPECT_EQ(content_of("foreign"), "by hand");
  EXPECT_EQ(content_of("c"), "3");
  EXPECT_THAT(content_of("generated.json"), Not(HasSubstr("\"b\"")));
}

TEST_F(AGeneratedFolder, LeavesAloneWhatIsInItsPlace) {
  write("a", "by hand");
  const auto generated = expecting({{"a", "1"}, {"b", "2"}});
  EXPECT_THAT(generated.standings(), Contains(Pair("a", Standing::foreign)));
  EXPECT_EQ(generated.write(), std::nullopt);
  EXPECT_EQ(content_of("a"), "by hand");
  EXPECT_THAT(content_of("generated.json"), Not(HasSubstr("\"a\"")));
}

TEST_F(AGeneratedFolder, TakesAFileThatIsAlreadyAsItShouldBe) {
  write("a", "1");
  EXPECT_THAT(standings({{"a", "1"}}), Contains(Pair("a", Standing::current)));
  generate({{"a", "1"}});
  EXPECT_THAT(standings({}), Contains(Pair("a", Standing::superfluous)));
}

TEST_F(AGeneratedFolder, DoesNotFollowLinksToRemoveAFile) {
  generate({{"in/a", "1"}});
  std::filesystem::rename(folder / "in", folder / "elsewhere");
  std::filesystem::create_directory_symlink(folder / "elsewhere", folder / "in");
  generate({{"b", "2"}});
  EXPECT_EQ(content_of("elsewhere/a"), "1");
}

TEST_F(AGeneratedFolder, DoesNotFollowLinksToWriteAFile) {
  generate({{"a", "1"}, {"in/b", "1"}});
  std::filesystem::create_directory(folder / "elsewhere");
  for (const auto* name : {"a", "in/b"}) std::filesystem::remove(folder / name);
  std::filesystem::remove(folder / "in");
  write("elsewhere/a", "by hand");
  std::filesystem::create_symlink(folder / "elsewhere/a", folder / "a");
  std::filesystem::create_directory_symlink(folder / "elsewhere", folder / "in");
  const Files files{{"a", "2"}, {"in/b", "2"}};
  EXPECT_THAT(standings(files), Contains(Pair("a", Standing::foreign)));
  EXPECT_THAT(standings(files), Contains(Pair("in/b", Standing::foreign)));
  generate(files);
  EXPECT_EQ(content_of("elsewhere/a"), "by hand");
  EXPECT_FALSE(std::filesystem::exists(folder / "elsewhere/b"));
}

TEST_F(AGeneratedFolder, GoesOnWhereItWasInterrupted) {
  const Files files{{"a", "2"}, {"blocked/z", "3"}};
  generate({{"a", "1"}, {"gone", "0"}});
  write("blocked", "a file where a folder should be");
  EXPECT_THAT(expecting(files).write(), testing::Optional(HasSubstr("blocked/z: ")));
  EXPECT_EQ(content_of("a") + content_of("gone"), "20") << "half of it was done";
  std::filesystem::remove(folder / "blocked");
  generate(files);
  EXPECT_EQ(content_of("a") + content_of("blocked/z"), "23");
  EXPECT_FALSE(std::filesystem::exists(folder / "gone"));
}

TEST_F(AGeneratedFolder, RemembersFromWhatAPictureWasRendered) {
  const Origin first{"source-1", "renderer 1"};
  auto generated = expecting({});
  EXPECT_EQ(generated.expect_rendering("p", first), Standing::missing);
  generated.expect("p", "picture", first);
  EXPECT_EQ(generated.write(), std::nullopt);
  EXPECT_EQ(expecting({}).expect_rendering("p", first), Standing::current);
  EXPECT_EQ(expecting({}).expect_rendering("p", {"source-1", ""}), Standing::current) << "by any renderer";
  EXPECT_EQ(expecting({}).expect_rendering("p", {"source-1", "renderer 2"}), Standing::stale);
  EXPECT_EQ(expecting({}).expect_rendering("p", {"source-2", "renderer 1"}), Standing::stale);
  write("p", "another");
  EXPECT_EQ(expecting({}).expect_rendering("p", first), Standing::stale);
  write("q", "by hand");
  EXPECT_EQ(expecting({}).expect_rendering("q", first), Standing::foreign);
}

TEST_F(AGeneratedFolder, RefusesAListThatLeadsOutOfTheFolder) {
  for (const auto* path : {"../x", "/etc/passwd", "a/../../x", "./x", "", "a/"}) {
    write("generated.json", std::string("{\"files\": {\"") + path + "\": {\"sha256\": \"\"}}}");
    EXPECT_TRUE(std::holds_alternative<std::string>(GeneratedFolder::open(folder.string()))) << path;
  }
}

TEST_F(AGeneratedFolder, RefusesAFileOfTheListsNameThatIsNoList) {
  for (const auto* text : {"", "[]", "{}", "{\"files\": []}", "{\"files\": {\"a\": 1}}", "<<<<<<< ours"}) {
    write("generated.json", text);
    EXPECT_TRUE(std::holds_alternative<std::string>(GeneratedFolder::open(folder.string()))) << text;
  }
}

TEST_F(AGeneratedFolder, KeepsAnyNameInItsList) {
  const std::string name = "q\"uote \\ <b> \n ü.txt";
  generate({{name, "1"}});
  EXPECT_THAT(standings({{name, "1"}}), Contains(Pair(name, Standing::current)));
}

TEST_F(AGeneratedFolder, NeedNotExist) {
  std::filesystem::remove(folder);
  EXPECT_THAT(expecting({}).standings(), ElementsAre(Pair("generated.json", Standing::missing)));
  EXPECT_THAT(std::filesystem::exists(folder), false);
}

}  // namespace
}  // namespace flowsim::publish
