#include "base/require.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace motcua::base;

namespace {

struct ended_process
{
    int signal = 0;
    std::string said;
};

/// Runs `task` in a child process, which exits with 0 if the task returns.
template <class Task>
ended_process run_in_child(Task task)
{
    std::array<int, 2> pipe_ends{};
    REQUIRE(pipe(pipe_ends.data()) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const rlimit no_core{0, 0};
        setrlimit(RLIMIT_CORE, &no_core);
        std::signal(SIGABRT, SIG_DFL);
        dup2(pipe_ends[1], STDERR_FILENO);
        task();
        _exit(0);
    }
    close(pipe_ends[1]);
    ended_process ended;
    std::array<char, 512> piece{};
    for (auto got = read(pipe_ends[0], piece.data(), piece.size()); got > 0;
         got = read(pipe_ends[0], piece.data(), piece.size())) {
        ended.said.append(piece.data(), static_cast<std::size_t>(got));
    }
    close(pipe_ends[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    ended.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return ended;
}

} // namespace

TEST_CASE("a broken requirement ends the process and says what was required and where")
{
    const auto ended = run_in_child([] { require(false, "the next event has the next seq"); });
    CHECK(ended.signal == SIGABRT);
    CHECK_THAT(ended.said, Catch::Contains("the next event has the next seq"));
    CHECK_THAT(ended.said, Catch::Contains("require_test.cpp:"));
}

TEST_CASE("a requirement that holds does nothing")
{
    const auto ended = run_in_child([] { require(true, "one is one"); });
    CHECK(ended.signal == 0);
    CHECK(ended.said.empty());
}
