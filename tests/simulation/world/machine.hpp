#pragma once
// The server's machine: its disk, its clock, and one life of the server after the other.

#include "tests/simulation/checks/findings.hpp"
#include "tests/simulation/checks/ledger.hpp"
#include "tests/simulation/world/network.hpp"
#include "tests/simulation/world/office.hpp"
#include "tests/simulation/world/storage.hpp"
#include "tests/simulation/world/wall_clock.hpp"

namespace motcua::simulation {

/// How a life of the server ends.
enum class ending
{
    orderly,    ///< SIGTERM: what is under way is answered
    killed,     ///< the process is gone, the machine refuses its clients
    power_loss, ///< the machine is gone: its clients hear nothing, its disk keeps what it must
};

struct drawn_site;

class machine
{
public:
    /// All outlive the machine; `store` is its disk.
    machine(schedule& when, network& net, wall_clock& clock, storage& store, const drawn_site& of,
            ledger& seen, draws random);

    /// Begins a life; while the disk prevents it, tries again every second.
    void start();

    bool is_up() const { return life_ != nullptr; }

    /// Ends the life, if there is one; after `down` the next begins.
    void end(ending how, microseconds down);

    /// The life ends at the n-th thing that it writes, or sends, counted from now.
    void end_within_writes(unsigned operations, ending how, microseconds down);
    void end_within_sendings(unsigned sendings, ending how, microseconds down);

    /// After each step: lets the life run what the step has made ready, and buries it if it ended in the
    /// midst.
    void tend();

    /// No end is near any more, and the disk is well.
    void calm();

    /// Of the present life.
    runtime::site& site() { return life_->site(); }

    storage& disk() { return store_; }
    wall_clock& clock() { return clock_; }

    /// A turn of the event loop lasts up to this long; a slow disk makes it longer.
    microseconds commit_delay_most{1'500};

    /// What its sites showed while they lived and cannot be.
    const findings& broken() const { return broken_; }

    std::uint64_t lives() const { return lives_; }
    std::uint64_t crashes() const { return crashes_; }

private:
    struct fate
    {
        ending how = ending::killed;
        microseconds down{0};
    };
    void bury(fate met);

    schedule& schedule_;
    network& network_;
    wall_clock& clock_;
    storage& store_;
    const drawn_site& site_;
    ledger& ledger_;
    draws random_;
    std::unique_ptr<office> life_;
    std::optional<fate> ended_; ///< in the midst of the step
    fate awaited_;              ///< when what was planned comes
    std::uint64_t restart_planned_ = 0;
    findings broken_;
    std::uint64_t lives_ = 0;
    std::uint64_t crashes_ = 0;
};

} // namespace motcua::simulation
