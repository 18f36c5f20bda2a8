#include "base/json.hpp"
#include "tests/bench/booking_filler.hpp"
#include "tests/bench/failure.hpp"
#include "tests/bench/filler.hpp"
#include "tests/bench/http_wire.hpp"
#include "tests/bench/office.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/statistics.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace motcua::bench {

namespace {

using milliseconds = std::chrono::duration<double, std::milli>;

constexpr double slots_goal_ms = 5;
constexpr double booking_goal_ms = 10;
constexpr int racers = 200;
constexpr int places_of_a_slot = 1000;

/// As an answer to `slots` has it.
struct offered_slot
{
    std::string start;
    int free{};
};
BOOST_DESCRIBE_STRUCT(offered_slot, (), (start, free))

struct offer
{
    std::vector<offered_slot> items;
};
BOOST_DESCRIBE_STRUCT(offer, (), (items))

std::string day_text(int days_ahead)
{
    const auto day =
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + std::chrono::hours{7}) +
        std::chrono::days{days_ahead};
    return fmt::format("{:%Y-%m-%d}", day);
}

std::string slots_request(const demo_file& demo, const std::string& service)
{
    return write_request("GET",
                         fmt::format("{}/services/{}/slots?from={}&to={}", site_path(demo), service,
                                     day_text(1), day_text(30)),
                         demo.tokens.kiosk, "", "");
}

std::vector<offered_slot> slots_of(socket& asker, const demo_file& demo, const std::string& service)
{
    auto read = base::from_json<offer>(exchange(asker, slots_request(demo, service), 200));
    if (!read) {
        throw failure("the slots cannot be read");
    }
    return std::move(read->items);
}

std::string booking_request(const demo_file& demo, const std::string& service, const std::string& start,
                            int person)
{
    return post_request(
        site_path(demo) + "/appointments", demo.tokens.kiosk, fresh_key(),
        fmt::format(R"({{"service":"{}","start":"{}","phone":"09{:08}"}})", service, start, person));
}

figure measure_slots(std::uint16_t port, const demo_file& demo, int reads)
{
    socket asker(port);
    const auto request = slots_request(demo, "A");
    std::vector<double> took;
    std::size_t bytes = 0;
    for (int read = 0; read < reads; ++read) {
        const auto begun = clock::now();
        bytes = exchange(asker, request, 200).size();
        took.push_back(milliseconds(clock::now() - begun).count());
    }
    return {.part = "appointments",
            .what = "a month of slots, p99",
            .value = percentile(took, 99),
            .unit = "ms",
            .goal = goal{goal_kind::below, slots_goal_ms},
            .detail = fmt::format("p50 {:.2f} ms, {} reads of {} bytes", median(took), reads, bytes),
            .samples = {}};
}

figure measure_bookings(std::uint16_t port, const demo_file& demo, int bookings, const std::string& stored)
{
    socket asker(port);
    const auto slots = slots_of(asker, demo, "A");
    std::vector<double> took;
    for (int person = 0; person < bookings; ++person) {
        const auto& start = slots[static_cast<std::size_t>(person) % slots.size()].start;
        const auto request = booking_request(demo, "A", start, person);
        const auto begun = clock::now();
        exchange(asker, request, 201);
        took.push_back(milliseconds(clock::now() - begun).count());
    }
    return {.part = "appointments",
            .what = "a booking, p99",
            .value = percentile(took, 99),
            .unit = "ms",
            .goal = goal{goal_kind::below, booking_goal_ms},
            .detail = fmt::format("p50 {:.2f} ms, {} bookings beside {}", median(took), bookings, stored),
            .samples = {}};
}

/// One place, and everybody asks for it at the same moment. How many got it.
int race(std::vector<socket>& all, const demo_file& demo, const std::string& start, int& person)
{
    for (auto& racer : all) {
        racer.send(booking_request(demo, "B", start, ++person));
    }
    int winners = 0;
    for (auto& racer : all) {
        const auto reply = wait_for_reply(racer);
        winners += reply.status == 201 ? 1 : 0;
        if (reply.status != 201 && reply.status != 409) {
            throw failure(describe(reply));
        }
        racer.take(reply.whole.size());
    }
    return winners;
}

figure measure_races(std::uint16_t port, const demo_file& demo, int races)
{
    std::vector<socket> all;
    for (int i = 0; i < racers; ++i) {
        all.emplace_back(port);
    }
    const auto slots = slots_of(all.front(), demo, "B");
    if (slots.size() < static_cast<std::size_t>(races)) {
        throw failure("there are fewer slots than races");
    }
    int winners = 0;
    int person = 0;
    const auto begun = clock::now();
    for (int i = 0; i < races; ++i) {
        winners += race(all, demo, slots[static_cast<std::size_t>(i)].start, person);
    }
    const auto lasted = std::chrono::duration<double>(clock::now() - begun).count();
    return {.part = "appointments",
            .what = fmt::format("winners of {} races of {} for one place", races, racers),
            .value = static_cast<double>(winners),
            .unit = "",
            .goal = goal{goal_kind::at_least, static_cast<double>(races)},
            .detail = fmt::format("{}{:.0f} answers a second", winners > races ? "TOO MANY; " : "",
                                  races * racers / lasted),
            .samples = {}};
}

} // namespace

void measure_appointments(const surroundings& around, report& results)
{
    const temporary_folder folder(around.folder);
    const auto data = folder.path() / "data";
    const auto demo = make_office(around.server, data);
    const auto file = data / "motcua.db";
    auto settings = configured_settings(file, demo.site);
    settings.holidays.clear();
    settings.swaps.clear();
    settings.appointments.capacity = places_of_a_slot;
    settings.appointments.lead_minutes = std::chrono::minutes{0};
    // One place each, and more slots than there are races.
    settings.services.at(1).appointments = settings.appointments;
    settings.services.at(1).appointments->capacity = 1;
    settings.services.at(1).appointments->slot_minutes = std::chrono::minutes{5};
    settings.services.at(1).appointments->step_minutes = std::chrono::minutes{5};
    const std::int64_t past = around.quick ? 20'000 : 1'000'000;
    const std::int64_t future = around.quick ? 5'000 : 20'000;
    fill_bookings(file, demo.site, settings, past, future,
                  std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()));
    const office server(around.server, data);
    const auto stored = fmt::format("{} past and {} future ones", past, future);
    results.figures.push_back(measure_slots(server.port(), demo, around.quick ? 100 : 1000));
    results.figures.push_back(measure_bookings(server.port(), demo, around.quick ? 100 : 1000, stored));
    results.figures.push_back(measure_races(server.port(), demo, around.quick ? 50 : 1000));
    results.notes.emplace_back(
        "Appointments: over HTTP, a connection each; a booking counts until its answer, "
        "which is durable. In a race all ask at once for the only place of a slot.");
}

} // namespace motcua::bench
