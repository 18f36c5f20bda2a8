#pragma once
// The console's screen, laid out for 1280 x 800 units: a function of the state that names its touch targets.

#include "counter/console/model.hpp"
#include "ui/frame.hpp"

namespace motcua::counter::console {

inline constexpr ui::point reference{1280, 800};

/// Draws the screen in the frame's language.
void draw(ui::frame& frame, const state& state);

/// The looks of letters that the screen uses, for warming up.
std::vector<ui::text_style> letter_styles();

} // namespace motcua::counter::console
