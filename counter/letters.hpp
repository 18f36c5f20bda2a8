#pragma once
// The letters of services as tiles, where there is room.

#include "ui/widgets.hpp"

namespace motcua::counter {

/// The letter of a service, and its place among those of the office: that gives the colour.
struct letter
{
    std::string code;
    std::size_t nth = 0;
};

/// Draws `all` as tiles of `side` in the middle of `bounds`'s height, on as many lines as it has room for;
/// with more letters, the last place shows in `ink` how many are left.
void draw_letters(ui::frame& frame, const ui::rect& bounds, const std::vector<letter>& all, float side,
                  sf::Color ink);

} // namespace motcua::counter
