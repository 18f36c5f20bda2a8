#include "tests/bench/failure.hpp"

#include <cerrno>
#include <cstring>

namespace motcua::bench {

namespace {

volatile std::sig_atomic_t signalled = 0;

} // namespace

int checked(int result, const std::string& doing)
{
    if (result < 0) {
        throw failure("cannot " + doing + ": " + std::strerror(errno));
    }
    return result;
}

void fail_at_signals()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { signalled = 1; };
    for (const int signal : {SIGINT, SIGTERM}) {
        checked(sigaction(signal, &action, nullptr), "watch for signals");
    }
    std::signal(SIGPIPE, SIG_IGN);
}

void throw_if_interrupted()
{
    if (signalled != 0) {
        throw interrupted();
    }
}

} // namespace motcua::bench
