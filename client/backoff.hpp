#pragma once
// How long to pause before the next try: soon at first, then longer, never longer than limits::pause_max, and
// never the same for two clients, so that a hall full of them does not come back in one moment.

#include "client/limits.hpp"

#include <algorithm>
#include <chrono>
#include <random>

namespace motcua::client {

/// Whence jitter and keys come; the same seed gives the same run.
using random_engine = std::mt19937_64;

class backoff
{
public:
    /// `random` outlives this.
    explicit backoff(random_engine& random) : random_{random} {}

    std::chrono::milliseconds next()
    {
        std::uniform_int_distribution<std::chrono::milliseconds::rep> span{(span_ / 2).count(),
                                                                           span_.count()};
        span_ = std::min(span_ * 2, limits::pause_max);
        return std::chrono::milliseconds{span(random_)};
    }

    void reset() { span_ = limits::pause_first; }

private:
    random_engine& random_;
    std::chrono::milliseconds span_ = limits::pause_first;
};

} // namespace motcua::client
