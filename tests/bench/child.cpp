#include "tests/bench/child.hpp"

#include "tests/bench/failure.hpp"
#include "tests/bench/limits.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <linux/magic.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace motcua::bench {

namespace {

constexpr std::chrono::milliseconds end_poll{5};

struct pipe_ends
{
    descriptor read;
    descriptor write;
};

pipe_ends make_pipe()
{
    int ends[2];
    checked(pipe2(ends, O_CLOEXEC), "make a pipe");
    return {descriptor(ends[0]), descriptor(ends[1])};
}

/// In the child: becomes the program, or writes errno to `error`. Only calls that are safe after fork.
[[noreturn]] void become(char* const* words, pid_t parent, int output, int log, int error)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    signal(SIGPIPE, SIG_DFL);
    if (getppid() == parent) {
        execvp(words[0], words);
    }
    const int why = errno;
    static_cast<void>(!write(error, &why, sizeof why));
    _exit(127);
}

std::string last_line_of(const std::filesystem::path& file)
{
    std::ifstream lines(file);
    std::string last;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) {
            last = line;
        }
    }
    return last;
}

} // namespace

temporary_folder::temporary_folder(const std::filesystem::path& parent)
{
    struct statfs system = {};
    checked(statfs(parent.c_str(), &system), "use the folder " + parent.string());
    if (system.f_type == TMPFS_MAGIC) {
        throw failure(parent.string() + " lies in memory; name a folder on a disk with --data");
    }
    auto name = (parent / "bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        checked(-1, "make a folder in " + parent.string());
    }
    path_ = name;
}

temporary_folder::~temporary_folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

child::child(const std::vector<std::string>& words, const std::filesystem::path& log)
    : name_(std::filesystem::path(words.front()).filename()), log_(log)
{
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const auto& word : words) {
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    auto output = make_pipe();
    auto error = make_pipe();
    const descriptor log_file(
        checked(open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600), "write " + log.string()));
    const auto self = getpid();
    pid_ = checked(fork(), "start " + name_);
    if (pid_ == 0) {
        become(arguments.data(), self, output.write.number(), log_file.number(), error.write.number());
    }
    output_ = std::move(output.read);
    error.write = descriptor();
    // Closed without a word when the program has begun.
    if (int why = 0; read(error.read.number(), &why, sizeof why) == sizeof why) {
        waitpid(pid_, nullptr, 0);
        throw failure("cannot start " + words.front() + ": " + std::strerror(why));
    }
}

child::~child()
{
    if (pid_ < 0) {
        return;
    }
    kill(pid_, SIGTERM);
    wait_for_end(clock::now() + child_stop);
}

std::optional<std::string> child::read_line(clock::time_point until)
{
    for (;;) {
        if (const auto end = unread_.find('\n'); end != std::string::npos) {
            auto line = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return line;
        }
        throw_if_interrupted();
        pollfd ready{.fd = output_.number(), .events = POLLIN, .revents = 0};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - clock::now());
        if (left.count() <= 0) {
            return std::nullopt;
        }
        if (poll(&ready, 1, static_cast<int>(left.count())) <= 0) {
            continue;
        }
        char bytes[4096];
        const auto count = read(output_.number(), bytes, sizeof bytes);
        if (count <= 0) {
            return std::nullopt;
        }
        unread_.append(bytes, static_cast<std::size_t>(count));
    }
}

std::string child::wait_for_line(const std::string& wanted)
{
    const auto until = clock::now() + child_start;
    while (auto line = read_line(until)) {
        if (line->find(wanted) != std::string::npos) {
            return *std::move(line);
        }
        last_line_ = *std::move(line);
    }
    fail("did not start");
}

int child::wait_for_end(clock::time_point until)
{
    int status = 0;
    while (waitpid(pid_, &status, WNOHANG) == 0) {
        if (clock::now() >= until) {
            kill(pid_, SIGKILL);
        }
        std::this_thread::sleep_for(end_poll);
    }
    pid_ = -1;
    return status;
}

void child::wait_for_success()
{
    while (auto line = read_line(clock::now() + child_start)) {
        last_line_ = *std::move(line);
    }
    if (wait_for_end(clock::now() + child_stop) != 0) {
        fail("failed");
    }
}

void child::stop()
{
    kill(pid_, SIGTERM);
    wait_for_success();
}

std::size_t child::resident_bytes() const
{
    std::ifstream numbers("/proc/" + std::to_string(pid_) + "/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    if (!(numbers >> size >> resident)) {
        throw failure(name_ + " is gone");
    }
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::chrono::nanoseconds child::processor_time() const
{
    clockid_t processor{};
    timespec time{};
    if (clock_getcpuclockid(pid_, &processor) != 0 || clock_gettime(processor, &time) != 0) {
        throw failure(name_ + " is gone");
    }
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

void child::fail(const std::string& what) const
{
    const auto logged = last_line_of(log_);
    const auto& words = logged.empty() ? last_line_ : logged;
    throw failure(name_ + " " + what + (words.empty() ? "" : ": " + words));
}

} // namespace motcua::bench
