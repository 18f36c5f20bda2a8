#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/screens.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

void priority_bar(frame& f, const rect& r)
{
    const action a{"priority"};
    f.touch(r, a);
    f.canvas.shadow(r, radius::large);
    f.canvas.fill(r, f.pressed(a) ? colour::gold_light : colour::gold, radius::large);
    auto inside = r.inset(space::wide, 0);
    icon_tile(f, inside.cut_left(96, space::wide).middle(96, 96), colour::ink, "accessibility", colour::gold);
    f.canvas.icon("chevron-right", inside.cut_right(48, space::normal).centre(), 48, colour::ink);
    auto block = inside.middle(inside.width, 104);
    f.canvas.text(block.cut_top(56), f.words("kiosk.priority"), {weight::bold, type::heading});
    f.canvas.text(block, f.words("kiosk.priority.who"), {weight::medium, type::small},
                  {.smallest = type::least});
}

} // namespace

void draw_home(frame& f, rect area, const state& s)
{
    draw_heading(f, area, f.words("kiosk.welcome"), f.words("kiosk.choose"), s);
    priority_bar(f, area.cut_bottom(148, space::large));
    draw_service_cards(f, area, s);
}

void draw_services(frame& f, rect area, const state& s, const choosing_service& chosen)
{
    draw_heading(f, area, f.words("kiosk.service.priority"), f.words("kiosk.priority.checked"), s);
    const auto label = f.words("kiosk.priority.service", {{"class", f.words("priority." + chosen.priority)}});
    auto strip = area.cut_top(88, space::wide);
    f.canvas.fill(strip, colour::gold, radius::normal);
    strip = strip.inset(space::wide, 0);
    labelled_icon(f, strip, "accessibility", label, {weight::bold, type::subheading});
    draw_back_button(f, area);
    draw_service_cards(f, area, s);
}

} // namespace motcua::kiosk
