#pragma once
// The letters of services as tiles, as many as there is room for.

#include "ui/widgets.hpp"

namespace motcua::counter {

/// The letter of a service, and its place among those of the office: that gives the colour.
struct letter
{
    std::string code;
    std::size_t nth = 0;
};

/// Draws `all` as tiles of `side` in the middle of `r`'s height, on as many lines as it has room for; of more
/// letters than that, the last place says in `ink` how many are left.
void draw_letters(ui::frame& f, const ui::rect& r, const std::vector<letter>& all, float side, sf::Color ink);

} // namespace motcua::counter
