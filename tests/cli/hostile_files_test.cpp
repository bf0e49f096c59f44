// Files nobody should have to fear: each gives one clear error.
#include <gmock/gmock.h>

#include <sstream>

#include "cli/scenario_files.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;

struct HostileFile {
  std::string name;
  std::string (*text)();  ///< made where it is needed: every test of this program starts with all parameters
};
void PrintTo(const HostileFile& value, std::ostream* out) { *out << value.name; }

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t time = 0; time < times; ++time) text += part;
  return text;
}

// The program with its sanitizers holds several times what it holds alone.
#ifdef __SANITIZE_ADDRESS__
constexpr long most_kilobytes = 2'000'000;
#else
constexpr long most_kilobytes = 400'000;
#endif

class Hostile : public testing::TestWithParam<HostileFile> {};

TEST_P(Hostile, GivesOneClearErrorAndTakesLittleMemory) {
  const TemporaryFolder folder;
  const auto file = folder.write("hostile.yaml", GetParam().text());
  for (const auto* command : {"run", "check"}) {
    const auto run = flowsim_run({command, file});
    EXPECT_EQ(run.status, 2) << run.err.substr(0, 500);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("hostile.yaml"));
    EXPECT_THAT(run.err, HasSubstr("error: "));
    EXPECT_LT(run.err.size(), 2000u);
    EXPECT_EQ(run.err.find("error: "), run.err.rfind("error: ")) << "more than one error: " << run.err.substr(0, 500);
    EXPECT_LT(run.peak_kilobytes, most_kilobytes);
  }
}

const HostileFile hostile_files[] = {
    {"HundredMegabytes", [] { return std::string(100'000'000, 'a'); }},
    {"NestedBrackets", [] { return "title: " + repeated("[", 10'000); }},
    {"NestedBlocks", [] { return repeated("- ", 10'000); }},
    {"AliasBomb",
     [] { return std::string("a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\ntitle: [*c, *c]\n"); }},
    {"InvalidUtf8", [] { return std::string("title: caf\xe9\n"); }},
    {"Empty", [] { return std::string(); }},
    {"OnlyComments", [] { return std::string("# nothing\n"); }},
    {"NulBytes", [] { return std::string("title: a\0b\n", 11); }},
};

INSTANTIATE_TEST_SUITE_P(CommandLine, Hostile, testing::ValuesIn(hostile_files),
                         [](const auto& test) { return test.param.name; });

TEST(CommandLine, RefusesADirectoryThatHoldsNoScenario) {
  const TemporaryFolder folder;
  const auto run = flowsim_run({"run", folder.path().string()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("no scenario file"));
}

TEST(CommandLine, RefusesAFolderOfTooManyScenariosAndReadsNoneOfThem) {
  const TemporaryFolder folder;
  for (const auto* name : {"a.yaml", "b.yaml", "c.yaml"}) folder.write(name, "title: x\n");
  const auto find = [&](std::size_t most, ExitStatus& status) {
    std::ostringstream out, err;
    const auto files = find_scenario_files({folder.path().string()}, {out, err}, status, most);
    return std::pair{files.size(), err.str()};
  };
  auto status = ExitStatus::well;
  EXPECT_EQ(find(3, status), std::pair(std::size_t{3}, std::string()));
  EXPECT_EQ(status, ExitStatus::well);
  const auto [count, said] = find(2, status);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(status, ExitStatus::wrong_usage);
  EXPECT_THAT(said, HasSubstr("there are more than 2 scenario files in this folder"));
}

TEST(CommandLine, ExitsWithThreeForAFileThatCannotBeRead) {
  const auto run = flowsim_run({"run", "no-such-file.yaml"});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, HasSubstr("no-such-file.yaml"));
}

}  // namespace
}  // namespace flowsim::cli
