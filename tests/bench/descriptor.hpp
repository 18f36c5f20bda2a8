#pragma once
// An open file descriptor that is closed by its owner, and a wait on many of them.

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <sys/epoll.h>

namespace motcua::bench {

using clock = std::chrono::steady_clock;

class descriptor
{
public:
    descriptor() = default;
    explicit descriptor(int number) : number_(number) {}
    descriptor(descriptor&& other) noexcept;
    descriptor& operator=(descriptor&& other) noexcept;
    ~descriptor();

    int number() const { return number_; }

private:
    int number_ = -1;
};

/// epoll, level-triggered, for reading.
class poller
{
public:
    poller();

    void watch(const descriptor& watched, std::uint64_t tag);

    /// What can be read now, each with its tag in `data.u64`; nothing when `until` has come. The span is
    /// valid until the next use.
    std::span<const epoll_event> wait(clock::time_point until);

private:
    descriptor epoll_;
    std::array<epoll_event, 256> ready_{};
};

} // namespace motcua::bench
