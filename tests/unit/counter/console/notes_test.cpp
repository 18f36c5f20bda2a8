// The notes that officers leave on tickets: read while they are looked at, typed, taken away.

#include "counter/console/keys.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/typing.hpp"
#include "counter/console/wire.hpp"
#include "tests/unit/counter/console/sample.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::counter_state;
using protocol::ticket_state;
using test::counter_one;
using test::one;
using test::serving;

namespace {

ticket noted(ticket_state state, const std::string& number = "A001")
{
    auto with_note = one(state, number);
    with_note.has_note = true;
    return with_note;
}

void type(model& m, std::string_view text)
{
    for (const char letter : text) {
        m.handle(typed{static_cast<char32_t>(letter)}, {});
    }
}

std::string body_sent(const order& sent) { return request_of(sent.wish, "demo", "1").body; }

using requests = std::vector<ask_note>;

} // namespace

TEST_CASE("a note on the current ticket is typed, sent and shown")
{
    auto m = serving();
    CHECK_FALSE(m.handle(pressed{action::set_note}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->kind == sheet_kind::note);
    type(m, " two copies! ");
    m.handle(erased{}, {});
    m.handle(erased{}, {});
    const auto sent = m.handle(confirmed{}, {});
    REQUIRE(sent);
    CHECK(request_of(sent->wish, "demo", "1").path == "/tickets/demo-A001/note");
    CHECK(body_sent(*sent) == R"({"text":"two copies"})");
    CHECK_FALSE(m.state().sheet);
    m.handle(done{sent->key, noted(ticket_state::serving)}, {});
    REQUIRE(find_note(m.state(), "demo-A001"));
    CHECK(find_note(m.state(), "demo-A001")->text == "two copies");
    CHECK(m.take_note_requests().empty());
}

TEST_CASE("a note is read when its ticket comes, again when it changes, and forgotten when it has left")
{
    auto m = counter_one(counter_state::open, {noted(ticket_state::called)});
    CHECK(m.take_note_requests() == requests{{"demo-A001"}});
    m.handle(note_came{"demo-A001", "first"}, {});
    m.handle(ticket_changed{noted(ticket_state::serving)}, {});
    CHECK(m.take_note_requests().empty());
    m.handle(ticket_changed{noted(ticket_state::serving), true}, {});
    CHECK(m.take_note_requests() == requests{{"demo-A001"}});
    CHECK(find_note(m.state(), "demo-A001")->text == "first");
    m.handle(note_came{"demo-A001", "second"}, {});
    CHECK(find_note(m.state(), "demo-A001")->text == "second");
    m.handle(ticket_changed{noted(ticket_state::served)}, {});
    CHECK(m.state().notes.empty());
    // Too late: nobody looks at it any more.
    m.handle(note_came{"demo-A001", "third"}, {});
    CHECK(m.state().notes.empty());
}

TEST_CASE("a note that could not be read is asked for again with the next lists, not before")
{
    auto m = counter_one(counter_state::open, {noted(ticket_state::called)});
    m.take_note_requests();
    m.handle(note_failed{"demo-A001"}, {});
    m.handle(ticked{}, moment(1s));
    CHECK(m.take_note_requests().empty());
    m.handle(others_arrived{{noted(ticket_state::called)}}, {});
    CHECK(m.take_note_requests() == requests{{"demo-A001"}});
}

TEST_CASE("a note is on the selected ticket where there is one, and else on the current one")
{
    auto elsewhere = one(ticket_state::held, "A005");
    elsewhere.counter = "2";
    auto m = counter_one(counter_state::open,
                         {one(ticket_state::serving, "A009"), noted(ticket_state::held, "A007"), elsewhere});
    const auto about = [&] { return wish_of(m.state(), action::set_note).ticket; };
    CHECK(about() == "demo-A009");
    m.handle(moved{1}, {});
    CHECK(about() == "demo-A001");
    m.handle(moved{1}, {});
    CHECK(about() == "demo-A007");
    CHECK(m.take_note_requests() == requests{{"demo-A007"}});
    type(m, "A005");
    REQUIRE(m.state().selected == "demo-A005");
    CHECK_FALSE(fits(m.state(), {action::set_note, "demo-A005"}));
    CHECK(about() == "demo-A009");
    auto alone = counter_one();
    alone.handle(pressed{action::set_note}, {});
    CHECK(alone.state().notice->words == "console.no_number");
}

TEST_CASE("a waiting ticket offers its note among what can be done with it")
{
    auto m = counter_one();
    m.handle(picked{"demo-A001"}, {});
    CHECK_FALSE(m.handle(chose{2}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->kind == sheet_kind::note);
    CHECK(m.state().sheet->number == "A001");
}

TEST_CASE("a note is taken away by one key, or by leaving nothing of it")
{
    auto m = counter_one(counter_state::open, {noted(ticket_state::serving)});
    m.handle(pressed_note{"demo-A001"}, {});
    m.handle(note_came{"demo-A001", "abc"}, {});
    CHECK(m.state().sheet->text == "abc");
    std::optional<order> sent;
    SECTION("by the key") { sent = m.handle(cleared{}, {}); }
    SECTION("letter by letter")
    {
        for (int i = 0; i < 4; ++i) {
            m.handle(erased{}, {});
        }
        sent = m.handle(confirmed{}, {});
    }
    REQUIRE(sent);
    CHECK(body_sent(*sent) == R"({"text":""})");
    m.handle(done{sent->key, one(ticket_state::serving)}, {});
    CHECK(m.state().notes.empty());
    CHECK(shows(m.state(), sent->wish));
}

TEST_CASE("what changes nothing is not sent")
{
    auto m = counter_one(counter_state::open, {noted(ticket_state::serving)});
    m.handle(pressed{action::set_note}, {});
    // The note has not come yet: nothing typed must not take it away.
    CHECK_FALSE(m.handle(confirmed{}, {}));
    CHECK_FALSE(m.state().sheet);
    m.handle(note_came{"demo-A001", "abc"}, {});
    m.handle(pressed{action::set_note}, {});
    type(m, "d");
    m.handle(erased{}, {});
    CHECK_FALSE(m.handle(confirmed{}, {}));
    auto none = serving();
    none.handle(pressed{action::set_note}, {});
    CHECK_FALSE(none.handle(cleared{}, {}));
    CHECK_FALSE(none.state().sheet);
    CHECK_FALSE(none.handle(cleared{}, {}));
}

TEST_CASE("what was typed stays while it cannot be sent, and goes when it is left")
{
    auto m = serving();
    m.handle(pressed{action::set_note}, {});
    type(m, "abc");
    m.handle(connection_changed{false}, {});
    CHECK_FALSE(m.handle(confirmed{}, {}));
    REQUIRE(m.state().sheet);
    CHECK(m.state().sheet->text == "abc");
    m.handle(connection_changed{true}, {});
    auto left_it = m;
    CHECK(m.handle(confirmed{}, {}));
    left_it.handle(left{}, {});
    CHECK_FALSE(left_it.state().sheet);
}

TEST_CASE("a note has as many letters as the interface allows, of any language")
{
    auto m = serving();
    m.handle(pressed{action::set_note}, {});
    for (std::size_t i = 0; i < protocol::note_letters + 5; ++i) {
        m.handle(typed{U'\u1ED9'}, {}); // ộ, three bytes
    }
    CHECK(m.state().sheet->text.size() == 3 * protocol::note_letters);
    m.handle(erased{}, {});
    CHECK(m.state().sheet->text.size() == 3 * (protocol::note_letters - 1));
    std::string text = "a";
    type_into(text, U'\n', 5);
    type_into(text, U' ', 5);
    CHECK(text == "a ");
}

TEST_CASE("the keys of a note")
{
    CHECK(event_of({sf::Keyboard::F7, false, false, true, false}) == event(pressed{action::set_note}));
    CHECK(event_of({sf::Keyboard::Delete, false, false, false, false}) == event(cleared{}));
}
