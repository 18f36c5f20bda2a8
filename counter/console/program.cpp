#include "counter/console/program.hpp"
#include "counter/console/keys.hpp"
#include "counter/console/screens/screen.hpp"

namespace motcua::counter::console {

void console_window::draw(ui::frame& frame, const console::state& state) const
{
    frame.speak(language);
    console::draw(frame, state);
}

std::optional<event> console_window::key(const sf::Event::KeyEvent& key) const { return event_of(key); }

bool console_window::repeats(const sf::Event::KeyEvent& key) const { return console::repeats(key); }

std::optional<event> console_window::typed(char32_t letter) const { return typed_event(letter); }

std::optional<event> console_window::scrolled(int notches) const { return moved{notches}; }

} // namespace motcua::counter::console
