// The stream counts for us, and passes over what is too much.
#include "base/read_line.hpp"

#include <istream>
#include <limits>

namespace flowsim::base {

std::variant<std::string, NoLine> read_line(std::istream& in, std::size_t max_bytes) {
  std::string line(max_bytes + 1, '\0');
  in.getline(line.data(), static_cast<std::streamsize>(line.size()));
  auto size = static_cast<std::size_t>(in.gcount());
  if (in.bad() || (in.fail() && size == 0)) return NoLine::at_end;
  if (in.fail()) {
    in.clear(in.rdstate() & ~std::ios::failbit);
    in.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    return NoLine::too_long;
  }
  if (!in.eof()) --size;  // the line feed
  if (size > 0 && line[size - 1] == '\r') --size;
  line.resize(size);
  return line;
}

}  // namespace flowsim::base
