#include "tests/unit/ui/picture.hpp"
#include "ui/stage.hpp"
#include "ui/widgets.hpp"

#include <catch2/catch.hpp>

using namespace motcua::ui;
using motcua::test::does;
using namespace std::chrono_literals;

namespace {

struct one_button : program
{
    void draw(frame& frame) const override
    {
        button(frame, {100, 100, 200, 100}, {.label = "Xong"}, does("done"));
    }
    void act(const action& action, time) override { acted.push_back(action); }
    bool key(const sf::Event::KeyEvent& key, time) override
    {
        keys.push_back(key.code);
        return key.code == sf::Keyboard::F2;
    }
    bool repeats(const sf::Event::KeyEvent& key) const override { return key.code == sf::Keyboard::Down; }
    bool typed(char32_t letter, time) override
    {
        letters += letter;
        return true;
    }
    bool wake(time) override { return std::exchange(news, false); }

    std::vector<action> acted;
    std::vector<sf::Keyboard::Key> keys;
    std::u32string letters;
    bool news = false;
};

sf::Event mouse(sf::Event::EventType type, int x, int y)
{
    sf::Event e{};
    e.type = type;
    e.mouseButton = {sf::Mouse::Left, x, y};
    return e;
}

struct shown
{
    shown()
    {
        surface.create(200, 200);
        screen.draw(surface);
    }

    one_button p;
    stage screen{p, motcua::test::shared_assets(), point{400, 400}};
    sf::RenderTexture surface;
    program::time now{};
};

} // namespace

TEST_CASE("a click in pixels finds its target in units")
{
    shown s;
    s.screen.handle(mouse(sf::Event::MouseButtonPressed, 100, 75), s.now);
    CHECK(s.screen.stale());
    s.screen.draw(s.surface);
    s.screen.handle(mouse(sf::Event::MouseButtonReleased, 100, 75), s.now);
    CHECK(s.p.acted == std::vector{does("done")});
    CHECK(s.screen.pixel_of(does("done")) == sf::Vector2i(100, 75));
}

TEST_CASE("a touch does what a click does")
{
    shown s;
    sf::Event e{};
    e.type = sf::Event::TouchBegan;
    e.touch = {0, 100, 75};
    s.screen.handle(e, s.now);
    e.type = sf::Event::TouchEnded;
    s.screen.handle(e, s.now);
    CHECK(s.p.acted == std::vector{does("done")});
}

TEST_CASE("nothing is drawn again until something changes")
{
    shown s;
    CHECK_FALSE(s.screen.stale());
    s.screen.wake(s.now);
    sf::Event moved{};
    moved.type = sf::Event::MouseMoved;
    moved.mouseMove = {10, 10};
    s.screen.handle(moved, s.now);
    CHECK_FALSE(s.screen.stale());
    s.p.news = true;
    s.screen.wake(s.now);
    CHECK(s.screen.stale());
}

TEST_CASE("what was covered is drawn again")
{
    shown s;
    s.screen.uncovered();
    CHECK(s.screen.stale());
}

TEST_CASE("a key that means nothing changes nothing")
{
    shown s;
    sf::Event e{};
    e.type = sf::Event::KeyPressed;
    e.key.code = sf::Keyboard::F3;
    s.screen.handle(e, s.now);
    CHECK_FALSE(s.screen.stale());
    e.key.code = sf::Keyboard::F2;
    s.screen.handle(e, s.now);
    CHECK(s.screen.stale());
}

TEST_CASE("a key that is held down is heard once, and again only where it repeats")
{
    shown s;
    using key = sf::Keyboard::Key;
    const auto hear = [&](sf::Event::EventType type, key code) {
        sf::Event e{};
        e.type = type;
        e.key.code = code;
        s.screen.handle(e, s.now);
    };
    for (const auto code : {key::F2, key::F2, key::Down, key::Down, key::F2}) {
        hear(sf::Event::KeyPressed, code);
    }
    CHECK(s.p.keys == std::vector{key::F2, key::Down, key::Down});
    hear(sf::Event::KeyReleased, key::F2);
    hear(sf::Event::KeyPressed, key::F2);
    CHECK(s.p.keys.size() == 4);
    hear(sf::Event::LostFocus, {});
    hear(sf::Event::KeyPressed, key::F2);
    CHECK(s.p.keys.size() == 5);
}

TEST_CASE("a letter whose key is held down is typed once")
{
    shown s;
    for (int n = 0; n < 2; ++n) {
        sf::Event e{};
        e.type = sf::Event::KeyPressed;
        e.key.code = sf::Keyboard::A;
        s.screen.handle(e, s.now);
        e.type = sf::Event::TextEntered;
        e.text.unicode = U'a';
        s.screen.handle(e, s.now);
    }
    CHECK(s.p.letters == U"a");
}
