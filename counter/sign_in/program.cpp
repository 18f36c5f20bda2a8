#include "counter/sign_in/program.hpp"

#include "counter/sign_in/screens/screen.hpp"

namespace motcua::counter::sign_in {

void sign_in_window::draw(ui::frame& frame, const sign_in::state& state) const
{
    frame.speak(state.language);
    sign_in::draw(frame, state);
}

std::optional<event> sign_in_window::key(const sf::Event::KeyEvent& key) const
{
    switch (key.code) {
    case sf::Keyboard::Enter:
        return confirmed{};
    case sf::Keyboard::Escape:
        return left{};
    case sf::Keyboard::Backspace:
        return erased{};
    case sf::Keyboard::Tab:
        return next_field{};
    case sf::Keyboard::Up:
        return moved{-1};
    case sf::Keyboard::Down:
        return moved{1};
    default:
        return std::nullopt;
    }
}

bool sign_in_window::repeats(const sf::Event::KeyEvent& key) const
{
    return key.code == sf::Keyboard::Backspace || key.code == sf::Keyboard::Up ||
           key.code == sf::Keyboard::Down;
}

std::optional<event> sign_in_window::typed(char32_t letter) const
{
    // Control characters come for keys that have a meaning of their own.
    if (letter < U' ' || letter == 0x7F) {
        return std::nullopt;
    }
    return sign_in::typed{letter};
}

} // namespace motcua::counter::sign_in
