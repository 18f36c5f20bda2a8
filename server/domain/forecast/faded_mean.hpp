#pragma once
// A mean that forgets: each new observation fades those before it, and the value that it started with.

#include <boost/describe/class.hpp>
#include <cstdint>

namespace motcua::domain {

/// In integers, so that a replay finds the same mean on every machine. An observation may be up to 10^10.
struct faded_mean
{
    /// Weights are in millionths of an observation.
    static constexpr std::int64_t one = 1'000'000;

    /// What the start value still weighs. It is not kept here: settings may change it.
    std::int64_t start{};
    std::int64_t weight{};
    std::int64_t sum{};

    /// Fades everything before by the part 1/`memory`.
    void note(std::int64_t observation, int memory)
    {
        start -= start / memory;
        weight -= weight / memory;
        sum -= sum / memory;
        weight += one;
        sum += observation * one;
    }

    std::int64_t value(std::int64_t start_value) const
    {
        return (start * start_value + sum) / (start + weight);
    }

    friend bool operator==(const faded_mean&, const faded_mean&) = default;
};
BOOST_DESCRIBE_STRUCT(faded_mean, (), (start, weight, sum))

/// One whose start value weighs as much as `observations`.
constexpr faded_mean begin_mean(int observations) { return {.start = observations * faded_mean::one}; }

} // namespace motcua::domain
