// PlantUML is found, asked once for many pictures, and not believed where it has failed.
#include "publish/plantuml_program.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include "temporary_folder.hpp"

namespace flowsim::publish {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto says_its_version = "if [ \"$1\" = -version ]; then echo 'PlantUML version 9.9.9 (today)'; exit; fi\n";

struct Plantuml : InAFolder {
  /// A program that says its version and draws by these commands.
  std::string fake(const std::string& commands) const {
    return write_script("plantuml", "echo \"$*\" >> '" + place("log") + "'\n" + says_its_version + commands);
  }
  std::variant<std::vector<std::string>, RenderProblem> render(const std::string& program,
                                                               std::string_view kind = "svg",
                                                               std::optional<milliseconds> most = {}) const {
    const auto found = PlantumlProgram::find(program);
    if (const auto* problem = std::get_if<RenderProblem>(&found)) return *problem;
    return std::get<PlantumlProgram>(found).render(sources, kind == "png" ? picture_kinds()[0] : picture_kinds()[1],
                                                   most);
  }
  std::string problem(const std::string& commands, std::string_view kind = "svg",
                      std::optional<milliseconds> most = {}) const {
    const auto result = render(fake(commands), kind, most);
    const auto* problem = std::get_if<RenderProblem>(&result);
    return problem == nullptr ? "no problem" : problem->message + " / " + problem->hint;
  }

  const std::vector<RenderSource> sources{{"one", "@startuml\na -> b\n@enduml\n"},
                                          {"two", "@startuml name\nb -> a\n@enduml\n"}};
};

constexpr auto draws = "for f in *.puml; do printf '<svg>%s</svg>' \"$(cat $f)\" > ${f%.puml}.svg; done\n";

TEST_F(Plantuml, DrawsAllSourcesByOneProcessUnderTheirNumbers) {
  const auto result = render(fake(draws));
  EXPECT_THAT(std::get<std::vector<std::string>>(result),
              ElementsAre("<svg>@startuml\na -> b\n@enduml</svg>", "<svg>@startuml\nb -> a\n@enduml</svg>"));
  EXPECT_EQ(content_of("log"), "-version\n-tsvg -charset UTF-8 -nometadata *.puml\n");
}

TEST_F(Plantuml, SaysItsVersion) {
  const auto found = PlantumlProgram::find(fake(""));
  EXPECT_EQ(std::get<PlantumlProgram>(found).version(), "PlantUML 9.9.9");
}

TEST_F(Plantuml, MaySayItsVersionAndYetFail) {
  const auto found = PlantumlProgram::find(write_script("plantuml", "echo PlantUML version 1.2020.02; exit 250"));
  EXPECT_TRUE(std::holds_alternative<PlantumlProgram>(found));
}

TEST_F(Plantuml, HasNoDisplayAndNoAccessToOtherFiles) {
  EXPECT_THAT(problem("echo $JAVA_TOOL_OPTIONS $PLANTUML_SECURITY_PROFILE $PLANTUML_LIMIT_SIZE; exit 3"),
              HasSubstr("ended with status 3 and said -Djava.awt.headless=true SANDBOX 32768"));
}

TEST_F(Plantuml, IsMissing) {
  const auto result = render("flowsim-no-such-program");
  const auto problem = std::get<RenderProblem>(result);
  EXPECT_EQ(problem.message, "there is no program flowsim-no-such-program");
  EXPECT_THAT(problem.hint, HasSubstr("apt-get install plantuml"));
  EXPECT_THAT(problem.hint, HasSubstr("FLOWSIM_PLANTUML"));
  EXPECT_EQ(std::get<RenderProblem>(render("no/such.jar")).message, "there is no file no/such.jar");
}

TEST_F(Plantuml, IsAJarThatJavaRuns) {
  const auto jar = write("plantuml.jar", "");
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", folder.c_str(), 1);
  const auto without_java = render(jar);
  write_script("java", "echo \"$*\" >> '" + place("log") + "'\nshift 2\n" + says_its_version + "exit 4\n");
  const auto with_java = render(jar);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_THAT(std::get<RenderProblem>(without_java).message, HasSubstr("no program java on the PATH to run " + jar));
  EXPECT_THAT(std::get<RenderProblem>(without_java).hint, HasSubstr("default-jre-headless"));
  EXPECT_THAT(std::get<RenderProblem>(with_java).message, HasSubstr("plantuml.jar ended with status 4"));
  EXPECT_EQ(content_of("log"), "-jar " + jar + " -version\n-jar " + jar + " -tsvg -charset UTF-8 -nometadata *.puml\n");
}

TEST_F(Plantuml, NeedsJava) {
  const auto program = write_script("plantuml", "echo Cannot find JVM >&2; exit 1\n");
  const auto problem = std::get<RenderProblem>(render(program));
  EXPECT_THAT(problem.message, HasSubstr("plantuml ended with status 1 and said Cannot find JVM"));
  EXPECT_THAT(problem.hint, HasSubstr("default-jre-headless"));
}

TEST_F(Plantuml, IsSomethingElse) {
  const auto problem = std::get<RenderProblem>(render(write_script("plantuml", "echo hello\n")));
  EXPECT_THAT(problem.message, HasSubstr("does not say the version of PlantUML, but hello"));
}

TEST_F(Plantuml, NamesTheSourceItStumblesOver) {
  EXPECT_THAT(problem("echo 'Error line 2 in file: ./000002.puml' >&2; exit 200\n"),
              HasSubstr("ended with status 200 and said Error line 2 in file: two / "));
}

TEST_F(Plantuml, IsNotBelievedWhereItDrawsAnErrorPicture) {
  const std::string but_second = std::string(draws) + "printf '<svg>Cannot find Graphviz</svg>' > 000002.svg\n";
  EXPECT_THAT(problem(but_second), HasSubstr("an error picture for two: Cannot find Graphviz"));
  EXPECT_THAT(problem(but_second), HasSubstr("apt-get install graphviz"));
  EXPECT_THAT(problem(std::string(draws) + "printf '' > 000002.svg\n"), HasSubstr("for two that is no svg picture"));
  EXPECT_THAT(problem(std::string(draws) + "rm 000001.svg\n"), HasSubstr("drew nothing for one"));
  EXPECT_THAT(problem(std::string(draws) + "echo java.io.IOException: no dot >&2\n"), HasSubstr("no dot"));
  EXPECT_THAT(problem("for f in *.puml; do echo '<svg>' > ${f%.puml}.png; done\n", "png"),
              HasSubstr("for one that is no png picture"));
}

TEST_F(Plantuml, MayDrawWordsOfErrorsThatTheSourceSays) {
  const auto found = PlantumlProgram::find(fake(draws));
  const std::vector<RenderSource> source{{"one", "@startuml\na -> b : NullPointerException\n@enduml\n"}};
  const auto result = std::get<PlantumlProgram>(found).render(source, picture_kinds()[1]);
  EXPECT_TRUE(std::holds_alternative<std::vector<std::string>>(result));
}

TEST_F(Plantuml, IsStoppedWhereItTakesTooLong) {
  EXPECT_THAT(problem("echo thinking; sleep 60\n", "svg", milliseconds(300)),
              HasSubstr("did not end within 0.3 s and was stopped; it said thinking"));
}

}  // namespace
}  // namespace flowsim::publish
