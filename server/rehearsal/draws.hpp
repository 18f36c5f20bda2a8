#pragma once
// Chance that is asked for by name. A draw is a hash of the seed, of whom it is for and of its purpose, so it
// depends on nothing that happens meanwhile: another rule meets the same people with the same needs.

#include <chrono>
#include <cstdint>
#include <string_view>

namespace motcua::rehearsal {

/// How long people take, in the unit of the domain's instants.
using duration = std::chrono::microseconds;

class draws
{
public:
    explicit draws(std::uint64_t seed) : seed_(seed) {}

    /// The draws of one among many: of("person", 17).
    draws of(std::string_view kind, std::uint64_t index) const;

    /// At least 0, below 1.
    double share(std::string_view purpose) const;
    bool chance(std::string_view purpose, double probability) const { return share(purpose) < probability; }

    /// Even over [from, to).
    double even(std::string_view purpose, double from, double to) const;
    duration even(std::string_view purpose, duration from, duration to) const;
    /// Even over the whole numbers from `from` to `to`, both included.
    int whole(std::string_view purpose, int from, int to) const;
    /// Its logarithm is even.
    duration log_even(std::string_view purpose, duration from, duration to) const;

    /// Mean 0, deviation 1.
    double normal(std::string_view purpose) const;
    /// Mean 1.
    double exponential(std::string_view purpose) const;
    /// Lognormal with this mean, and a deviation of `spread` means.
    double lognormal(std::string_view purpose, double mean, double spread) const;
    duration lognormal(std::string_view purpose, duration mean, double spread) const;
    /// How often what happens `mean` times on average happens. For means up to 500.
    int poisson(std::string_view purpose, double mean) const;

private:
    std::uint64_t seed_;
};

/// The quantile of the normal distribution, for 0 < probability < 1; relative error below 1.2e-9.
/// Source: P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution function".
double normal_quantile(double probability);

/// `length` times `factor`, to the nearest microsecond.
duration scaled(duration length, double factor);

} // namespace motcua::rehearsal
