// Every allocation inside SQLite fails in the life of a journal: as with the disk, no acknowledgement is
// false, nothing is misread or damaged, and the error says what it is.

#include "tests/simulation/disk/faulty_memory.hpp"
#include "tests/simulation/disk/store_life.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace motcua;
using namespace motcua::simulation;

namespace {

constexpr std::uint64_t parts = 4;

/// Between two allocations of a part. The parts together take every second one, and `./dev soak`, which has
/// the time, every one: the same places allocate again and again.
std::uint64_t stride()
{
    const bool has_time = std::getenv("MOTCUA_SOAK") != nullptr;
    return (has_time ? parts : 2 * parts) * MOTCUA_TEST_SLOWNESS;
}

/// At one allocation in a stride, from the `part`-th on, until a life passes untouched.
void try_everywhere(std::uint64_t part, lasting how_long, std::initializer_list<ending> ends)
{
    const auto start = std::clock();
    auto& memory = faulty_memory::instance();
    std::uint64_t points = 0;
    std::uint64_t reported = 0;
    bool met = true;
    for (std::uint64_t point = part; met; point += stride()) {
        store_life life(point, {journal::fault::failed}, how_long, ends.begin()[point % ends.size()]);
        memory.fail_after(point, how_long);
        for (const auto& wrong : life.run({[&] { return memory.faults(); }, [&] { memory.heal(); }})) {
            FAIL_CHECK("allocation " << point << ": " << wrong);
        }
        met = memory.faults() > 0;
        points += met ? 1U : 0U;
        reported += life.errors() > 0 ? 1U : 0U;
    }
    std::printf("%llu allocations failed, %llu with an error reported, %.1f s of processor time\n",
                static_cast<unsigned long long>(points), static_cast<unsigned long long>(reported),
                static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
}

} // namespace

// In four parts, which CTest runs beside each other.
TEMPLATE_TEST_CASE_SIG("whatever allocation fails, nothing is acknowledged falsely, misread or damaged", "",
                       ((std::uint64_t part), part), 1, 2, 3, 4)
{
    try_everywhere(part, lasting::once, {ending::goes_on});
}

TEMPLATE_TEST_CASE_SIG(
    "where memory is out for good nothing is acknowledged falsely, and the store recovers when there is some",
    "", ((std::uint64_t part), part), 1, 2, 3, 4)
{
    try_everywhere(part, lasting::until_healed, {ending::goes_on, ending::crashes, ending::loses_power});
}
