// Every storage call of a journal's life fails once, and for good: no acknowledgement is false, nothing is
// misread or damaged, and the error says what it is.

#include "tests/simulation/disk/store_life.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>

using namespace motcua;
using namespace motcua::simulation;

namespace {

/// What the journal may call an error that follows from `what`.
std::set<journal::fault> errors_of(disk_fault what)
{
    using journal::fault;
    switch (what) {
    case disk_fault::full:
        return {fault::full};
    case disk_fault::sync_error:
        return {fault::lost};
    default:
        return {fault::failed};
    }
}

/// Tries `what` at the first, the second, … call that it concerns, until a life passes untouched.
std::uint64_t try_everywhere(disk_fault what, lasting how_long, ending end)
{
    std::uint64_t point = 0;
    bool met = true;
    while (met) {
        ++point;
        store_life life(point, errors_of(what), how_long, end);
        auto& disk = life.disk();
        disk.fail_after(point, what, how_long);
        for (const auto& wrong : life.run([&] { return disk.counts().faults; })) {
            FAIL_CHECK(boost::describe::enum_to_string(what, "?")
                       << " at call " << point << (how_long == lasting::once ? ", once" : ", for good")
                       << ", then it " << boost::describe::enum_to_string(end, "?") << ": " << wrong);
        }
        met = disk.counts().faults > 0;
    }
    return point - 1;
}

} // namespace

TEST_CASE("whatever storage call fails, nothing is acknowledged falsely, misread or damaged")
{
    const auto start = std::clock();
    std::uint64_t all = 0;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<disk_fault>>([&](auto described) {
        std::uint64_t points = 0;
        for (const auto how_long : {lasting::once, lasting::until_healed}) {
            for (const auto end : {ending::goes_on, ending::crashes, ending::loses_power}) {
                points += try_everywhere(described.value, how_long, end);
            }
        }
        std::printf("%s: %llu points\n", described.name, static_cast<unsigned long long>(points));
        all += points;
    });
    std::printf("%llu points tried, %.1f s of processor time\n", static_cast<unsigned long long>(all),
                static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
}
