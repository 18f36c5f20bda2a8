#include "tests/bench/descriptor.hpp"

#include "tests/bench/failure.hpp"

#include <algorithm>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace motcua::bench {

descriptor::descriptor(descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

descriptor& descriptor::operator=(descriptor&& other) noexcept
{
    std::swap(number_, other.number_);
    return *this;
}

descriptor::~descriptor()
{
    if (number_ >= 0) {
        close(number_);
    }
}

poller::poller() : epoll_(checked(epoll_create1(EPOLL_CLOEXEC), "wait on sockets")) {}

void poller::watch(const descriptor& watched, std::uint64_t tag)
{
    epoll_event event{.events = EPOLLIN, .data = {.u64 = tag}};
    checked(epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, watched.number(), &event), "wait on a socket");
}

std::span<const epoll_event> poller::wait(clock::time_point until)
{
    throw_if_interrupted();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - clock::now());
    const int ready = epoll_wait(epoll_.number(), ready_.data(), static_cast<int>(ready_.size()),
                                 std::max(0, static_cast<int>(left.count())));
    if (ready < 0 && errno == EINTR) {
        return {};
    }
    checked(ready, "wait on sockets");
    return {ready_.data(), static_cast<std::size_t>(ready)};
}

} // namespace motcua::bench
