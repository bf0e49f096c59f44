// The format table.
#include "emit/registry.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "support/sample_traces.hpp"

namespace flowsim::emit {
namespace {

TEST(Formats, HaveDifferentNamesAndExtensions) {
  std::set<std::string_view> names, extensions;
  for (const auto& format : formats()) {
    EXPECT_TRUE(names.insert(format.name).second);
    EXPECT_TRUE(extensions.insert(format.extension).second) << "two formats of one run go into one folder";
    EXPECT_EQ(format.extension.front(), '.');
    EXPECT_NE(format.description.back(), '.');
    EXPECT_EQ(format_named(format.name), &format);
  }
  EXPECT_EQ(format_named("pictures"), nullptr);
}

TEST(Formats, BeginWithTheDefault) { EXPECT_EQ(formats().front().name, "text"); }

TEST(Formats, SaySomethingAtEveryLevelTheySupport) {
  const auto trace = testing_support::every_record();
  for (const auto& format : formats())
    for (const auto detail : all_details) {
      if (!format.supports(detail)) continue;
      std::ostringstream out;
      format.write(trace, {detail, false, false}, out);
      EXPECT_GT(out.str().size(), 100u) << format.name;
      EXPECT_EQ(out.str().back(), '\n') << format.name;
    }
}

TEST(Formats, DrawEveryLevelOfDetailButWordsHaveNoWire) {
  const std::set<std::string_view> words{"markdown", "parameters"};
  for (const auto& format : formats())
    for (const auto detail : all_details)
      EXPECT_TRUE(format.supports(detail) || words.contains(format.name)) << format.name;
  EXPECT_FALSE(format_named("markdown")->supports(Detail::wire));
  EXPECT_FALSE(format_named("parameters")->supports(Detail::overview));
}

}  // namespace
}  // namespace flowsim::emit
