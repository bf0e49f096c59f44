// Every rule is shown to hold where it is kept and to fail where it is broken.
#include "structure/rules.hpp"

#include <gmock/gmock.h>

namespace flowsim::structure {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::vector<Module> some_modules{{"base", {}},
                                       {"wire", {"base"}},
                                       {"trace", {"base", "wire"}},
                                       {"sim", {"base", "trace", "wire"}},
                                       {"oauth", {"base", "trace", "wire"}},
                                       {"emit", {"base", "oauth", "trace", "wire"}},
                                       {"cli", {"base", "emit"}}};

SourceFile source(std::string path, std::string text) { return {std::move(path), std::move(text)}; }

TEST(DependencyRule, LetsAModuleIncludeItselfAndWhatItStandsOn) {
  const auto text = "#include <string>\n#include \"oauth/check.hpp\"\n#include \"trace/trace.hpp\"\n";
  EXPECT_THAT(includes_only_allowed_modules(source("src/oauth/checks/a.cpp", text), some_modules), IsEmpty());
}

TEST(DependencyRule, RefusesAModuleThatStandsOnTheIncludingOne) {
  EXPECT_THAT(includes_only_allowed_modules(source("src/base/a.cpp", "#include \"wire/url.hpp\"\n"), some_modules),
              ElementsAre(HasSubstr("base may not include wire")));
}

TEST(DependencyRule, RefusesAModuleBesideIt) {
  EXPECT_THAT(includes_only_allowed_modules(source("src/emit/a.cpp", "  #  include \"sim/actor.hpp\"\n"), some_modules),
              ElementsAre(HasSubstr("emit may not include sim")));
}

TEST(DependencyRule, RefusesAnIncludeWithoutAModule) {
  EXPECT_THAT(includes_only_allowed_modules(source("src/cli/a.cpp", "#include \"options.hpp\"\n"), some_modules),
              ElementsAre(HasSubstr("not named in quotes by its module")));
}

TEST(DependencyRule, RefusesBracketsAroundAFileOfOurs) {
  EXPECT_THAT(includes_only_allowed_modules(source("src/base/a.cpp", "#include <base/text.hpp>\n"), some_modules),
              ElementsAre(HasSubstr("not named in quotes by its module")));
  EXPECT_THAT(includes_only_allowed_modules(source("src/base/a.cpp", "#include <sys/wait.h>\n"), some_modules),
              IsEmpty());
}

TEST(DependencyRule, RefusesAWayAroundTheModules) {
  EXPECT_THAT(
      includes_only_allowed_modules(source("src/base/a.cpp", "#include \"base/../sim/actor.hpp\"\n"), some_modules),
      ElementsAre(HasSubstr("not named in quotes by its module")));
}

TEST(DependencyRule, RefusesAFileInNoModule) {
  EXPECT_THAT(includes_only_allowed_modules(source("src/a.cpp", ""), some_modules),
              ElementsAre(HasSubstr("belongs to no module")));
  EXPECT_THAT(includes_only_allowed_modules(source("src/util/a.cpp", ""), some_modules),
              ElementsAre(HasSubstr("belongs to no module")));
}

TEST(BoostMsmRule, LetsTheMachineAndTheActorsNameIt) {
  const auto text = "#include <boost/msm/back/state_machine.hpp>\n";
  EXPECT_THAT(names_boost_msm_only_in_the_machine_and_actors(source("src/sim/machine.hpp", text)), IsEmpty());
  EXPECT_THAT(names_boost_msm_only_in_the_machine_and_actors(source("src/flows/implicit/okta.cpp", text)), IsEmpty());
}

TEST(BoostMsmRule, RefusesItInAnActorsHeader) {
  EXPECT_THAT(names_boost_msm_only_in_the_machine_and_actors(
                  source("src/flows/implicit/okta.hpp", "#include <boost/msm/back/tools.hpp>\n")),
              ElementsAre(HasSubstr("names Boost.MSM")));
}

TEST(BoostMsmRule, RefusesItInAnotherModule) {
  const auto text = "#include <boost/msm/front/functor_row.hpp>\nusing boost::msm::front::none;\n";
  EXPECT_THAT(names_boost_msm_only_in_the_machine_and_actors(source("src/oauth/a.cpp", text)),
              ElementsAre(HasSubstr("functor_row"), HasSubstr("boost::msm")));
}

TEST(BoostMsmRule, LetsACommentSpeakOfIt) {
  EXPECT_THAT(names_boost_msm_only_in_the_machine_and_actors(
                  source("src/trace/edge.hpp", "// boost::msm is not needed here.\n")),
              IsEmpty());
}

TEST(BoostMsmRule, FindsItBehindOtherHeaders) {
  const auto machine = source("src/sim/machine.hpp", "#include <boost/msm/back/tools.hpp>\n");
  const auto shell = source("src/flows/implicit/shell.hpp", "#include \"sim/machine.hpp\"\n");
  const auto user = [](const char* path) { return source(path, "#include \"flows/implicit/shell.hpp\"\n"); };
  EXPECT_THAT(compiles_boost_msm_only_in_actors({machine, shell, user("src/flows/implicit/user.cpp")}), IsEmpty());
  EXPECT_THAT(compiles_boost_msm_only_in_actors({machine, shell, user("src/flows/implicit/spelling.cpp")}),
              ElementsAre("src/flows/implicit/spelling.cpp compiles Boost.MSM"));
}

TEST(OpeningRule, HoldsForTheScriptsOfPagesButNotForTheirTemplates) {
  EXPECT_THAT(opens_with_one_sentence(source("src/emit/html/page/a.html", "<!doctype html>\n")), IsEmpty());
  EXPECT_THAT(opens_with_one_sentence(source("src/emit/html/page/a.js", "'use strict';\n")),
              ElementsAre(HasSubstr("does not open")));
}

TEST(OpeningRule, TakesOneSentenceOnOneLineOrMore) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.hpp", "// Virtual time (RFC 7519 §2).\n#pragma once\n")),
              IsEmpty());
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "// RFC 9700 §4.1: compare\n// exactly.\nint a;\n")),
              IsEmpty());
}

TEST(OpeningRule, RefusesAFileWithoutASentence) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.hpp", "#pragma once\n// Late.\n")),
              ElementsAre(HasSubstr("does not open")));
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "")), ElementsAre(HasSubstr("does not open")));
}

TEST(OpeningRule, RefusesAnUnfinishedSentence) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "// Virtual time\n")),
              ElementsAre(HasSubstr("no full stop")));
}

TEST(OpeningRule, RefusesTwoSentences) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "// Virtual time.\n// It never stops.\n")),
              ElementsAre(HasSubstr("more than one sentence")));
}

TEST(HeaderRule, AsksForPragmaOnceBeforeAllCode) {
  EXPECT_THAT(guards_its_header(source("src/base/a.hpp", "// A.\n#pragma once\n")), IsEmpty());
  EXPECT_THAT(guards_its_header(source("src/base/a.cpp", "// A.\n#include <string>\n")), IsEmpty());
  EXPECT_THAT(guards_its_header(source("src/base/a.hpp", "// A.\n#include <string>\n#pragma once\n")),
              ElementsAre(HasSubstr("#pragma once")));
  EXPECT_THAT(guards_its_header(source("src/base/a.hpp", "// #pragma once.\n")),
              ElementsAre(HasSubstr("#pragma once")));
}

TEST(LengthRule, TakesFourHundredLinesAndNotOneMore) {
  const auto lines = [](int count) {
    std::string text;
    while (count-- > 0) text += "//\n";
    return text;
  };
  EXPECT_THAT(is_short(source("src/base/a.cpp", lines(400))), IsEmpty());
  EXPECT_THAT(is_short(source("src/base/a.cpp", lines(401))), ElementsAre(HasSubstr("401 lines")));
}

TEST(ExtensionRule, KnowsHeadersAndSourcesOnly) {
  EXPECT_THAT(has_a_known_extension(source("src/base/a.hpp", "")), IsEmpty());
  EXPECT_THAT(has_a_known_extension(source("src/base/a.cpp", "")), IsEmpty());
  EXPECT_THAT(has_a_known_extension(source("src/base/a.inc", "")), ElementsAre(HasSubstr("neither")));
  EXPECT_THAT(has_a_known_extension(source("src/emit/html/page/a.css", "")), IsEmpty());
  EXPECT_THAT(has_a_known_extension(source("src/base/a.css", "")), ElementsAre(HasSubstr("neither")));
}

TEST(ModulesInBuild, FollowTheirUsesToTheEnd) {
  const std::vector<SourceFile> lists{{"src/base/CMakeLists.txt", "add_module(base SOURCES a.cpp)\n"},
                                      {"src/sim/CMakeLists.txt", "add_module(\n  sim\n  USES wire\n  SOURCES a.cpp)\n"},
                                      {"src/wire/CMakeLists.txt", "add_module(wire USES base LIBRARIES Boost::url)\n"}};
  const auto built = modules_in_build(lists, {{"base", {}}, {"wire", {}}, {"sim", {}}, {"later", {}}});
  EXPECT_EQ(built, (std::vector<Module>{{"base", {}}, {"wire", {"base"}}, {"sim", {"base", "wire"}}}));
}

TEST(ModulesInPage, StandInTheTableUnderTheirHeading) {
  const auto page =
      "# Modules\n| `other` | `x` |\n## Dependency rule\n| module | may include |\n|---|---|\n"
      "| `base` | nothing |\n| `sim` | `wire`, `base` |\n## More\n| `late` | `x` |\n";
  EXPECT_EQ(modules_in_page(page), (std::vector<Module>{{"base", {}}, {"sim", {"base", "wire"}}}));
}

TEST(ModulesInNamespaces, AreSeenByTheirUsingDirectives) {
  const auto header = "namespace flowsim {\nnamespace base {}\nnamespace wire {\nusing namespace base;\n}\n}\n";
  EXPECT_EQ(modules_in_namespaces(header), (std::vector<Module>{{"base", {}}, {"wire", {"base"}}}));
}

Violations declared_twice(std::string one, std::string other) {
  return declares_each_name_once({source("src/a/a.hpp", std::move(one)), source("src/b/b.hpp", std::move(other))});
}

TEST(NameRule, RefusesATypeThatTwoHeadersDefine) {
  const auto page = "namespace flowsim::wire {\n/// A page.\nstruct Page {\n  int kind = 0;\n};\n}\n";
  EXPECT_THAT(declared_twice(page, page),
              ElementsAre("flowsim::wire::Page is declared in src/a/a.hpp and in src/b/b.hpp"));
  EXPECT_THAT(declared_twice("namespace flowsim {\nnamespace wire {\nenum class Page : int { a };\n}\n}\n", page),
              ElementsAre(HasSubstr("flowsim::wire::Page")));
  EXPECT_THAT(declared_twice("namespace flowsim::wire {\nusing Page = int;\n}\n", page),
              ElementsAre(HasSubstr("flowsim::wire::Page")));
  EXPECT_THAT(declared_twice("namespace flowsim::wire {\nclass Page final : public Base {};\n}\n", page),
              ElementsAre(HasSubstr("flowsim::wire::Page")));
}

TEST(NameRule, LetsTwoModulesHaveOneName) {
  EXPECT_THAT(
      declared_twice("namespace flowsim::wire { struct Page {}; }", "namespace flowsim::teach { struct Page {}; }"),
      IsEmpty());
}

TEST(NameRule, TakesAnAnnouncementForNoDefinition) {
  EXPECT_THAT(declared_twice("namespace flowsim::oauth { struct Key; }", "namespace flowsim::oauth { struct Key {}; }"),
              IsEmpty());
}

TEST(NameRule, TellsFunctionsApartByTheirParameters) {
  const auto one = "namespace flowsim::wire {\nstd::string_view name_of(Participant who);\n}\n";
  EXPECT_THAT(declared_twice(one, one), ElementsAre(HasSubstr("flowsim::wire::name_of")));
  EXPECT_THAT(declared_twice(one, "namespace flowsim::wire {\nstd::string_view name_of(Place where);\n}\n"), IsEmpty());
}

TEST(NameRule, SeesVariablesAndPassesOverMembersAndComments) {
  const auto limit = "namespace flowsim::base {\ninline constexpr std::size_t limit = 3;\n}\n";
  EXPECT_THAT(declared_twice(limit, limit), ElementsAre(HasSubstr("flowsim::base::limit")));
  EXPECT_THAT(
      declared_twice("namespace flowsim::base {\nstruct A { int limit = 3; void f(int x); };\n}\n",
                     "namespace flowsim::base {\n// struct A {};\nstruct B { int limit = 3; void f(int x); };\n}\n"),
      IsEmpty());
}

TEST(Cli11Rule, WantsOneFile) {
  const auto including = [](std::string path) { return source(std::move(path), "#include <CLI/CLI.hpp>\n"); };
  EXPECT_THAT(includes_cli11_once({including("src/cli/a.cpp")}), IsEmpty());
  EXPECT_THAT(includes_cli11_once({including("src/cli/a.cpp"), including("src/cli/b.cpp")}), SizeIs(2));
  EXPECT_THAT(includes_cli11_once({}), ElementsAre(HasSubstr("no file")));
}

}  // namespace
}  // namespace flowsim::structure
