#include "counter/hall/screen.hpp"
#include "ui/format.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace motcua::counter::hall {

using namespace ui;

namespace {

std::string service_name(const frame& f, const state& s, const std::string& code)
{
    for (const auto& known : s.services)
        if (known.code == code) return f.language() == "en" ? known.name_en : known.name;
    return code;
}

void draw_large(frame& f, const rect& r, const state& s)
{
    f.canvas.fill(r, colour::gold, radius::huge);
    auto inside = r.inset(space::huge, space::wide);
    if (!s.large)
        return void(f.canvas.text(inside, f.words("hall.nobody"), {weight::bold, type::title},
                                  {.across = across::centre}));
    auto top = inside.cut_top(56);
    f.canvas.text(top.cut_right(700), service_name(f, s, s.large->service), {weight::bold, type::heading},
                  {.across = across::right, .smallest = type::desk});
    f.canvas.text(top, f.words("hall.calling"), {weight::bold, type::heading});
    const auto box = inside.cut_right(330, space::wide);
    const bool wide =
        f.canvas.text_width(s.large->number, {weight::display, type::hall_number}) > inside.width;
    f.canvas.text(inside, s.large->number, {weight::display, wide ? type::ticket_number : type::hall_number},
                  {
                      .leading = 1,
                  });
    f.canvas.fill(box, colour::ink, radius::large);
    auto lines = box.inset(space::normal);
    f.canvas.text(lines.cut_top(60), f.words("hall.counter"), {weight::bold, type::heading, colour::gold},
                  {.across = across::centre});
    f.canvas.text(lines, s.large->counter, {weight::display, type::counter_number, colour::white},
                  {.across = across::centre, .leading = 1});
}

void draw_past(frame& f, const rect& r, const state& s)
{
    const auto lines = rows(r, 4, space::tiny);
    for (std::size_t i = 0; i < std::min(lines.size(), s.past.size()); ++i) {
        const auto& c = s.past[i];
        f.canvas.fill(lines[i], i % 2 ? colour::hall_row_b : colour::hall_row_a, radius::normal);
        auto inside = lines[i].inset(space::huge, 0);
        f.canvas.text(inside.cut_left(330), c.number, {weight::bold, type::history_number, colour::white},
                      {.leading = 1});
        f.canvas.text(inside.cut_right(130), c.counter, {weight::bold, type::history_number, colour::gold},
                      {.across = across::right, .leading = 1});
        f.canvas.text(inside.cut_right(160), f.words("hall.counter"),
                      {weight::medium, type::heading, colour::white}, {.across = across::right});
        f.canvas.text(inside, service_name(f, s, c.service), {weight::medium, type::heading, colour::white},
                      {.smallest = type::desk});
    }
}

void draw_waiting(frame& f, const rect& r, const state& s)
{
    card(f, r, {.radius = radius::huge});
    auto inside = r.inset(space::large, space::wide);
    f.canvas.text(inside.cut_top(64, space::tiny), f.words("hall.waiting"), {weight::bold, type::subheading},
                  {.smallest = type::least});
    const std::size_t shown = std::min<std::size_t>(s.services.size(), 8);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& one = s.services[i];
        auto line = inside.cut_top(80);
        f.canvas.fill({line.x, line.y, line.width, 2}, colour::line);
        letter_tile(f, line.cut_left(56, space::normal).middle(56, 56),
                    colour::tiles[i % colour::tiles.size()], one.code);
        f.canvas.text(line.cut_right(150),
                      f.words("wait.minutes", {{"n", std::to_string(minutes_of(one.expected_wait))}}),
                      {weight::medium, type::body, colour::ink_2}, {.across = across::right});
        f.canvas.text(line.cut_right(80), std::to_string(one.waiting), {weight::bold, type::subheading},
                      {.across = across::right});
        f.canvas.text(line, f.language() == "en" ? one.name_en : one.name, {weight::semibold, type::small},
                      {.lines = 2, .smallest = type::desk});
    }
}

} // namespace

void draw(frame& f, const state& s)
{
    f.canvas.fill(f.area(), colour::hall);
    auto area = f.area();
    header_look look{.title = s.office, .scale = 0.64F};
    if (s.time) {
        look.clock = clock_text(*s.time);
        look.date =
            f.words("date", {{"weekday", f.words(weekday_key(*s.time))}, {"date", date_text(*s.time)}});
    }
    header(f, area.cut_top(129), look);
    area = area.inset(40, space::large);
    if (s.stale)
        banner(f, area.cut_bottom(72, space::wide), tone::alert, "wifi-off", f.words("connection.lost"),
               type::body);
    draw_waiting(f, area.cut_right(580, space::large), s);
    draw_large(f, area.cut_top(370, space::normal), s);
    draw_past(f, area, s);
}

} // namespace motcua::counter::hall
