#pragma once
// The screens of booking and check-in.

#include "kiosk/screens/parts.hpp"

namespace motcua::kiosk {

/// Draws the screen into the area between header and footer.
void draw_appointment(ui::frame& frame, ui::rect area, const state& state, const appointment_screen& shown);

void draw_bookable(ui::frame& frame, ui::rect area, const state& state);
void draw_slots(ui::frame& frame, ui::rect area, const state& state, const choosing_slot& shown);
void draw_phone(ui::frame& frame, ui::rect area, const state& state, const entering_phone& shown);
void draw_booked(ui::frame& frame, ui::rect area, const state& state, const booked& shown);
void draw_not_booked(ui::frame& frame, ui::rect area, const state& state, const not_booked& shown);
void draw_code(ui::frame& frame, ui::rect area, const state& state, const entering_code& shown);
void draw_not_checked_in(ui::frame& frame, ui::rect area, const state& state, const not_checked_in& shown);

/// On the home screen, where a service can be booked: the ways to book and to check in. Cut themselves off
/// the bottom of `area`.
void draw_appointment_entries(ui::frame& frame, ui::rect& area, const state& state);

/// Under a refusal of a ticket, where its service can be booked: the way to do so. Cuts itself off the bottom
/// of `area`. Whether it is there.
bool draw_booking_offer(ui::frame& frame, ui::rect& area, const state& state, const refused& shown);

/// The time of today; of another day with weekday and date.
std::string when_words(ui::frame& frame, const state& state, std::chrono::local_seconds at);

/// The name of a service, or its code where the kiosk does not know it.
std::string service_words(const ui::frame& frame, const state& state, std::string_view code);

/// The letter of a service in its colour.
void draw_letter(ui::frame& frame, const ui::rect& bounds, const state& state, const std::string& code);

/// A key of the keyboards on the screen.
void draw_key(ui::frame& frame, const ui::rect& bounds, char letter);
void draw_delete_key(ui::frame& frame, const ui::rect& bounds);

/// The height of a button at the bottom of a screen.
inline float button_height(const ui::frame& frame) { return lies(frame) ? 96.0F : 128.0F; }

} // namespace motcua::kiosk
