#include "kiosk/screens/appointments.hpp"
#include "kiosk/screens/screens.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

struct refusal_words
{
    std::string_view title;
    std::string_view body;
};

refusal_words words_of(refusal why)
{
    switch (why) {
    case refusal::closed:
        return {"kiosk.refused.closed", "kiosk.refused.hours"};
    case refusal::suspended:
        return {"kiosk.refused", "kiosk.refused.suspended"};
    case refusal::full:
        return {"kiosk.refused", "kiosk.refused.full"};
    case refusal::unknown:
        return {"kiosk.refused", "kiosk.refused.unknown"};
    case refusal::unanswered:
        return {"kiosk.refused", "kiosk.refused.busy"};
    case refusal::too_fast:
        return {"kiosk.refused.too_fast", "kiosk.refused.pause"};
    case refusal::other:
        break;
    }
    return {"kiosk.refused", "kiosk.refused.other"};
}

} // namespace

void draw_sending(frame& frame, rect area, const state& state)
{
    const bool away = !state.connected;
    draw_back_button(frame, area.cut_bottom(lies(frame) ? 112 : 128, space::wide));
    draw_notice(frame, area, away ? "wifi-off" : "hourglass", colour::navy, frame.words("kiosk.sending"),
                frame.words(away ? "kiosk.away" : "kiosk.sending.wait"));
}

void draw_refused(frame& frame, rect area, const state& state, const refused& shown)
{
    auto words = words_of(shown.why);
    draw_countdown(frame, area.cut_bottom(56, space::normal), state);
    draw_done_button(frame, area.cut_bottom(lies(frame) ? 112 : 128, space::wide), frame.words("kiosk.again"),
                     "undo-2");
    if (draw_booking_offer(frame, area, state, shown) && shown.why == refusal::full) {
        words.body = "kiosk.refused.full.book";
    }
    draw_notice(frame, area, "circle-alert", colour::navy, frame.words(words.title), frame.words(words.body));
}

void draw_returning(frame& frame, rect area, const state& state, const returning& shown)
{
    const auto& number = shown.ticket.number;
    if (!shown.done) {
        return draw_notice(frame, area, "hourglass", colour::navy,
                           frame.words("kiosk.returning", {{"number", number}}),
                           frame.words("kiosk.sending.wait"));
    }
    draw_countdown(frame, area.cut_bottom(56, space::normal), state);
    draw_done_button(frame, area.cut_bottom(lies(frame) ? 112 : 128, space::wide),
                     frame.words(*shown.done ? "kiosk.again" : "kiosk.done"),
                     *shown.done ? "undo-2" : "check");
    draw_notice(frame, area, *shown.done ? "check" : "circle-alert", colour::navy,
                frame.words(*shown.done ? "kiosk.returned" : "kiosk.not_returned", {{"number", number}}),
                frame.words(*shown.done ? "kiosk.returned.calm" : "kiosk.not_returned.calm"));
}

void draw_away(frame& frame, rect area, const state& state)
{
    draw_heading(frame, area, frame.words("kiosk.welcome"), "", state);
    const auto body = state.unregistered ? frame.words("kiosk.token") : frame.words("kiosk.away.calm");
    draw_notice(frame, area, state.unregistered ? "lock" : "cloud-off", colour::navy,
                frame.words(state.unregistered ? "kiosk.refused" : "kiosk.away.title"), body);
}

void draw_starting(frame& frame, rect area)
{
    draw_notice(frame, area, "hourglass", colour::navy, frame.words("kiosk.starting"),
                frame.words("kiosk.sending.wait"));
}

} // namespace motcua::kiosk
