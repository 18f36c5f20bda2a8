#include "counter/console/keys.hpp"

namespace motcua::counter::console {

std::optional<event> event_of(const sf::Event::KeyEvent& key)
{
    if (key.alt || key.control || key.system) {
        return std::nullopt;
    }
    switch (key.code) {
    case sf::Keyboard::F2:
        return pressed{action::call_next};
    case sf::Keyboard::F3:
        return pressed{action::recall};
    case sf::Keyboard::F4:
        if (key.shift) {
            return pressed_outcomes{};
        }
        return pressed{action::finish};
    case sf::Keyboard::F5:
        return pressed{action::start};
    case sf::Keyboard::F6:
        return pressed{action::no_show};
    case sf::Keyboard::F7:
        return pressed{action::transfer};
    case sf::Keyboard::F8:
        return pressed{action::hold};
    case sf::Keyboard::F9:
        if (key.shift) {
            return pressed_close{};
        }
        return pressed_pause_or_open{};
    case sf::Keyboard::Up:
        return moved{-1};
    case sf::Keyboard::Down:
        return moved{1};
    case sf::Keyboard::PageUp:
        return moved{-page};
    case sf::Keyboard::PageDown:
        return moved{page};
    case sf::Keyboard::Home:
        return moved{-to_end};
    case sf::Keyboard::End:
        return moved{to_end};
    case sf::Keyboard::Left:
        return moved_across{-1};
    case sf::Keyboard::Right:
        return moved_across{1};
    case sf::Keyboard::Enter:
        return confirmed{};
    case sf::Keyboard::Escape:
        return left{};
    default:
        return std::nullopt;
    }
}

bool repeats(const sf::Event::KeyEvent& key)
{
    return key.code == sf::Keyboard::Up || key.code == sf::Keyboard::Down;
}

} // namespace motcua::counter::console
