// How long a console may be away, on a site whose clock the test sets.

#include "settings_office.hpp"

#include "server/api/limits.hpp"
#include "server/journal/memory_journal.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

class watched_site
{
public:
    watched_site()
    {
        REQUIRE(site_.start().has_value());
        change(domain::configure_site{.settings = api::one_counter(), .from_version = {}});
        change(domain::open_counter{.counter = "1", .services = {}});
    }

    /// Seconds pass; `is_here` says whether the feed of the console is open all the time.
    void pass(std::chrono::seconds time, bool is_here)
    {
        for (auto second = 0s; second < time; second += 1s) {
            now_ += 1s;
            if (is_here) {
                watch_->seen("1", now_);
            }
            watch_->tick(now_);
            site_.commit();
        }
    }

    /// As a restart of the server: what was seen is forgotten.
    void restart() { watch_.emplace(site_); }

    const domain::counter& counter() const { return *site_.state().find_counter("1"); }

private:
    void change(const domain::command& wanted)
    {
        site_.change(
            wanted, {"site", {}, {}, {}}, [](const auto&, const auto&) { return runtime::reply{}; },
            [](const auto&) {});
        site_.commit();
    }

    api::set_clock clock_;
    journal::memory_journal store_;
    runtime::site site_{store_, clock_, [] {}, [](const std::string&) {}};
    std::optional<api::console_watch> watch_{site_};
    std::chrono::steady_clock::time_point now_{1000s};
};

} // namespace

TEST_CASE("a counter is paused a minute after its console is gone, and opens when it returns")
{
    watched_site watched;
    watched.pass(5s, true);
    CHECK(watched.counter().console == domain::console_state::here);
    watched.pass(api::limits::console_absence - 1s, false);
    CHECK(watched.counter().state == domain::counter_state::open);
    watched.pass(1s, false);
    CHECK(watched.counter().state == domain::counter_state::paused);
    CHECK(watched.counter().pause_reason == domain::console_gone);
    watched.pass(600s, false);
    watched.pass(1s, true);
    CHECK(watched.counter().state == domain::counter_state::open);
}

TEST_CASE("a counter that never had a console is left open")
{
    watched_site watched;
    watched.pass(300s, false);
    CHECK(watched.counter().state == domain::counter_state::open);
    CHECK(watched.counter().console == domain::console_state::never);
}

TEST_CASE("after a restart a console has a minute to come back")
{
    watched_site watched;
    watched.pass(2s, true);
    watched.restart();
    watched.pass(api::limits::console_absence - 1s, false);
    CHECK(watched.counter().state == domain::counter_state::open);
    watched.pass(2s, false);
    CHECK(watched.counter().state == domain::counter_state::paused);
}
