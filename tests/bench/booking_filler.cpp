#include "tests/bench/booking_filler.hpp"

#include "server/domain/appointments/slots.hpp"
#include "server/journal/person_rows.hpp"
#include "server/journal/sqlite_journal.hpp"
#include "server/runtime/site.hpp"
#include "tests/bench/failure.hpp"

#include <algorithm>
#include <random>

namespace motcua::bench {

namespace {

using namespace std::chrono_literals;
using domain::instant;

constexpr std::int64_t bookings_a_day = 500;
constexpr int bookings_a_commit = 500;
constexpr std::size_t sealed_bytes = 100;

class booking_clock : public runtime::clock_source
{
public:
    runtime::clock_reading read() override { return {now, now.time_since_epoch(), true}; }

    instant now;
};

class booked_days
{
public:
    booked_days(journal::journal& store, const domain::site_settings& settings)
        : site_(
              store, clock_, [] {}, [](const std::string& why) { throw failure(why); }),
          settings_(settings)
    {}

    void fill(std::int64_t past, std::int64_t future, instant until)
    {
        const auto days = past / bookings_a_day + 1;
        const auto today = domain::business_day(site_.zone(), settings_, until);
        clock_.now = start_of(today - std::chrono::days(days));
        if (const auto started = site_.start(); !started) {
            throw failure(started.error().detail);
        }
        change(domain::configure_site{.settings = settings_});
        for (auto day = today - std::chrono::days(days); day < today; day += std::chrono::days(1)) {
            clock_.now = start_of(day);
            site_.commit();
            site_.tick();
            book(bookings_a_day, day, day);
        }
        clock_.now = until;
        site_.tick();
        book(future, today + std::chrono::days(1),
             today + std::chrono::days(settings_.appointments.horizon_days));
        site_.commit();
    }

private:
    instant start_of(domain::local_day day) const
    {
        return domain::start_of_day(site_.zone(), settings_, day) + 1h;
    }

    /// `count` of them, over the slots of those days in turn.
    void book(std::int64_t count, domain::local_day first, domain::local_day last)
    {
        const auto* service = domain::find_service(site_.state().settings(), settings_.services.front().code);
        const domain::slot_book looked(site_.state(), {.service = *service}, site_.zone(), clock_.now);
        const auto slots = looked.slots(first, last);
        for (std::int64_t i = 0; i < count && !slots.empty(); ++i) {
            const auto& slot = slots[static_cast<std::size_t>(i) % slots.size()];
            domain::book_appointment wanted{.codes = {next_code()},
                                            .hold = {},
                                            .service = service->code,
                                            .procedure = {},
                                            .start = slot.start,
                                            .length = {},
                                            .channel = domain::ticket_channel::online};
            std::ranges::generate(wanted.phone, [&] { return static_cast<std::uint8_t>(random_()); });
            std::ranges::generate(wanted.last_digits, [&] { return static_cast<std::uint8_t>(random_()); });
            change(wanted);
        }
    }

    std::string next_code()
    {
        auto number = ++codes_;
        std::string code;
        for (int place = 0; place < 6; ++place, number /= 28) {
            code += "23456789BCDFGHJKMNPQRSTVWXYZ"[number % 28];
        }
        return code;
    }

    void change(const domain::command& wanted)
    {
        const auto answer = [](const domain::site_state& state, std::span<const domain::event> happened) {
            runtime::made_reply made{runtime::reply{runtime::answer_kind::created, {}}};
            if (std::holds_alternative<domain::appointment_booked>(happened.back().body)) {
                const domain::appointment_id id{state.appointments().last()};
                made.erasable.push_back(journal::person_row(id, std::vector<std::uint8_t>(sealed_bytes)));
            }
            return made;
        };
        site_.change(wanted, {.actor = "public", .counter = {}, .staff = {}, .key = {}}, answer,
                     [](const runtime::outcome& result) {
                         if (!std::holds_alternative<runtime::reply>(result)) {
                             throw failure("the site refused what fills its journal");
                         }
                     });
        if (++changes_ % bookings_a_commit == 0) {
            site_.commit();
        }
    }

    booking_clock clock_;
    runtime::site site_;
    domain::site_settings settings_;
    std::mt19937 random_{1}; // the same days in each run
    std::uint64_t codes_ = 0;
    int changes_ = 0;
};

} // namespace

void fill_bookings(const std::filesystem::path& file, const std::string& site,
                   const domain::site_settings& settings, std::int64_t past, std::int64_t future,
                   instant until)
{
    auto opened = journal::open_sqlite_journal(file, site);
    if (!opened) {
        throw failure(file.string() + ": " + opened.error().detail);
    }
    booked_days(**opened, settings).fill(past, future, until);
}

} // namespace motcua::bench
