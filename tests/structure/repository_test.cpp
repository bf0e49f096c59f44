// The rules, held against every file below `src/` and `tests/`.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "structure/rules.hpp"

namespace flowsim::structure {
namespace {

using testing::IsEmpty;
using testing::Not;

const std::filesystem::path repository = FLOWSIM_SOURCE_DIR;

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<SourceFile> files_below(const std::string& folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{repository / folder}) {
    if (!entry.is_regular_file()) continue;
    files.push_back({entry.path().lexically_relative(repository).generic_string(), contents_of(entry.path())});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

bool is_code(const SourceFile& file) { return file.path.ends_with(".hpp") || file.path.ends_with(".cpp"); }

/// The C++ files of the program and of its tests, and the scripts of its pages.
std::vector<SourceFile> all_code() {
  std::vector<SourceFile> code;
  for (const auto* folder : {"src", "tests"})
    for (auto& file : files_below(folder))
      if (is_code(file) || (file.path.starts_with("src/") && file.path.ends_with(".js")))
        code.push_back(std::move(file));
  return code;
}

Violations violations(const std::vector<SourceFile>& files, Violations (*rule)(const SourceFile&)) {
  Violations all;
  for (const auto& file : files) std::ranges::copy(rule(file), std::back_inserter(all));
  return all;
}

TEST(Repository, IsReadWhereItStands) {
  EXPECT_THAT(files_below("src"), Not(IsEmpty()));
  EXPECT_THAT(contents_of(repository / "CMakeLists.txt"), Not(IsEmpty()));
}

std::vector<Module> modules() { return modules_in_page(contents_of(repository / "docs/architecture.md")); }

TEST(Repository, EveryModuleIncludesOnlyTheModulesItStandsOn) {
  ASSERT_THAT(modules(), Not(IsEmpty()));
  for (const auto& file : files_below("src")) {
    if (!is_code(file)) continue;
    EXPECT_THAT(includes_only_allowed_modules(file, modules()), IsEmpty());
  }
}

TEST(Repository, EveryModuleSeesTheNamesOfTheModulesItMayInclude) {
  EXPECT_EQ(modules_in_namespaces(contents_of(repository / "src/base/modules.hpp")), modules());
}

TEST(Repository, DeclaresEachNameOnce) { EXPECT_THAT(declares_each_name_once(files_below("src")), IsEmpty()); }

TEST(Repository, IncludesCli11Once) { EXPECT_THAT(includes_cli11_once(files_below("src")), IsEmpty()); }

TEST(Repository, OnlyActorsNameBoostMsm) {
  EXPECT_THAT(violations(files_below("src"), names_boost_msm_only_in_the_machine_and_actors), IsEmpty());
}

TEST(Repository, OnlyActorsCompileBoostMsm) {
  EXPECT_THAT(compiles_boost_msm_only_in_actors(files_below("src")), IsEmpty());
}

TEST(Repository, HoldsHeadersAndSourcesOnly) {
  EXPECT_THAT(violations(files_below("src"), has_a_known_extension), IsEmpty());
}

TEST(Repository, EveryFileOpensWithOneSentence) {
  EXPECT_THAT(violations(all_code(), opens_with_one_sentence), IsEmpty());
}

TEST(Repository, EveryHeaderIsReadOnce) { EXPECT_THAT(violations(all_code(), guards_its_header), IsEmpty()); }

TEST(Repository, EveryFileIsShort) { EXPECT_THAT(violations(all_code(), is_short), IsEmpty()); }

TEST(Repository, IsBuiltByTheSameDependencyRule) {
  EXPECT_EQ(modules_in_build(files_below("src"), modules()), modules());
}

}  // namespace
}  // namespace flowsim::structure
