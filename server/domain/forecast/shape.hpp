#pragma once
// How times spread around their mean: drawn service times, and what is left of one that has begun. Integers
// only, and no random source: the same question always gets the same answer.

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace motcua::domain {

using std::chrono::milliseconds;

constexpr int forecast_runs = 16;
constexpr std::size_t shape_size = 256;

/// 256 quantiles of a lognormal distribution with mean 1 and a coefficient of variation of 0.85, in
/// thousandths: exp(0.7372 · Φ⁻¹((i + ½) / 256)), divided by their mean.
extern const std::array<std::int16_t, shape_size> shape;

/// What a draw is for: a ticket, a counter, somebody who may come.
enum class draw_kind : std::uint64_t
{
    ticket = 1,
    counter,
    booking,
    priority
};

/// The key of a draw, by the number of a thing within its kind.
constexpr std::uint64_t draw_key(draw_kind kind, std::uint64_t number)
{
    // splitmix64, Steele, Lea and Flood 2014.
    auto bits = (static_cast<std::uint64_t>(kind) << 56U) + number + 0x9e3779b97f4a7c15ULL;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31U);
}

std::uint64_t draw_key(draw_kind kind, std::string_view name);

/// The place in `shape` that run `run` draws for `key`. The 16 runs of a key are spread evenly over it.
constexpr std::size_t draw_place(std::uint64_t key, int run)
{
    return (key + 16U * static_cast<std::uint64_t>(run) * ((key >> 8U) | 1U)) % shape_size;
}

/// A time with the mean `usual`, drawn at `place`.
inline milliseconds drawn(milliseconds usual, std::size_t place)
{
    return milliseconds{usual.count() * shape[place] / 1000};
}

/// What is left, drawn at `place`, of a time with the mean `usual` that has lasted for `passed`.
milliseconds rest_of(milliseconds usual, milliseconds passed, std::size_t place);

/// Whether something that happens with chance `of_256`/256 happens in the run that draws `place`.
constexpr bool happens(int of_256, std::size_t place) { return static_cast<int>(place) < of_256; }

} // namespace motcua::domain
