// flowsim docs: fills the marked blocks of Markdown pages, or says where they are no longer true.
#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/page_blocks.hpp"
#include "cli/scenario_files.hpp"
#include "publish/generated_file.hpp"
#include "publish/unified_diff.hpp"

namespace flowsim::cli {
namespace {

std::string escaped_for_github(std::string_view text, std::string_view special) {
  std::string out;
  for (const char character : text) {
    if (special.find(character) != std::string_view::npos)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(character));
    else
      out += character;
  }
  return out;
}

std::string annotation_property(std::string_view text) { return escaped_for_github(text, "%\r\n:,"); }

/// For GitHub's continuous integration, which shows it beside the line it is about: prints `::error
/// file=…,line=…,col=…,title=…::message` on one line. Everything in it is escaped as GitHub's workflow commands ask:
/// `%`, carriage return and newline, in properties also `:` and `,`. A line or a column 0 is left out, and so is a
/// newline at the end of the message.
void print_annotation(const std::string& file, const SourcePosition& position, const std::string& title,
                      const std::string& message, std::ostream& out) {
  out << "::error file=" << annotation_property(file);
  if (position.line > 0) out << ",line=" << position.line;
  if (position.column > 0) out << ",col=" << position.column;
  const auto text = std::string_view(message).substr(0, message.size() - (message.ends_with('\n') ? 1 : 0));
  out << ",title=" << annotation_property(title) << "::" << escaped_for_github(text, "%\r\n") << "\n";
}

struct DocsArguments {
  std::string action;
  std::vector<std::string> files;
  std::string annotate;
};

/// One run of `flowsim docs`.
class DocsJob {
 public:
  DocsJob(const DocsArguments& arguments, const Console& console, ExitStatus& status)
      : arguments_(arguments), console_(console), status_(status), writes_(arguments.action == "write") {}

  void run() {
    for (const auto& file : arguments_.files) look_at(file);
  }

 private:
  bool annotates() const { return !arguments_.annotate.empty(); }

  void say(const std::string& file, const std::string& message) {
    console_.err << "flowsim: " << visible(file) << ": " << message << "\n";
  }

  void fail(const std::string& file, const std::string& message, ExitStatus status) {
    say(file, message);
    status_ = worse(status_, status);
  }

  void look_at(const std::string& file) {
    const auto read = read_file(file, page_limit);
    if (const auto* problem = std::get_if<FileProblem>(&read))
      return fail(file, problem->message, problem->unreadable ? ExitStatus::outside_failed : ExitStatus::wrong_usage);
    const auto& text = std::get<std::string>(read);
    std::vector<BlockProblem> problems;
    const auto page = fill_page(file, text, pictures_, problems);
    for (const auto& problem : problems) say(problem, text);
    if (!page) return;
    if (page->blocks.empty())
      say(file, "has no blocks, so there is nothing to do");
    else if (writes_)
      write(*page);
    else
      check(*page);
  }

  void say(const BlockProblem& problem, std::string_view page) {
    const auto& [file, position, message, hint] = problem.diagnostic;
    console_.err << render(problem.diagnostic, page) << problem.said;
    if (annotates())
      print_annotation(file, position, "flowsim docs: " + message, problem.said.empty() ? hint : problem.said,
                       console_.out);
    status_ = worse(status_, problem.status);
  }

  void write(const FilledPage& page) {
    std::size_t written = 0;
    for (const auto& [drawn, block] : page.pictures) {
      if (freshness_of(drawn.path, drawn.content) == Freshness::current) continue;
      if (const auto failure = bring_up_to_date(drawn.path, drawn.content))
        return fail(drawn.path, *failure, ExitStatus::outside_failed);
      ++written;
    }
    if (const auto failure = bring_up_to_date(page.file, page.filled))
      return fail(page.file, *failure, ExitStatus::outside_failed);
    for (std::size_t block = 0; block < page.blocks.size(); ++block) written += page.is_current(block) ? 0U : 1U;
    say(page.file, written == 0 ? "is up to date" : fmt::format("brought up to date, {}", count(page)));
  }

  void check(const FilledPage& page) {
    std::size_t stale = 0;
    for (std::size_t block = 0; block < page.blocks.size(); ++block)
      if (!page.is_current(block)) {
        ++stale;
        if (annotates()) annotate(page, block);
      }
    if (!annotates()) console_.out << unified_diff({page.file, page.text}, {page.file, page.filled});
    for (const auto& picture : page.pictures) stale += check(page, picture) ? 0U : 1U;
    if (stale == 0) return say(page.file, fmt::format("is up to date, {}", count(page)));
    const auto remedy = page.file == "-" ? "" : "; 'flowsim docs write " + visible(page.file) + "' makes it so";
    fail(page.file, "is not up to date" + remedy, ExitStatus::difference);
  }

  /// Whether the picture's file is what the block draws.
  bool check(const FilledPage& page, const ShownPicture& picture) {
    const auto& [drawn, block] = picture;
    std::string problem;
    switch (freshness_of(drawn.path, drawn.content)) {
      case Freshness::current:
        return true;
      case Freshness::stale:
        problem = "is not what the block draws";
        break;
      case Freshness::missing:
        problem = "is missing";
        break;
      case Freshness::unreadable:
        problem = "cannot be read";
        break;
    }
    say(drawn.path, problem);
    if (annotates())
      print_annotation(page.file, page.blocks[block].position, "flowsim docs: picture not up to date",
                       visible(drawn.path) + " " + problem, console_.out);
    return false;
  }

  void annotate(const FilledPage& page, std::size_t block) {
    constexpr std::size_t longest = 4000;
    const auto& position = page.blocks[block].position;
    auto difference =
        unified_diff({"", page.before(block), position.line + 1}, {"", page.after(block), position.line + 1});
    if (difference.size() > longest) difference = difference.substr(0, difference.rfind('\n', longest)) + "\n…";
    print_annotation(page.file, position, "flowsim docs: block not up to date", difference, console_.out);
  }

  static std::string count(const FilledPage& page) {
    return fmt::format("{} {}", page.blocks.size(), page.blocks.size() == 1 ? "block" : "blocks");
  }

  const DocsArguments& arguments_;
  const Console& console_;
  ExitStatus& status_;
  const bool writes_;
  PictureContents pictures_;
};

void docs(const DocsArguments& arguments, const Console& console, ExitStatus& status) {
  const bool writes = arguments.action == "write";
  std::string problem, hint;
  if (writes && !arguments.annotate.empty()) {
    problem = "--annotate says what a check finds";
    hint = "leave it out, or say 'flowsim docs check'";
  } else if (writes && std::ranges::find(arguments.files, "-") != arguments.files.end()) {
    problem = "standard input cannot be written back";
    hint = "name the page's file; 'flowsim docs check -' reads standard input";
  }
  if (problem.empty()) return DocsJob(arguments, console, status).run();
  complain(console, status, ExitStatus::wrong_usage, problem, hint);
}

}  // namespace

Command docs_command() {
  return {.name = "docs",
          .summary = "Fill the marked blocks of Markdown pages, or check them",
          .options = {{.names = "ACTION",
                       .kind = OptionKind::choice,
                       .help = "write: fill the blocks; check: say where they differ",
                       .choices = {"write", "check"},
                       .required = true},
                      {.names = "FILE",
                       .kind = OptionKind::input,
                       .help = "Markdown pages; check also takes - for standard input",
                       .required = true,
                       .repeated = true},
                      {.names = "--annotate",
                       .kind = OptionKind::choice,
                       .help = "Print annotations in the place of the diff",
                       .choices = {"github"}}},
          .examples = {"flowsim docs write README.md", "flowsim docs check README.md docs/*.md"},
          .notes =
              "A block stands between two lines of a page:\n"
              "  <!-- flowsim: run scenarios/happy-path.yaml --format markdown --detail overview -->\n"
              "  <!-- /flowsim -->\n"
              "The marker holds a command line of run, states, list, explain, threats or schema; quotes keep spaces\n"
              "in a word. All paths, those in markers too, lead from the current folder, and nothing outside the\n"
              "blocks is touched. The formats markdown and parameters stand as they are, others as code; --as\n"
              "comment hides the output in a comment; --format svg -o FILE.svg also writes the picture, and the\n"
              "block shows it with its description as alternative text.\n"
              "check prints a unified diff.",
          .exit_status =
              "0 all well; 1 a block differs, or a run does not end as expected; 2 a marker or its\n"
              "command is wrong; 3 a file could not be read or written.",
          .run = [](const Values& values, const Console& console, ExitStatus& status) {
            docs({values.text("ACTION"), values.all("FILE"), values.text("--annotate")}, console, status);
          }};
}

}  // namespace flowsim::cli
