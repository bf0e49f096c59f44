// Reads the data files of the catalogue, strictly: what is wrong is said with its place.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace flowsim::words {

/// One value of a data file: a sentence, or a list or a map of values in the order of the file.
struct DataNode {
  std::string name;  ///< its key in a map, its number in a list, from 0
  std::string text;  ///< of a sentence
  std::vector<DataNode> values{};
};

/// Adds what the file says to the values of `root`; maps of the same name, in other files, grow together. Wrong are a
/// key that stands twice or is no word, a value that is empty, control characters, braces around anything but a
/// placeholder, and bytes that are not UTF-8.
void read_data_file(std::string_view text, const std::string& file, DataNode& root, Diagnostics& diagnostics);

}  // namespace flowsim::words
