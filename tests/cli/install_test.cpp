// What an installation brings besides the program.
#include <gtest/gtest.h>

#include <cstdlib>

#include "page.hpp"
#include "program.hpp"

namespace flowsim::cli {
namespace {

TEST(Installation, HasEveryFileThatItsPagesLinkTo) {
  const TemporaryFolder folder;
  const auto install = "DESTDIR='" + folder.path().string() +
                       "' '" FLOWSIM_CMAKE "' --install '" FLOWSIM_BUILD_DIR "' --component pages >/dev/null";
  ASSERT_EQ(std::system(install.c_str()), 0);
  const auto pages = folder.path() / std::filesystem::path(FLOWSIM_DOCDIR).relative_path();
  for (const auto* page : {"README.md", "docs/architecture.md", "docs/implicit-flow.md"}) {
    const auto files = files_linked_in(content_of(pages / page));
    EXPECT_FALSE(files.empty()) << page;
    for (const auto& file : files)
      EXPECT_TRUE(std::filesystem::exists((pages / page).parent_path() / file)) << page << " links to " << file;
  }
  EXPECT_TRUE(std::filesystem::exists(pages / "scenarios/happy-path.yaml"));
}

}  // namespace
}  // namespace flowsim::cli
