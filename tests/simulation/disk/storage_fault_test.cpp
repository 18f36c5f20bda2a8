// Every storage operation of a journal's life fails once, and for good: no acknowledgement is false, nothing
// is misread or damaged, and the error says what it is.

#include "tests/simulation/disk/store_life.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>

using namespace motcua;
using namespace motcua::simulation;

namespace {

/// The errors that the journal may report after `what`.
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

struct fault_tally
{
    std::uint64_t points = 0;
    std::uint64_t reported = 0;
};

/// Tries `what` at the first, the second, … storage operation that it concerns, until a life passes
/// untouched.
void try_everywhere(fault_tally& total, disk_fault what, lasting how_long, ending end)
{
    for (std::uint64_t point = 1;; ++point) {
        store_life life(point, errors_of(what), how_long, end);
        auto& disk = life.disk();
        disk.fail_after(point, what, how_long);
        const auto wrong = life.run({[&] { return disk.counts().faults; }, [&] { disk.heal(); }});
        for (const auto& one : wrong) {
            FAIL_CHECK(boost::describe::enum_to_string(what, "?")
                       << " at operation " << point << (how_long == lasting::once ? ", once" : ", for good")
                       << ", then it " << boost::describe::enum_to_string(end, "?") << ": " << one);
        }
        if (disk.counts().faults == 0) {
            return;
        }
        ++total.points;
        total.reported += life.errors() > 0 ? 1U : 0U;
    }
}

void try_all_faults(lasting how_long, ending end)
{
    const auto start = std::clock();
    fault_tally total;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<disk_fault>>(
        [&](auto described) { try_everywhere(total, described.value, how_long, end); });
    std::printf("%llu storage operations failed, %llu with an error reported, %.1f s of processor time\n",
                static_cast<unsigned long long>(total.points),
                static_cast<unsigned long long>(total.reported),
                static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
}

} // namespace

TEMPLATE_TEST_CASE_SIG(
    "whatever storage operation fails, nothing is acknowledged falsely, misread or damaged", "",
    ((ending end), end), ending::goes_on, ending::crashes, ending::loses_power)
{
    try_all_faults(lasting::once, end);
    try_all_faults(lasting::until_healed, end);
}
