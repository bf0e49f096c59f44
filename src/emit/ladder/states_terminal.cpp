// Draws state diagrams for a terminal: boxes with branches below them.
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "diagram/character_text.hpp"
#include "diagram/prose.hpp"
#include "diagram/state_order.hpp"
#include "emit/state_formats.hpp"

namespace flowsim::emit {
namespace {

constexpr std::size_t page_width = 100;
constexpr std::size_t branch_width = 9;  // what stands around label and target: stem, branch, line, tip and spaces

using Lines = std::vector<std::string>;

/// The characters of a border: its corners, its lines, and where another line meets it.
struct Border {
  std::string_view top_left, top_right, bottom_left, bottom_right, across, down, rule_left, rule, rule_right;
};

/// The characters of a drawing.
struct Characters {
  Border once, twice;
  std::string_view stem_out, stem, branch, last_branch, line, tip, initial, final, underline;
};

constexpr Characters unicode_characters{{"╭", "╮", "╰", "╯", "─", "│", "├", "─", "┤"},
                                        {"╔", "╗", "╚", "╝", "═", "║", "╟", "─", "╢"},
                                        "┬",
                                        "│",
                                        "├",
                                        "╰",
                                        "─",
                                        "▶",
                                        "●",
                                        "◎",
                                        "═"};
constexpr Characters ascii_characters{{"+", "+", "+", "+", "-", "|", "+", "-", "+"},
                                      {"#", "#", "#", "#", "=", "#", "#", "-", "#"},
                                      "+",
                                      "|",
                                      "+",
                                      "+",
                                      "-",
                                      ">",
                                      "(*)",
                                      "(o)",
                                      "="};

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, display_width(text)), ' ');
}

/// The label in lines of at most `width` columns, those after the first indented.
Lines lines_of(const StateLabel& label, std::size_t width) {
  Lines lines;
  for (const auto& part : label)
    if (!lines.empty() && display_width(lines.back()) + 1 + display_width(part) <= width)
      lines.back() += " " + part;
    else
      lines.push_back((lines.empty() ? "" : "  ") + part);
  return lines;
}

class TerminalStates {
 public:
  TerminalStates(const StateDiagram& diagram, const StateOptions& options, std::ostream& out)
      : diagram_(diagram), options_(options), set_(options.ascii ? ascii_characters : unicode_characters), out_(out) {}

  void write() {
    const auto title = shown(diagram_.title);
    out_ << title << '\n' << repeated(set_.underline, display_width(title)) << '\n';
    for (const auto* state : reading_order(diagram_)) {
      out_ << '\n';
      write_box(*state);
      write_branches(*state);
    }
  }

  void write_footer() {
    out_ << '\n' << set_.initial << " begins here  " << set_.final << " ends here\n";
    for (const auto& sentence : {std::string(label_sentence), shown(diagram_.footer)})
      for (const auto& line : wrapped(sentence, page_width)) out_ << line << '\n';
  }

 private:
  std::string shown(std::string_view text) const { return character_text(text, options_.ascii); }

  std::string marked(const StateBox& state) const {
    std::string text;
    if (state.name == diagram_.initial) text += std::string(set_.initial) + " ";
    if (state.final) text += std::string(set_.final) + " ";
    return text + state.name;
  }

  void write_box(const StateBox& state) {
    const auto& border = state.final ? set_.twice : set_.once;
    Lines reactions;
    for (const auto& label : state.reactions)
      for (auto& line : lines_of(label, page_width - 4)) reactions.push_back(std::move(line));
    std::size_t width = display_width(marked(state));
    for (const auto& line : reactions) width = std::max(width, display_width(line));
    const auto edge = [&](std::string_view left, std::string_view line, std::string_view right) {
      out_ << left << repeated(line, width + 2) << right << '\n';
    };
    edge(border.top_left, border.across, border.top_right);
    out_ << border.down << ' ' << padded(marked(state), width) << ' ' << border.down << '\n';
    if (!reactions.empty()) edge(border.rule_left, border.rule, border.rule_right);
    for (const auto& line : reactions) out_ << border.down << ' ' << padded(line, width) << ' ' << border.down << '\n';
    if (is_left(diagram_, state))
      out_ << border.bottom_left << border.across << set_.stem_out << repeated(border.across, width)
           << border.bottom_right << '\n';
    else
      edge(border.bottom_left, border.across, border.bottom_right);
  }

  struct Branch {
    Lines label;
    std::string target;
  };

  std::vector<Branch> branches_of(const StateBox& state) const {
    std::size_t taken = 0;
    for (const auto& arrow : diagram_.arrows)
      if (arrow.from == state.name) taken = std::max(taken, display_width(shown_target(arrow.to)) + branch_width);
    std::vector<Branch> branches;
    for (const auto& arrow : diagram_.arrows)
      if (arrow.from == state.name)
        for (const auto& label : arrow.labels)
          branches.push_back({lines_of(label, page_width - std::min(page_width, taken)), shown_target(arrow.to)});
    return branches;
  }

  std::string shown_target(const std::string& name) const {
    const auto& state = *std::ranges::find(diagram_.states, name, &StateBox::name);
    return state.final ? std::string(set_.final) + " " + name : name;
  }

  void write_branches(const StateBox& state) {
    const auto branches = branches_of(state);
    std::size_t width = 0;
    for (const auto& branch : branches) width = std::max(width, display_width(branch.label.back()));
    for (const auto& branch : branches) {
      const bool last = &branch == &branches.back();
      out_ << "  " << (last ? set_.last_branch : set_.branch) << set_.line << ' ' << branch.label.front();
      for (std::size_t line = 1; line < branch.label.size(); ++line)
        out_ << "\n  " << (last ? " " : set_.stem) << "  " << branch.label[line];
      const auto free = width - display_width(branch.label.back());
      out_ << ' ' << repeated(set_.line, free + 1) << set_.tip << ' ' << branch.target << '\n';
    }
  }

  const StateDiagram& diagram_;
  const StateOptions& options_;
  const Characters& set_;
  std::ostream& out_;
};

}  // namespace

void write_states_terminal(std::span<const StateDiagram> diagrams, const StateOptions& options, std::ostream& out) {
  for (const auto& diagram : diagrams) {
    TerminalStates writer(diagram, options, out);
    if (&diagram != &diagrams.front()) out << '\n';
    writer.write();
    if (&diagram == &diagrams.back()) writer.write_footer();
  }
}

}  // namespace flowsim::emit
