// Files are read whole or refused with a reason, and written whole or not at all.
#include "base/file.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace flowsim::base {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class File : public testing::Test {
 protected:
  File() { fs::create_directories(folder_); }
  ~File() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string put(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }

  static std::string content_of(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
  }

  std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(folder_), fs::directory_iterator()); }

  static FileProblem problem_of(const std::string& path, std::size_t limit = 100) {
    const auto result = read_file(path, limit);
    const auto* problem = std::get_if<FileProblem>(&result);
    return problem != nullptr ? *problem : FileProblem{"none", false};
  }

 private:
  fs::path folder_ = fs::path(testing::TempDir()) / ("flowsim-" + std::to_string(::getpid()) + "-" +
                                                     testing::UnitTest::GetInstance()->current_test_info()->name());
};

const auto write_new = [](std::ostream& out) { out << "new"; };

TEST_F(File, IsReadWhole) {
  for (const std::size_t size : {0u, 1u, 4095u, 4096u, 4097u, 3'000'000u}) {
    std::string content(size, 'x');
    if (size > 0) content.back() = '\0';
    EXPECT_EQ(std::get<std::string>(read_file(put("a", content), 3'000'000)), content) << size;
  }
}

TEST_F(File, OfExactlyTheLimitIsReadAndOneByteMoreIsNot) {
  EXPECT_EQ(std::get<std::string>(read_file(put("a", "12345"), 5)), "12345");
  EXPECT_EQ(problem_of(path("a"), 4), (FileProblem{"larger than 4 bytes", false}));
}

TEST_F(File, ThatIsHugeIsRefusedWithoutReadingIt) {
  put("huge", "");
  fs::resize_file(path("huge"), std::uintmax_t{1} << 40);
  EXPECT_EQ(problem_of(path("huge"), 1 << 20), (FileProblem{"larger than 1048576 bytes", false}));
}

TEST_F(File, ThatLiesAboutItsSizeIsReadUpToTheLimit) {
  const auto result = read_file("/proc/self/status", 1 << 20);  // claims to have 0 bytes
  EXPECT_THAT(std::get<std::string>(result), HasSubstr("Pid:"));
  EXPECT_EQ(problem_of("/proc/self/status", 10).message, "larger than 10 bytes");
}

TEST_F(File, ThatIsMissingIsUnreadable) {
  EXPECT_EQ(problem_of(path("none")), (FileProblem{"No such file or directory", true}));
  EXPECT_EQ(problem_of(""), (FileProblem{"No such file or directory", true}));
  put("a", "");
  EXPECT_EQ(problem_of(path("a/b")), (FileProblem{"Not a directory", true}));
  EXPECT_EQ(problem_of(std::string(10'000, 'x')), (FileProblem{"File name too long", true}));
}

TEST_F(File, ThatIsAFolderOrADeviceOrAPipeIsUnreadable) {
  EXPECT_EQ(problem_of(path("")), (FileProblem{"is a directory", true}));
  EXPECT_THAT(problem_of("/dev/zero").message, HasSubstr("not a regular file"));
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(problem_of(path("pipe")), (FileProblem{"not a regular file; `-` reads standard input", true}));
}

TEST_F(File, ThatMayNotBeReadIsUnreadable) {
  if (::geteuid() == 0) GTEST_SKIP() << "nothing is forbidden to this user";
  ::chmod(put("a", "x").c_str(), 0);
  EXPECT_EQ(problem_of(path("a")), (FileProblem{"Permission denied", true}));
}

// Standard input is this pipe while the object lives.
class StandardInput {
 public:
  explicit StandardInput(std::string content) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    saved_ = ::dup(STDIN_FILENO);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    writer_ = std::jthread([end = ends[1], text = std::move(content)] {
      for (std::size_t at = 0; at < text.size();) {
        const auto count = ::write(end, text.data() + at, text.size() - at);
        if (count <= 0) break;
        at += static_cast<std::size_t>(count);
      }
      ::close(end);
    });
  }
  ~StandardInput() {
    char rest[4096];
    while (::read(STDIN_FILENO, rest, sizeof rest) > 0) continue;
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }

 private:
  int saved_ = -1;
  std::jthread writer_;
};

TEST_F(File, NamedDashIsStandardInput) {
  const std::string content(300'000, 'x');
  {
    const StandardInput input(content);
    EXPECT_EQ(std::get<std::string>(read_file("-", 300'000)), content);
  }
  const StandardInput input(content);
  EXPECT_EQ(problem_of("-", 299'999), (FileProblem{"larger than 299999 bytes", false}));
}

TEST_F(File, IsWrittenAndLeavesNothingBeside) {
  EXPECT_EQ(write_file(path("a"), write_new), std::nullopt);
  EXPECT_EQ(content_of(path("a")), "new");
  EXPECT_EQ(write_file(path("a"), [](std::ostream& out) { out << std::string(100'000, 'y'); }), std::nullopt);
  EXPECT_EQ(content_of(path("a")), std::string(100'000, 'y'));
  EXPECT_EQ(files(), 1);
}

TEST_F(File, KeepsItsPermissions) {
  put("a", "old");
  ::chmod(path("a").c_str(), 0640);
  EXPECT_EQ(write_file(path("a"), write_new), std::nullopt);
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms{0640});
}

TEST_F(File, HasTheUsualPermissionsWhenItIsNew) {
  const auto mask = ::umask(0027);
  const auto problem = write_file(path("a"), write_new);
  ::umask(mask);
  EXPECT_EQ(problem, std::nullopt);
  EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms{0640});
}

TEST_F(File, IsWrittenThroughASymbolicLink) {
  put("real", "old");
  fs::create_symlink("real", path("link"));
  EXPECT_EQ(write_file(path("link"), write_new), std::nullopt);
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(content_of(path("real")), "new");
}

TEST_F(File, StaysAsItWasWhereWritingFails) {
  put("a", "old");
  const auto fail = [](std::ostream& out) { out << "half" << std::flush, out.setstate(std::ios::badbit); };
  EXPECT_EQ(write_file(path("a"), fail), "Input/output error");
  EXPECT_EQ(content_of(path("a")), "old");
  const auto raise = [](std::ostream& out) { out << "half" << std::flush, throw std::runtime_error("ours"); };
  EXPECT_THROW(write_file(path("a"), raise), std::runtime_error);
  EXPECT_EQ(content_of(path("a")), "old");
  EXPECT_EQ(files(), 1);
}

TEST_F(File, SaysWhyItCannotBeWritten) {
  EXPECT_EQ(write_file(path("none/a"), write_new), "No such file or directory");
  EXPECT_EQ(write_file(path(""), write_new), "Is a directory");
  EXPECT_EQ(write_file("", write_new), "No such file or directory");
  put("a", "");
  EXPECT_EQ(write_file(path("a/b"), write_new), "Not a directory");
}

TEST_F(File, SaysThatTheDiskIsFull) {
  const auto much = [](std::ostream& out) { out << std::string(100'000, 'x'); };
  EXPECT_EQ(write_file("/dev/full", much), "No space left on device");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(File, ThatIsADeviceIsWrittenToAndNotReplaced) {
  EXPECT_EQ(write_file("/dev/null", write_new), std::nullopt);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

}  // namespace
}  // namespace flowsim::base
