#include "tests/simulation/world/machine.hpp"

#include "tests/simulation/world/drawn_site.hpp"

namespace motcua::simulation {

namespace {

/// What supervises the server starts it again so soon.
constexpr auto restart_pause = seconds{1};

} // namespace

machine::machine(schedule& when, network& net, wall_clock& clock, storage& store, const drawn_site& of,
                 ledger& seen, draws random)
    : schedule_{when}, network_{net}, clock_{clock}, store_{store}, site_{of}, ledger_{seen}, random_{random}
{}

void machine::start()
{
    schedule_.cancel(std::exchange(restart_planned_, 0));
    if (life_) {
        return;
    }
    auto opened = store_.open();
    if (!opened) {
        // The fuse may have blown as it opened.
        if (store_.is_dead()) {
            store_.process_ended();
        }
        restart_planned_ = schedule_.after(restart_pause, [this] { start(); });
        return;
    }
    ++lives_;
    life_ = std::make_unique<office>(
        office_parts{
            .when = schedule_,
            .clock = clock_,
            .devices = site_.devices,
            .site = site_.code,
            .epoch = "life-" + std::to_string(lives_),
            .seed = random_.bits(),
            .database = store_.database(),
            .snapshot_every = site_.snapshot_every,
            .commit_delay = [this] { return microseconds{random_.between(0, commit_delay_most.count())}; },
            .durable = [this](std::int64_t seq) { ledger_.durable(schedule_.now(), seq); },
            .broken = [this](std::string what) { note(broken_, std::move(what)); },
            .fatal =
                [this] {
                    if (!ended_) {
                        ended_ = fate{ending::killed, restart_pause};
                    }
                }},
        *std::move(opened));
    network_.connect(*life_);
    if (!life_->start(site_.settings) && !ended_) {
        ended_ = fate{ending::killed, restart_pause};
    }
    tend();
}

void machine::end(ending how, microseconds down)
{
    if (!life_) {
        return;
    }
    if (how == ending::orderly) {
        life_->finish([this] { return store_.complete_append(); });
    }
    bury({how, down});
}

void machine::end_within_writes(unsigned operations, ending how, microseconds down)
{
    awaited_ = {how, down};
    store_.crash_within(operations);
}

void machine::end_within_sendings(unsigned sendings, ending how, microseconds down)
{
    awaited_ = {how, down};
    network_.cut_at_sending(sendings, [this] { ended_ = awaited_; });
}

void machine::tend()
{
    if (life_) {
        life_->poll();
    }
    if (!ended_ && life_ && store_.is_dead()) {
        ended_ = awaited_;
    }
    if (ended_) {
        bury(*std::exchange(ended_, std::nullopt));
    }
}

void machine::bury(fate met)
{
    ended_.reset();
    if (!life_) {
        return;
    }
    if (met.how != ending::orderly) {
        ++crashes_;
        network_.silence_server();
    }
    life_.reset();
    network_.disconnect(met.how != ending::power_loss);
    if (met.how == ending::power_loss) {
        store_.power_lost();
    } else {
        store_.process_ended();
    }
    restart_planned_ = schedule_.after(met.down, [this] { start(); });
}

void machine::calm()
{
    network_.cut_at_sending(0, nullptr);
    store_.heal();
    commit_delay_most = microseconds{1'500};
    if (!life_) {
        start();
    }
}

} // namespace motcua::simulation
