#include "tests/bench/statistics.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace motcua::bench;

TEST_CASE("the median is the middle sample, whatever their order")
{
    CHECK(median({3, 1, 2}) == 2);
    CHECK(median({7}) == 7);
}

TEST_CASE("the median of an even number of samples lies between the middle two")
{
    CHECK(median({4, 1, 3, 2}) == 2.5);
    CHECK(median({1, 100}) == 50.5);
}

TEST_CASE("a percentile is the nearest-rank one")
{
    // The example of the usual definition: 15, 20, 35, 40, 50.
    const std::vector<double> five{50, 15, 40, 20, 35};
    CHECK(percentile(five, 5) == 15);
    CHECK(percentile(five, 30) == 20);
    CHECK(percentile(five, 40) == 20);
    CHECK(percentile(five, 50) == 35);
    CHECK(percentile(five, 100) == 50);
}

TEST_CASE("a p99 leaves out one sample of a hundred, not two")
{
    std::vector<double> hundred(100);
    std::iota(hundred.rbegin(), hundred.rend(), 1.0);
    CHECK(percentile(hundred, 99) == 99);
    hundred.push_back(101);
    CHECK(percentile(hundred, 99) == 100);
}
