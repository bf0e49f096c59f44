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

}  // namespace
}  // namespace flowsim
