// flowsim lesson binds scenarios into one page, or says why not.
#include <gmock/gmock.h>

#include "program.hpp"

namespace flowsim::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

long count(const std::string& text, std::string_view word) {
  long found = 0;
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; ++at) ++found;
  return found;
}

TEST(Lesson, BindsAFolderIntoOnePageOfReasonableSize) {
  const TemporaryFolder folder;
  const auto file = (folder.path() / "happy.html").string();
  const auto run = flowsim_run({"lesson", "scenarios/happy", "-o", file});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.err, IsEmpty());
  const auto page = content_of(file);
  EXPECT_EQ(count(page, "<article "), 47);
  EXPECT_EQ(count(page, "<style>"), 1);
  EXPECT_THAT(page, HasSubstr("<a href=\"#prompt-none\">"));
  EXPECT_THAT(page, HasSubstr("id=\"prompt-none/3\""));
  EXPECT_LT(page.size(), std::size_t{12} << 20U);
}

TEST(Lesson, IsCalledAsAsked) {
  const auto run = flowsim_run({"lesson", "scenarios/happy-path.yaml", "-o", "-", "--title", "My <lesson>"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("<title>My &lt;lesson&gt;</title>"));
}

TEST(Lesson, WritesNothingWhereAScenarioIsInvalid) {
  const TemporaryFolder folder;
  folder.write("good.yaml", "title: Good\n");
  folder.write("bad.yaml", "titel: Bad\n");
  const auto file = folder.path() / "out.html";
  const auto run = flowsim_run({"lesson", folder.path().string(), "-o", file.string()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("unknown key"));
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Lesson, SaysWhatDidNotComeAsExpectedAndWritesThePage) {
  const TemporaryFolder folder;
  const auto scenario = folder.write("x.yaml", "title: X\nexpect: {outcome: timed_out}\n");
  const auto run = flowsim_run({"lesson", scenario, "-o", "-"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.err, HasSubstr("expected outcome timed_out, came resource_served"));
  EXPECT_THAT(run.out, HasSubstr("</html>"));
}

TEST(Lesson, RefusesAPageThatNoBrowserWouldLike) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "all.html";
  const auto run = flowsim_run({"lesson", "scenarios", "--detail", "wire", "-o", file.string()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("larger than 64 MB\n  hint: name fewer scenarios"));
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Lesson, GivesScenariosOfTheSameNameAddressesOfTheirOwn) {
  const TemporaryFolder folder;
  const auto one = folder.write("a b.yaml", "title: One\n"), other = folder.write("a-b.yaml", "title: Other\n");
  const auto run = flowsim_run({"lesson", one, other, "-o", "-"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("<article class=\"scenario\" id=\"a-b\""));
  EXPECT_THAT(run.out, HasSubstr("<article class=\"scenario\" id=\"a-b-2\""));
}

TEST(Lesson, IsWhatRunWritesAsHtml) {
  const auto run = flowsim_run({"run", "scenarios/happy-path.yaml", "--format", "html"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, IsEmpty());
  EXPECT_EQ(run.out, flowsim_run({"lesson", "scenarios/happy-path.yaml", "-o", "-"}).out);
  EXPECT_THAT(run.out, Not(HasSubstr("http-equiv=\"refresh\"")));
  EXPECT_THAT(run.out, HasSubstr("\"Ready\",\"sign_in_request\"")) << "the actors' tables are in it";
}

}  // namespace
}  // namespace flowsim::cli
