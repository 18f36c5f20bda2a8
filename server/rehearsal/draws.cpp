#include "server/rehearsal/draws.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace motcua::rehearsal {

namespace {

/// The finisher of splitmix64 (S. Vigna): every bit of the input changes half of the output.
std::uint64_t mix(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

/// FNV-1a.
std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    return hash;
}

template <std::size_t count>
double polynomial(const std::array<double, count>& coefficients, double x)
{
    double sum = 0;
    for (const double one : coefficients) {
        sum = sum * x + one;
    }
    return sum;
}

} // namespace

draws draws::of(std::string_view kind, std::uint64_t index) const
{
    return draws(mix(mix(seed_ ^ hash_of(kind)) ^ mix(index)));
}

double draws::share(std::string_view purpose) const
{
    return static_cast<double>(mix(seed_ ^ hash_of(purpose)) >> 11U) * 0x1.0p-53;
}

double draws::even(std::string_view purpose, double from, double to) const
{
    return from + (to - from) * share(purpose);
}

duration draws::even(std::string_view purpose, duration from, duration to) const
{
    return from + scaled(to - from, share(purpose));
}

int draws::whole(std::string_view purpose, int from, int to) const
{
    return from + static_cast<int>(share(purpose) * (to - from + 1));
}

duration draws::log_even(std::string_view purpose, duration from, duration to) const
{
    const double ratio = static_cast<double>(to.count()) / static_cast<double>(from.count());
    return scaled(from, std::pow(ratio, share(purpose)));
}

double draws::normal(std::string_view purpose) const
{
    return normal_quantile(std::max(share(purpose), 0x1.0p-54));
}

double draws::exponential(std::string_view purpose) const { return -std::log1p(-share(purpose)); }

double draws::lognormal(std::string_view purpose, double mean, double spread) const
{
    const double variance = std::log1p(spread * spread);
    return mean * std::exp(std::sqrt(variance) * normal(purpose) - variance / 2);
}

duration draws::lognormal(std::string_view purpose, duration mean, double spread) const
{
    return scaled(mean, lognormal(purpose, 1.0, spread));
}

int draws::poisson(std::string_view purpose, double mean) const
{
    base::require(mean >= 0 && mean <= 500, "a Poisson mean is at most 500: e^-mean must not vanish");
    const double wanted = share(purpose);
    double term = std::exp(-mean);
    double sum = term;
    int count = 0;
    while (sum <= wanted && term > 0) {
        ++count;
        term *= mean / count;
        sum += term;
    }
    return count;
}

double normal_quantile(double probability)
{
    constexpr double tail = 0.02425;
    constexpr std::array middle_over{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                                     1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr std::array middle_under{-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                                      6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
    constexpr std::array tail_over{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                                   -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    constexpr std::array tail_under{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                                    3.754408661907416e+00, 1.0};
    if (probability > 1 - tail) {
        return -normal_quantile(1 - probability);
    }
    if (probability < tail) {
        const double x = std::sqrt(-2 * std::log(probability));
        return polynomial(tail_over, x) / polynomial(tail_under, x);
    }
    const double x = probability - 0.5;
    return x * polynomial(middle_over, x * x) / polynomial(middle_under, x * x);
}

duration scaled(duration length, double factor)
{
    return duration{std::llround(static_cast<double>(length.count()) * factor)};
}

} // namespace motcua::rehearsal
