#pragma once
// The kiosk's screens, laid out for 1080 x 1920 or, lying, 1366 x 768 units: functions of the state that name
// their touch targets.

#include "kiosk/model.hpp"
#include "ui/frame.hpp"

#include <optional>

namespace motcua::kiosk {

/// A lying screen of 1366 x 768 pixels shows every unit as a pixel: touch targets keep their size on it.
inline constexpr ui::layout_size reference{ui::point{1080, 1920}, ui::point{1366, 768}};

/// Draws the screen that `s` asks for.
void draw(ui::frame& f, const state& s);

/// The event that a touch on one of these screens means.
std::optional<event> event_of(const ui::action& a);

/// The looks of letters that the screens use, for warming up.
std::vector<ui::text_style> letter_styles();

/// The slip of a ticket on paper 576 dots wide.
inline constexpr ui::point slip_size{576, 660};
void draw_slip(ui::frame& f, const state& s, const ticket& t);

// Each draws into the area between header and footer.
void draw_home(ui::frame& f, ui::rect area, const state& s);
void draw_classes(ui::frame& f, ui::rect area, const state& s);
void draw_services(ui::frame& f, ui::rect area, const state& s, const choosing_service& chosen);
void draw_sending(ui::frame& f, ui::rect area, const state& s);
void draw_ticket(ui::frame& f, ui::rect area, const state& s, const issued& shown);
void draw_refused(ui::frame& f, ui::rect area, const state& s, const refused& shown);
void draw_away(ui::frame& f, ui::rect area, const state& s);
void draw_starting(ui::frame& f, ui::rect area);

} // namespace motcua::kiosk
