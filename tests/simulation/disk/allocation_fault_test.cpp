// Every allocation inside SQLite fails in the life of a journal: as with the disk, no acknowledgement is
// false, nothing is misread or damaged, and the error says what it is.

#include "tests/simulation/disk/faulty_memory.hpp"
#include "tests/simulation/disk/store_life.hpp"
#include "tests/simulation/effort.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>

using namespace motcua;
using namespace motcua::simulation;

namespace {

/// At the first, the second, … allocation, until a life passes untouched.
void try_everywhere(lasting how_long, std::initializer_list<ending> ends)
{
    const auto start = std::clock();
    auto& memory = faulty_memory::instance();
    std::uint64_t points = 0;
    std::uint64_t told = 0;
    bool met = true;
    for (std::uint64_t point = 1; met; point += one_of) {
        store_life life(point, {journal::fault::failed}, how_long, ends.begin()[point % ends.size()]);
        memory.fail_after(point, how_long);
        for (const auto& wrong : life.run({[&] { return memory.faults(); }, [&] { memory.heal(); }})) {
            FAIL_CHECK("allocation " << point << ": " << wrong);
        }
        met = memory.faults() > 0;
        points += met ? 1U : 0U;
        told += life.errors() > 0 ? 1U : 0U;
    }
    std::printf("%llu allocations failed, %llu with an error told, %.1f s of processor time\n",
                static_cast<unsigned long long>(points), static_cast<unsigned long long>(told),
                static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
}

} // namespace

TEST_CASE("whatever allocation fails, nothing is acknowledged falsely, misread or damaged")
{
    try_everywhere(lasting::once, {ending::goes_on});
}

TEST_CASE("where memory is out for good nothing is acknowledged falsely, and all goes on when there is some")
{
    try_everywhere(lasting::until_healed, {ending::goes_on, ending::crashes, ending::loses_power});
}
