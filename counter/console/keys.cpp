#include "counter/console/keys.hpp"
#include "counter/console/actions.hpp"

namespace motcua::counter::console {
namespace {

/// "F1" to "F12"; empty for any other key.
std::string function_key_name(sf::Keyboard::Key code)
{
    if (code < sf::Keyboard::F1 || code > sf::Keyboard::F12) {
        return {};
    }
    return "F" + std::to_string(code - sf::Keyboard::F1 + 1);
}

/// The meaning of a key of the action table; Shift counts only where there is a row for it.
std::optional<event> meaning_of(const std::string& name, bool shift)
{
    const auto* row = shift ? row_with_key("Shift " + name) : nullptr;
    if (!row) {
        row = row_with_key(name);
    }
    return row ? std::optional(row->meaning) : std::nullopt;
}

/// The meaning of a key that moves through the lists, confirms or leaves.
std::optional<event> movement_of(sf::Keyboard::Key code)
{
    switch (code) {
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
    case sf::Keyboard::Backspace:
        return erased{};
    case sf::Keyboard::Delete:
        return cleared{};
    case sf::Keyboard::Enter:
        return confirmed{};
    case sf::Keyboard::Escape:
        return left{};
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<event> event_of(const sf::Event::KeyEvent& key)
{
    if (key.alt || key.control || key.system) {
        return std::nullopt;
    }
    if (key.code == sf::Keyboard::F1) {
        return key.shift ? appointments::event(appointments::pressed_book{})
                         : appointments::event(appointments::pressed_appointments{});
    }
    const auto name = function_key_name(key.code);
    return name.empty() ? movement_of(key.code) : meaning_of(name, key.shift);
}

bool repeats(const sf::Event::KeyEvent& key)
{
    return key.code == sf::Keyboard::Up || key.code == sf::Keyboard::Down ||
           key.code == sf::Keyboard::Backspace;
}

std::optional<event> typed_event(char32_t letter)
{
    // Control characters come for keys that have a meaning of their own.
    return letter >= U' ' && letter != 0x7F ? std::optional<event>(typed{letter}) : std::nullopt;
}

} // namespace motcua::counter::console
