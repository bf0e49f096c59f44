// The laws of the house: what a source file may look like, and whom it may include.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace flowsim::structure {

/// One source file: its path below the repository, `/` between folders, and its text.
struct SourceFile {
  std::string path;
  std::string text;
};

/// One room below `src/` and the rooms it may include besides itself.
struct Room {
  std::string name;
  std::vector<std::string> includes;
};

/// The rooms, in the order in which they are built on each other.
const std::vector<Room>& rooms();

/// What breaks a law in one file, one sentence each; empty where the file keeps it.
using Breaches = std::vector<std::string>;

/// Every `#include` of a file of ours is in quotes and names it by its room, and the room is one that the file's own
/// room may include.
Breaches includes_only_allowed_rooms(const SourceFile& file);

/// Boost.MSM is named only in `sim/machine.hpp`, what implements it, and the actors' `.cpp` files.
Breaches names_boost_msm_only_behind_its_door(const SourceFile& file);

/// No `.cpp` but those of `names_boost_msm_only_behind_its_door` includes `sim/machine.hpp`, directly or through other
/// headers, so that everything else compiles without Boost.MSM. `files` are all files below `src/`.
Breaches compiles_boost_msm_only_in_actors(const std::vector<SourceFile>& files);

/// The file opens with one sentence in `//` comments.
Breaches opens_with_one_sentence(const SourceFile& file);

/// A header has `#pragma once` as its first line of code.
Breaches guards_its_header(const SourceFile& file);

/// The file has at most 400 lines.
Breaches is_short(const SourceFile& file);

/// The file is a `.hpp` or a `.cpp`, so that no other law is evaded by its name.
Breaches has_a_known_extension(const SourceFile& file);

/// The rooms that each room uses by the `add_room` lines of a CMake file, directly or through others.
std::vector<Room> rooms_in_build(std::string_view cmake);

}  // namespace flowsim::structure
