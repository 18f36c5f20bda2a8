#include "server/rehearsal/draws.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace motcua::rehearsal;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t many = 20'000;

template <class Draw>
double mean_of(const Draw& draw)
{
    double sum = 0;
    for (std::uint64_t i = 0; i < many; ++i) {
        sum += static_cast<double>(draw(draws(7).of("person", i)));
    }
    return sum / static_cast<double>(many);
}

} // namespace

TEST_CASE("a draw depends on seed, person and purpose, and on nothing else")
{
    const auto drawn = draws(7).of("person", 3).share("walk");
    draws(7).of("person", 2).share("walk");
    CHECK(draws(7).of("person", 3).share("walk") == drawn);
    CHECK(draws(8).of("person", 3).share("walk") != drawn);
    CHECK(draws(7).of("person", 4).share("walk") != drawn);
    CHECK(draws(7).of("counter", 3).share("walk") != drawn);
    CHECK(draws(7).of("person", 3).share("luck") != drawn);
}

TEST_CASE("draws have the means that they are asked for")
{
    CHECK(mean_of([](const draws& own) { return own.share("it"); }) == Approx(0.5).margin(0.01));
    CHECK(mean_of([](const draws& own) { return own.whole("it", 4, 10); }) == Approx(7).margin(0.05));
    CHECK(mean_of([](const draws& own) { return own.normal("it"); }) == Approx(0).margin(0.03));
    CHECK(mean_of([](const draws& own) { return std::pow(own.normal("it"), 2); }) == Approx(1).margin(0.04));
    CHECK(mean_of([](const draws& own) { return own.exponential("it"); }) == Approx(1).margin(0.03));
    CHECK(mean_of([](const draws& own) { return own.lognormal("it", 10.0, 0.8); }) == Approx(10).margin(0.3));
    CHECK(mean_of([](const draws& own) { return own.poisson("it", 30); }) == Approx(30).margin(0.2));
    CHECK(mean_of([](const draws& own) { return own.chance("it", 0.2) ? 1 : 0; }) ==
          Approx(0.2).margin(0.01));
}

TEST_CASE("draws stay within the bounds that they are given")
{
    for (std::uint64_t i = 0; i < many; ++i) {
        const auto own = draws(7).of("person", i);
        const auto even = own.even("even", duration{45s}, duration{90s});
        CHECK((even >= 45s && even < 90s));
        const auto whole = own.whole("whole", 2, 5);
        CHECK((whole >= 2 && whole <= 5));
        const auto log_even = own.log_even("log", duration{4min}, duration{25min});
        CHECK((log_even >= 4min && log_even <= 25min));
    }
}

TEST_CASE("the normal quantile is that of the tables")
{
    CHECK(normal_quantile(0.5) == Approx(0).margin(1e-9));
    CHECK(normal_quantile(0.975) == Approx(1.959963985));
    CHECK(normal_quantile(0.01) == Approx(-2.326347874));
    CHECK(normal_quantile(0.9999) == Approx(3.719016485));
}
