// The parts of a site's state, each by itself, and what the events say of themselves.

#include "test_site.hpp"

#include <boost/mp11.hpp>
#include <set>

using namespace motcua::domain;

namespace {

const local_day monday = business_day(zone_of_vietnam(), demo_like_settings(), monday_morning);
constexpr std::chrono::days one_day{1};

request_key key_of(int number) { return {.key = {static_cast<std::uint8_t>(number)}, .request = {}}; }

event keyed(std::int64_t seq, instant at, int key) { return {seq, at, "test", key_of(key), day_opened{}}; }

} // namespace

TEST_CASE("the calendar has one open day, and doubts the time before an anchor")
{
    site_calendar calendar;
    calendar.on(day_opened{monday});
    CHECK(calendar.day == monday);
    calendar.on(day_closed{monday});
    CHECK_FALSE(calendar.day);
    const auto later = monday_morning + minutes{5};
    calendar.on(clock_anchored{.before = later, .after = monday_morning});
    CHECK(calendar.clock_doubted_until == later);
    calendar.on(clock_anchored{.before = monday_morning, .after = later});
    CHECK(calendar.clock_doubted_until == later);
}

TEST_CASE("a ticket moves from counter to counter, and leaves none behind")
{
    counter_list counters;
    counters.on(site_configured{demo_like_settings()});
    for (const auto* code : {"1", "2"}) {
        const counter_opened opened{.counter = code, .services = {"A"}, .staff = {}};
        counters.on(opened, event{1, monday_morning, "test", {}, opened});
    }
    counters.move(ticket_id{7}, {}, "1", monday_morning);
    CHECK(counters.find("1")->current == ticket_id{7});
    counters.move(ticket_id{7}, "1", "1", monday_morning);
    CHECK(counters.find("1")->current == ticket_id{7});
    counters.move(ticket_id{7}, "1", "2", monday_morning);
    CHECK_FALSE(counters.find("1")->current);
    CHECK(counters.find("2")->current == ticket_id{7});
    counters.move(ticket_id{7}, "2", {}, monday_morning);
    CHECK_FALSE(counters.find("2")->current);
}

TEST_CASE("counters that new settings keep stay as they are, new ones are closed, others are gone")
{
    counter_list counters;
    counters.on(site_configured{demo_like_settings()});
    const counter_opened opened{.counter = "1", .services = {"A"}, .staff = "lan"};
    counters.on(opened, event{1, monday_morning, "test", {}, opened});
    auto settings = demo_like_settings();
    settings.counters = {{"9", {"A"}}, {"1", {"A", "D"}}};
    counters.on(site_configured{settings});
    REQUIRE(counters.all().size() == 2);
    CHECK(counters.all()[0].state == counter_state::closed);
    CHECK(counters.find("1")->state == counter_state::open);
    CHECK(counters.find("1")->staff == "lan");
    CHECK(counters.find("2") == nullptr);
}

TEST_CASE("a block notes the numbers that came back, and is forgotten a month after its day")
{
    block_list blocks;
    blocks.on(block_leased{
        .block = block_id{1}, .kiosk = "hall", .service = "A", .day = monday, .first = 701, .last = 702});
    blocks.on(ticket_issued{
        .ticket = ticket_id{1}, .service = "A", .number = 702, .day = monday, .block = block_id{1}});
    blocks.on(ticket_logged{
        .ticket = ticket_id{2}, .service = "A", .number = 701, .day = monday, .block = block_id{1}});
    CHECK(blocks.find(block_id{1})->used == std::vector{702, 701});
    const block_list restored(blocks.image());
    CHECK(restored.last() == 1);
    CHECK(restored.find(block_id{1})->used == std::vector{702, 701});
    blocks.on(day_opened{monday + blocks_kept});
    CHECK(blocks.find(block_id{1}) != nullptr);
    blocks.on(day_opened{monday + blocks_kept + one_day});
    CHECK(blocks.find(block_id{1}) == nullptr);
    CHECK(blocks.last() == 1);
}

TEST_CASE("a series counts the numbers of the day")
{
    series_list numbers;
    numbers.on(site_configured{demo_like_settings()});
    numbers.on(ticket_issued{.ticket = ticket_id{1}, .service = "A", .number = 3, .day = monday});
    CHECK(numbers.last_number("A") == 3);
    numbers.on(ticket_issued{
        .ticket = ticket_id{2}, .service = "A", .number = 701, .day = monday, .block = block_id{1}});
    CHECK(numbers.last_number("A") == 3);
    numbers.on(day_closed{monday});
    CHECK(numbers.last_number("A") == 0);
    CHECK(numbers.last_number("Z") == 0);
}

TEST_CASE("new settings keep the numbers that were given")
{
    series_list numbers;
    numbers.on(site_configured{demo_like_settings()});
    numbers.on(ticket_issued{.ticket = ticket_id{1}, .service = "A", .number = 3, .day = monday});
    auto settings = demo_like_settings();
    settings.services.push_back({.code = "E", .name = "E", .name_en = "E", .minutes = minutes{1}});
    numbers.on(site_configured{settings});
    CHECK(numbers.last_number("A") == 3);
    CHECK(numbers.last_number("E") == 0);
}

TEST_CASE("a key is found until 48 hours have passed, and its place survives the keys before it")
{
    remembered_keys keys;
    keys.note(keyed(1, monday_morning, 1));
    keys.note(keyed(2, monday_morning + minutes{1}, 2));
    CHECK(keys.find(key_of(1).key)->seq == 1);
    keys.note(keyed(3, monday_morning + keys_kept + seconds{1}, 3));
    CHECK(keys.find(key_of(1).key) == nullptr);
    CHECK(keys.find(key_of(2).key)->seq == 2);
    CHECK(keys.find(key_of(3).key)->seq == 3);
    const remembered_keys restored({keys.all().begin(), keys.all().end()});
    CHECK(restored.find(key_of(2).key)->seq == 2);
    CHECK(restored.find(key_of(1).key) == nullptr);
}

TEST_CASE("the list of tickets is empty after the day, and counts on")
{
    test_site site;
    site.take("A");
    const auto second = site.take("A");
    const ticket_list restored(site.state.image().tickets);
    CHECK(restored.find(second)->number == 2);
    CHECK(restored.find(site.the(second).track) == restored.find(second));
    CHECK(restored.waiting().holds(*restored.find(second)));
    site.now += one_day;
    site.must(turn_day{});
    CHECK(site.state.tickets().empty());
    CHECK(site.state.waiting().is_empty());
    CHECK(site.state.last_ticket() == 2);
    CHECK(site.take("A") == ticket_id{3});
}

TEST_CASE("no two events have one stored name, and each has a version")
{
    using all_bodies = boost::mp11::mp_transform<boost::mp11::mp_identity, event_body>;
    std::set<std::string_view> kinds;
    boost::mp11::mp_for_each<all_bodies>([&](auto one) {
        using body_type = typename decltype(one)::type;
        CAPTURE(body_type::kind);
        CHECK(kinds.insert(body_type::kind).second);
        if constexpr (requires { body_type::kind_v1; }) {
            CHECK(kinds.insert(body_type::kind_v1).second);
            CHECK(body_type::version > 1);
        } else {
            CHECK(body_type::version >= 1);
        }
    });
    CHECK(kinds.contains("ticket_no_show"));
    CHECK(kinds.contains("ticket_not_shown"));
}

TEST_CASE("each step of a ticket's way is a line of its history, in the words of its events")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto id = site.take("A");
    site.call("1");
    site.must(recall_ticket{id});
    site.must(mark_no_show{id});
    site.must(recall_ticket{id});
    site.call("1");
    site.must(hold_ticket{id, "copies"});
    site.must(resume_ticket{id});
    site.must(transfer_ticket{.ticket = id, .service = "D", .counter = {}});
    site.call("1");
    site.serve(id);
    std::vector<std::string> words;
    for (const auto& line : site.the(id).history) {
        words.push_back(line.what);
    }
    CHECK(words == std::vector<std::string>{"issued", "called", "recalled", "no_show", "recalled", "called",
                                            "held", "resumed", "transferred", "called", "started",
                                            "finished"});
    CHECK(site.the(id).history[6].reason == "copies");
    CHECK(site.the(id).history[6].counter == "1");
}
