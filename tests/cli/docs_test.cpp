// Pages with marked blocks: filled, compared, and otherwise left alone to the last byte.
#include <gmock/gmock.h>

#include <algorithm>

#include "emit/message_sentences.hpp"
#include "oauth/interactions.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::filesystem::path repository = FLOWSIM_SOURCE_DIR;
const std::string steps = "<!-- flowsim: run happy.yaml --format markdown --detail overview -->\n";
const std::string end = "<!-- /flowsim -->\n";

struct Docs : testing::Test {
  Docs() { folder.write("happy.yaml", "title: Happy\n"); }

  Finished run(std::vector<std::string> arguments, std::string input = {}) const {
    arguments.insert(arguments.begin(), "docs");
    return run_program({.arguments = std::move(arguments), .input = std::move(input), .folder = folder.path()});
  }

  std::string text(const std::string& name) const { return content_of(folder.path() / name); }

  /// The page with its blocks filled.
  std::string written(const std::string& page) const {
    folder.write("page.md", page);
    const auto run_of_it = run({"write", "page.md"});
    EXPECT_EQ(run_of_it.status, 0) << run_of_it.err;
    return text("page.md");
  }

  /// Checks a page that has this text.
  Finished checked(const std::string& page) const {
    folder.write("page.md", page);
    const auto run_of_it = run({"check", "page.md"});
    EXPECT_EQ(text("page.md"), page);
    return run_of_it;
  }

  const TemporaryFolder folder;
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

TEST(OurPages, AreUpToDate) {
  std::vector<std::string> arguments{"docs", "check", "README.md"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(repository / "docs"))
    if (entry.path().extension() == ".md")
      arguments.push_back(std::filesystem::relative(entry.path(), repository).generic_string());
  std::ranges::sort(arguments.begin() + 2, arguments.end());
  EXPECT_GE(arguments.size(), 6u);
  const auto run = flowsim_run(arguments);
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("docs/implicit-flow.md: is up to date, 5 blocks"));
}

TEST(OurPages, TellTheSixStepsOfTheFlow) {
  const auto page = content_of(repository / "docs/implicit-flow.md");
  std::size_t last = 0;
  for (const auto* step :
       {"\n1. **Access token request to /authorize.**", "\n2. **302 redirect to authentication prompt.**",
        "\n3. **Authentication & consent.**", "\n4. **Access token response.**", "\n5. **Request with access token.**",
        "\n6. **Response.**"}) {
    const auto at = page.find(step);
    ASSERT_NE(at, std::string::npos) << step;
    EXPECT_GT(at, last);
    last = at;
  }
  EXPECT_THAT(page,
              AllOf(HasSubstr("](pictures/implicit-flow.svg)"), HasSubstr("<!-- Source of the diagram (plantuml):"),
                    HasSubstr("\nokta -> client: Access token response\n")));
}

TEST(Steps, HaveASentenceForEveryKindOfMessage) {
  for (const auto& kind : message_kinds())
    EXPECT_EQ(sentence_for({std::string(kind.name), {}}).kind, kind.name) << kind.name;
}

TEST_F(Docs, AreFilledAndThenUpToDate) {
  const auto page = written("# Title\n\n" + steps + "old\n" + end + "\nThe end.\n");
  EXPECT_THAT(page, AllOf(StartsWith("# Title\n\n" + steps + "\n1. **Access token request to /authorize.**"),
                          HasSubstr("\n6. **Response.**"), testing::EndsWith("\n\n" + end + "\nThe end.\n")));
  const auto check = checked(page);
  EXPECT_EQ(check.status, 0);
  EXPECT_EQ(check.out, "");
  EXPECT_EQ(check.err, "flowsim: page.md: is up to date, 1 block\n");
  EXPECT_EQ(written(page), page);
}

TEST_F(Docs, AreComparedToTheLetter) {
  const auto page = written("<!-- flowsim: run happy.yaml --format plantuml --detail overview -->\n" + end);
  const std::string request = "client -> okta: Access token request to /authorize\n";
  const std::string prompt = "okta -> user: 302 redirect to authentication prompt\n";
  for (const auto& wrong : {replaced(page, "Access token request", "Token request"), replaced(page, request, ""),
                            replaced(page, request + prompt, prompt + request), replaced(page, "```\n\n<", "```\n<"),
                            replaced(page, "@enduml\n", "@enduml \n")}) {
    const auto check = checked(wrong);
    EXPECT_EQ(check.status, 1);
    EXPECT_THAT(check.out, StartsWith("--- page.md\n+++ page.md\n@@ -"));
    EXPECT_THAT(check.err, HasSubstr("page.md: is not up to date; 'flowsim docs write page.md' makes it so\n"));
    EXPECT_EQ(written(wrong), page);
  }
  EXPECT_THAT(checked(replaced(page, request, "")).out, HasSubstr("\n+" + request));
}

TEST_F(Docs, DifferByWhatPatchTakes) {
  const auto page = written(steps + end);
  folder.write("diff", checked(replaced(page, "\n4. ", "\n40. ")).out);
  const auto patch = "cd '" + folder.path().string() + "' && patch -s -p0 <diff >patched 2>&1";
  if (std::system("patch --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "there is no patch here";
  EXPECT_EQ(std::system(patch.c_str()), 0) << text("patched");
  EXPECT_EQ(text("page.md"), page);
}

TEST_F(Docs, KeepEveryByteOutsideTheirBlocks) {
  for (const std::string line_end : {"\n", "\r\n"})
    for (const std::string before : {"", "\xEF\xBB\xBF", "a\r\nb\nc\r\n", "<!-- other -->\n", "\xff\xfe\n",
                                     "````\n```\n<!-- flowsim: no -->\n````\n"})
      for (const std::string after : {"", "\n", "\r\n\r\nx", "\n<!-- /flow -->\n\n\n"}) {
        const auto marker = "<!-- flowsim: list outcomes --format markdown -->" + line_end;
        const auto page = written(before + marker + "old" + line_end + "<!-- /flowsim -->" + after);
        EXPECT_THAT(page, AllOf(StartsWith(before + marker + line_end + "| outcome | meaning |" + line_end),
                                testing::EndsWith(" |" + line_end + line_end + "<!-- /flowsim -->" + after)));
        EXPECT_EQ(checked(page).status, 0);
        EXPECT_EQ(written(page), page);
      }
}

TEST_F(Docs, ShowOutputsAsTheirFormatsAsk) {
  const auto block = [&](const std::string& command) { return written("<!-- flowsim: " + command + " -->\n" + end); };
  EXPECT_THAT(block("run happy.yaml --format mermaid"), HasSubstr("-->\n\n```mermaid\nsequenceDiagram\n"));
  EXPECT_THAT(block("run happy.yaml"), HasSubstr("-->\n\n```text\nHappy  "));
  EXPECT_THAT(block("run happy.yaml --format=json"), HasSubstr("\n```json\n{"));
  EXPECT_THAT(block("run happy.yaml --format parameters"),
              HasSubstr("| `response_type` | `id_token token` | query | what "));
  EXPECT_THAT(block("schema"), HasSubstr("\n```json\n{"));
  EXPECT_THAT(block("states client"), HasSubstr("\n```plantuml\n@startuml client\n"));
  EXPECT_THAT(block("explain \"state_matches\""), HasSubstr("\n```text\nstate_matches: "));
  EXPECT_THAT(block("run --help"), HasSubstr("\n```text\nRun scenarios"));
  EXPECT_THAT(block("run happy.yaml --format plantuml --detail messages --as comment"),
              HasSubstr("\n<!-- Source of the diagram (plantuml):\n\n@startuml\n"));
  folder.write("fence.yaml", "title: \"````` inside\"\n");
  EXPECT_THAT(block("run fence.yaml"), AllOf(HasSubstr("\n``````text\n````` inside"), HasSubstr("\n``````\n")));
}

TEST_F(Docs, WriteAndCompareTheirPictures) {
  std::filesystem::create_directories(folder.path() / "docs");
  const std::string marker =
      "<!-- flowsim: run happy.yaml --format svg --detail overview -o my\"  \"pictures/a.svg -->\n";
  folder.write("docs/page.md", marker + end);
  EXPECT_EQ(run({"check", "docs/page.md"}).status, 1);
  EXPECT_EQ(run({"write", "docs/page.md"}).status, 0);
  EXPECT_THAT(
      text("docs/page.md"),
      AllOf(HasSubstr("\n![Sequence diagram \"Happy\": 1. Client to Authorization Server (Okta): Access token request"),
            HasSubstr(": Response.](../my%20%20pictures/a.svg)\n")));
  const auto picture = flowsim_run({"run", "-", "--format", "svg", "--detail", "overview"}, "title: Happy\n").out;
  EXPECT_EQ(text("my  pictures/a.svg"), picture);
  EXPECT_EQ(run({"check", "docs/page.md"}).status, 0);

  folder.write("my  pictures/a.svg", picture + " ");
  auto check = run({"check", "docs/page.md"});
  EXPECT_EQ(check.status, 1);
  EXPECT_EQ(check.out, "");
  EXPECT_THAT(check.err, HasSubstr("my  pictures/a.svg: is not what the block draws"));
  std::filesystem::remove(folder.path() / "my  pictures/a.svg");
  check = run({"check", "docs/page.md", "--annotate", "github"});
  EXPECT_THAT(check.err, HasSubstr("my  pictures/a.svg: is missing"));
  EXPECT_EQ(
      check.out,
      "::error file=docs/page.md,line=1,col=1,title=flowsim docs%3A picture not up to date::my  pictures/a.svg is "
      "missing\n");
}

TEST_F(Docs, DescribeTheStatesOfTheirPictures) {
  EXPECT_THAT(written("<!-- flowsim: states okta --format svg -o okta.svg -->\n" + end),
              AllOf(HasSubstr("\n![State diagram \"States: Authorization Server (Okta)\": It begins in Idle. Idle to "),
                    HasSubstr(" more.](okta.svg)\n")));
  EXPECT_THAT(text("okta.svg"), StartsWith("<svg "));
}

TEST_F(Docs, EscapeTheWordsForTheirPictures) {
  folder.write("hostile.yaml", "title: \"]( `x` <b> --> [y\"\n");
  EXPECT_THAT(written("<!-- flowsim: run hostile.yaml --format svg -o a.svg -->\n" + end),
              HasSubstr("\n![Sequence diagram \"\\]( \\`x\\` \\<b\\> --\\> \\[y\": "));
}

TEST_F(Docs, AnnotateForGitHub) {
  const auto page = written("# A\n\n" + steps + end);
  folder.write("100%,a:b.md", replaced(page, "\n6. **Response", "\n6. **Answer"));
  const auto check = run({"check", "100%,a:b.md", "--annotate", "github"});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, StartsWith("::error file=100%25%2Ca%3Ab.md,line=3,col=1,title=flowsim docs%3A block not up to "
                                    "date::@@ -7,7 +7,7 @@%0A"));
  EXPECT_EQ(std::ranges::count(check.out, '\n'), 1);
  folder.write("page.md", "<!-- flowsim: run missing.yaml -->\n" + end);
  EXPECT_THAT(run({"check", "page.md", "--annotate", "github"}).out,
              HasSubstr("::error file=page.md,line=1,col=15,title=flowsim docs%3A the command fails::missing.yaml: "
                        "error: No such file or "
                        "directory\n"));
}

TEST_F(Docs, SayThatThereIsNothingToDo) {
  const auto check = checked("# No blocks\n");
  EXPECT_EQ(check.status, 0);
  EXPECT_EQ(check.out, "");
  EXPECT_EQ(check.err, "flowsim: page.md: has no blocks, so there is nothing to do\n");
}

TEST_F(Docs, TakeSeveralPagesAndFillTheGoodOnes) {
  folder.write("good.md", steps + end);
  folder.write("bad.md", "<!-- flowsim: run happy.yaml -->\n");
  const auto write = run({"write", "bad.md", "good.md", "none.md"});
  EXPECT_EQ(write.status, 3);
  EXPECT_THAT(write.err, AllOf(HasSubstr("bad.md:1:1: error: the block is not closed\n"), HasSubstr("none.md: ")));
  EXPECT_THAT(text("good.md"), HasSubstr("\n6. "));
  EXPECT_EQ(text("bad.md"), "<!-- flowsim: run happy.yaml -->\n");
}

TEST_F(Docs, ReadStandardInputOnlyToCheckIt) {
  const auto page = written(steps + end);
  EXPECT_EQ(run({"check", "-"}, page).status, 0);
  EXPECT_THAT(run({"check", "-"}, steps + end).out, StartsWith("--- -\n+++ -\n"));
  const auto write = run({"write", "-"}, page);
  EXPECT_EQ(write.status, 2);
  EXPECT_THAT(write.err, HasSubstr("standard input cannot be written back\n  hint: name the page's file"));
  EXPECT_EQ(run({"write", "page.md", "--annotate", "github"}).status, 2);
}

TEST_F(Docs, ReportACommandThatFailsAtItsPlace) {
  folder.write("wrong.yaml", "titel: x\n");
  folder.write("unmet.yaml", "title: x\nexpect: {outcome: timed_out}\n");
  const auto failing = [&](const std::string& command) {
    return checked("first\n<!-- flowsim: " + command + " --format markdown -->\n" + end);
  };
  auto check = failing("run missing.yaml");
  EXPECT_EQ(check.status, 3);
  EXPECT_THAT(check.err, AllOf(StartsWith("page.md:2:15: error: the command fails\n"),
                               HasSubstr("\nmissing.yaml: error: No such file")));
  check = failing("run wrong.yaml");
  EXPECT_EQ(check.status, 2);
  EXPECT_THAT(check.err, HasSubstr("wrong.yaml:1:1: error: unknown key \"titel\""));
  check = failing("run unmet.yaml");
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.err, AllOf(HasSubstr("page.md:2:15: error: the run does not end as its scenario expects\n"),
                               HasSubstr("expected outcome timed_out")));
  EXPECT_EQ(failing("run happy.yaml --detail wire").status, 2);
  EXPECT_EQ(check.out, "");
}

struct Refusal {
  std::string name, command, says;
};
void PrintTo(const Refusal& value, std::ostream* out) { *out << value.name; }

class RefusedMarkers : public Docs, public testing::WithParamInterface<Refusal> {};

TEST_P(RefusedMarkers, LeaveThePageAndTheFolderAlone) {
  const auto page = "<!-- flowsim: " + GetParam().command + " -->\n" + end;
  folder.write("page.md", page);
  const auto write = run({"write", "page.md"});
  EXPECT_EQ(write.status, 2);
  EXPECT_THAT(write.err, HasSubstr(GetParam().says));
  EXPECT_EQ(text("page.md"), page);
  const std::filesystem::directory_iterator files(folder.path());
  EXPECT_EQ(std::distance(begin(files), std::filesystem::directory_iterator()), 2);
}

INSTANTIATE_TEST_SUITE_P(
    Docs, RefusedMarkers,
    testing::Values(
        Refusal{"AnotherCommand", "docs write page.md",
                "page.md:1:15: error: the command 'docs' cannot fill a block\n"},
        Refusal{"AMisspeltCommand", "rnu happy.yaml", "hint: did you mean run?"},
        Refusal{"AReport", "run happy.yaml --report junit results.xml",
                "page.md:1:30: error: the option '--report' cannot stand in a block"},
        Refusal{"AReportWithEquals", "run happy.yaml --report=junit results.xml", "'--report'"},
        Refusal{"ShortOptionsTogether", "run happy.yaml -qoresults", "each a word of its own: "},
        Refusal{"AShortOptionWithItsValue", "run happy.yaml --format svg -oa.svg", "'-oa.svg'"},
        Refusal{"TheEndOfOptions", "run -- happy.yaml", "'--'"},
        Refusal{"StandardInput", "run -", "a page has no standard input"},
        Refusal{"AFileForNoPicture", "run happy.yaml -o trace.txt", "only a picture gets a file of its own"},
        Refusal{"APictureWithoutAFile", "run happy.yaml --format svg", "hint: add -o FILE.svg"},
        Refusal{"APictureOutside", "run happy.yaml --format svg -o a/../../b.svg", "not be below the current folder"},
        Refusal{"APictureSomewhere", "run happy.yaml --format svg -o /b.svg", "not be below the current folder"},
        Refusal{"APictureOverThePage", "run happy.yaml --format svg -o page.md", "hint: let its name end in .svg"},
        Refusal{"APictureInAComment", "run happy.yaml --format svg -o a.svg --as comment", "inside a comment"},
        Refusal{"AnotherForm", "run happy.yaml --as table", "there is only --as comment"},
        Refusal{"AnOptionWithoutItsValue", "run happy.yaml --format", "needs a value"},
        Refusal{"AnArrowThatEndsTheComment", "states client --as comment", "contains -->, which would end the comment"},
        Refusal{"NothingToShow", "run happy.yaml --quiet", "prints nothing"}),
    [](const auto& test) { return test.param.name; });

TEST_F(Docs, DrawNoTwoPicturesIntoOneFile) {
  const std::string one = "<!-- flowsim: run happy.yaml --format svg -o a.svg -->\n" + end;
  folder.write("page.md", one + one);
  EXPECT_EQ(run({"write", "page.md"}).status, 0);
  folder.write("other.md", "<!-- flowsim: run happy.yaml --format svg --detail overview -o ./a.svg -->\n" + end);
  const auto check = run({"check", "page.md", "other.md"});
  EXPECT_EQ(check.status, 2);
  EXPECT_THAT(check.err, HasSubstr("other.md:1:1: error: another block draws another picture into the same file"));
}

TEST_F(Docs, AreNotReadWhereTheyAreTooLarge) {
  folder.write("page.md", std::string((std::size_t{8} << 20U) + 1, '\n'));
  const auto check = run({"check", "page.md"});
  EXPECT_EQ(check.status, 2);
  EXPECT_THAT(check.err, HasSubstr("larger than 8388608 bytes"));
}

}  // namespace
}  // namespace flowsim::cli
