// Files nobody should have to fear: each gives one clear error, soon.
#include <gmock/gmock.h>

#include "program.hpp"

namespace flowsim {
namespace {

using testing::HasSubstr;

struct HostileFile {
  std::string name;
  std::string text;
  int status;
};
void PrintTo(const HostileFile& value, std::ostream* out) { *out << value.name; }

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t time = 0; time < times; ++time) text += part;
  return text;
}

class Hostile : public testing::TestWithParam<HostileFile> {};

TEST_P(Hostile, GivesOneClearErrorInUnderTwoSeconds) {
  const TemporaryFolder folder;
  const auto file = folder.write("hostile.yaml", GetParam().text);
  for (const auto* command : {"run", "check"}) {
    const auto run = flowsim_run({command, file});
    EXPECT_EQ(run.status, GetParam().status) << run.err.substr(0, 500);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("hostile.yaml"));
    EXPECT_THAT(run.err, HasSubstr("error: "));
    EXPECT_LT(run.err.size(), 2000u);
    EXPECT_EQ(run.err.find("error: "), run.err.rfind("error: ")) << "more than one error: " << run.err.substr(0, 500);
    EXPECT_LT(run.took.count(), 2000);
  }
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, Hostile,
    testing::Values(HostileFile{"HundredMegabytes", std::string(100'000'000, 'a'), 2},
                    HostileFile{"NestedBrackets", "title: " + repeated("[", 10'000), 2},
                    HostileFile{"NestedBlocks", repeated("- ", 10'000), 2},
                    HostileFile{"AliasBomb",
                                "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\ntitle: [*c, *c]\n", 2},
                    HostileFile{"InvalidUtf8", "title: caf\xe9\n", 2}, HostileFile{"Empty", "", 2},
                    HostileFile{"OnlyComments", "# nothing\n", 2},
                    HostileFile{"NulBytes", std::string("title: a\0b\n", 11), 2}),
    [](const auto& test) { return test.param.name; });

TEST(CommandLine, RefusesADirectoryThatHoldsNoScenario) {
  const TemporaryFolder folder;
  const auto run = flowsim_run({"run", folder.path().string()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("no scenario file"));
}

TEST(CommandLine, ExitsWithThreeForAFileThatCannotBeRead) {
  const auto run = flowsim_run({"run", "no-such-file.yaml"});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.err, HasSubstr("no-such-file.yaml"));
}

}  // namespace
}  // namespace flowsim
