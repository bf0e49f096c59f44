// What flowsim says to a person who mistypes, and to one who asks for help.
#include <gmock/gmock.h>

#include "cli/commands.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct Misuse {
  std::string name;
  std::vector<std::string> arguments;
  std::string says;
};
void PrintTo(const Misuse& value, std::ostream* out) { *out << value.name; }

class Misused : public testing::TestWithParam<Misuse> {};

TEST_P(Misused, ExitsWithTwoAndSaysWhatWouldBeRight) {
  const auto run = flowsim_run(GetParam().arguments);
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, Misused,
    testing::Values(
        Misuse{"NoCommand", {}, "flowsim --help"}, Misuse{"UnknownCommand", {"rnu", "x"}, "did you mean 'run'?"},
        Misuse{"FarFromAnyCommand",
               {"qqqqqqqq"},
               "the commands are run, check, list, explain, schema, threats, states, practise, docs, diagrams, step, "
               "lesson"},
        Misuse{"NoPath", {"run"}, "flowsim run --help"},
        Misuse{"UnknownFormat", {"run", "x.yaml", "--format", "plantulm"}, "did you mean 'plantuml'?"},
        Misuse{"UnknownTheme", {"run", "x.yaml", "--format", "svg", "--theme", "dcos"}, "did you mean 'docs'?"},
        Misuse{"ThemeOfWhatHasNone",
               {"run", FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml", "--theme", "mono"},
               "the format text has no themes\n  hint: leave --theme out, or add --format svg"},
        Misuse{"UnknownOption",
               {"run", "x.yaml", "--detial", "wire"},
               "there is no option '--detial'\n  hint: did you mean '--detail'?"},
        Misuse{"UnknownOptionAndNoCommand", {"-x"}, "there is no option '-x'\n  hint: flowsim --help"},
        Misuse{"UnknownOptionWithAValueAndNoPath", {"run", "--sede=5"}, "did you mean '--seed'?"},
        Misuse{"UnknownShortOption", {"check", "-z"}, "there is no option '-z'\n  hint: flowsim check --help"},
        Misuse{"DetailThatTheFormatDoesNotHave",
               {"run", "x.yaml", "--format", "parameters", "--detail", "wire"},
               "cannot show the detail wire\n  hint: add --detail messages"},
        Misuse{"NoAction", {"docs", "wirte", "README.md"}, "did you mean 'write'?"},
        Misuse{"UntilSeven", {"run", "x.yaml", "--until", "7"}, "7"},
        Misuse{"SeedThatIsNoNumber", {"run", "x.yaml", "--seed", "one"}, "one"},
        Misuse{"NegativeSeed",
               {"run", "x.yaml", "--seed", "-1"},
               "--seed: must be a whole number from 0 to 9007199254740992, not -1"},
        Misuse{"SeedThatWrapsToOne", {"run", "x.yaml", "--seed", "-18446744073709551615"}, "9007199254740992"},
        Misuse{"SeedBeyondSixtyFourBits", {"run", "x.yaml", "--seed", "99999999999999999999"}, "not 9999"},
        Misuse{"SeedBeyondFiftyThreeBits", {"run", "x.yaml", "--seed", "9007199254740993"}, "not 9007"},
        Misuse{"NothingToExplain", {"explain"}, "flowsim explain --help"},
        Misuse{"UnknownWord", {"explain", "tampre"}, "did you mean 'tamper'"},
        Misuse{"UnknownTable", {"list", "chekcs"}, "did you mean 'checks'?"},
        Misuse{"TooNarrow", {"run", "x.yaml", "--format", "terminal", "--width", "39"}, "39 not in range 40 to 400"},
        Misuse{"WidthOfAPicture",
               {"run", "scenarios/happy-path.yaml", "--format", "svg", "--width", "80"},
               "--ascii and --width are for pictures made of characters\n  hint: add --format terminal"},
        Misuse{"AsciiOfTheTextTrace", {"run", "scenarios/happy-path.yaml", "--ascii"}, "--format terminal"},
        Misuse{"NothingToTeach", {"lesson"}, "flowsim lesson --help"},
        Misuse{"ManyScenariosAsOneDiagram", {"run", "scenarios", "--format", "json"}, "-o DIR"}),
    [](const auto& test) { return test.param.name; });

TEST(CommandLine, HelpsOnEveryCommandWithAnExample) {
  for (const auto* command : {"run", "check", "list", "explain", "schema", "threats", "states", "practise", "docs",
                              "diagrams", "step", "lesson", "help"}) {
    const auto run = flowsim_run({command, "--help"});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.out, HasSubstr("Example"));
    EXPECT_THAT(run.out, HasSubstr(std::string("flowsim ") + command));
    EXPECT_THAT(run.err, IsEmpty());
  }
  const auto run = flowsim_run({"--help"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("flowsim run scenarios/happy-path.yaml"));
}

TEST(CommandLine, HelpsByWordsAsByOptions) {
  EXPECT_EQ(flowsim_run({"help"}).out, flowsim_run({"--help"}).out);
  EXPECT_EQ(flowsim_run({"help", "run"}).out, flowsim_run({"run", "--help"}).out);
  EXPECT_THAT(flowsim_run({"help", "run"}).out, HasSubstr("--report junit|json FILE"));
  const auto unknown = flowsim_run({"help", "rnu"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'run'?"));
}

TEST(CommandLine, SaysInTheHelpOfEveryCommandWhatItsExitStatusesMean) {
  for (const auto& command : commands()) {
    const auto help = flowsim_run({"help", std::string(command.name)}).out;
    EXPECT_THAT(help, HasSubstr("\nExit status: 0 ")) << command.name;
    for (const auto& option : command.options) EXPECT_THAT(help, HasSubstr(std::string(option.name()))) << command.name;
  }
}

TEST(CommandLine, ReadsOnlyOptionsThatItsTablesHave) {
  Values values;
  values.set("--seed", {"5"});
  values.set("--until", {});
  EXPECT_EQ(values.number("--seed"), 5);
  EXPECT_FALSE(values.has("--until"));
  EXPECT_FALSE(values.number("--until"));
  EXPECT_THROW(values.text("--sede"), std::logic_error);
}

TEST(CommandLine, SaysItsVersion) {
  const auto run = flowsim_run({"--version"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, testing::MatchesRegex("flowsim [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(CommandLine, PrintsEveryTableInEveryFormat) {
  for (const auto* table : {"interactions", "checks", "outcomes", "errors", "error_texts", "states", "formats",
                            "properties", "faults", "threats", "misbehaviours"})
    for (const auto* format : {"text", "json", "markdown"}) {
      const auto run = flowsim_run({"list", table, "--format", format});
      EXPECT_EQ(run.status, 0) << table;
      EXPECT_GT(std::count(run.out.begin(), run.out.end(), '\n'), 3) << table << format;
    }
}

TEST(CommandLine, PrintsTheSchemaThatTheDocumentationHolds) {
  EXPECT_EQ(flowsim_run({"schema"}).out, content_of(FLOWSIM_SOURCE_DIR "/docs/scenario.schema.json"));
}

}  // namespace
}  // namespace flowsim::cli
