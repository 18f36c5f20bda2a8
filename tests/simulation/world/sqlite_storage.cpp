#include "server/journal/sqlite_journal.hpp"
#include "tests/simulation/disk/simulated_disk.hpp"
#include "tests/simulation/world/storage.hpp"

#include <stdexcept>

namespace motcua::simulation {

namespace {

const std::string database_path = "/motcua.db";

class sqlite_storage final : public storage
{
public:
    sqlite_storage(std::string site, draws random)
        : site_{std::move(site)}, random_{random}, disk_{random.fork("disk"), "hall"}
    {}

    journal::result<std::unique_ptr<journal::journal>> open() override
    {
        return journal::open_sqlite_journal_on(disk_.name(), database_path, site_);
    }

    std::string database() const override { return disk_.uri(database_path); }
    void crash_within(unsigned operations) override { disk_.crash_after(operations); }
    bool is_dead() const override { return disk_.is_dead(); }
    void process_ended() override { disk_.process_crash(); }
    void power_lost() override { disk_.power_loss(); }

    void fail(breakdown how) override
    {
        switch (how) {
        case breakdown::full:
            return disk_.full(random_.below(20'000));
        case breakdown::lost_sync:
            return disk_.fail_after(1 + random_.below(3), disk_fault::sync_error, lasting::until_healed);
        case breakdown::error:
            break;
        }
        constexpr std::array errors{disk_fault::write_error, disk_fault::read_error,
                                    disk_fault::short_read,  disk_fault::truncate_error,
                                    disk_fault::lock_error,  disk_fault::lock_busy};
        const auto how_long = random_.chance(500) ? lasting::once : lasting::until_healed;
        const auto what = random_.pick(errors);
        disk_.fail_after(1 + random_.below(6), what, how_long);
    }

    void heal() override { disk_.heal(); }

    std::vector<domain::event> events() override
    {
        const auto store = open();
        std::vector<domain::event> all;
        if (!store || !(*store)->replay(0, [&](domain::event one) { all.push_back(std::move(one)); })) {
            throw std::runtime_error("a calm disk does not give its journal");
        }
        return all;
    }

private:
    std::string site_;
    draws random_;
    simulated_disk disk_;
};

} // namespace

std::unique_ptr<storage> make_sqlite_storage(std::string site, draws random)
{
    return std::make_unique<sqlite_storage>(std::move(site), random);
}

} // namespace motcua::simulation
