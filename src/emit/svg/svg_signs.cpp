// The tables of icons and signs, in the order of what they stand for.
#include "emit/svg/svg_signs.hpp"

#include <array>
#include <cstddef>

namespace flowsim::emit {
namespace {

constexpr std::string_view window = "M2 3.5h16v13h-16zM2 7.5h16M4.5 5.5h.1M7 5.5h.1";

constexpr std::array<std::string_view, all_participants.size()> icons{
    "M10 10a4 4 0 1 0 0-8a4 4 0 0 0 0 8M2.5 19c0-4.5 3-7 7.5-7s7.5 2.5 7.5 7",
    window,
    "M2 3.5h16v13h-16zM2 7.5h16M7 13.5l-2-1.5 2-1.5M13 10.5l2 1.5-2 1.5",
    "M10 1.5l7 2.5v5c0 4.5-3 7.5-7 9.5c-4-2-7-5-7-9.5v-5zM7 9.5l2.3 2.3 4-4",
    "M3 2.5h14v6h-14zM3 11.5h14v6h-14zM6 5.5h.1M6 14.5h.1M10 5.5h4M10 14.5h4",
    "M2.5 9h15M5 9l1.5-6h7l1.5 6M6.5 15a2.5 2.5 0 1 0 0-.1M11.5 15a2.5 2.5 0 1 0 0-.1",
    window};

constexpr std::array<std::string_view, 4> notes{
    "M8 2l7 12h-14zM8 6.5v3.5M8 12v.1", "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M3.5 3.5l9 9",
    "M8 1.5a6.5 6.5 0 1 0 6 4M8 4.5v4.5M8 11.5v.1", "M3.5 15v-13h9l-2.5 3.5 2.5 3.5h-9"};

constexpr std::array<std::string_view, 4> marks{"M6 1l5.5 10h-11zM6 4.5v3M6 9v.1", "M1.5 4h9M1.5 8h9M8.5 1.5l-5 9",
                                                "M2.5 2.5l7 7m0-7l-7 7",
                                                "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10M6 3v3.3l2.2 1.3"};

}  // namespace

std::string_view svg_icon(Participant participant) { return icons.at(static_cast<std::size_t>(participant)); }

std::string_view svg_sign(NoteKind kind) { return notes.at(static_cast<std::size_t>(kind)); }

std::string_view svg_sign(Sign sign) { return marks.at(static_cast<std::size_t>(sign)); }

}  // namespace flowsim::emit
