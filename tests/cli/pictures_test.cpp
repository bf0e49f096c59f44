// The committed diagrams are what the program draws, in the theme that is asked for.
#include <gtest/gtest.h>

#include "program.hpp"

namespace flowsim::cli {
namespace {

TEST(OurDiagrams, AreUpToDate) {
  const auto run = run_program({{"diagrams", "scenarios", "--selection", "diagrams/selection.txt", "--check"}, {}});
  EXPECT_EQ(run.status, 0) << run.out << run.err
                           << "flowsim diagrams scenarios --selection diagrams/selection.txt brings them up to date";
}

TEST(Picture, HasTheThemeThatIsAskedFor) {
  const std::string scenario = FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml";
  const auto drawn = [&](const std::string& theme) {
    const auto run = flowsim_run({"run", scenario, "--format", "svg", "--detail", "wire", "--theme", theme});
    EXPECT_EQ(run.status, 0) << run.err;
    return run.out;
  };
  EXPECT_EQ(drawn("docs"), flowsim_run({"run", scenario, "--format", "svg", "--detail", "wire"}).out);
  EXPECT_NE(drawn("mono").find("class=\"flowsim mono\""), std::string::npos);
  EXPECT_NE(drawn("contrast").find("class=\"flowsim contrast\""), std::string::npos);
}

}  // namespace
}  // namespace flowsim::cli
