// The laws of the house, held against every file below `src/` and `tests/`.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "structure/laws.hpp"

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

/// The program's own files and the C++ files of its tests.
std::vector<SourceFile> all_code() {
  auto code = files_below("src");
  for (auto& file : files_below("tests")) {
    if (has_a_known_extension(file).empty()) code.push_back(std::move(file));
  }
  return code;
}

Breaches breaches(const std::vector<SourceFile>& files, Breaches (*law)(const SourceFile&)) {
  Breaches all;
  for (const auto& file : files) std::ranges::copy(law(file), std::back_inserter(all));
  return all;
}

TEST(House, IsReadWhereItStands) {
  EXPECT_THAT(files_below("src"), Not(IsEmpty()));
  EXPECT_THAT(contents_of(repository / "CMakeLists.txt"), Not(IsEmpty()));
}

TEST(House, EveryRoomIncludesOnlyTheRoomsItStandsOn) {
  EXPECT_THAT(breaches(files_below("src"), includes_only_allowed_rooms), IsEmpty());
}

TEST(House, OnlyActorsNameBoostMsm) {
  EXPECT_THAT(breaches(files_below("src"), names_boost_msm_only_behind_its_door), IsEmpty());
}

TEST(House, OnlyActorsCompileBoostMsm) {
  EXPECT_THAT(compiles_boost_msm_only_in_actors(files_below("src")), IsEmpty());
}

TEST(House, HoldsHeadersAndSourcesOnly) { EXPECT_THAT(breaches(files_below("src"), has_a_known_extension), IsEmpty()); }

TEST(House, EveryFileOpensWithOneSentence) { EXPECT_THAT(breaches(all_code(), opens_with_one_sentence), IsEmpty()); }

TEST(House, EveryHeaderIsReadOnce) { EXPECT_THAT(breaches(all_code(), guards_its_header), IsEmpty()); }

TEST(House, EveryFileIsShort) { EXPECT_THAT(breaches(all_code(), is_short), IsEmpty()); }

TEST(House, TheBuildKnowsTheSameArrows) {
  const auto built = rooms_in_build(contents_of(repository / "CMakeLists.txt"));
  ASSERT_THAT(built, Not(IsEmpty()));
  const auto is_built = [&](const std::string& name) { return std::ranges::count(built, name, &Room::name) == 1; };
  for (const auto& room : rooms()) {
    if (!is_built(room.name)) {
      EXPECT_FALSE(std::filesystem::exists(repository / "src" / room.name)) << room.name << " is not built";
      continue;
    }
    std::vector<std::string> allowed;
    std::ranges::copy_if(room.includes, std::back_inserter(allowed), is_built);
    std::ranges::sort(allowed);
    EXPECT_EQ(std::ranges::find(built, room.name, &Room::name)->includes, allowed) << room.name;
  }
}

}  // namespace
}  // namespace flowsim::structure
