#pragma once
// The screens of enrolment, for every window, laid out for 1080 x 1920 or, lying, 1366 x 768 units: a
// function of the state that names its touch targets.

#include "enrolment/model.hpp"
#include "ui/frame.hpp"

namespace motcua::enrolment {

inline constexpr ui::layout_size reference{ui::point{1080, 1920}, ui::point{1366, 768}};

void draw(ui::frame& frame, const state& state);

/// Rows of ten keys, for the letters of host and port; they take `keyboard_height`.
inline constexpr float keyboard_height = 4 * ui::touch_size + 3 * ui::space::tiny;
void draw_keyboard(ui::frame& frame, const ui::rect& bounds);

} // namespace motcua::enrolment
