#include "server/reports/appointments.hpp"

#include "log_file.hpp"

using namespace motcua;
using namespace motcua::reports;
using namespace std::chrono_literals;

namespace {

constexpr domain::local_day tuesday = monday + std::chrono::days{1};

appointment booked(int id, const std::string& code, domain::local_day day)
{
    return {.appointment = domain::appointment_id{id},
            .code = code,
            .day = day,
            .service = "A",
            .procedure = "1.001193",
            .start = monday_at_8 + (day - monday),
            .end = monday_at_8 + (day - monday) + 30min,
            .channel = domain::ticket_channel::online,
            .state = domain::appointment_state::no_show,
            .booked_at = monday_at_8 - 48h,
            .changes = 2,
            .changed_at = monday_at_8 + 1h,
            .last_digits = {7, 9}};
}

void add(log_file& file, const std::vector<appointment>& rows)
{
    journal::batch batch;
    batch.events.push_back({.seq = file.store().last_seq() + 1,
                            .at = monday_at_8,
                            .actor = "site",
                            .key = std::nullopt,
                            .body = domain::day_opened{monday}});
    batch.rows.assign(rows.begin(), rows.end());
    REQUIRE(file.append(batch));
}

} // namespace

TEST_CASE("an appointment of a day that is over is found by its code, as it was written")
{
    log_file file;
    const auto written = booked(1, "7KQ2MD", monday);
    add(file, {written, booked(2, "QH62TE", monday)});
    const auto found = find_appointment(file.path(), "demo", "7KQ2MD").value();
    REQUIRE(found);
    CHECK(*found == written);
    CHECK_FALSE(find_appointment(file.path(), "demo", "ZZZZZZ").value());
    CHECK_FALSE(find_appointment(file.path(), "other", "7KQ2MD").value());
}

TEST_CASE("a code that was given twice names the later appointment")
{
    log_file file;
    add(file, {booked(1, "7KQ2MD", monday), booked(2, "7KQ2MD", tuesday)});
    CHECK(find_appointment(file.path(), "demo", "7KQ2MD").value()->day == tuesday);
}

TEST_CASE("the appointments of a day come in the order of their booking, without those of other days")
{
    log_file file;
    add(file, {booked(1, "7KQ2MD", monday), booked(2, "QH62TE", tuesday), booked(3, "5VNP8J", monday)});
    std::vector<domain::appointment_code> codes;
    for (const auto& one : appointments_of(file.path(), "demo", monday).value()) {
        codes.push_back(one.code);
    }
    CHECK(codes == std::vector<domain::appointment_code>{"7KQ2MD", "5VNP8J"});
}

TEST_CASE("a database that is gone is an error and no crash")
{
    CHECK_FALSE(find_appointment("/nonexistent/motcua.db", "demo", "7KQ2MD").has_value());
    CHECK_FALSE(appointments_of("/nonexistent/motcua.db", "demo", monday).has_value());
}
