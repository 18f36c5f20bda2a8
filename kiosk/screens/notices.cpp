#include "kiosk/screens/parts.hpp"
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
    case refusal::full:
        return {"kiosk.refused", "kiosk.refused.full"};
    case refusal::unknown:
        return {"kiosk.refused", "kiosk.refused.unknown"};
    case refusal::unanswered:
        return {"kiosk.refused", "kiosk.refused.busy"};
    case refusal::other:
        break;
    }
    return {"kiosk.refused", "kiosk.refused.other"};
}

} // namespace

void draw_sending(frame& f, rect area, const state& s)
{
    const bool away = !s.connected;
    draw_notice(f, area, away ? "wifi-off" : "hourglass", colour::navy, f.words("kiosk.sending"),
                f.words(away ? "kiosk.away" : "kiosk.sending.wait"));
}

void draw_refused(frame& f, rect area, const state& s, const refused& shown)
{
    const auto words = words_of(shown.why);
    draw_countdown(f, area.cut_bottom(56, space::normal), s);
    draw_done_button(f, area.cut_bottom(lies(f) ? 112 : 128, space::wide), f.words("kiosk.again"), "undo-2");
    draw_notice(f, area, "circle-alert", colour::navy, f.words(words.title), f.words(words.body));
}

void draw_away(frame& f, rect area, const state& s)
{
    draw_heading(f, area, f.words("kiosk.welcome"), "", s);
    const auto body = s.unregistered ? f.words("kiosk.token") : f.words("kiosk.away.calm");
    draw_notice(f, area, s.unregistered ? "lock" : "cloud-off", colour::navy,
                f.words(s.unregistered ? "kiosk.refused" : "kiosk.away.title"), body);
}

void draw_starting(frame& f, rect area)
{
    draw_notice(f, area, "hourglass", colour::navy, f.words("kiosk.starting"), f.words("kiosk.sending.wait"));
}

} // namespace motcua::kiosk
