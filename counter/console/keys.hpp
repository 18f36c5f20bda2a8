#pragma once
// What the keys of the keyboard mean to the console, the same in every language.

#include "counter/console/model.hpp"

#include <SFML/Window/Event.hpp>

namespace motcua::counter::console {

/// The event of a key that goes down; nothing for keys without a meaning. What the function keys do stands in
/// the table of actions.
std::optional<event> event_of(const sf::Event::KeyEvent& key);

/// The event of a letter or a space; nothing for what is none.
std::optional<event> typed_event(char32_t letter);

/// Whether `key`, held down, goes on: only the steps through a list and corrections do, because any other key
/// would act a second time.
bool repeats(const sf::Event::KeyEvent& key);

} // namespace motcua::counter::console
