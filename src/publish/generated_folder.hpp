// A folder whose files are generated: what it should hold, what it holds, and how the one becomes the other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "publish/file_list.hpp"

namespace flowsim::publish {

/// How one path of the folder stands to what should be there.
enum class Standing : std::uint8_t {
  current,      ///< as it should be
  stale,        ///< generated earlier, and it should be another
  missing,      ///< not there
  foreign,      ///< something is in its place that is not on the folder's list, or a link leads to its place
  superfluous,  ///< generated earlier, no longer wanted, and unchanged since
  changed,      ///< generated earlier, no longer wanted, and changed by somebody since
};

/// Says what the folder should hold, file by file, and then brings it there. Only files that are on the folder's list,
/// or not there, are ever written or removed; the list itself is `file_list_name`.
class GeneratedFolder {
 public:
  /// Reads the folder's list; the folder need not exist. A text says what is wrong with the list.
  static std::variant<GeneratedFolder, std::string> open(const std::string& folder);

  /// The file should hold the content. A rendered picture has an origin.
  Standing expect(const std::string& path, std::string content, const Origin& origin = {});

  /// The file should be rendered from that source, by that renderer or, where none is named, by any. It is current
  /// where it was and is unchanged since. Where it is not, give its content to `expect`, unless nothing is written.
  Standing expect_rendering(const std::string& path, const Origin& origin);

  /// Every path that was expected, that is on the list or that is the list, in the byte order of the paths; of those
  /// that are no longer wanted only such as still exist.
  std::vector<std::pair<std::string, Standing>> standings() const;

  /// Writes what is stale or missing, removes what is superfluous, with folders that become empty, and then writes the
  /// list. What is foreign or changed is left alone. Returns what went wrong, if anything; doing it again goes on
  /// where it ended.
  std::optional<std::string> write() const;

 private:
  struct Expected {
    Standing standing = Standing::missing;
    ListedFile file;
    std::optional<std::string> content;  ///< nothing where the file is current
  };

  GeneratedFolder(std::string folder, FileList listed) : folder_(std::move(folder)), listed_(std::move(listed)) {}
  std::string place_of(const std::string& path) const;
  Standing standing_of_leftover(const std::string& path, const ListedFile& file) const;
  std::optional<std::string> write_list(const FileList& list) const;
  std::optional<std::string> write_files() const;
  std::optional<std::string> remove_leftovers() const;
  FileList wanted() const;

  std::string folder_;
  FileList listed_;
  std::map<std::string, Expected> expected_;
};

}  // namespace flowsim::publish
