#include "tests/bench/filler.hpp"

#include "base/json.hpp"
#include "server/api/views.hpp"
#include "server/journal/sqlite_journal.hpp"
#include "server/runtime/site.hpp"
#include "tests/bench/failure.hpp"

#include <algorithm>
#include <random>

namespace motcua::bench {

namespace {

using namespace std::chrono_literals;
using domain::instant;

/// A day of a site with four counters: one citizen every 20 seconds from 07:30 on.
constexpr int tickets_a_day = 1500;
constexpr auto first_arrival = 7h + 30min;
constexpr auto between_arrivals = 20s;

/// A ticket is issued, called, started and finished.
constexpr std::int64_t events_a_day = 4 * tickets_a_day;

/// Of 20 citizens these many come for each service of the demo office.
constexpr std::string_view services_wanted = "AAAAAAAADDDDDDBBBBCC";

constexpr int changes_a_commit = 500;
constexpr int arrivals_a_tick = 50;

std::unique_ptr<journal::journal> open(const std::filesystem::path& file, const std::string& site)
{
    auto opened = journal::open_sqlite_journal(file, site);
    if (!opened) {
        throw failure(file.string() + ": " + opened.error().detail);
    }
    return *std::move(opened);
}

class set_clock : public runtime::clock_source
{
public:
    runtime::clock_reading read() override { return {now, now.time_since_epoch(), true}; }

    instant now;
};

class worked_days
{
public:
    worked_days(journal::journal& store, const std::string& name, const domain::site_settings& settings)
        : site_(
              store, clock_, [] {}, [](const std::string& why) { throw failure(why); }),
          views_(name, site_.state()), settings_(settings)
    {}

    void fill(std::int64_t count, instant until)
    {
        const auto days = count / events_a_day + 1;
        const auto today = domain::business_day(site_.zone(), settings_, until);
        clock_.now = start_of(today - std::chrono::days(days));
        if (const auto started = site_.start(); !started) {
            throw failure(started.error().detail);
        }
        change(domain::configure_site{settings_}, "site");
        for (auto day = today - std::chrono::days(days); day < today; day += std::chrono::days(1)) {
            clock_.now = start_of(day);
            work();
        }
        site_.commit();
    }

private:
    instant start_of(domain::local_day day) const
    {
        return domain::start_of_day(site_.zone(), settings_, day) + first_arrival;
    }

    void work()
    {
        for (const auto& at : settings_.counters) {
            change(domain::open_counter{at.code, {}}, "counter:" + at.code);
        }
        for (int i = 0; i < tickets_a_day; ++i) {
            issue();
            const auto turn = static_cast<std::size_t>(i) % settings_.counters.size();
            serve(settings_.counters[turn].code);
            clock_.now += between_arrivals;
            if (i % arrivals_a_tick == 0) {
                site_.commit();
                site_.tick();
            }
        }
    }

    void issue()
    {
        domain::issue_ticket wanted{.service = {}, .procedure = {}};
        wanted.service = services_wanted[random_() % services_wanted.size()];
        if (random_() % 10 == 0) {
            wanted.priority = domain::priority_class::elderly;
        }
        std::ranges::generate(wanted.track, [&] { return static_cast<std::uint8_t>(random_()); });
        domain::request_key key{};
        std::ranges::generate(key.key, [&] { return static_cast<std::uint8_t>(random_()); });
        std::ranges::generate(key.request, [&] { return static_cast<std::uint8_t>(random_()); });
        change(wanted, "kiosk:hall", key);
    }

    /// Ends the visit at counter `code`, if there is one, and calls the next.
    void serve(const std::string& code)
    {
        const auto actor = "counter:" + code;
        if (const auto current = site_.state().find_counter(code)->current) {
            change(domain::start_ticket{*current}, actor);
            change(domain::finish_ticket{*current, domain::visit_outcome::served}, actor);
        }
        change(domain::call_next{code}, actor);
    }

    void change(const domain::command& wanted, const std::string& actor,
                const std::optional<domain::request_key>& key = {})
    {
        const auto answer = [&](const domain::site_state& state, const auto&) {
            return runtime::reply{runtime::answer_kind::created,
                                  key ? base::to_json(views_.ticket(state.tickets().back())) : ""};
        };
        site_.change(wanted, {.actor = actor, .counter = {}, .staff = {}, .key = key}, answer,
                     [](const runtime::outcome& result) {
                         if (!std::holds_alternative<runtime::reply>(result)) {
                             throw failure("the site refused what fills its journal");
                         }
                     });
        if (++changes_ % changes_a_commit == 0) {
            site_.commit();
        }
    }

    set_clock clock_;
    runtime::site site_;
    api::views views_;
    domain::site_settings settings_;
    std::mt19937 random_{1}; // the same days in each run
    int changes_ = 0;
};

} // namespace

domain::site_settings configured_settings(const std::filesystem::path& file, const std::string& site)
{
    std::optional<domain::site_settings> found;
    const auto replayed = open(file, site)->replay(0, [&](const domain::event& happened) {
        if (const auto* body = std::get_if<domain::site_configured>(&happened.body)) {
            found = body->settings;
        }
    });
    if (!replayed) {
        throw failure(replayed.error().detail);
    }
    if (!found) {
        throw failure("the demo office has no settings");
    }
    return *std::move(found);
}

std::int64_t fill_journal(const std::filesystem::path& file, const std::string& site,
                          const domain::site_settings& settings, std::int64_t count, instant until)
{
    const auto store = open(file, site);
    worked_days(*store, site, settings).fill(count, until);
    const auto newest = store->load_snapshot();
    if (!newest) {
        throw failure(newest.error().detail);
    }
    return store->last_seq() - (*newest ? (*newest)->seq : 0);
}

void spoil_snapshot(const std::filesystem::path& file, const std::string& site)
{
    const auto store = open(file, site);
    const auto saved = store->save_snapshot({store->last_seq(), "none"});
    if (!saved) {
        throw failure(saved.error().detail);
    }
}

} // namespace motcua::bench
