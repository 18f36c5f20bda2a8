#include "counter/console/keys.hpp"

#include <catch2/catch.hpp>

using namespace motcua::counter::console;

TEST_CASE("every key of the console means its action")
{
    const std::pair<sf::Keyboard::Key, action> keys[] = {
        {sf::Keyboard::F2, action::call_next}, {sf::Keyboard::F3, action::recall},
        {sf::Keyboard::F4, action::finish},    {sf::Keyboard::F5, action::start},
        {sf::Keyboard::F6, action::no_show},   {sf::Keyboard::F7, action::transfer},
        {sf::Keyboard::F8, action::hold}};
    for (const auto& [key, meant] : keys)
        CHECK(std::get<pressed>(*event_of(key)).action == meant);
    CHECK(std::holds_alternative<pressed_pause_or_open>(*event_of(sf::Keyboard::F9)));
    CHECK(std::holds_alternative<confirmed>(*event_of(sf::Keyboard::Enter)));
    CHECK(std::holds_alternative<left>(*event_of(sf::Keyboard::Escape)));
    CHECK_FALSE(event_of(sf::Keyboard::A));
}
