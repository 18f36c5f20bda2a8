#include "counter/console/appointments/session.hpp"

#include "counter/console/appointments/limits.hpp"
#include "counter/limits.hpp"
#include "tests/unit/client/wire_sample.hpp"
#include "tests/unit/counter/console/appointments/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using appointments::deed;
using appointments::deed_kind;
using test::response;

namespace {

const std::string office = "/api/v1/sites/demo";
const std::string monday_list = office + "/appointments?day=2026-11-23&limit=500";

std::string appointment_json(const std::string& code, const std::string& state)
{
    return R"({"code":")" + code +
           R"(","site":"demo","site_name":"An Bình","site_name_en":"An Binh","service":"A",
        "service_name":"Hộ tịch","service_name_en":"Civil status","day":"2026-11-23",
        "start":"2026-11-23T10:00:00+07:00","end":"2026-11-23T10:30:00+07:00","state":")" +
           state +
           R"(","channel":"staff","booked_at":"2026-11-20T10:00:00+07:00","changes":0,"late":false,
        "time":"2026-11-23T09:41:00+07:00"})";
}

struct watching
{
    watching()
    {
        world.answers[monday_list] = response(200, test::list_json(appointment_json("7KQ2MD", "booked")));
        session.set_site("demo");
        session.send(appointments::watch_day{test::monday()});
        world.pass(10ms);
    }

    template <class Event>
    std::vector<Event> reported() const
    {
        std::vector<Event> all;
        for (const auto& one : events) {
            if (const auto* known = std::get_if<Event>(&one)) {
                all.push_back(*known);
            }
        }
        return all;
    }

    void feed(const std::string& type, const std::string& rest)
    {
        session.message_came(boost::json::parse(R"({"type":")" + type + "\"" + rest + "}"));
        world.pass(counter::limits::list_pace + 50ms);
    }

    test::scripted_world world;
    client::connection connection{world, world, client::random_engine{1}};
    std::vector<appointments::event> events;
    appointments::session session{
        connection, [this](appointments::event happened) { events.push_back(std::move(happened)); }};
};

} // namespace

TEST_CASE("the list of a day is asked for at once, and again after what concerns it")
{
    watching t;
    REQUIRE(t.reported<appointments::list_came>().size() == 1);
    CHECK(t.reported<appointments::list_came>().front().appointments.front().code == "7KQ2MD");
    t.feed("appointments_changed", "");
    CHECK(t.world.count(monday_list) == 2);
    t.feed("ticket_issued", R"(,"ticket":{"channel":"appointment"})");
    CHECK(t.world.count(monday_list) == 3);
    t.feed("ticket_issued", R"(,"ticket":{"channel":"kiosk"})");
    CHECK(t.world.count(monday_list) == 3);
    t.session.send(appointments::watch_day{});
    t.feed("appointments_changed", "");
    CHECK(t.world.count(monday_list) == 3);
}

TEST_CASE("each deed is the request that the interface names, with its key")
{
    watching t;
    t.world.otherwise = response(404);
    const auto sent = [&](const deed& wanted) {
        t.session.send(wanted);
        t.world.pass(10ms);
        const auto& last = t.world.sent.back();
        return last.target + " " + last.body;
    };
    const auto start = test::wire_time(test::monday() + 10h);
    const std::string one = "/api/v1/appointments/7KQ2MD/";
    CHECK(sent({.key = "k", .kind = deed_kind::check_in, .code = "7KQ2MD"}) == one + "check_in {}");
    CHECK(t.world.sent.back().idempotency_key == "k");
    CHECK(sent({.key = "k", .kind = deed_kind::cancel, .code = "7KQ2MD"}) == one + "cancel {}");
    CHECK(sent({.key = "k", .kind = deed_kind::move, .code = "7KQ2MD", .start = start}) ==
          one + R"(reschedule {"start":"2026-11-23T10:00:00+07:00"})");
    CHECK(sent({.key = "k", .kind = deed_kind::show_person, .code = "7KQ2MD"}) == one + "person ");
    CHECK(t.world.sent.back().verb == client::verb::get);
    CHECK(sent({.key = "k", .kind = deed_kind::hold, .service = "A", .start = start}) ==
          office + R"(/services/A/holds {"start":"2026-11-23T10:00:00+07:00","procedure":null})");
    CHECK(sent({.key = "k",
                .kind = deed_kind::book,
                .service = "A",
                .start = start,
                .hold = "h1",
                .name = "Nguyễn Văn An ",
                .phone = "0912345678"}) ==
          office +
              R"(/appointments {"service":"A","start":"2026-11-23T10:00:00+07:00",)"
              R"("name":"Nguyễn Văn An","phone":"0912345678","procedure":null,"hold":"h1","lang":null})");
}

TEST_CASE("a refusal carries the time that the server offers")
{
    watching t;
    const deed wanted{.key = "k", .kind = deed_kind::move, .code = "7KQ2MD"};
    t.world.answers["/api/v1/appointments/7KQ2MD/reschedule"] =
        response(409, R"({"type":"","title":"","status":409,"detail":"","code":"slot_full","field":"start",
            "first_free_slot":"2026-11-24T10:00:00+07:00"})");
    t.session.send(wanted);
    t.world.pass(10ms);
    REQUIRE(t.reported<appointments::deed_refused>().size() == 1);
    const auto why = t.reported<appointments::deed_refused>().front();
    CHECK(why.code == "slot_full");
    CHECK(why.first_free == test::wire_time(test::monday() + std::chrono::days{1} + 10h));
}

TEST_CASE("a deed without an answer is reported within its deadline")
{
    watching t;
    t.session.send(deed{.key = "k", .kind = deed_kind::check_in, .code = "7KQ2MD"});
    t.world.pass(counter::limits::answer + 1s);
    CHECK(t.reported<appointments::deed_unanswered>().size() == 1);
    t.session.send(appointments::ask_times{"A", "", test::monday(), test::monday()});
    t.world.pass(counter::limits::list_answer + 1s);
    CHECK(t.reported<appointments::times_failed>().size() == 1);
}
