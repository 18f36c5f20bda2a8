#pragma once
// What the keys of the keyboard mean to the console, the same in every language.

#include "counter/console/model.hpp"

#include <SFML/Window/Keyboard.hpp>

namespace motcua::counter::console {

/// The event of a key that goes down; nothing for keys without a meaning.
std::optional<event> event_of(sf::Keyboard::Key key);

} // namespace motcua::counter::console
