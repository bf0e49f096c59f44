// Markers are found where Markdown would show nothing of them, and only there.
#include "publish/marked_blocks.hpp"

#include <gmock/gmock.h>

namespace flowsim::publish {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Found {
  std::vector<MarkedBlock> blocks;
  Diagnostics diagnostics;
};

Found find(std::string_view page) {
  Found found;
  found.blocks = find_marked_blocks("page.md", page, found.diagnostics);
  return found;
}

std::vector<std::string> texts(const MarkedBlock& block) {
  std::vector<std::string> words;
  for (const auto& word : block.words) words.push_back(word.text);
  return words;
}

TEST(MarkedBlocks, HaveACommandAndAPlace) {
  const std::string page = "# Title\n\n<!-- flowsim: run a.yaml --format text -->\nold\n<!-- /flowsim -->\nend\n";
  const auto found = find(page);
  EXPECT_THAT(found.diagnostics, IsEmpty());
  ASSERT_THAT(found.blocks, SizeIs(1));
  const auto& block = found.blocks.front();
  EXPECT_EQ(block.position, (SourcePosition{3, 1}));
  EXPECT_THAT(texts(block), ElementsAre("run", "a.yaml", "--format", "text"));
  EXPECT_EQ(block.words[1].position, (SourcePosition{3, 19}));
  EXPECT_EQ(page.substr(block.begin, block.end - block.begin), "old\n");
  EXPECT_EQ(block.line_ending, "\n");
}

TEST(MarkedBlocks, MayBeEmptyIndentedAndWithoutAFinalNewline) {
  const auto found = find("1. item\n   <!--flowsim: list checks-->\r\n   <!--/flowsim-->");
  EXPECT_THAT(found.diagnostics, IsEmpty());
  ASSERT_THAT(found.blocks, SizeIs(1));
  EXPECT_EQ(found.blocks[0].begin, found.blocks[0].end);
  EXPECT_EQ(found.blocks[0].indentation, "   ");
  EXPECT_EQ(found.blocks[0].line_ending, "\r\n");
}

TEST(MarkedBlocks, KeepSpacesBetweenQuotes) {
  const auto found = find("<!-- flowsim: explain \"User is 'not' assigned\" --as='a b' '' -->\n<!-- /flowsim -->\n");
  EXPECT_THAT(found.diagnostics, IsEmpty());
  ASSERT_THAT(found.blocks, SizeIs(1));
  EXPECT_THAT(texts(found.blocks[0]), ElementsAre("explain", "User is 'not' assigned", "--as=a b", ""));
}

TEST(MarkedBlocks, BeginBehindAByteOrderMark) {
  const auto found = find("\xEF\xBB\xBF<!-- flowsim: list checks -->\n<!-- /flowsim -->\n");
  EXPECT_THAT(found.diagnostics, IsEmpty());
  ASSERT_THAT(found.blocks, SizeIs(1));
  EXPECT_EQ(found.blocks[0].indentation, "");
}

TEST(MarkedBlocks, AreTextInsideCodeCommentsAndSentences) {
  for (const auto* page : {
           "```\n<!-- flowsim: run a -->\n```\n",
           "````md\n```\n<!-- flowsim: run a -->\n```\n<!-- flowsim: run a -->\n````\n",
           "~~~ `\n```\n<!-- flowsim: run a -->\n~~\n~~~ x\n<!-- /flowsim -->\n~~~~\n",
           "```never closed\n<!-- flowsim: run a -->\n",
           "    <!-- flowsim: run a -->\n",
           "<!-- a comment\n```\n<!-- flowsim: run a -->\n",
           "<!-- a comment\n  flowsim: run a\n-->\n",
           "Write `<!-- flowsim: run a -->` here.\n",
           "<!-- flowsim is a program -->\n<!-- /flowsims -->\n",
       }) {
    const auto found = find(page);
    EXPECT_THAT(found.diagnostics, IsEmpty()) << page;
    EXPECT_THAT(found.blocks, IsEmpty()) << page;
  }
}

TEST(MarkedBlocks, AreFoundBehindClosedCodeAndComments) {
  for (const auto* before : {"```\ncode\n```\n", "~~~\n```\n~~~~  \n", "`` ` ```\n", "``` a `\n", "<!-- a -->\n",
                             "<!-- a\n```\n-->\n", "<!-->\n", "    ```\n"}) {
    const auto found = find(std::string(before) + "<!-- flowsim: run a -->\n<!-- /flowsim -->\n");
    EXPECT_THAT(found.diagnostics, IsEmpty()) << before;
    EXPECT_THAT(found.blocks, SizeIs(1)) << before;
  }
}

TEST(MarkedBlocks, MayHoldCodeAndCommentsThatHoldMarkers) {
  const auto found =
      find("<!-- flowsim: run a -->\n```\n<!-- /flowsim -->\n```\n<!--\n<!-- flowsim: run b\n-->\n<!-- /flowsim -->\n");
  EXPECT_THAT(found.diagnostics, IsEmpty());
  EXPECT_THAT(found.blocks, SizeIs(1));
}

struct Mistake {
  std::string name, page, message, hint;
  SourcePosition position;
};
void PrintTo(const Mistake& value, std::ostream* out) { *out << value.name; }

class WrongMarkers : public testing::TestWithParam<Mistake> {};

TEST_P(WrongMarkers, AreNamedWithTheirPlace) {
  const auto found = find(GetParam().page);
  ASSERT_THAT(found.diagnostics, SizeIs(1));
  const auto& diagnostic = found.diagnostics.front();
  EXPECT_EQ(diagnostic.file, "page.md");
  EXPECT_THAT(diagnostic.message, HasSubstr(GetParam().message));
  EXPECT_THAT(diagnostic.hint, HasSubstr(GetParam().hint));
  EXPECT_EQ(diagnostic.position.line, GetParam().position.line);
  EXPECT_EQ(diagnostic.position.column, GetParam().position.column);
}

INSTANTIATE_TEST_SUITE_P(
    MarkedBlocks, WrongMarkers,
    testing::Values(
        Mistake{"Unclosed", "a\n\n<!-- flowsim: run a -->\n", "not closed", "add a line <!-- /flowsim -->", {3, 1}},
        Mistake{"UnclosedByCode",
                "<!-- flowsim: run a -->\n```\n<!-- /flowsim -->\n",
                "not closed",
                "what line 2 opens",
                {1, 1}},
        Mistake{"UnclosedByAComment",
                "<!-- flowsim: run a -->\n\n<!-- source\n<!-- /flowsim -->\n",
                "not closed",
                "what line 3 opens",
                {1, 1}},
        Mistake{"Nested",
                "<!-- flowsim: run a -->\n <!-- flowsim: run b -->\n<!-- /flowsim -->\n",
                "the block opened in line 1 is not closed before this",
                "cannot stand inside each other",
                {2, 2}},
        Mistake{"StrayEnd", "é\n<!-- /flowsim -->\n", "no block is open here", "opens one", {2, 1}},
        Mistake{"NoCommand", "<!-- flowsim:   -->\n<!-- /flowsim -->\n", "names no command", "for instance", {1, 1}},
        Mistake{"OpenQuote",
                "<!-- flowsim: run é 'a b -->\n<!-- /flowsim -->\n",
                "quote is not closed",
                "add another",
                {1, 21}},
        Mistake{"TextBehindIt",
                "<!-- flowsim: run a --> text\n<!-- /flowsim -->\n",
                "something stands behind",
                "a line of its own",
                {1, 25}},
        Mistake{"TextBehindTheEnd",
                "<!-- flowsim: run a -->\n<!-- /flowsim --> text\n",
                "something stands behind",
                "a line of its own",
                {2, 19}},
        Mistake{"BothOnOneLine",
                "<!-- flowsim: run a --> <!-- /flowsim -->\n<!-- /flowsim -->\n",
                "something stands behind",
                "a line of its own",
                {1, 25}},
        Mistake{"InAListItem",
                "1. <!-- flowsim: run a -->\n",
                "does not stand first on its line",
                "cannot stand in list items",
                {1, 4}},
        Mistake{"InAQuotation",
                "> > - <!-- /flowsim -->\n",
                "does not stand first on its line",
                "cannot stand in list items",
                {1, 7}},
        Mistake{"SeveralLines",
                "<!-- flowsim: run a\n  --format text -->\n<!-- /flowsim -->\n",
                "does not end on its line",
                "on one line",
                {1, 1}}),
    [](const auto& test) { return test.param.name; });

TEST(MarkedBlocks, AreBounded) {
  std::string page;
  for (std::size_t count = 0; count < blocks_limit; ++count) page += "<!-- flowsim: run a -->\n<!-- /flowsim -->\n";
  EXPECT_THAT(find(page).diagnostics, IsEmpty());
  EXPECT_THAT(find(page).blocks, SizeIs(blocks_limit));
  EXPECT_THAT(find(page + "<!-- flowsim: run a -->\n<!-- /flowsim -->\n").diagnostics, SizeIs(1));
}

/// The page with other contents in its blocks.
std::string filled(const std::string& page, const std::vector<std::string>& contents) {
  const auto found = find(page);
  EXPECT_THAT(found.diagnostics, IsEmpty());
  EXPECT_EQ(found.blocks.size(), contents.size());
  return with_contents(page, found.blocks, contents);
}

TEST(MarkedBlocks, AreFilledInTheWayOfTheirLine) {
  EXPECT_EQ(filled("a\n<!-- flowsim: run a -->\nold\n\n<!-- /flowsim -->\nb", {"\nnew\n"}),
            "a\n<!-- flowsim: run a -->\n\nnew\n<!-- /flowsim -->\nb");
  EXPECT_EQ(filled("<!-- flowsim: run a -->\r\n<!-- /flowsim -->", {"\nnew\n"}),
            "<!-- flowsim: run a -->\r\n\r\nnew\r\n<!-- /flowsim -->");
  EXPECT_EQ(filled("  <!-- flowsim: run a -->\n<!-- /flowsim -->", {"x\n\n y"}),
            "  <!-- flowsim: run a -->\n  x\n\n   y\n<!-- /flowsim -->");
  EXPECT_EQ(filled("<!-- flowsim: run a -->\nx\n<!-- /flowsim -->\n", {""}),
            "<!-- flowsim: run a -->\n<!-- /flowsim -->\n");
}

TEST(MarkedBlocks, LeaveEveryOtherByteAlone) {
  const std::string block = "<!-- flowsim: run a -->\r\n";
  const std::string end = "<!-- /flowsim -->";
  for (const std::string before : {"", "\xEF\xBB\xBF", "\xEF\xBB\xBF# T\r\n", "a\nb\r\nc\r\n", "\xff\xc3\n", "a\r\r\n",
                                   "<!-- x -->\n", "````\n```\n<!-- /flowsim -->\n````\n", "\t\n \n"})
    for (const std::string after : {"", "\n", "\r\n", "\r\nz", "\n\n\n", "\n<!-- y\n", "\n```\n", "\r\nb\nc\r"}) {
      const auto page = before + block + "old\n" + end + after;
      const auto once = filled(page, {"one\ntwo\n"});
      EXPECT_EQ(once, before + block + "one\r\ntwo\r\n" + end + after);
      EXPECT_EQ(filled(once, {"one\ntwo\n"}), once);
    }
}

}  // namespace
}  // namespace flowsim::publish
