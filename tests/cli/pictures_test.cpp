// The committed pictures are what the program draws.
#include <gtest/gtest.h>

#include "program.hpp"
#include "support/golden.hpp"

namespace flowsim {
namespace {

TEST(Picture, IsTheRunThatThePageSpeaksOf) {
  const std::string root = FLOWSIM_SOURCE_DIR;
  const auto run = flowsim_run({"run", root + "/scenarios/attacks/csrf-redirect-uri-undefended.yaml", "--format", "svg",
                                "--detail", "overview"});
  ASSERT_EQ(run.status, 0) << run.err;
  testing_support::expect_golden(run.out, root + "/diagrams/csrf-redirect-uri-undefended.svg");
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
}  // namespace flowsim
