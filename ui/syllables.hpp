#pragma once
// Which syllables stay together. Vietnamese writes a space between all of them, also within a word.

#include <SFML/System/String.hpp>

namespace motcua::ui {

/// `text` with a no-break space between the syllables of words that often stand in the names of offices and
/// services: a word that is broken over two lines is hard to read.
sf::String tied(const sf::String& text);

} // namespace motcua::ui
