#include "counter/console/keys.hpp"

#include <catch2/catch.hpp>

using namespace motcua::counter::console;

namespace {

std::optional<event> key(sf::Keyboard::Key code, bool shift = false, bool alt = false)
{
    return event_of({code, alt, false, shift, false});
}

} // namespace

TEST_CASE("every key of the console means its action")
{
    const std::pair<sf::Keyboard::Key, action> keys[] = {
        {sf::Keyboard::F2, action::call_next}, {sf::Keyboard::F3, action::recall},
        {sf::Keyboard::F4, action::finish},    {sf::Keyboard::F5, action::start},
        {sf::Keyboard::F6, action::no_show},   {sf::Keyboard::F7, action::transfer},
        {sf::Keyboard::F8, action::hold}};
    for (const auto& [code, meant] : keys) {
        CHECK(std::get<pressed>(*key(code)).action == meant);
    }
    CHECK(std::holds_alternative<pressed_pause_or_open>(*key(sf::Keyboard::F9)));
    CHECK(std::holds_alternative<confirmed>(*key(sf::Keyboard::Enter)));
    CHECK(std::holds_alternative<left>(*key(sf::Keyboard::Escape)));
    CHECK_FALSE(key(sf::Keyboard::A));
}

TEST_CASE("the lists are moved through by rows, pages and to their ends")
{
    const std::pair<sf::Keyboard::Key, int> keys[] = {
        {sf::Keyboard::Up, -1},         {sf::Keyboard::Down, 1},       {sf::Keyboard::PageUp, -page},
        {sf::Keyboard::PageDown, page}, {sf::Keyboard::Home, -to_end}, {sf::Keyboard::End, to_end}};
    for (const auto& [code, by] : keys) {
        CHECK(std::get<moved>(*key(code)).by == by);
    }
    CHECK(std::get<moved_across>(*key(sf::Keyboard::Left)).by == -1);
    CHECK(std::get<moved_across>(*key(sf::Keyboard::Right)).by == 1);
}

TEST_CASE("only corrections and the steps through a list repeat while their key is held down")
{
    for (int code = sf::Keyboard::A; code < sf::Keyboard::KeyCount; ++code) {
        const bool step =
            code == sf::Keyboard::Up || code == sf::Keyboard::Down || code == sf::Keyboard::Backspace;
        CHECK(repeats({static_cast<sf::Keyboard::Key>(code), false, false, false, false}) == step);
    }
}

TEST_CASE("with Shift come the other outcomes and the end of work")
{
    CHECK(std::holds_alternative<pressed_outcomes>(*key(sf::Keyboard::F4, true)));
    CHECK(std::holds_alternative<pressed_close>(*key(sf::Keyboard::F9, true)));
}

TEST_CASE("a key that the window manager uses means nothing to the console")
{
    CHECK_FALSE(key(sf::Keyboard::F4, false, true));
}
