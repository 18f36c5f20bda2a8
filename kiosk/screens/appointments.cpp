// What the screens of appointments share.

#include "kiosk/screens/appointments.hpp"
#include "base/overloaded.hpp"
#include "ui/format.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

void draw_wait(frame& frame, const rect& area, const state& state, std::string_view title)
{
    draw_notice(frame, area, state.connected ? "hourglass" : "wifi-off", colour::navy, frame.words(title),
                frame.words(state.connected ? "kiosk.sending.wait" : "kiosk.away"));
}

} // namespace

std::string when_words(frame& frame, const state& state, std::chrono::local_seconds at)
{
    using std::chrono::days, std::chrono::floor;
    if (state.time && floor<days>(*state.time) == floor<days>(at)) {
        return frame.words("kiosk.when.today", {{"time", clock_text(at)}});
    }
    return frame.words(
        "kiosk.when",
        {{"time", clock_text(at)}, {"weekday", frame.words(weekday_key(at))}, {"date", date_text(at)}});
}

std::string service_words(const frame& frame, const state& state, std::string_view code)
{
    const auto* known = find_service(state.services, code);
    return known ? name_in(known->name, frame.language()) : std::string(code);
}

void draw_letter(frame& frame, const rect& bounds, const state& state, const std::string& code)
{
    const auto* known = find_service(state.services, code);
    const auto at = known ? static_cast<std::size_t>(known - state.services.data()) : 0;
    letter_tile(frame, bounds, colour::tiles[at % colour::tiles.size()], code);
}

void draw_key(frame& frame, const rect& bounds, char letter)
{
    touch_card(frame, bounds, on(tapped_key{letter}),
               {.edge = colour::border, .radius = radius::small, .is_key = true});
    frame.canvas.text(bounds, std::string(1, letter), {weight::bold, type::heading},
                      {.across = across::centre});
}

void draw_delete_key(frame& frame, const rect& bounds)
{
    touch_card(
        frame, bounds, on(tapped_delete{}),
        {.ground = colour::blue_background, .edge = colour::border, .radius = radius::small, .is_key = true});
    frame.canvas.icon("delete", bounds.centre(), 44, colour::ink);
}

void draw_appointment(frame& frame, rect area, const state& state, const appointment_screen& shown)
{
    std::visit(base::overloaded{
                   [&](const choosing_bookable&) { draw_bookable(frame, area, state); },
                   [&](const choosing_slot& choosing) { draw_slots(frame, area, state, choosing); },
                   [&](const holding_slot&) { draw_wait(frame, area, state, "kiosk.book.holding"); },
                   [&](const entering_phone& typing) { draw_phone(frame, area, state, typing); },
                   [&](const booking&) { draw_wait(frame, area, state, "kiosk.book.sending"); },
                   [&](const booked& done) { draw_booked(frame, area, state, done); },
                   [&](const not_booked& sorry) { draw_not_booked(frame, area, state, sorry); },
                   [&](const entering_code& typing) { draw_code(frame, area, state, typing); },
                   [&](const checking_in&) { draw_wait(frame, area, state, "kiosk.check_in.sending"); },
                   [&](const not_checked_in& sorry) { draw_not_checked_in(frame, area, state, sorry); }},
               shown);
}

} // namespace motcua::kiosk
