#pragma once
// How long to pause before the next try: soon at first, then longer, never longer than limits::pause_max, and
// never the same for two clients, so that a hall full of them does not come back in one moment.

#include "client/limits.hpp"

#include <algorithm>
#include <chrono>
#include <random>

namespace motcua::client {

/// The source of jitter and keys; the same seed gives the same run.
using random_engine = std::mt19937_64;

class backoff
{
public:
    /// `random` outlives this.
    explicit backoff(random_engine& random) : random_{random} {}

    /// The pause before the next try; the one after it is drawn from a span twice as long.
    std::chrono::milliseconds next()
    {
        std::uniform_int_distribution<std::chrono::milliseconds::rep> span{(span_ / 2).count(),
                                                                           span_.count()};
        span_ = std::min(span_ * 2, limits::pause_max);
        return std::chrono::milliseconds{span(random_)};
    }

    /// A try succeeded: the pauses are short again.
    void reset() { span_ = limits::pause_first; }

private:
    random_engine& random_;
    std::chrono::milliseconds span_ = limits::pause_first;
};

} // namespace motcua::client
