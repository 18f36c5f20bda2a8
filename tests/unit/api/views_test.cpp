#include "server/api/identifiers.hpp"
#include "server/api/views.hpp"

#include "tests/unit/domain/test_site.hpp"

using namespace motcua;
using namespace motcua::domain;

TEST_CASE("a ticket's id names its site and comes back from its text")
{
    CHECK(api::format_ticket_id("an-binh", ticket_id{1842}) == "an-binh-1842");
    const auto read = api::parse_ticket_id("an-binh-1842");
    REQUIRE(read);
    CHECK(read->site == "an-binh");
    CHECK(read->ticket == ticket_id{1842});
    for (const auto* text :
         {"", "demo", "demo-", "-5", "demo-0", "demo-01", "demo-1x", "demo-99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(api::parse_ticket_id(text));
    }
}

TEST_CASE("a track id goes into a URL and back, in one spelling only")
{
    track_id track;
    for (std::size_t i = 0; i < track.size(); ++i) {
        track[i] = static_cast<std::uint8_t>(255 - 17 * i);
    }
    const auto text = api::format_track(track);
    CHECK(text.size() == 22);
    CHECK(api::parse_track(text) == track);
    CHECK(api::format_track({}) == std::string(22, 'A'));
    CHECK_FALSE(api::parse_track(std::string(21, 'A') + "B"));
    CHECK_FALSE(api::parse_track(std::string(21, 'A') + "!"));
    CHECK_FALSE(api::parse_track("A"));
}

TEST_CASE("every word of the domain is the same word of the interface")
{
    test_site site;
    const api::views views("demo", site.state);
    for (const auto priority : {priority_class::none, priority_class::elderly, priority_class::disabled,
                                priority_class::pregnant, priority_class::infant, priority_class::merit}) {
        const auto shown = base::to_json(views.ticket(site.the(site.take("A", priority))));
        CHECK(shown.find("\"priority\":\"" + name_of(priority) + "\"") != std::string::npos);
    }
    for (const auto state :
         {ticket_state::waiting, ticket_state::called, ticket_state::serving, ticket_state::held,
          ticket_state::served, ticket_state::no_show, ticket_state::cancelled}) {
        ticket any = site.the(ticket_id{1});
        any.state = state;
        const auto shown = base::to_json(views.ticket(any));
        CHECK(shown.find("\"state\":\"" + name_of(state) + "\"") != std::string::npos);
    }
}

TEST_CASE("the answer to a ticket says where it stands, in the site's time")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.take("A");
    const auto shown = api::views("demo", site.state).ticket(site.the(site.take("A")));
    CHECK(shown.id == "demo-2");
    CHECK(shown.number == "A002");
    CHECK(shown.ahead == 1);
    const auto& promise = site.the(ticket_id{2}).promise;
    CHECK(shown.expected_wait_s == promise.expected->count());
    CHECK(shown.expected_from_s == promise.from->count());
    CHECK(shown.expected_to_s == promise.to->count());
    CHECK(shown.forecast_state == protocol::forecast_state::open);
    CHECK(base::format_day(shown.day) == "2026-11-23");
    CHECK(base::format_timestamp(shown.issued_at) == "2026-11-23T08:00:00+07:00");
    CHECK(shown.expected_call_at->at ==
          std::chrono::sys_seconds{std::chrono::floor<seconds>(site.now)} + *promise.expected);
    CHECK(shown.track_url.starts_with("/t/"));
}

TEST_CASE("a ticket says why it is held, and what it was served at its counter before")
{
    using namespace std::chrono_literals;
    test_site site;
    site.must(open_counter{"1", {}});
    const auto taken = site.take("A");
    site.must(call_next{"1"});
    const auto shown = [&] { return api::views("demo", site.state).ticket(site.the(taken)); };
    site.must(start_ticket{taken});
    site.now += 5min;
    site.must(hold_ticket{taken, "Đợi bản chính"});
    CHECK(shown().hold_reason == "Đợi bản chính");
    CHECK(shown().served_s == 300);
    CHECK(base::format_timestamp(*shown().since) == "2026-11-23T08:05:00+07:00");
    site.now += 10min;
    site.must(resume_ticket{taken});
    CHECK_FALSE(shown().hold_reason);
    CHECK(shown().served_s == 300);
    CHECK(base::format_timestamp(*shown().since) == "2026-11-23T08:15:00+07:00");
    site.now += 2min;
    site.must(hold_ticket{taken, {}});
    CHECK_FALSE(shown().hold_reason);
    CHECK(shown().served_s == 420);
}

TEST_CASE("a ticket says that it has a note, and only to staff")
{
    test_site site;
    const auto taken = site.take("A");
    const api::views views("demo", site.state);
    CHECK(views.ticket(site.the(taken)).has_note == false);
    site.must(set_note{taken, true});
    CHECK(views.ticket(site.the(taken)).has_note == true);
    CHECK_FALSE(views.ticket_with_history(site.the(taken)).note);
    CHECK(base::to_json(views.public_ticket(site.the(taken))).find("note") == std::string::npos);
}

TEST_CASE("a counter says since when it is paused, whatever becomes of the reason")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const api::views views("demo", site.state);
    const auto shown = [&] { return views.public_counter(*site.state.find_counter("1")).paused_at; };
    CHECK_FALSE(shown());
    site.now += minutes{5};
    site.must(pause_counter{"1", "lunch"});
    site.now += minutes{5};
    site.must(pause_counter{"1", "meeting"});
    CHECK(base::format_timestamp(shown().value()) == "2026-11-23T08:05:00+07:00");
    site.must(open_counter{"1", {}});
    CHECK_FALSE(shown());
}

TEST_CASE("the board shows every called ticket, newest first, until it is no longer called")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"2", {}});
    const auto first = site.take("A");
    site.take("A");
    site.take("A");
    site.call("1");
    site.now += minutes{30};
    site.call("2");
    const api::views views("demo", site.state);
    domain::forecast_memory forecasts;
    const api::view_moment moment{site.now, domain::zone_of_vietnam(), forecasts};
    auto board = views.board(moment, 9);
    REQUIRE(board.calling.size() == 2);
    CHECK(board.calling[0].number == "A002");
    CHECK(board.calling[0].counter == "2");
    CHECK(board.calling[1].number == "A001");
    CHECK(board.seq == 9);
    CHECK(board.services[0].waiting == 1);
    CHECK(board.counters[0].number == "A001");
    site.must(start_ticket{first});
    board = views.board(moment, 10);
    CHECK(board.calling.size() == 1);
    CHECK(board.counters[0].number == "A001");
}

TEST_CASE("the board names the officer at a counter, and keeps the login to itself")
{
    test_site site;
    site.must(add_staff{.login = "lan", .name = "Nguyễn Thị Lan", .role = staff_role::clerk, .counter = "1"});
    site.must(open_counter{"1", {}}, "1", "lan");
    site.must(pause_counter{"1", "lunch", site.now + minutes{15}});
    const api::views views("demo", site.state);
    domain::forecast_memory forecasts;
    const auto shown = views.board({site.now, domain::zone_of_vietnam(), forecasts}, 9).counters[0];
    CHECK(base::format_timestamp(*shown.until) == "2026-11-23T08:15:00+07:00");
    CHECK(shown.staff_name == "Nguyễn Thị Lan");
    CHECK_FALSE(shown.staff);
    CHECK(views.counter(*site.state.find_counter("1")).staff == "lan");
    CHECK_FALSE(views.counter(*site.state.find_counter("2")).staff_name);
}

TEST_CASE("a history shows which ticket was called out of order, and by which counter")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.take("A");
    const auto second = site.take("A");
    site.must(call_ticket{"1", second});
    const auto shown = api::views("demo", site.state).ticket_with_history(site.the(second));
    REQUIRE(shown.history.size() == 2);
    CHECK(shown.history[1].what == "called");
    CHECK(shown.history[1].out_of_order);
    CHECK(shown.history[1].counter == "1");
}

TEST_CASE("the phone of a ticket that waits again shows the coming call, not the last one")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto moved = site.take("A");
    site.call("1");
    site.now += minutes{5};
    site.must(transfer_ticket{.ticket = moved, .service = "D", .counter = {}, .keep_place = false});
    domain::forecast_memory forecasts;
    const auto shown = api::views("demo", site.state)
                           .tracked_ticket(site.the(moved), {site.now, domain::zone_of_vietnam(), forecasts});
    REQUIRE(shown.expected_call_at);
    CHECK(shown.expected_call_at->at >= site.now);
    CHECK(shown.expected_call_at->at < site.now + minutes{2});
}

TEST_CASE("the phone of a ticket says what its service takes now, and why not")
{
    test_site site;
    const auto mine = site.take("A");
    const api::views views("demo", site.state);
    domain::forecast_memory forecasts;
    const auto seen = [&] {
        return *views.tracked_ticket(site.the(mine), {site.now, zone_of_vietnam(), forecasts}).intake;
    };
    CHECK(seen().state == protocol::intake_state::open);
    site.must(suspend_intake{.service = "A", .reason = "Mất điện", .until = site.now + minutes{30}});
    CHECK(seen().state == protocol::intake_state::suspended);
    CHECK(seen().reason == "Mất điện");
    CHECK(base::format_timestamp(*seen().until) == "2026-11-23T08:30:00+07:00");
}

TEST_CASE("a ticket can still be followed when its service was taken off the settings")
{
    test_site site;
    const auto gone = site.take("D");
    site.must(cancel_ticket{gone});
    auto settings = demo_like_settings();
    settings.services.pop_back();
    for (auto& at : settings.counters) {
        std::erase(at.services, "D");
    }
    site.must(configure_site{.settings = settings, .from_version = {}});
    domain::forecast_memory forecasts;
    const auto shown = api::views("demo", site.state)
                           .tracked_ticket(site.the(gone), {site.now, domain::zone_of_vietnam(), forecasts});
    CHECK(shown.number == "D001");
    CHECK(shown.service_name == "D");
}

TEST_CASE("card, board, ticket, phone and log give the same figures within a second")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 4; ++i) {
        site.take("A");
    }
    domain::forecast_memory forecasts;
    const api::view_moment moment{site.now, domain::zone_of_vietnam(), forecasts};
    const api::views views("demo", site.state);
    const auto board = views.board(moment, 1).services.front();
    const auto card = views.services(moment).items.front();
    const auto& ticket = site.the(site.take("A"));
    const auto phone = views.tracked_ticket(ticket, moment);
    CHECK(board.expected_wait_s > 0);
    CHECK(card.expected_wait_s == board.expected_wait_s);
    CHECK(card.expected_from_s == board.expected_from_s);
    CHECK(ticket.promise.expected->count() == board.expected_wait_s);
    CHECK(ticket.promise.to->count() == board.expected_to_s);
    CHECK(phone.expected_wait_s == board.expected_wait_s);
}

TEST_CASE("board and phone say nothing in minutes while no counter is open")
{
    test_site site;
    const auto ticket = site.take("A");
    domain::forecast_memory forecasts;
    const api::view_moment moment{site.now, domain::zone_of_vietnam(), forecasts};
    const api::views views("demo", site.state);
    const auto phone = views.tracked_ticket(site.the(ticket), moment);
    CHECK(phone.forecast_state == protocol::forecast_state::closed);
    CHECK_FALSE(phone.expected_wait_s);
    CHECK_FALSE(phone.expected_call_at);
    CHECK_FALSE(views.board(moment, 1).services.front().expected_wait_s);
    CHECK_FALSE(views.ticket(site.the(ticket)).expected_call_at);
}
