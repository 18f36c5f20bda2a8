#include "counter/console/program.hpp"
#include "counter/console/screens/screen.hpp"
#include "tests/unit/counter/console/sample.hpp"
#include "tests/unit/ui/picture.hpp"
#include "ui/stage.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::counter::console;
using namespace std::chrono_literals;
using protocol::ticket_state;
using test::one;

namespace {

struct scripted_server : ui::outside<effect, event>
{
    void perform(const effect& wanted) override { sent.push_back(std::get<order>(wanted)); }
    std::vector<event> take() override { return std::exchange(news, {}); }

    std::vector<order> sent;
    std::vector<event> news;
};

/// The console of counter 1 on a stage, with keys and mouse as a window would bring them.
struct staffed_console
{
    explicit staffed_console(std::vector<ticket> others = {})
    {
        REQUIRE(picture.create(1280, 800));
        server.news = {
            identified{"1", "An Bình", "An Binh"},
            connection_changed{true},
            services_arrived{test::services()},
            board_arrived{test::monday_morning(), {{"1", protocol::counter_state::open, {"A", "D"}}}},
            waiting_arrived{{one(ticket_state::waiting, "A021"), one(ticket_state::waiting, "A022")}},
            others_arrived{std::move(others)}};
        look();
    }

    void look()
    {
        stage.wake(now);
        stage.draw(picture);
        picture.display();
    }

    /// As a window reports it, again and again while a key is held.
    sf::Event key_down(sf::Keyboard::Key code, bool shift = false)
    {
        sf::Event e{};
        e.type = sf::Event::KeyPressed;
        e.key.code = code;
        e.key.shift = shift;
        stage.handle(e, now);
        return e;
    }

    void press(sf::Keyboard::Key code, bool shift = false)
    {
        auto e = key_down(code, shift);
        e.type = sf::Event::KeyReleased;
        stage.handle(e, now);
        look();
    }

    void click(const event& touched)
    {
        const auto pixel = stage.pixel_of(ui::action(touched));
        REQUIRE(pixel);
        sf::Event e{};
        e.mouseButton = {sf::Mouse::Left, pixel->x, pixel->y};
        for (const auto type : {sf::Event::MouseButtonPressed, sf::Event::MouseButtonReleased}) {
            e.type = type;
            stage.handle(e, now);
        }
        now += 1s;
        look();
    }

    void answer(std::optional<ticket> ticket)
    {
        server.news.push_back(done{server.sent.back().key, std::move(ticket)});
        look();
    }

    scripted_server server;
    ui::program::time now{};
    console_program program{server, {"vi"}, "boot"};
    ui::stage stage{program, test::shared_assets(), reference};
    sf::RenderTexture picture;
};

} // namespace

TEST_CASE("one citizen is called, served and finished by the keys alone")
{
    staffed_console c;
    c.press(sf::Keyboard::F2);
    REQUIRE(c.server.sent.size() == 1);
    c.answer(one(ticket_state::called, "A021"));
    CHECK(c.program.state().current->number == "A021");
    c.press(sf::Keyboard::F5);
    c.answer(one(ticket_state::serving, "A021"));
    c.press(sf::Keyboard::F4);
    CHECK(c.server.sent.back().wish == wish{action::finish, "demo-A021"});
    c.answer(one(ticket_state::served, "A021"));
    CHECK_FALSE(c.program.state().current);
}

TEST_CASE("the same is done with the mouse alone")
{
    staffed_console c;
    c.click(pressed{action::call_next});
    c.answer(one(ticket_state::called, "A021"));
    c.click(pressed{action::start});
    c.answer(one(ticket_state::serving, "A021"));
    c.click(pressed_outcomes{});
    c.click(chose{2});
    CHECK(c.server.sent.back().wish.outcome == protocol::finish_outcome::left);
}

TEST_CASE("a held ticket is taken up again by keys, and one out of order by the wheel and the mouse")
{
    staffed_console c({one(ticket_state::held, "A007")});
    c.press(sf::Keyboard::Up);
    c.press(sf::Keyboard::Enter);
    REQUIRE(c.server.sent.size() == 1);
    CHECK(c.server.sent.back().wish == wish{action::resume, "demo-A007"});
    staffed_console d;
    sf::Event wheel{};
    wheel.type = sf::Event::MouseWheelScrolled;
    wheel.mouseWheelScroll.delta = -1;
    d.stage.handle(wheel, d.now);
    d.stage.handle(wheel, d.now);
    d.look();
    CHECK(d.program.state().selected == "demo-A022");
    d.click(picked{"demo-A022"});
    d.click(confirmed{});
    CHECK(d.server.sent.back().wish == wish{action::call, "demo-A022"});
}

TEST_CASE("an idle console is drawn only when something changes")
{
    staffed_console c;
    c.now += 1s;
    c.stage.wake(c.now);
    CHECK_FALSE(c.stage.stale());
    c.press(sf::Keyboard::A);
    CHECK_FALSE(c.stage.stale());
    c.server.news.push_back(connection_changed{false});
    c.stage.wake(c.now);
    CHECK(c.stage.stale());
}

TEST_CASE("holding F2 down calls one number")
{
    staffed_console c;
    c.key_down(sf::Keyboard::F2);
    c.answer(one(ticket_state::called, "A021"));
    c.answer(one(ticket_state::served, "A021"));
    c.key_down(sf::Keyboard::F2);
    CHECK(c.server.sent.size() == 1);
}

TEST_CASE("holding Down goes on through the waiting list")
{
    staffed_console c;
    c.key_down(sf::Keyboard::Down);
    CHECK(c.program.state().selected == "demo-A021");
    c.key_down(sf::Keyboard::Down);
    CHECK(c.program.state().selected == "demo-A022");
}
