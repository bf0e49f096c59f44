// Every law is shown to hold where it is kept and to fail where it is broken.
#include "structure/laws.hpp"

#include <gmock/gmock.h>

namespace flowsim::structure {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

SourceFile source(std::string path, std::string text) { return {std::move(path), std::move(text)}; }

TEST(IncludeLaw, LetsARoomIncludeItselfAndWhatItStandsOn) {
  const auto text = "#include <string>\n#include \"oauth/check.hpp\"\n#include \"trace/trace.hpp\"\n";
  EXPECT_THAT(includes_only_allowed_rooms(source("src/oauth/checks/a.cpp", text)), IsEmpty());
}

TEST(IncludeLaw, RefusesARoomThatStandsOnTheIncludingOne) {
  EXPECT_THAT(includes_only_allowed_rooms(source("src/base/a.cpp", "#include \"wire/url.hpp\"\n")),
              ElementsAre(HasSubstr("base may not include wire")));
}

TEST(IncludeLaw, RefusesTheOtherWing) {
  EXPECT_THAT(includes_only_allowed_rooms(source("src/emit/a.cpp", "  #  include \"sim/actor.hpp\"\n")),
              ElementsAre(HasSubstr("emit may not include sim")));
}

TEST(IncludeLaw, RefusesAnIncludeWithoutARoom) {
  EXPECT_THAT(includes_only_allowed_rooms(source("src/cli/a.cpp", "#include \"options.hpp\"\n")),
              ElementsAre(HasSubstr("not named in quotes by its room")));
}

TEST(IncludeLaw, RefusesBracketsAroundAFileOfOurs) {
  EXPECT_THAT(includes_only_allowed_rooms(source("src/base/a.cpp", "#include <base/text.hpp>\n")),
              ElementsAre(HasSubstr("not named in quotes by its room")));
  EXPECT_THAT(includes_only_allowed_rooms(source("src/base/a.cpp", "#include <sys/wait.h>\n")), IsEmpty());
}

TEST(IncludeLaw, RefusesAWayAroundTheRooms) {
  EXPECT_THAT(includes_only_allowed_rooms(source("src/base/a.cpp", "#include \"base/../sim/actor.hpp\"\n")),
              ElementsAre(HasSubstr("not named in quotes by its room")));
}

TEST(IncludeLaw, RefusesAFileInNoRoom) {
  EXPECT_THAT(includes_only_allowed_rooms(source("src/a.cpp", "")), ElementsAre(HasSubstr("stands in no room")));
  EXPECT_THAT(includes_only_allowed_rooms(source("src/util/a.cpp", "")), ElementsAre(HasSubstr("stands in no room")));
}

TEST(BoostMsmLaw, LetsTheDoorAndTheActorsKnowIt) {
  const auto text = "#include <boost/msm/back/state_machine.hpp>\n";
  EXPECT_THAT(names_boost_msm_only_behind_its_door(source("src/sim/machine.hpp", text)), IsEmpty());
  EXPECT_THAT(names_boost_msm_only_behind_its_door(source("src/flows/implicit/okta.cpp", text)), IsEmpty());
}

TEST(BoostMsmLaw, RefusesItInAnActorsHeader) {
  EXPECT_THAT(names_boost_msm_only_behind_its_door(
                  source("src/flows/implicit/okta.hpp", "#include <boost/msm/back/tools.hpp>\n")),
              ElementsAre(HasSubstr("names Boost.MSM")));
}

TEST(BoostMsmLaw, RefusesItInAnotherRoom) {
  const auto text = "#include <boost/msm/front/functor_row.hpp>\nusing boost::msm::front::none;\n";
  EXPECT_THAT(names_boost_msm_only_behind_its_door(source("src/oauth/a.cpp", text)),
              ElementsAre(HasSubstr("functor_row"), HasSubstr("boost::msm")));
}

TEST(BoostMsmLaw, LetsACommentSpeakOfIt) {
  EXPECT_THAT(names_boost_msm_only_behind_its_door(source("src/trace/edge.hpp", "// boost::msm is not needed here.\n")),
              IsEmpty());
}

TEST(BoostMsmLaw, FindsItBehindOtherHeaders) {
  const auto door = source("src/sim/machine.hpp", "#include <boost/msm/back/tools.hpp>\n");
  const auto shell = source("src/flows/implicit/shell.hpp", "#include \"sim/machine.hpp\"\n");
  const auto user = [](const char* path) { return source(path, "#include \"flows/implicit/shell.hpp\"\n"); };
  EXPECT_THAT(compiles_boost_msm_only_in_actors({door, shell, user("src/flows/implicit/user.cpp")}), IsEmpty());
  EXPECT_THAT(compiles_boost_msm_only_in_actors({door, shell, user("src/flows/implicit/codec.cpp")}),
              ElementsAre("src/flows/implicit/codec.cpp compiles Boost.MSM"));
}

TEST(OpeningLaw, HoldsForTheScriptsOfPagesButNotForTheirTemplates) {
  EXPECT_THAT(opens_with_one_sentence(source("src/emit/page/a.html", "<!doctype html>\n")), IsEmpty());
  EXPECT_THAT(opens_with_one_sentence(source("src/emit/page/a.js", "'use strict';\n")),
              ElementsAre(HasSubstr("does not open")));
}

TEST(OpeningLaw, TakesOneSentenceOnOneLineOrMore) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.hpp", "// Virtual time (RFC 7519 §2).\n#pragma once\n")),
              IsEmpty());
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "// RFC 9700 §4.1: compare\n// exactly.\nint a;\n")),
              IsEmpty());
}

TEST(OpeningLaw, RefusesAFileWithoutASentence) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.hpp", "#pragma once\n// Late.\n")),
              ElementsAre(HasSubstr("does not open")));
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "")), ElementsAre(HasSubstr("does not open")));
}

TEST(OpeningLaw, RefusesAnUnfinishedSentence) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "// Virtual time\n")),
              ElementsAre(HasSubstr("no full stop")));
}

TEST(OpeningLaw, RefusesTwoSentences) {
  EXPECT_THAT(opens_with_one_sentence(source("src/base/a.cpp", "// Virtual time.\n// It never stops.\n")),
              ElementsAre(HasSubstr("more than one sentence")));
}

TEST(HeaderLaw, AsksForPragmaOnceBeforeAllCode) {
  EXPECT_THAT(guards_its_header(source("src/base/a.hpp", "// A.\n#pragma once\n")), IsEmpty());
  EXPECT_THAT(guards_its_header(source("src/base/a.cpp", "// A.\n#include <string>\n")), IsEmpty());
  EXPECT_THAT(guards_its_header(source("src/base/a.hpp", "// A.\n#include <string>\n#pragma once\n")),
              ElementsAre(HasSubstr("#pragma once")));
  EXPECT_THAT(guards_its_header(source("src/base/a.hpp", "// #pragma once.\n")),
              ElementsAre(HasSubstr("#pragma once")));
}

TEST(LengthLaw, TakesFourHundredLinesAndNotOneMore) {
  const auto lines = [](int count) {
    std::string text;
    while (count-- > 0) text += "//\n";
    return text;
  };
  EXPECT_THAT(is_short(source("src/base/a.cpp", lines(400))), IsEmpty());
  EXPECT_THAT(is_short(source("src/base/a.cpp", lines(401))), ElementsAre(HasSubstr("401 lines")));
}

TEST(ExtensionLaw, KnowsHeadersAndSourcesOnly) {
  EXPECT_THAT(has_a_known_extension(source("src/base/a.hpp", "")), IsEmpty());
  EXPECT_THAT(has_a_known_extension(source("src/base/a.cpp", "")), IsEmpty());
  EXPECT_THAT(has_a_known_extension(source("src/base/a.inc", "")), ElementsAre(HasSubstr("neither")));
  EXPECT_THAT(has_a_known_extension(source("src/emit/page/a.css", "")), IsEmpty());
  EXPECT_THAT(has_a_known_extension(source("src/base/a.css", "")), ElementsAre(HasSubstr("neither")));
}

TEST(RoomsInBuild, FollowTheArrowsToTheirEnds) {
  const auto built = rooms_in_build("add_room(base)\nadd_room(wire USES base)\nadd_room(sim USES wire)\n");
  ASSERT_EQ(built.size(), 3u);
  EXPECT_THAT(built[0].includes, IsEmpty());
  EXPECT_EQ(built[2].name, "sim");
  EXPECT_THAT(built[2].includes, ElementsAre("base", "wire"));
}

}  // namespace
}  // namespace flowsim::structure
