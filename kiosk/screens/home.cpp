#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/screens.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

/// Of the button that turns pages, in the strip of a lying screen: its label takes two lines.
constexpr float more_width = 316;

/// What the bar takes without the words for whom it is.
float short_bar_width(frame& f)
{
    const float label = f.canvas.text_width(f.words("kiosk.priority"), {weight::bold, type::subheading});
    return space::small + 72 + space::normal + label + space::wide + space::small;
}

/// `told`: also for whom.
void priority_bar(frame& f, const rect& r, bool told)
{
    const action a{"priority"};
    f.touch(r, a);
    f.canvas.shadow(r, radius::large);
    f.canvas.fill(r, f.pressed(a) ? colour::gold_light : colour::gold, radius::large);
    auto inside = r.inset(told ? space::wide : space::small, 0);
    const float side = told ? 96 : 72;
    icon_tile(f, inside.cut_left(side, told ? space::wide : space::normal).middle(side, side), colour::ink,
              "accessibility", colour::gold);
    const text_style name{weight::bold, told ? type::heading : type::subheading};
    if (!told) {
        f.canvas.text(inside, f.words("kiosk.priority"), name);
        return;
    }
    f.canvas.icon("chevron-right", inside.cut_right(48, space::normal).centre(), 48, colour::ink);
    auto block = inside.middle(inside.width, 104);
    f.canvas.text(block.cut_top(56), f.words("kiosk.priority"), name);
    f.canvas.text(block, f.words("kiosk.priority.who"), {weight::medium, type::small},
                  {.smallest = type::least});
}

void draw_home_lying(frame& f, rect area, const state& s)
{
    auto strip = cut_heading_strip(f, area);
    priority_bar(f, strip.cut_right(short_bar_width(f), space::wide), false);
    const auto shown = page_of_services(f, area, s);
    if (shown.pages > 1) {
        draw_more_button(f, strip.cut_right(more_width, space::wide), shown);
    }
    draw_title(f, strip, f.words("kiosk.welcome"), f.words("kiosk.choose"));
    draw_service_cards(f, area, s, shown);
}

/// What kind of ticket is being taken, as a strip of gold.
void class_strip(frame& f, const rect& r, const choosing_service& chosen)
{
    f.canvas.fill(r, colour::gold, radius::normal);
    const auto label = f.words("kiosk.priority.service", {{"class", f.words("priority." + chosen.priority)}});
    auto inside = r.inset(space::wide, space::tiny);
    f.canvas.icon("accessibility", inside.cut_left(48, space::normal).centre(), 48, colour::ink);
    f.canvas.text(inside, label, {weight::bold, type::subheading},
                  {.lines = 2, .smallest = type::body, .leading = 1.25F});
}

void draw_services_lying(frame& f, rect area, const state& s, const choosing_service& chosen)
{
    auto strip = cut_heading_strip(f, area);
    draw_back_button(f, strip.cut_right(240, space::wide));
    const auto shown = page_of_services(f, area, s);
    if (shown.pages > 1) {
        draw_more_button(f, strip.cut_right(more_width, space::wide), shown);
    }
    class_strip(f, strip, chosen);
    draw_service_cards(f, area, s, shown);
}

} // namespace

void draw_home(frame& f, rect area, const state& s)
{
    if (lies(f)) {
        return draw_home_lying(f, area, s);
    }
    draw_heading(f, area, f.words("kiosk.welcome"), f.words("kiosk.choose"), s);
    priority_bar(f, area.cut_bottom(148, space::large), true);
    draw_service_cards(f, area, s, page_of_services(f, area, s));
}

void draw_services(frame& f, rect area, const state& s, const choosing_service& chosen)
{
    if (lies(f)) {
        return draw_services_lying(f, area, s, chosen);
    }
    draw_heading(f, area, f.words("kiosk.service.priority"), f.words("kiosk.priority.checked"), s);
    class_strip(f, area.cut_top(88, space::wide), chosen);
    draw_back_button(f, area.cut_bottom(128, space::wide));
    draw_service_cards(f, area, s, page_of_services(f, area, s));
}

} // namespace motcua::kiosk
