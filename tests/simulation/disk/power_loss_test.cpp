// No power loss and no crash takes from the real journal what it has acknowledged; with less syncing it
// would.

#include "tests/simulation/disk/synchronous.hpp"
#include "tests/simulation/disk/witness.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>

using namespace motcua;
using namespace motcua::simulation;

namespace {

constexpr std::uint64_t seed = 20261125;

/// Short lives check everything often, long ones see checkpoints and logs that begin again.
constexpr unsigned long_life_per_mille = 3;
constexpr int crashes_of_a_short_life = 5;
constexpr int crashes_of_a_long_life = 40;

struct tally
{
    int crashes = 0;
    std::uint64_t acknowledged = 0;
    std::uint64_t operations = 0;
    /// The promises that the store broke; a life ends with the first.
    std::vector<std::string> broken;
};

std::vector<script> make_scripts(unsigned first_seed, unsigned count, std::size_t batches)
{
    std::vector<script> made;
    for (unsigned number = 0; number < count; ++number) {
        made.emplace_back(first_seed + number, batches);
    }
    return made;
}

const script& script_for(bool long_life, draws& random)
{
    static const auto short_ones = make_scripts(0, 10, 100);
    static const auto long_ones = make_scripts(100, 1, 1200);
    return random.pick(long_life ? long_ones : short_ones);
}

/// One database on one disk, from crash to crash.
class life
{
public:
    explicit life(std::uint64_t number)
        : random_(draws(seed).fork(number)), disk_(random_.fork("disk")),
          is_long_(random_.chance(long_life_per_mille)), witness_(script_for(is_long_, random_))
    {}

    void run(tally& total)
    {
        const auto crashes = is_long_ ? crashes_of_a_long_life : crashes_of_a_short_life;
        for (int crash = 0; crash < crashes && !witness_.is_at_end() && total.broken.empty(); ++crash) {
            disk_.crash_after(static_cast<std::uint64_t>(random_.between(1, is_long_ ? 1000 : 150)));
            work_until_the_end();
            ++total.crashes;
            check(total.broken);
        }
        total.acknowledged += witness_.acknowledged();
        total.operations += disk_.operations();
    }

private:
    void work_until_the_end()
    {
        while (!disk_.is_dead() && !witness_.is_at_end()) {
            if (!store_) {
                if (auto opened = open_journal(disk_)) {
                    store_ = *std::move(opened);
                }
            } else if (!do_something(*store_) || random_.chance(20)) {
                store_.reset();
            }
        }
        // Whether the process or the power ends first makes no difference to what was acknowledged.
        if (random_.chance(500)) {
            store_.reset();
        }
        if (random_.chance(100)) {
            disk_.process_crash();
        } else {
            disk_.power_loss();
        }
        store_.reset();
        if (random_.chance(200)) {
            // Again while the first start reads what is left.
            disk_.crash_after(static_cast<std::uint64_t>(random_.between(1, 10)));
            open_journal(disk_);
            disk_.power_loss();
        }
    }

    /// Whether it succeeded.
    bool do_something(journal::journal& store)
    {
        const auto luck = random_.below(100);
        if (luck < 85) {
            return witness_.append(store).has_value();
        }
        if (luck < 90) {
            return witness_.save_snapshot(store).has_value();
        }
        if (luck < 94) {
            return witness_.forget_answers(store).has_value();
        }
        if (luck < 96) {
            return witness_.erase(store).has_value();
        }
        return (luck < 98 ? store.tidy() : store.probe()).has_value();
    }

    void check(std::vector<std::string>& broken)
    {
        auto opened = open_journal(disk_);
        auto wrong =
            opened ? witness_.what_is_wrong(**opened, disk_) : "cannot be opened: " + opened.error().detail;
        if (!wrong.empty()) {
            broken.push_back(std::move(wrong));
        } else {
            store_ = *std::move(opened);
        }
    }

    draws random_;
    simulated_disk disk_;
    bool is_long_;
    witness witness_;
    std::unique_ptr<journal::journal> store_;
};

/// Runs lives from `number` on, until there were `crashes` crashes.
tally run_lives(std::uint64_t number, int crashes)
{
    tally total;
    std::vector<std::string> broken;
    for (; total.crashes < crashes; ++number) {
        life(number).run(total);
        for (auto& what : std::exchange(total.broken, {})) {
            broken.push_back("life " + std::to_string(number) + ": " + what);
        }
    }
    total.broken = std::move(broken);
    return total;
}

auto count(const tally& total, const std::string& what)
{
    return std::ranges::count_if(total.broken,
                                 [&](const std::string& one) { return one.find(what) != std::string::npos; });
}

void print(const char* name, const tally& total, std::clock_t start)
{
    std::printf(
        "%s: %d crashes, %llu acknowledged, %llu storage operations, %zu databases broken (%td lost), "
        "%.1f s of processor time\n",
        name, total.crashes, static_cast<unsigned long long>(total.acknowledged),
        static_cast<unsigned long long>(total.operations), total.broken.size(), count(total, "lost"),
        static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
}

} // namespace

// In four parts, which CTest runs beside each other.
TEMPLATE_TEST_CASE_SIG(
    "no crash and no power loss takes what was acknowledged, nor leaves what was not appended", "",
    ((std::uint64_t part), part), 1, 2, 3, 4)
{
    const auto start = std::clock();
    const auto total = run_lives(part * 1'000'000, 5'000 / MOTCUA_TEST_SLOWNESS);
    print("synchronous = FULL", total, start);
    for (const auto& what : total.broken) {
        FAIL_CHECK(what);
    }
}

TEST_CASE("with synchronous = NORMAL power losses would take what was acknowledged")
{
    const forced_synchronous normal("NORMAL");
    const auto start = std::clock();
    const auto total = run_lives(0, 500);
    print("synchronous = NORMAL", total, start);
    CHECK(count(total, "lost") > 50);
}

TEST_CASE("with synchronous = OFF power losses would take what was acknowledged and damage the database")
{
    const forced_synchronous off("OFF");
    const auto start = std::clock();
    const auto total = run_lives(0, 500);
    print("synchronous = OFF", total, start);
    CHECK(count(total, "lost") > 50);
    CHECK(count(total, "cannot be") > 10);
}
