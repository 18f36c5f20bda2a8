#include "kiosk/screens/appointments.hpp"
#include "kiosk/screens/screens.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

/// Of the button that turns pages, in the strip of a lying screen: its label takes two lines.
constexpr float more_width = 316;

/// The width of the bar without the line about its users.
float short_bar_width(frame& frame)
{
    const float label =
        frame.canvas.text_width(frame.words("kiosk.priority"), {weight::bold, type::subheading});
    return space::small + 72 + space::normal + label + space::wide + space::small;
}

/// `explained`: with a line about its users.
void priority_bar(frame& frame, const rect& bounds, const state& state, bool explained)
{
    const auto choose = on(tapped_priority{});
    frame.touch(bounds, choose);
    frame.canvas.shadow(bounds, radius::large);
    frame.canvas.fill(bounds, frame.pressed(choose) ? colour::gold_light : colour::gold, radius::large);
    auto inside = bounds.inset(explained ? space::wide : space::small, 0);
    const float side = explained ? 96 : 72;
    icon_tile(frame, inside.cut_left(side, explained ? space::wide : space::normal).middle(side, side),
              colour::ink, "accessibility", colour::gold);
    const text_style name{weight::bold, explained ? type::heading : type::subheading};
    if (!explained) {
        frame.canvas.text(inside, frame.words("kiosk.priority"), name);
        return;
    }
    frame.canvas.icon("chevron-right", inside.cut_right(48, space::normal).centre(), 48, colour::ink);
    auto block = inside.middle(inside.width, 104);
    frame.canvas.text(block.cut_top(56), frame.words("kiosk.priority"), name);
    const auto who = frame.words("kiosk.priority.who", {{"age", std::to_string(state.office.elderly_age)}});
    frame.canvas.text(block, who, {weight::medium, type::small}, {.smallest = type::least});
}

void draw_home_lying(frame& frame, rect area, const state& state)
{
    auto strip = cut_heading_strip(frame, area);
    if (state.office.priority) {
        priority_bar(frame, strip.cut_right(short_bar_width(frame), space::wide), state, false);
    }
    draw_appointment_entries(frame, area, state);
    const auto shown = page_of_services(frame, area, state);
    if (shown.pages > 1) {
        draw_more_button(frame, strip.cut_right(more_width, space::wide), shown);
    }
    draw_title(frame, strip, frame.words("kiosk.welcome"), frame.words("kiosk.choose"));
    draw_service_cards(frame, area, state, shown);
}

/// What kind of ticket is being taken, as a strip of gold.
void class_strip(frame& frame, const rect& bounds, const state& state, const choosing_service& chosen)
{
    frame.canvas.fill(bounds, colour::gold, radius::normal);
    const auto label =
        frame.words("kiosk.priority.service", {{"class", class_words(frame, state, chosen.priority)}});
    auto inside = bounds.inset(space::wide, space::tiny);
    frame.canvas.icon("accessibility", inside.cut_left(48, space::normal).centre(), 48, colour::ink);
    frame.canvas.text(inside, label, {weight::bold, type::subheading},
                      {.lines = 2, .smallest = type::body, .leading = 1.25F});
}

void draw_services_lying(frame& frame, rect area, const state& state, const choosing_service& chosen)
{
    auto strip = cut_heading_strip(frame, area);
    draw_back_button(frame, strip.cut_right(240, space::wide));
    const auto shown = page_of_services(frame, area, state);
    if (shown.pages > 1) {
        draw_more_button(frame, strip.cut_right(more_width, space::wide), shown);
    }
    class_strip(frame, strip, state, chosen);
    draw_service_cards(frame, area, state, shown);
}

} // namespace

void draw_home(frame& frame, rect area, const state& state)
{
    if (lies(frame)) {
        return draw_home_lying(frame, area, state);
    }
    draw_heading(frame, area, frame.words("kiosk.welcome"), frame.words("kiosk.choose"), state);
    draw_appointment_entries(frame, area, state);
    if (state.office.priority) {
        priority_bar(frame, area.cut_bottom(148, space::large), state, true);
    }
    draw_service_cards(frame, area, state, page_of_services(frame, area, state));
}

void draw_services(frame& frame, rect area, const state& state, const choosing_service& chosen)
{
    if (lies(frame)) {
        return draw_services_lying(frame, area, state, chosen);
    }
    draw_heading(frame, area, frame.words("kiosk.service.priority"), frame.words("kiosk.priority.checked"),
                 state);
    class_strip(frame, area.cut_top(88, space::wide), state, chosen);
    draw_back_button(frame, area.cut_bottom(128, space::wide));
    draw_service_cards(frame, area, state, page_of_services(frame, area, state));
}

} // namespace motcua::kiosk
