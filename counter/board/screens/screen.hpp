#pragma once
// The board, laid out for 1920 x 1080 units or, on a screen that stands upright, for 1080 x 1920: a
// function of its state.

#include "counter/board/model.hpp"
#include "ui/frame.hpp"

namespace motcua::counter::board {

inline constexpr ui::layout_size reference{ui::point{1080, 1920}, ui::point{1920, 1080}};

/// Draws the board in the frame's language.
void draw(ui::frame& frame, const state& state);

/// The looks of letters that the board uses, for warming up.
std::vector<ui::text_style> letter_styles();

} // namespace motcua::counter::board
