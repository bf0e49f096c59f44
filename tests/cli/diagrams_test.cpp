// flowsim diagrams: a folder comes to show its scenarios, and stays as it is where nothing has changed.
#include "diagrams.hpp"

#include <gmock/gmock.h>

namespace flowsim::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Diagrams : DiagramsTest {};

TEST_F(Diagrams, AreWrittenOnceAndThenCurrent) {
  write("scenarios/bad/wrong-state.yaml", wrong_state);
  const auto first = diagrams();
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(first.err, "");
  EXPECT_EQ(first.out, "14 diagrams: 14 written, 0 current; 4 other files written\n");
  const auto again = diagrams();
  EXPECT_EQ(again.out, "14 diagrams: 0 written, 14 current\n");
  EXPECT_EQ(diagrams({"--check"}).out, "14 diagrams: 14 current\n");
}

TEST_F(Diagrams, AreWhatRunAndStatesPrint) {
  ASSERT_EQ(diagrams().status, 0);
  for (const std::string format : {"plantuml", "svg"}) {
    const std::string extension = format == "svg" ? ".svg" : ".puml";
    const auto run = run_program(
        {.arguments = {"run", "good.yaml", "--format", format}, .input = {}, .folder = folder.path() / "scenarios"});
    EXPECT_EQ(content("diagrams/good" + extension), run.out);
    EXPECT_EQ(content("diagrams/states/okta" + extension), flowsim_run({"states", "okta", "--format", format}).out);
  }
}

TEST_F(Diagrams, AreRewrittenOnlyWhereTheyChange) {
  write("scenarios/bad/wrong-state.yaml", wrong_state);
  ASSERT_EQ(diagrams().status, 0);
  const auto untouched = std::filesystem::last_write_time(folder.path() / "diagrams/good.svg");
  write("scenarios/bad/wrong-state.yaml", "title: Nothing goes wrong any more\n");
  EXPECT_EQ(diagrams().out, "14 diagrams: 2 written, 12 current; 3 other files written\n");
  EXPECT_EQ(std::filesystem::last_write_time(folder.path() / "diagrams/good.svg"), untouched);
}

TEST_F(Diagrams, AreTheSameHoweverTheFoldersAreNamed) {
  ASSERT_EQ(diagrams().status, 0);
  const auto absolute = folder.path().string();
  for (const auto& [scenarios, output] :
       {std::pair{absolute + "/scenarios", absolute + "/diagrams"},
        std::pair{std::string("./scenarios/"), std::string("scenarios/../diagrams/")}}) {
    const auto check = run_program(
        {.arguments = {"diagrams", scenarios, "-o", output, "--check"}, .input = {}, .folder = folder.path()});
    EXPECT_EQ(check.status, 0) << scenarios << "\n" << check.out;
  }
  EXPECT_EQ(content("diagrams/generated.json").find(absolute), std::string::npos);
}

TEST_F(Diagrams, MayBeOfASelectionWhileTheIndexListsTheOthers) {
  write("scenarios/bad/wrong-state.yaml", wrong_state);
  write("selection.txt", "# what we keep\n\ngood.yaml\n");
  ASSERT_EQ(diagrams({"--selection", "selection.txt"}).out,
            "12 diagrams: 12 written, 0 current; 4 other files written\n");
  EXPECT_TRUE(exists("diagrams/good.svg"));
  EXPECT_FALSE(exists("diagrams/bad/wrong-state.svg"));
  EXPECT_THAT(content("diagrams/bad/index.md"),
              AllOf(HasSubstr("| [Wrong state](../../scenarios/bad/wrong-state.yaml) | `response_rejected` | "
                              "`flowsim run scenarios/bad/wrong-state.yaml --format svg -o wrong-state.svg` |\n"),
                    Not(HasSubstr("<img"))));
  EXPECT_EQ(diagrams({"--selection", "selection.txt", "--check"}).status, 0);
  EXPECT_EQ(diagrams({"--check"}).status, 1);
}

TEST_F(Diagrams, RefuseASelectionOfWhatIsNotThere) {
  write("selection.txt", "good.yaml\ngod.yaml\n");
  const auto wrong = diagrams({"--selection", "selection.txt"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.err,
              HasSubstr("selection.txt:2:1: error: there is no scenario 'god.yaml' below scenarios\n  god.yaml\n"
                        "  ^\n  hint: did you mean 'good.yaml'?\n"));
  EXPECT_EQ(diagrams({"--selection", "no-such.txt"}).status, 3);
  EXPECT_FALSE(exists("diagrams"));
}

TEST_F(Diagrams, MayHaveOtherFormatsAndDetails) {
  const auto run = diagrams({"--format", "mermaid", "--format", "mermaid", "--detail", "overview", "-o", "out"});
  EXPECT_EQ(run.out, "6 diagrams: 6 written, 0 current; 3 other files written\n") << run.err;
  EXPECT_THAT(content("out/good.mmd"), HasSubstr("sequenceDiagram"));
  EXPECT_THAT(content("out/states/client.mmd"), HasSubstr("stateDiagram"));
  EXPECT_THAT(content("out/index.md"), AllOf(HasSubstr("[mermaid](good.mmd)"), Not(HasSubstr("<img"))));
  const auto json = diagrams({"--format", "json", "-o", "data"});
  EXPECT_EQ(json.out, "1 diagrams: 1 written, 0 current; 3 other files written\n") << "state machines are no JSON";
}

TEST_F(Diagrams, AreComparedByCheckWhichWritesNothing) {
  const auto nothing_yet = diagrams({"--check"});
  EXPECT_EQ(nothing_yet.status, 1);
  EXPECT_THAT(nothing_yet.out, AllOf(HasSubstr("diagrams/good.puml: missing\n"),
                                     HasSubstr("12 diagrams: 0 current, 12 missing; 3 other files not current\n")));
  EXPECT_FALSE(exists("diagrams"));
  write("scenarios/gone.yaml", good);
  ASSERT_EQ(diagrams().status, 0);
  remove("scenarios/gone.yaml");
  remove("diagrams/good.svg");
  write("diagrams/good.puml", "changed");
  const auto check = diagrams({"--check"});
  EXPECT_EQ(check.status, 1);
  EXPECT_EQ(check.out,
            "diagrams/generated.json: stale\ndiagrams/gone.puml: superfluous\ndiagrams/gone.svg: superfluous\n"
            "diagrams/good.puml: stale\ndiagrams/good.svg: missing\ndiagrams/index.md: stale\n"
            "12 diagrams: 10 current, 1 stale, 1 missing; 2 other files not current; 2 files superfluous\n");
  EXPECT_EQ(content("diagrams/good.puml"), "changed");
  EXPECT_TRUE(exists("diagrams/gone.svg"));
}

TEST_F(Diagrams, AreRemovedWithTheirScenarioUnlessSomebodyChangedThem) {
  write("scenarios/old/gone.yaml", good);
  write("diagrams/old/notes.txt", "by hand");
  ASSERT_EQ(diagrams().status, 0);
  remove("scenarios/old");
  write("diagrams/old/gone.svg", "changed by hand");
  const auto run = diagrams();
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "12 diagrams: 0 written, 12 current; 2 other files written; 2 files removed\n");
  EXPECT_EQ(run.err, "flowsim: diagrams/old/gone.svg is no longer generated, but was changed since; it stays\n");
  EXPECT_EQ(content("diagrams/old/gone.svg") + content("diagrams/old/notes.txt"), "changed by handby hand");
  EXPECT_FALSE(exists("diagrams/old/gone.puml"));
  EXPECT_EQ(diagrams({"--check"}).status, 0);
}

TEST_F(Diagrams, NeverReplaceAFileThatFlowsimHasNotWritten) {
  write("diagrams/index.md", "# By hand\n");
  const auto run = diagrams();
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "flowsim: diagrams/index.md is there already, and flowsim has not written it\n"
            "  hint: move it away, or name another folder with -o\n");
  EXPECT_EQ(content("diagrams/index.md"), "# By hand\n");
  EXPECT_FALSE(exists("diagrams/good.svg"));
  EXPECT_THAT(diagrams({"--check"}).out, HasSubstr("diagrams/index.md: stale, and not written by flowsim\n"));
}

TEST_F(Diagrams, AreNotWrittenWhereAScenarioIsWrong) {
  write("scenarios/invalid.yaml", "titel: x\n");
  const auto invalid = diagrams();
  EXPECT_EQ(invalid.status, 2);
  EXPECT_THAT(invalid.err,
              AllOf(HasSubstr("scenarios/invalid.yaml:1:1: error: "), HasSubstr("no diagram was written")));
  remove("scenarios/invalid.yaml");
  write("scenarios/unmet.yaml", "title: x\nexpect: {outcome: timed_out}\n");
  for (const auto& arguments : {std::vector<std::string>{}, {"--check"}}) {
    const auto unmet = diagrams(arguments);
    EXPECT_EQ(unmet.status, 1);
    EXPECT_THAT(unmet.err, StartsWith("scenarios/unmet.yaml: expected outcome timed_out, came resource_served\n"));
  }
  EXPECT_FALSE(exists("diagrams"));
}

TEST_F(Diagrams, AreRefusedWhereTwoHaveOnePlace) {
  write("scenarios/good.yml", good);
  const auto twins = diagrams();
  EXPECT_EQ(twins.status, 2);
  EXPECT_THAT(twins.err, HasSubstr("scenarios/good.yaml as plantuml and scenarios/good.yml as plantuml would both be "
                                   "written to diagrams/good.puml"));
  remove("scenarios/good.yml");
  const auto formats = diagrams({"--format", "svg", "--render", "svg", "--check"});
  EXPECT_EQ(formats.status, 2);
  EXPECT_THAT(formats.err, HasSubstr("as svg and scenarios/good.yaml as svg by PlantUML would both be written"));
  write("scenarios/states/client.yaml", good);
  EXPECT_THAT(diagrams().err, HasSubstr("scenarios/states/client.yaml stands where the state machines are drawn"));
  EXPECT_FALSE(exists("diagrams"));
}

TEST_F(Diagrams, NeedFoldersAndFormatsThatFit) {
  const auto no_folder = flowsim_run({"diagrams", "scenarios/happy-path.yaml"});
  EXPECT_EQ(no_folder.status, 2);
  EXPECT_THAT(no_folder.err, HasSubstr("scenarios/happy-path.yaml is no folder"));
  write("file", "");
  EXPECT_THAT(diagrams({"-o", "file"}).err, HasSubstr("-o file is a file"));
  EXPECT_EQ(diagrams({"--format", "plantulm"}).status, 2);
  write("diagrams/generated.json", "<<<<<<< ours\n");
  const auto no_list = diagrams();
  EXPECT_EQ(no_list.status, 3);
  EXPECT_THAT(no_list.err, HasSubstr("diagrams/generated.json is not the list of generated files"));
}

TEST_F(Diagrams, AreSaidToBeUnwritableWhereTheyAre) {
  ASSERT_EQ(diagrams().status, 0);
  remove("diagrams/states");
  write("diagrams/states", "a file where a folder should be");
  const auto run = diagrams();
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, StartsWith("flowsim: diagrams/states/app.puml: "));
}

TEST_F(Diagrams, StandInAnIndexThatLeadsToEachFolder) {
  write("scenarios/bad/very/wrong state.yaml", wrong_state);
  ASSERT_EQ(diagrams().status, 0);
  EXPECT_THAT(
      content("diagrams/index.md"),
      AllOf(HasSubstr("| [bad/very](bad/very/index.md) | 1 scenario | `response_rejected` 1 |"),
            HasSubstr("| [states](states/index.md) | 5 state machines |"), HasSubstr("## Good <a id=\"good\"></a>\n"),
            HasSubstr("Teaches: That it goes well\n"), HasSubstr("Ends with `resource_served`. "),
            HasSubstr("src=\"good.svg\">"), HasSubstr("[scenario good.yaml](../scenarios/good.yaml)")));
  EXPECT_THAT(content("diagrams/bad/very/index.md"),
              AllOf(HasSubstr("[All diagrams](../../index.md) · 1 scenario\n"),
                    HasSubstr("| [Wrong state](#wrong-state) | `response_rejected` |"),
                    HasSubstr("## Wrong state <a id=\"wrong-state\"></a>\n"), HasSubstr("src=\"wrong%20state.svg\">"),
                    HasSubstr("](../../../scenarios/bad/very/wrong%20state.yaml)")));
  EXPECT_THAT(content("diagrams/states/index.md"),
              AllOf(HasSubstr("## States: Client <a id=\"client\"></a>\n"), HasSubstr("src=\"client.svg\">"),
                    HasSubstr("[plantuml](okta.puml)")));
}

TEST_F(Diagrams, ShowHostileTitlesLiterallyInTheirIndex) {
  write("scenarios/a)<b> \"c|.yaml",
        "title: '<script>alert(1)</script> [x](javascript:y) `|` \"> $z$ https://evil.example www.evil.example'\n"
        "teaches: '# no heading <!-- --> **bold** &lt; ![](x)'\n");
  ASSERT_EQ(diagrams().status, 0);
  const auto page = content("diagrams/index.md");
  EXPECT_THAT(page, HasSubstr("\n## \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:y) \\`\\|\\` \"\\> \\$z\\$ "
                              "https\\://evil.example www\\.evil.example <a id=\"a--b---c-\"></a>\n"));
  EXPECT_THAT(page, HasSubstr("\nTeaches: # no heading \\<!-- --\\> \\*\\*bold\\*\\* \\&lt; !\\[\\](x)\n"));
  EXPECT_THAT(page,
              HasSubstr("\n<img loading=\"lazy\" alt=\"Sequence diagram &quot;&lt;script&gt;alert(1)&lt;/script&gt; "
                        "[x](javascript:y) `|` &quot;&gt; $z$"));
  EXPECT_THAT(page, HasSubstr("src=\"a%29%3Cb%3E%20%22c%7C.svg\">"));
}

}  // namespace
}  // namespace flowsim::cli
