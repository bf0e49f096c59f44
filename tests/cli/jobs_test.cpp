// Several scenarios at a time say what one after another says.
#include <gmock/gmock.h>

#include "cli/program.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;

/// What a command said, and wrote into the folder `out`.
struct Said {
  int status = 0;
  std::string out, err;
  std::vector<std::pair<std::string, std::string>> files{};
  bool operator==(const Said&) const = default;
};

/// Good scenarios, some that end otherwise, some that are wrong and one that is missing.
class Jobs : public testing::TestWithParam<std::vector<std::string>> {
 protected:
  Jobs() {
    std::filesystem::create_directories(folder_.path() / "stories");
    for (int number = 10; number < 50; ++number) {
      const auto name = std::to_string(number);
      auto text = "title: Story " + name + "\nseed: " + name + "\n";
      if (number % 7 == 0) text += "expect: {outcome: timed_out}\n";
      if (number % 11 == 0) text += "titel: " + name + "\n";
      folder_.write("stories/" + name + ".yaml", text);
    }
  }

  Said run(int jobs) const {
    std::error_code ignored;
    std::filesystem::remove_all(folder_.path() / "out", ignored);
    auto arguments = GetParam();
    arguments.insert(arguments.end(), {"--jobs", std::to_string(jobs)});
    auto finished = run_program({.arguments = arguments, .input = {}, .folder = folder_.path()});
    Said said{finished.status, std::move(finished.out), std::move(finished.err)};
    if (!std::filesystem::exists(folder_.path() / "out")) return said;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path() / "out"))
      if (entry.is_regular_file())
        said.files.emplace_back(entry.path().lexically_relative(folder_.path()).string(), content_of(entry.path()));
    std::ranges::sort(said.files);
    return said;
  }

 private:
  TemporaryFolder folder_;
};

TEST_P(Jobs, ChangeNothingThatIsSaidOrWritten) {
  const auto one = run(1);
  EXPECT_FALSE(one.out.empty() && one.err.empty() && one.files.empty());
  for (const int jobs : {2, 5, 64}) EXPECT_TRUE(run(jobs) == one) << jobs;
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, Jobs,
    testing::Values(std::vector<std::string>{"run", "stories"},
                    std::vector<std::string>{"run", "stories", "none.yaml", "-q"},
                    std::vector<std::string>{"run", "stories", "stories/10.yaml", "--format", "json", "-o", "out"},
                    std::vector<std::string>{"run", "stories", "-o", "out", "--report", "junit", "out.xml"},
                    std::vector<std::string>{"check", "stories", "none.yaml"},
                    std::vector<std::string>{"diagrams", "stories", "-o", "out"}),
    [](const auto& test) { return test.param.front() + std::to_string(test.index); });

TEST(CommandLine, WorksOnAllCoresAtMost) {
  for (const auto* jobs : {"0", "65", "many"}) {
    const auto refused = flowsim_run({"check", "scenarios/happy-path.yaml", "--jobs", jobs});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("--jobs: Value " + std::string(jobs) + " not in range 1 to 64"));
  }
}

TEST(CommandLine, WritesTheSameDiagramsWhateverTheJobs) {
  const TemporaryFolder folder;
  const auto draw = [&](const std::string& name, const std::string& jobs) {
    const auto out = (folder.path() / name).string();
    EXPECT_EQ(flowsim_run({"diagrams", "scenarios/happy", "-o", out, "--jobs", jobs}).status, 0);
    return content_of(folder.path() / name / "generated.json") + content_of(folder.path() / name / "index.md");
  };
  const auto one = draw("one", "1");
  EXPECT_THAT(one, HasSubstr("prompt-none.svg"));
  EXPECT_TRUE(draw("three", "3") == one);
}

}  // namespace
}  // namespace flowsim::cli
