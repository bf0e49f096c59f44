// flowsim diagrams --render: PlantUML is started once, and only for what has changed.
#include <gmock/gmock.h>

#include "diagrams.hpp"

namespace flowsim::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

struct RenderedDiagrams : DiagramsTest {
  RenderedDiagrams() {
    be("9.9.9", draws);
    environment.push_back("FLOWSIM_PLANTUML=" + program());
  }

  static constexpr auto draws =
      "echo $(ls *.puml | wc -l) >> LOG\nfor f in *.puml; do printf '<svg>%s</svg>' \"$(cat $f)\" > ${f%.puml}.svg; "
      "done\n";

  std::string program() const { return (folder.path() / "plantuml").string(); }

  /// The program is that version, and draws by these commands.
  void be(const std::string& version, std::string commands) const {
    const auto log = (folder.path() / "log").string();
    if (const auto at = commands.find("LOG"); at != std::string::npos) commands.replace(at, 3, log);
    write("plantuml",
          "#!/bin/sh\nif [ \"$1\" = -version ]; then echo PlantUML version " + version + "; exit; fi\n" + commands);
    std::filesystem::permissions(program(), std::filesystem::perms::owner_all);
  }

  /// How many sources each process drew.
  std::string drawn() const { return content("log"); }

  Finished render(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"--render", "svg"});
    return diagrams(more);
  }
};

TEST_F(RenderedDiagrams, AreDrawnByOneProcessAndNotAgain) {
  const auto first = render();
  EXPECT_EQ(first.out, "12 diagrams: 12 written, 0 current; 3 other files written\n") << first.err;
  EXPECT_EQ(drawn(), "6\n");
  EXPECT_EQ(content("diagrams/good.svg") + "\n",
            "<svg>" + content("diagrams/good.puml").substr(0, content("diagrams/good.puml").size() - 1) + "</svg>\n");
  EXPECT_THAT(content("diagrams/index.md"),
              AllOf(HasSubstr("src=\"good.svg\">"), HasSubstr("[svg by PlantUML](good.svg)")));
  EXPECT_EQ(render().out, "12 diagrams: 0 written, 12 current\n");
  EXPECT_EQ(drawn(), "6\n");
}

TEST_F(RenderedDiagrams, AreDrawnAgainWhereSourcePictureOrProgramIsAnother) {
  ASSERT_EQ(render().status, 0);
  write("scenarios/good.yaml", wrong_state);
  EXPECT_EQ(render().out, "12 diagrams: 2 written, 10 current; 2 other files written\n");
  EXPECT_EQ(drawn(), "6\n1\n");
  write("diagrams/good.svg", "changed");
  remove("diagrams/states/okta.svg");
  EXPECT_EQ(render({"--check"}).status, 1);
  EXPECT_EQ(render().out, "12 diagrams: 2 written, 10 current\n");
  EXPECT_EQ(drawn(), "6\n1\n2\n");
  be("10.0.0", draws);
  EXPECT_EQ(render().out, "12 diagrams: 0 written, 12 current; 1 other file written\n") << "drawn again, but the same";
  EXPECT_EQ(drawn(), "6\n1\n2\n6\n");
}

TEST_F(RenderedDiagrams, AreComparedWithoutTheProgram) {
  ASSERT_EQ(render().status, 0);
  remove("plantuml");
  EXPECT_EQ(render({"--check"}).out, "12 diagrams: 12 current\n");
  write("diagrams/good.svg", "changed");
  const auto check = render({"--check"});
  EXPECT_EQ(check.status, 1);
  EXPECT_EQ(check.out, "diagrams/good.svg: stale\n12 diagrams: 11 current, 1 stale\n");
}

TEST_F(RenderedDiagrams, StayAsTheyAreWhereTheProgramFails) {
  ASSERT_EQ(render().status, 0);
  const auto before = content("diagrams/good.svg") + content("diagrams/good.puml") + content("diagrams/generated.json");
  write("scenarios/good.yaml", wrong_state);
  for (const std::string failure :
       {"echo Error line 3 in file: 000001.puml; exit 200\n",
        "for f in *.puml; do echo '<svg>An error has occured</svg>' > ${f%.puml}.svg; done\n", "exit 0\n",
        "kill -9 $$\n"}) {
    be("9.9.9", failure);
    const auto run = render();
    EXPECT_EQ(run.status, 3) << failure;
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("hint: ")) << failure;
    EXPECT_EQ(content("diagrams/good.svg") + content("diagrams/good.puml") + content("diagrams/generated.json"),
              before);
  }
  be("9.9.9", "echo Error line 3 in file: 000001.puml; exit 200\n");
  EXPECT_THAT(render().err, HasSubstr("ended with status 200 and said Error line 3 in file: good.svg\n"));
}

TEST_F(RenderedDiagrams, NeedTheProgram) {
  remove("plantuml");
  const auto named = render();
  EXPECT_EQ(named.status, 3);
  EXPECT_THAT(named.err, HasSubstr("there is no program " + program()));
  environment = {"PATH=" + folder.path().string()};
  const auto on_the_path = render();
  EXPECT_EQ(on_the_path.status, 3);
  EXPECT_EQ(on_the_path.err,
            "flowsim: there is no program plantuml\n"
            "  hint: install it (Debian: apt-get install plantuml), or name a command or a .jar file in "
            "FLOWSIM_PLANTUML\n");
  write("plantuml.jar", "");
  environment.push_back("FLOWSIM_PLANTUML=" + (folder.path() / "plantuml.jar").string());
  EXPECT_THAT(render().err, HasSubstr("there is no program java on the PATH"));
  EXPECT_FALSE(exists("diagrams"));
}

}  // namespace
}  // namespace flowsim::cli
