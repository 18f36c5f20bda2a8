#pragma once
// The kiosk's screens, laid out for 1080 x 1920 or, lying, 1366 x 768 units: functions of the state that name
// their touch targets.

#include "kiosk/model.hpp"
#include "ui/frame.hpp"

namespace motcua::kiosk {

/// A lying screen of 1366 x 768 pixels shows every unit as a pixel: touch targets keep their size on it.
inline constexpr ui::layout_size reference{ui::point{1080, 1920}, ui::point{1366, 768}};

/// Draws the screen that `state` asks for.
void draw(ui::frame& frame, const state& state);

/// The looks of letters that the screens use, for warming up.
std::vector<ui::text_style> letter_styles();

/// A slip on paper 576 dots wide, in its own language.
inline constexpr ui::point slip_size{576, 660};
void draw_slip(ui::frame& frame, const slip& all);

// Each draws into the area between header and footer.
void draw_home(ui::frame& frame, ui::rect area, const state& state);
void draw_classes(ui::frame& frame, ui::rect area, const state& state);
void draw_services(ui::frame& frame, ui::rect area, const state& state, const choosing_service& chosen);
void draw_sending(ui::frame& frame, ui::rect area, const state& state);
void draw_ticket(ui::frame& frame, ui::rect area, const state& state, const issued& shown);
void draw_returning(ui::frame& frame, ui::rect area, const state& state, const returning& shown);
void draw_refused(ui::frame& frame, ui::rect area, const state& state, const refused& shown);
void draw_away(ui::frame& frame, ui::rect area, const state& state);
void draw_starting(ui::frame& frame, ui::rect area);

} // namespace motcua::kiosk
