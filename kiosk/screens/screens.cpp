#include "kiosk/screens/screens.hpp"
#include "base/overloaded.hpp"
#include "kiosk/screens/appointments.hpp"
#include "kiosk/screens/parts.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

/// Whether the screen shows nothing that still holds while the server is away.
bool only_offers(const screen& present)
{
    const auto* of_appointment = std::get_if<appointment_screen>(&present);
    return (of_appointment && needs_server(*of_appointment)) || std::holds_alternative<at_home>(present) ||
           std::holds_alternative<choosing_class>(present) ||
           std::holds_alternative<choosing_service>(present);
}

bool is_away(const state& state)
{
    return state.unregistered || (!state.connected && only_offers(state.screen));
}

/// Whether the screen is one on which a citizen chooses, also the language.
bool switches_language(const state& state)
{
    const auto* of_appointment = std::get_if<appointment_screen>(&state.screen);
    const bool chooses = only_offers(state.screen) || (of_appointment && is_choice(*of_appointment));
    return is_away(state) || (chooses && !state.services.empty());
}

} // namespace

void draw(frame& frame, const state& state)
{
    frame.speak(state.language);
    frame.canvas.fill(frame.area(), colour::background);
    auto area = frame.area();
    draw_header(frame, area.cut_top(lies(frame) ? 132 : 202), state, switches_language(state));
    draw_footer(frame, area.cut_bottom(lies(frame) ? 56 : 104));
    area = area.inset(margin, lies(frame) ? 20 : space::large);
    if (is_away(state)) {
        return draw_away(frame, area, state);
    }
    if (state.services.empty()) {
        return draw_starting(frame, area);
    }
    std::visit(base::overloaded{
                   [&](const at_home&) { draw_home(frame, area, state); },
                   [&](const choosing_class&) { draw_classes(frame, area, state); },
                   [&](const choosing_service& chosen) { draw_services(frame, area, state, chosen); },
                   [&](const sending&) { draw_sending(frame, area, state); },
                   [&](const issued& shown) { draw_ticket(frame, area, state, shown); },
                   [&](const returning& shown) { draw_returning(frame, area, state, shown); },
                   [&](const refused& shown) { draw_refused(frame, area, state, shown); },
                   [&](const appointment_screen& shown) { draw_appointment(frame, area, state, shown); }},
               state.screen);
}

std::vector<text_style> letter_styles()
{
    return {{weight::bold, type::clock},    {weight::bold, type::title},
            {weight::bold, type::heading},  {weight::bold, type::subheading},
            {weight::bold, type::large},    {weight::medium, type::large},
            {weight::regular, type::large}, {weight::medium, type::body},
            {weight::medium, type::small},  {weight::regular, type::small},
            {weight::medium, type::least},  {weight::display, type::ticket_number}};
}

} // namespace motcua::kiosk
