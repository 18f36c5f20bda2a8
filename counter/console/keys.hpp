#pragma once
// What the keys of the keyboard mean to the console, the same in every language.

#include "counter/console/model.hpp"

#include <SFML/Window/Event.hpp>

namespace motcua::counter::console {

/// The event of a key that goes down; nothing for keys without a meaning. What the function keys do stands in
/// the table of actions.
std::optional<event> event_of(const sf::Event::KeyEvent& key);

/// Whether `key`, held down, goes on: only the steps through a list do, because any other key would act a
/// second time.
bool repeats(const sf::Event::KeyEvent& key);

} // namespace motcua::counter::console
