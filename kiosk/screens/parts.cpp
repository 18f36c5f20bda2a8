#include "kiosk/screens/parts.hpp"
#include "kiosk/limits.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

void draw_header(frame& f, const rect& r, const state& s)
{
    header_look look{.title = name_in(s.office.name, s.language)};
    if (look.title.empty()) look.title = f.words("kiosk.header");
    if (s.time) {
        look.clock = clock_text(*s.time);
        look.date =
            f.words("date", {{"weekday", f.words(weekday_key(*s.time))}, {"date", date_text(*s.time)}});
    }
    header(f, r, look);
}

void draw_footer(frame& f, const rect& r)
{
    f.canvas.fill(r, colour::white);
    f.canvas.fill({r.x, r.y, r.width, 2}, colour::line);
    labelled_icon(f, r.inset(margin, 0), "info", f.words("kiosk.help"),
                  {weight::medium, type::body, colour::ink_2}, across::centre);
}

void draw_heading(frame& f, rect& area, std::string_view title, std::string_view hint, const state& s)
{
    auto strip = area.cut_top(124, space::wide);
    const auto& words = f.canvas.assets().words();
    std::vector<choice> choices;
    float width = 0;
    for (const auto& code : words.languages()) {
        const auto* name = words.find(code, "language.name");
        choices.push_back({name ? *name : code, {"language", code}, code == s.language});
        width += f.canvas.text_width(choices.back().label, {weight::bold, type::large}) + 44;
    }
    segmented(f, strip.cut_right(width, space::wide).inset(0, 14), choices, type::large);
    if (!hint.empty()) {
        f.canvas.text(strip.cut_bottom(52), hint, {weight::regular, type::large, colour::ink_2},
                      {.smallest = type::least});
    }
    f.canvas.text(strip, title, {weight::bold, type::title}, {.smallest = type::large});
}

void draw_notice(frame& f, const rect& r, std::string_view icon, sf::Color ink, std::string_view title,
                 std::string_view body)
{
    const auto place = r.middle(r.width, std::min(r.height, 860.0F));
    card(f, place, {.radius = radius::huge});
    constexpr float emblem_side = 200, title_height = 150, body_height = 200;
    auto inside = place.inset(space::vast, space::vast);
    inside =
        inside.middle(inside.width, emblem_side + space::huge + title_height + space::normal + body_height);
    const auto emblem = inside.cut_top(emblem_side, space::huge).centre();
    f.canvas.disc(emblem, emblem_side, colour::blue_background);
    f.canvas.icon(icon, emblem, 104, ink);
    f.canvas.text(inside.cut_top(title_height, space::normal), title, {weight::bold, type::title, ink},
                  {.across = across::centre, .lines = 2, .smallest = type::subheading});
    f.canvas.text(
        inside, body, {weight::regular, type::subheading, colour::ink_2},
        {.across = across::centre, .down = down::top, .lines = 5, .smallest = type::body, .leading = 1.4F});
}

void draw_bottom_button(frame& f, rect& area, const button_look& look, const action& a)
{
    button(f, area.cut_bottom(128, space::wide), look, a);
}

void draw_back_button(frame& f, rect& area)
{
    draw_bottom_button(f, area,
                       {.label = f.words("kiosk.back"),
                        .icon = "arrow-left",
                        .kind = button_kind::outlined,
                        .size = type::subheading},
                       {"back"});
}

void draw_countdown(frame& f, const rect& r, const state& s)
{
    auto inside = r;
    f.canvas.text(inside.cut_top(40, space::tiny),
                  f.words("kiosk.home_in", {{"n", std::to_string(s.home_in.count())}}),
                  {weight::regular, type::small, colour::ink_2}, {.across = across::centre});
    const auto share = static_cast<float>(s.home_in.count()) / static_cast<float>(limits::shown.count());
    progress(f, inside.middle(360, 8), share, colour::border);
}

} // namespace motcua::kiosk
