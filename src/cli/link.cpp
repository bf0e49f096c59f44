// Keeps what a path is made of and encodes the rest.
#include "cli/link.hpp"

#include <fmt/core.h>

namespace flowsim::cli {

std::string link_target(std::string_view path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/";
  std::string target;
  for (const char character : path) {
    if (plain.find(character) != std::string_view::npos)
      target += character;
    else
      target += fmt::format("%{:02X}", static_cast<unsigned char>(character));
  }
  return target;
}

}  // namespace flowsim::cli
