#pragma once
// Text at the border between the project's UTF-8 and the window's letters: one normal form, measured in whole
// pixels, wrapped at spaces.

#include <SFML/Graphics/Font.hpp>
#include <SFML/System/String.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace motcua::ui {

/// `utf8` in Unicode's normal form C, in which each Vietnamese letter is one character. What is not UTF-8
/// becomes "?".
std::string normalised(std::string_view utf8);

/// `utf8` as letters to draw, normalised.
sf::String letters(std::string_view utf8);

/// Every letter that Vietnamese and English texts are written with, digits and marks.
sf::String alphabet();

/// A font at a size in pixels.
struct face
{
    const sf::Font* font = nullptr;
    unsigned pixels = 0;
};

/// Width of one line in pixels.
float width(const face& face, const sf::String& line);

/// `text` in lines of at most `most` pixels, broken at spaces (not at no-break spaces) and at line feeds;
/// among the ways with the fewest lines the one whose lines are most alike. A single word longer than `most`
/// stays whole.
std::vector<sf::String> wrapped(const face& face, const sf::String& text, float most);

/// One paragraph of `text` in lines of at most `most` pixels, each filled as far as it goes.
std::vector<sf::String> filled(const face& face, const sf::String& text, float most);

/// `line` cut so that it takes at most `most` pixels with an ellipsis behind it.
sf::String shortened(const face& face, const sf::String& line, float most);

} // namespace motcua::ui
