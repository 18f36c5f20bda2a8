#pragma once
// One life of the server's process: the real site, interface and router on a journal, without sockets and
// threads.

#include "server/api/office.hpp"
#include "tests/simulation/random.hpp"
#include "tests/simulation/world/front_door.hpp"
#include "tests/simulation/world/schedule.hpp"
#include "tests/simulation/world/site_watch.hpp"

#include <boost/asio/io_context.hpp>

namespace motcua::simulation {

/// What every life of the server finds where it starts.
struct office_parts
{
    schedule& when;
    runtime::clock_source& clock;
    const std::vector<domain::device>& devices; ///< with the tokens of token_of()
    std::string site;
    std::string epoch;  ///< of its feed; another one for each life
    std::uint64_t seed; ///< of the ids that it draws
    std::string database;
    std::int64_t snapshot_every;
    /// How long this turn of the event loop lasts.
    std::function<microseconds()> commit_delay;
    std::function<void(std::int64_t)> durable; ///< gets the last event that is stored
    std::function<void(std::string)> broken;   ///< gets what cannot be
    std::function<void()> fatal;               ///< runs when only a new life can help
};

class office final : public front_door
{
public:
    office(const office_parts& with, std::unique_ptr<journal::journal> store);
    ~office() override;

    /// As `motcua-server serve` does: restores the site with its credentials, and begins its ticks; before
    /// that it follows `settings` and allows the devices. False when the store prevents it; `fatal` runs when
    /// it does not take the settings or a device.
    bool start(const domain::site_settings& settings);

    /// An orderly end: what is under way is made durable and answered. `complete_append` completes what is
    /// in flight, if anything is.
    void finish(const std::function<void()>& complete_append);

    /// Runs what is ready to run: after a step in which the store may have completed.
    void poll();

    void handle(wire_request wired, answered answer) override;
    void open(wire_request wired, opened answer) override;
    void feed_gone(http::feed& which) override;

    runtime::site& site() { return site_; }

private:
    struct request_held;

    void found_devices();
    void must_change(const domain::command& wanted, std::vector<journal::erasable_row> stored_beside = {});

    void commit_later();
    void tick();

    schedule& schedule_;
    boost::asio::io_context context_{1};
    std::unique_ptr<journal::journal> store_;
    std::function<microseconds()> commit_delay_;
    std::function<void()> fatal_;
    runtime::site site_;
    api::live_feed feed_;
    site_watch watch_;
    const std::vector<domain::device>& devices_;
    std::string code_;
    api::console_watch consoles_{site_};
    access::credentials credentials_;
    runtime::worker_pool workers_{0, 32};
    runtime::worker_pool hashing_{0, 9};
    api::office office_;
    http::router routes_;
    std::uint64_t commit_planned_ = 0;
    std::uint64_t tick_planned_ = 0;
};

} // namespace motcua::simulation
