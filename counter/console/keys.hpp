#pragma once
// What the keys of the keyboard mean to the console, the same in every language.

#include "counter/console/model.hpp"

#include <SFML/Window/Event.hpp>

namespace motcua::counter::console {

/// The event of a key that goes down; nothing for keys without a meaning. With Shift F4 asks for another
/// outcome and F9 for the end of work.
std::optional<event> event_of(const sf::Event::KeyEvent& key);

/// Whether `key`, held down, goes on: only the steps through a list do, for any other would be a second deed.
bool repeats(const sf::Event::KeyEvent& key);

} // namespace motcua::counter::console
