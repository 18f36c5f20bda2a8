#include "counter/console/appointments/limits.hpp"
#include "counter/console/appointments/rules.hpp"
#include "counter/limits.hpp"
#include "tests/unit/counter/console/appointments/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using appointments::deed;
using appointments::deed_kind;
using appointments::step;
using protocol::appointment_state;
using test::last_request;
using test::monday;
using test::with_appointments;

namespace {

std::vector<std::string> codes(const model& m)
{
    std::vector<std::string> all;
    for (const auto* one : appointments::seen_appointments(m.state())) {
        all.push_back(one->code);
    }
    return all;
}

void happen(model& m, appointments::event what, moment now = {}) { m.handle(std::move(what), now); }

const appointments::state& view(const model& m) { return m.state().appointments; }

} // namespace

TEST_CASE("a key opens the appointments of the counter's services, and the same key leaves them")
{
    auto m = test::counter_one();
    happen(m, appointments::pressed_appointments{});
    CHECK(last_request<appointments::watch_day>(m).day == monday());
    happen(m, appointments::list_came{monday(), test::appointments_of_monday()});
    CHECK(view(m).step == step::list);
    CHECK(codes(m).size() == 6); // not that of B
    CHECK(view(m).chosen == "5VNP8J");
    happen(m, appointments::pressed_appointments{});
    CHECK(view(m).step == step::closed);
    CHECK_FALSE(last_request<appointments::watch_day>(m).day);
}

TEST_CASE("while the appointments are seen, no key acts on the ticket at the counter")
{
    auto m = with_appointments();
    CHECK_FALSE(m.handle(pressed{action::call_next}, {}));
    CHECK(view(m).notice->words == "appointments.leave_first");
    m.handle(left{}, {});
    m.handle(left{}, {});
    CHECK(view(m).step == step::closed);
    CHECK(m.handle(pressed{action::call_next}, {}));
}

TEST_CASE("the appointments do not open over a question")
{
    auto m = test::serving();
    m.handle(pressed{action::transfer}, {});
    happen(m, appointments::pressed_appointments{});
    CHECK(view(m).step == step::closed);
    CHECK(m.state().notice->words == "console.answer_first");
}

TEST_CASE("typing a code finds it among all services")
{
    auto m = with_appointments();
    test::type_text(m, U"j4");
    CHECK(codes(m) == std::vector<std::string>{"J4WC5N"});
    CHECK(view(m).chosen == "J4WC5N");
    m.handle(left{}, {});
    CHECK(codes(m).size() == 6);
}

TEST_CASE("left and right change the day, and a list of another day is not believed")
{
    auto m = with_appointments();
    m.handle(moved_across{1}, {});
    CHECK(last_request<appointments::watch_day>(m).day == monday() + std::chrono::days{1});
    CHECK_FALSE(view(m).is_loaded);
    happen(m, appointments::list_came{monday(), test::appointments_of_monday()});
    CHECK_FALSE(view(m).is_loaded);
}

TEST_CASE("a check-in says the number of the ticket")
{
    auto m = with_appointments();
    m.handle(confirmed{}, {});
    CHECK(view(m).step == step::appointment);
    m.handle(typed{U'1'}, {});
    const auto sent = last_request<deed>(m);
    CHECK(sent == deed{.key = "boot-b1", .kind = deed_kind::check_in, .code = "5VNP8J"});
    happen(m, appointments::checked_in{sent.key, "A044", false});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->words == "appointments.done.check_in");
    CHECK(view(m).notice->number == "A044");
    CHECK(appointments::find_chosen(view(m))->state == appointment_state::checked_in);
}

TEST_CASE("a digit never means another deed than the one beside it")
{
    auto m = with_appointments();
    m.handle(picked{"K4T8QP"}, {}); // already here
    for (const auto digit : {U'1', U'2', U'3'}) {
        m.handle(typed{digit}, {});
        CHECK(m.take_appointment_requests().empty());
        CHECK(view(m).notice->words == "appointments.not_possible");
    }
}

TEST_CASE("a deed without an answer is sent again with the same key, another deed is not")
{
    auto m = with_appointments();
    m.handle(picked{"5VNP8J"}, {});
    m.handle(typed{U'1'}, {});
    const auto first = last_request<deed>(m);
    m.handle(typed{U'1'}, {}); // impatience
    CHECK(m.take_appointment_requests().empty());
    m.handle(ticked{}, moment(counter::limits::answer));
    CHECK(view(m).notice->words == "appointments.unanswered");
    m.handle(typed{U'1'}, {});
    CHECK(last_request<deed>(m).key == first.key);
    happen(m, appointments::deed_unanswered{first.key});
    m.handle(typed{U'4'}, {});
    CHECK(last_request<deed>(m).key != first.key);
}

TEST_CASE("an appointment is cancelled only after a question")
{
    auto m = with_appointments();
    m.handle(picked{"W3GK7S"}, {});
    m.handle(typed{U'3'}, {});
    CHECK(view(m).step == step::cancel);
    CHECK(m.take_appointment_requests().empty());
    auto left_it = m;
    left_it.handle(left{}, {});
    CHECK(view(left_it).step == step::appointment);
    m.handle(confirmed{}, {});
    const auto sent = last_request<deed>(m);
    CHECK(sent.kind == deed_kind::cancel);
    auto changed = *appointments::find_chosen(view(m));
    changed.state = appointment_state::cancelled;
    happen(m, appointments::deed_done{sent.key, changed});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->words == "appointments.done.cancel");
}

TEST_CASE("an appointment is moved to a free time, and a full one offers the next")
{
    auto m = with_appointments();
    m.handle(picked{"W3GK7S"}, {});
    m.handle(typed{U'2'}, {});
    const auto asked = last_request<appointments::ask_times>(m);
    CHECK(asked.service == "A");
    CHECK(asked.from == monday());
    const auto tuesday = monday() + std::chrono::days{1};
    happen(m, appointments::times_came{asked, test::free_times(tuesday, 3)});
    CHECK(view(m).times_day == tuesday);
    m.handle(moved{1}, {});
    m.handle(confirmed{}, {});
    auto sent = last_request<deed>(m);
    CHECK(sent.kind == deed_kind::move);
    CHECK(sent.start == test::wire_time(tuesday + 10h + 30min));
    const auto next = test::wire_time(tuesday + 11h);
    happen(m, appointments::deed_refused{.key = sent.key, .code = "slot_full", .first_free = next});
    CHECK(view(m).notice->words == "appointments.refused.slot_full.next");
    happen(m,
           appointments::times_came{last_request<appointments::ask_times>(m), test::free_times(tuesday, 3)});
    m.handle(confirmed{}, {});
    sent = last_request<deed>(m);
    CHECK(sent.start == next);
    auto moved_one = test::appointment_at("W3GK7S", 0min);
    moved_one.start = tuesday + 11h;
    happen(m, appointments::deed_done{sent.key, moved_one});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->words == "appointments.done.move");
}

TEST_CASE("old free times do not count")
{
    auto m = test::choosing_time(monday());
    m.handle(moved_across{1}, {});
    const auto asked = last_request<appointments::ask_times>(m);
    m.handle(moved_across{1}, {});
    happen(m, appointments::times_came{asked, test::free_times(asked.from, 3)});
    CHECK(view(m).times.empty());
    happen(m, appointments::times_failed{last_request<appointments::ask_times>(m)});
    CHECK(view(m).times_are == appointments::loading::failed);
}

TEST_CASE("a name is seen for 20 s, and not once the appointment is left")
{
    auto m = with_appointments();
    m.handle(picked{"W3GK7S"}, {});
    m.handle(typed{U'4'}, {});
    happen(m, appointments::person_came{last_request<deed>(m).key, "Nguyễn Văn An", "0912345678"});
    REQUIRE(view(m).person);
    auto left_it = m;
    left_it.handle(left{}, {});
    CHECK_FALSE(view(left_it).person);
    m.handle(ticked{}, moment(19s));
    CHECK(view(m).person);
    m.handle(ticked{}, moment(counter::limits::person_shown));
    CHECK_FALSE(view(m).person);
}

TEST_CASE("a caller gets an appointment: service, time, name and phone number by the keys alone")
{
    auto m = test::filling_form(monday());
    CHECK(view(m).step == step::form);
    test::type_text(m, U" Nguyễn Ái");
    m.handle(erased{}, {});
    CHECK(view(m).name == "Nguyễn Á");
    m.handle(confirmed{}, {});
    test::type_text(m, U"0912x 345");
    CHECK(view(m).phone == "0912 345");
    m.handle(confirmed{}, {});
    auto sent = last_request<deed>(m);
    CHECK(sent.kind == deed_kind::book);
    CHECK(sent.hold == "h1");
    happen(m, appointments::deed_refused{.key = sent.key, .code = "not_allowed", .field = "phone"});
    CHECK(view(m).notice->words == "appointments.refused.phone");
    CHECK(view(m).step == step::form);
    test::type_text(m, U"678");
    m.handle(confirmed{}, {});
    const auto again = last_request<deed>(m);
    CHECK(again.key != sent.key);
    auto fresh = test::appointment_at("7KQ2MD", 19min);
    happen(m, appointments::deed_done{again.key, fresh});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->code == "7KQ2MD");
    CHECK(view(m).name.empty());
    CHECK(view(m).phone.empty());
}

TEST_CASE("too many appointments are said, and what was typed stays")
{
    auto m = test::filling_form(monday());
    test::type_text(m, U"An");
    m.handle(moved{1}, {});
    test::type_text(m, U"0912345678");
    m.handle(confirmed{}, {});
    happen(m, appointments::deed_refused{
                  .key = last_request<deed>(m).key, .code = "too_many_bookings", .field = "phone"});
    CHECK(view(m).notice->words == "appointments.refused.too_many_bookings");
    CHECK(view(m).name == "An");
}

TEST_CASE("a place that is no longer held leads back to the times")
{
    auto m = test::filling_form(monday());
    test::type_text(m, U"An");
    m.handle(ticked{}, moment(5min)); // The office's time moves on, and what depends on it follows.
    m.handle(ticked{}, moment(5min));
    CHECK(view(m).step == step::times);
    CHECK(view(m).notice->words == "appointments.refused.hold_expired");
    CHECK(view(m).name == "An");
}

TEST_CASE("without the server nothing is sent")
{
    auto m = with_appointments();
    m.handle(picked{"5VNP8J"}, {});
    m.handle(connection_changed{false}, {});
    m.handle(typed{U'1'}, {});
    CHECK(m.take_appointment_requests().empty());
    CHECK_FALSE(view(m).awaited);
}
