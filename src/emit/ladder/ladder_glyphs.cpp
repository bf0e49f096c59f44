// The two character sets, glyph by glyph.
#include "emit/ladder/ladder_glyphs.hpp"

#include <cstddef>

namespace flowsim::emit {
namespace {

constexpr LadderGlyphs unicode{
    .lifeline = "│",
    .active = "┃",
    .attacker = "┆",
    .pause = "┊",
    .starts_right = "├",
    .starts_left = "┤",
    .active_starts_right = "┠",
    .active_starts_left = "┨",
    .crossing = "┼",
    .active_crossing = "╂",
    .lost = "✗",
    .loop_top = "╮",
    .loop_bottom = "╯",
    .state_opens = "⟨",
    .state_closes = "⟩",
    .cut = "…",
    .participant = {"┌", "┐", "└", "┘", "─", "│", "┴", "┬"},
    .attacker_frame = {"┌", "┐", "└", "┘", "╌", "┆", "┴", "┬"},
    .note = {"╭", "╮", "╰", "╯", "─", "│", "┴", "┬"},
    .ending = {"╔", "╗", "╚", "╝", "═", "║", "╧", "╤"},
    .arrows = {{"─", "─", "▶", "◀"}, {"╌", "╌", "▷", "◁"}, {"─", "─", "▷", "◁"}},
    .signs = {"↯", "✗", "!", "■"},
};

constexpr LadderGlyphs ascii_only{
    .lifeline = "|",
    .active = "#",
    .attacker = ":",
    .pause = ".",
    .starts_right = "|",
    .starts_left = "|",
    .active_starts_right = "#",
    .active_starts_left = "#",
    .crossing = "+",
    .active_crossing = "+",
    .lost = "x",
    .loop_top = ".",
    .loop_bottom = "'",
    .state_opens = "<",
    .state_closes = ">",
    .cut = "~",
    .participant = {"+", "+", "+", "+", "-", "|", "+", "+"},
    .attacker_frame = {"+", "+", "+", "+", ".", ":", "+", "+"},
    .note = {".", ".", "'", "'", "-", "|", "+", "+"},
    .ending = {"+", "+", "+", "+", "=", "|", "+", "+"},
    .arrows = {{"-", "-", ">", "<"}, {"-", " ", ">", "<"}, {"-", "-", ")", "("}},
    .signs = {"*", "x", "!", "="},
};

}  // namespace

const ArrowGlyphs& LadderGlyphs::arrow(ArrowKind kind) const { return arrows[static_cast<std::size_t>(kind)]; }

std::string_view LadderGlyphs::sign(NoteKind kind) const { return signs[static_cast<std::size_t>(kind)]; }

const LadderGlyphs& ladder_glyphs(bool ascii) { return ascii ? ascii_only : unicode; }

}  // namespace flowsim::emit
