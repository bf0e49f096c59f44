// The list of what was generated into a folder, kept in that folder.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "base/modules.hpp"

namespace flowsim::publish {

/// What a rendered picture was made of; both empty for a file that flowsim wrote by itself.
struct Origin {
  std::string source;    ///< the digest of the source text
  std::string renderer;  ///< the name and version of the program that rendered it
  bool operator==(const Origin&) const = default;
};

/// A file as it was when it was written.
struct ListedFile {
  std::string digest;  ///< of its content
  Origin origin{};
  bool operator==(const ListedFile&) const = default;
};

/// Every file by its path below the folder, with `/` between folders, in the byte order of the paths.
using FileList = std::map<std::string, ListedFile>;

/// The name of the list in its folder.
inline constexpr std::string_view file_list_name = "generated.json";

/// The list as JSON, one file a line.
std::string file_list_text(const FileList& list);

/// The list in the folder; empty where there is none. A text is returned where there is a file of that name that is no
/// such list, or names a file outside of the folder: the reason, as a sentence without a full stop.
std::variant<FileList, std::string> read_file_list(const std::string& folder);

}  // namespace flowsim::publish
