#include "counter/console/bookings/limits.hpp"
#include "counter/console/bookings/rules.hpp"
#include "counter/limits.hpp"
#include "tests/unit/counter/console/bookings/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using bookings::deed;
using bookings::deed_kind;
using bookings::step;
using protocol::appointment_state;
using test::last_request;
using test::monday;
using test::with_bookings;

namespace {

std::vector<std::string> codes(const model& m)
{
    std::vector<std::string> all;
    for (const auto* one : bookings::seen_bookings(m.state())) {
        all.push_back(one->code);
    }
    return all;
}

void happen(model& m, bookings::event what, moment now = {}) { m.handle(std::move(what), now); }

const bookings::state& view(const model& m) { return m.state().bookings; }

} // namespace

TEST_CASE("a key opens the bookings of the counter's services, and the same key leaves them")
{
    auto m = test::counter_one();
    happen(m, bookings::pressed_bookings{});
    CHECK(last_request<bookings::watch_day>(m).day == monday());
    happen(m, bookings::list_came{monday(), test::bookings_of_monday()});
    CHECK(view(m).step == step::list);
    CHECK(codes(m).size() == 6); // not that of B
    CHECK(view(m).chosen == "5VNP8J");
    happen(m, bookings::pressed_bookings{});
    CHECK(view(m).step == step::closed);
    CHECK_FALSE(last_request<bookings::watch_day>(m).day);
}

TEST_CASE("while the bookings are seen, no key acts on the ticket at the counter")
{
    auto m = with_bookings();
    CHECK_FALSE(m.handle(pressed{action::call_next}, {}));
    CHECK(view(m).notice->words == "bookings.leave_first");
    m.handle(left{}, {});
    m.handle(left{}, {});
    CHECK(view(m).step == step::closed);
    CHECK(m.handle(pressed{action::call_next}, {}));
}

TEST_CASE("the bookings do not open over a question")
{
    auto m = test::serving();
    m.handle(pressed{action::transfer}, {});
    happen(m, bookings::pressed_bookings{});
    CHECK(view(m).step == step::closed);
    CHECK(m.state().notice->words == "console.answer_first");
}

TEST_CASE("typing a code finds it among all services")
{
    auto m = with_bookings();
    test::type_text(m, U"j4");
    CHECK(codes(m) == std::vector<std::string>{"J4WC5N"});
    CHECK(view(m).chosen == "J4WC5N");
    m.handle(left{}, {});
    CHECK(codes(m).size() == 6);
}

TEST_CASE("left and right change the day, and a list of another day is not believed")
{
    auto m = with_bookings();
    m.handle(moved_across{1}, {});
    CHECK(last_request<bookings::watch_day>(m).day == monday() + std::chrono::days{1});
    CHECK_FALSE(view(m).is_loaded);
    happen(m, bookings::list_came{monday(), test::bookings_of_monday()});
    CHECK_FALSE(view(m).is_loaded);
}

TEST_CASE("a check-in says the number of the ticket")
{
    auto m = with_bookings();
    m.handle(confirmed{}, {});
    CHECK(view(m).step == step::booking);
    m.handle(typed{U'1'}, {});
    const auto sent = last_request<deed>(m);
    CHECK(sent == deed{.key = "boot-b1", .kind = deed_kind::check_in, .code = "5VNP8J"});
    happen(m, bookings::checked_in{sent.key, "A044", false});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->words == "bookings.done.check_in");
    CHECK(view(m).notice->number == "A044");
    CHECK(bookings::find_chosen(view(m))->state == appointment_state::checked_in);
}

TEST_CASE("a digit never means another deed than the one beside it")
{
    auto m = with_bookings();
    m.handle(picked{"K4T8QP"}, {}); // already here
    for (const auto digit : {U'1', U'2', U'3'}) {
        m.handle(typed{digit}, {});
        CHECK(m.take_booking_requests().empty());
        CHECK(view(m).notice->words == "bookings.not_possible");
    }
}

TEST_CASE("a deed without an answer is sent again with the same key, another deed is not")
{
    auto m = with_bookings();
    m.handle(picked{"5VNP8J"}, {});
    m.handle(typed{U'1'}, {});
    const auto first = last_request<deed>(m);
    m.handle(typed{U'1'}, {}); // impatience
    CHECK(m.take_booking_requests().empty());
    m.handle(ticked{}, moment(counter::limits::answer));
    CHECK(view(m).notice->words == "bookings.unanswered");
    m.handle(typed{U'1'}, {});
    CHECK(last_request<deed>(m).key == first.key);
    happen(m, bookings::deed_unanswered{first.key});
    m.handle(typed{U'4'}, {});
    CHECK(last_request<deed>(m).key != first.key);
}

TEST_CASE("a booking is cancelled only after a question")
{
    auto m = with_bookings();
    m.handle(picked{"W3GK7S"}, {});
    m.handle(typed{U'3'}, {});
    CHECK(view(m).step == step::cancel);
    CHECK(m.take_booking_requests().empty());
    auto left_it = m;
    left_it.handle(left{}, {});
    CHECK(view(left_it).step == step::booking);
    m.handle(confirmed{}, {});
    const auto sent = last_request<deed>(m);
    CHECK(sent.kind == deed_kind::cancel);
    auto changed = *bookings::find_chosen(view(m));
    changed.state = appointment_state::cancelled;
    happen(m, bookings::booking_done{sent.key, changed});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->words == "bookings.done.cancel");
}

TEST_CASE("a booking is moved to a free time, and a full one offers the next")
{
    auto m = with_bookings();
    m.handle(picked{"W3GK7S"}, {});
    m.handle(typed{U'2'}, {});
    const auto asked = last_request<bookings::ask_times>(m);
    CHECK(asked.service == "A");
    CHECK(asked.from == monday());
    const auto tuesday = monday() + std::chrono::days{1};
    happen(m, bookings::times_came{asked, test::free_times(tuesday, 3)});
    CHECK(view(m).times_day == tuesday);
    m.handle(moved{1}, {});
    m.handle(confirmed{}, {});
    auto sent = last_request<deed>(m);
    CHECK(sent.kind == deed_kind::move);
    CHECK(sent.start == test::wire_time(tuesday + 10h + 30min));
    const auto next = test::wire_time(tuesday + 11h);
    happen(m, bookings::deed_refused{.key = sent.key, .code = "slot_full", .first_free = next});
    CHECK(view(m).notice->words == "bookings.refused.slot_full.next");
    happen(m, bookings::times_came{last_request<bookings::ask_times>(m), test::free_times(tuesday, 3)});
    m.handle(confirmed{}, {});
    sent = last_request<deed>(m);
    CHECK(sent.start == next);
    auto moved_one = test::booking_at("W3GK7S", 0min);
    moved_one.start = tuesday + 11h;
    happen(m, bookings::booking_done{sent.key, moved_one});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->words == "bookings.done.move");
}

TEST_CASE("old free times do not count")
{
    auto m = test::choosing_time(monday());
    m.handle(moved_across{1}, {});
    const auto asked = last_request<bookings::ask_times>(m);
    m.handle(moved_across{1}, {});
    happen(m, bookings::times_came{asked, test::free_times(asked.from, 3)});
    CHECK(view(m).times.empty());
    happen(m, bookings::times_failed{last_request<bookings::ask_times>(m)});
    CHECK(view(m).times_are == bookings::loading::failed);
}

TEST_CASE("a name is seen for 20 s, and not once the booking is left")
{
    auto m = with_bookings();
    m.handle(picked{"W3GK7S"}, {});
    m.handle(typed{U'4'}, {});
    happen(m, bookings::person_came{last_request<deed>(m).key, "Nguyễn Văn An", "0912345678"});
    REQUIRE(view(m).person);
    auto left_it = m;
    left_it.handle(left{}, {});
    CHECK_FALSE(view(left_it).person);
    m.handle(ticked{}, moment(19s));
    CHECK(view(m).person);
    m.handle(ticked{}, moment(counter::limits::person_shown));
    CHECK_FALSE(view(m).person);
}

TEST_CASE("a caller gets a booking: service, time, name and phone number by the keys alone")
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
    happen(m, bookings::deed_refused{.key = sent.key, .code = "not_allowed", .field = "phone"});
    CHECK(view(m).notice->words == "bookings.refused.phone");
    CHECK(view(m).step == step::form);
    test::type_text(m, U"678");
    m.handle(confirmed{}, {});
    const auto again = last_request<deed>(m);
    CHECK(again.key != sent.key);
    auto fresh = test::booking_at("7KQ2MD", 19min);
    happen(m, bookings::booking_done{again.key, fresh});
    CHECK(view(m).step == step::list);
    CHECK(view(m).notice->code == "7KQ2MD");
    CHECK(view(m).name.empty());
    CHECK(view(m).phone.empty());
}

TEST_CASE("too many bookings are said, and what was typed stays")
{
    auto m = test::filling_form(monday());
    test::type_text(m, U"An");
    m.handle(moved{1}, {});
    test::type_text(m, U"0912345678");
    m.handle(confirmed{}, {});
    happen(m, bookings::deed_refused{
                  .key = last_request<deed>(m).key, .code = "too_many_bookings", .field = "phone"});
    CHECK(view(m).notice->words == "bookings.refused.too_many_bookings");
    CHECK(view(m).name == "An");
}

TEST_CASE("a place that is no longer held leads back to the times")
{
    auto m = test::filling_form(monday());
    test::type_text(m, U"An");
    m.handle(ticked{}, moment(5min)); // The office's time moves on, and what depends on it follows.
    m.handle(ticked{}, moment(5min));
    CHECK(view(m).step == step::times);
    CHECK(view(m).notice->words == "bookings.refused.hold_expired");
    CHECK(view(m).name == "An");
}

TEST_CASE("without the server nothing is sent")
{
    auto m = with_bookings();
    m.handle(picked{"5VNP8J"}, {});
    m.handle(connection_changed{false}, {});
    m.handle(typed{U'1'}, {});
    CHECK(m.take_booking_requests().empty());
    CHECK_FALSE(view(m).awaited);
}
