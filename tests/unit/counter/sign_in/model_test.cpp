#include "counter/limits.hpp"
#include "counter/sign_in/model.hpp"
#include "tests/unit/counter/console/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua::counter;
using namespace motcua::counter::sign_in;
using motcua::protocol::counter_state;
using namespace std::chrono_literals;

namespace {

sign_in::state two_officers()
{
    sign_in::state first;
    first.officers = {{"lan", "Nguyễn Thị Lan", "2026-11-13"}, {"minh", "Trần Văn Minh", "2026-11-12"}};
    return first;
}

/// A sign-in at counter 1, with somebody at its keyboard.
struct seat
{
    explicit seat(sign_in::state first = two_officers()) : model(std::move(first))
    {
        happens(device_known{"1", "An Bình", "An Binh"});
        happens(connection_changed{true});
        happens(board_arrived{motcua::test::monday_morning(),
                              {{"1", counter_state::closed, {}},
                               {"2", counter_state::open, {"A"}, {"A", "D"}, "Trần Văn Minh"}}});
        happens(services_arrived{motcua::test::services()});
    }

    std::optional<effect> happens(const event& input) { return model.handle(input, now); }

    void types(std::u32string_view text)
    {
        for (const auto letter : text) {
            happens(typed{letter});
        }
    }

    const sign_in::state& state() const { return model.state(); }

    sign_in::model model;
    moment now{};
};

} // namespace

TEST_CASE(
    "a known officer types the password, and Enter signs in at the device's counter for all its services")
{
    seat s;
    s.types(U"mật khẩu");
    CHECK(s.happens(confirmed{}) == effect(enter{.login = "lan", .password = "mật khẩu", .counter = "1"}));
    CHECK(s.state().is_busy);
    CHECK_FALSE(s.happens(confirmed{}));
    s.happens(entered{"token", "Nguyễn Thị Lan"});
    CHECK(s.state().entered);
    CHECK(s.state().password.empty());
}

TEST_CASE("somebody else types login and password, and Enter goes from one to the other")
{
    seat s;
    s.happens(moved{5});
    CHECK(chosen_officer(s.state()) == nullptr);
    s.types(U"huong");
    CHECK_FALSE(s.happens(confirmed{}));
    s.types(U"secret");
    const auto wanted = s.happens(confirmed{});
    REQUIRE(wanted);
    CHECK(std::get<enter>(*wanted).login == "huong");
    CHECK(std::get<enter>(*wanted).password == "secret");
}

TEST_CASE("a password that was typed for one name is not kept for another")
{
    seat s;
    s.types(U"secret");
    s.happens(picked_officer{1});
    CHECK(s.state().password.empty());
    s.types(U"ab");
    s.happens(erased{});
    CHECK(s.state().password == "a");
}

TEST_CASE("a password that nobody goes on typing is forgotten")
{
    seat s;
    s.types(U"secret");
    s.now += limits::typed_password - 1s;
    s.happens(sign_in::ticked{});
    CHECK_FALSE(s.state().password.empty());
    s.now += 1s;
    s.happens(sign_in::ticked{});
    CHECK(s.state().password.empty());
}

TEST_CASE("services may be chosen, and another counter begins with its own")
{
    seat s;
    CHECK(offered_services(s.state()).size() == 4);
    s.happens(ticked_service{"D"});
    s.happens(ticked_service{"A"});
    s.types(U"x");
    const auto wanted = s.happens(confirmed{});
    CHECK(std::get<enter>(*wanted).services == std::vector<std::string>{"A", "D"});
    s.happens(refused{refusal::unanswered});
    s.happens(changes_counter{});
    s.happens(moved{1});
    s.happens(confirmed{});
    CHECK(s.state().counter == "2");
    CHECK(offered_services(s.state()).size() == 2);
    CHECK(s.state().ticked == std::vector<std::string>{"A"});
    s.types(U"x");
    CHECK(std::get<enter>(*s.happens(confirmed{})).services == std::vector<std::string>{"A"});
}

TEST_CASE("a wrong password is said and forgotten, and the next letter begins another try")
{
    seat s;
    s.types(U"secret");
    s.happens(confirmed{});
    s.happens(refused{refusal::wrong});
    CHECK(s.state().problem == "sign_in.wrong");
    CHECK(s.state().password.empty());
    s.types(U"s");
    CHECK(s.state().problem.empty());
}

TEST_CASE("too many tries count the seconds down until the next one")
{
    seat s;
    s.types(U"secret");
    s.happens(confirmed{});
    s.happens(must_wait{30s});
    CHECK(s.state().wait == 30s);
    s.types(U"secret");
    CHECK_FALSE(s.happens(confirmed{}));
    s.now += 29500ms;
    s.happens(sign_in::ticked{});
    CHECK(s.state().wait == 1s);
    s.now += 1s;
    s.happens(sign_in::ticked{});
    CHECK(s.happens(confirmed{}));
}

TEST_CASE("a counter where somebody sits is taken over only after a question")
{
    seat s;
    s.types(U"secret");
    s.happens(confirmed{});
    s.happens(refused{refusal::taken, "minh"});
    CHECK(s.state().question == question::taken);
    CHECK(s.state().taken_by == "minh");
    const auto again = s.happens(confirmed{});
    REQUIRE(again);
    CHECK(std::get<enter>(*again).take_over);
    CHECK(std::get<enter>(*again).password == "secret");
    s.happens(refused{refusal::taken});
    s.happens(left{});
    CHECK(s.state().question == question::none);
    CHECK(s.state().password.empty());
}

TEST_CASE("who sits at the counter is called by the name that the board knows")
{
    seat s;
    s.happens(picked_counter{"2"});
    s.types(U"secret");
    s.happens(confirmed{});
    s.happens(refused{refusal::taken, "minh"});
    CHECK(s.state().taken_by == "Trần Văn Minh");
}

TEST_CASE("a password for one time leads to a new one, typed twice alike and long enough")
{
    seat s;
    s.types(U"one time");
    s.happens(confirmed{});
    s.happens(must_change{});
    CHECK(s.state().question == question::password);
    s.types(U"short");
    s.happens(confirmed{});
    s.types(U"short");
    CHECK_FALSE(s.happens(confirmed{}));
    CHECK(s.state().problem == "sign_in.change.too_short");
    s.types(U" but longer");
    CHECK_FALSE(s.happens(confirmed{}));
    s.happens(picked_field{field::fresh});
    s.types(U" but longer");
    CHECK(s.happens(confirmed{}) == effect(change_password{"one time", "short but longer"}));
    s.happens(change_refused{"too_common"});
    CHECK(s.state().problem == "sign_in.change.too_common");
    CHECK(s.state().fresh.empty());
    s.happens(entered{"token", "Lan"});
    CHECK(s.state().password.empty());
    CHECK(s.state().entered);
}

TEST_CASE("the language is switched at any time, and what was typed stays")
{
    seat s;
    CHECK(s.state().language == "vi");
    s.types(U"secret");
    const auto before = s.model.revision();
    s.happens(chose_language{"en"});
    CHECK(s.state().language == "en");
    CHECK(s.state().password == "secret");
    CHECK(s.model.revision() > before);
}

TEST_CASE("nobody signs in without the server, or without a counter")
{
    seat s;
    s.happens(connection_changed{false});
    s.types(U"secret");
    CHECK_FALSE(s.happens(confirmed{}));
    seat nowhere;
    nowhere.happens(picked_counter{""});
    nowhere.types(U"secret");
    CHECK_FALSE(nowhere.happens(confirmed{}));
}
