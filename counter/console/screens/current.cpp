#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"
#include "ui/format.hpp"

namespace motcua::counter::console {

using namespace ui;
using protocol::counter_state;
using protocol::ticket_state;

namespace {

/// A label and its value under it; cuts itself and a gap of `below` off the top of `column`.
void fact(frame& f, rect& column, std::string_view label, std::string_view value, float below,
          sf::Color ink = colour::ink)
{
    const text_style style{weight::semibold, type::desk_large, ink};
    f.canvas.text(column.cut_top(24), label, {weight::medium, type::desk_small, colour::ink_2});
    const bool one_line = f.canvas.text_width(value, style) <= column.width;
    f.canvas.text(column.cut_top(one_line ? 32 : 65, below), value, style,
                  {.down = down::top,
                   .lines = 3,
                   .smallest = type::desk_small,
                   .leading = one_line ? 1.3F : 1.2F,
                   .ends_early = true});
}

void draw_facts(frame& f, rect r, const state& s, const ticket& t)
{
    f.canvas.fill({r.x, r.y, 2, r.height}, colour::line);
    r.cut_left(space::wide);
    fact(f, r, f.words("console.service"), service_name(f, s, t.service), space::normal);
    fact(f, r, f.words("console.issued"), clock_text(t.issued_at), space::normal);
    const bool late = is_late(s, t);
    const auto ink = late ? colour::red : colour::ink;
    fact(f, r, f.words("console.waited"), minutes_text(f, waited(s, t)), 0, ink);
    const auto* known = find_service(s, t.service);
    if (!known || known->target.count() == 0) {
        return;
    }
    const auto target = f.words(late ? "console.target.missed" : "console.target",
                                {{"wait", minutes_text(f, known->target)}});
    f.canvas.text(r.cut_top(24), target,
                  {weight::medium, type::desk_small, late ? colour::red : colour::ink_2},
                  {.smallest = type::desk_least});
}

void draw_ticket(frame& f, const rect& r, const state& s, const ticket& t)
{
    const bool serving = t.state == ticket_state::serving;
    const auto accent = serving ? colour::green : colour::navy;
    auto inside = r.inset(28, space::wide);
    draw_facts(f, inside.cut_right(270, space::normal), s, t);
    labelled_icon(f, inside.cut_top(28), serving ? "user-check" : "megaphone",
                  f.words(serving ? "console.serving" : "console.called"),
                  {weight::bold, type::desk_large, accent});
    const auto since = serving ? t.served_from : t.called_at;
    auto clock = inside.cut_bottom(44);
    if (since && s.time) {
        const auto elapsed = elapsed_text(*s.time - *since);
        const text_style style{weight::bold, type::heading};
        const float width = elapsed.size() > 5 ? 168 : 122;
        f.canvas.timer(clock.cut_left(width, space::tiny), elapsed, style);
        f.canvas.text(clock, f.words(serving ? "console.serving.time" : "console.called.time"),
                      {weight::medium, type::desk_small, colour::ink_2});
    }
    const auto chips = inside.cut_bottom(48);
    draw_chips(f, {chips.x, chips.centre().y}, chips.width, t, type::desk_small);
    const bool wide = f.canvas.text_width(t.number, {weight::display, type::counter_number}) > inside.width;
    f.canvas.text(inside, t.number,
                  {weight::display, wide ? type::history_number : type::counter_number, colour::navy},
                  {.leading = 1});
}

struct reason
{
    std::string_view icon;
    std::string_view title;
    std::string_view body;
};

/// What a chip says of a ticket.
struct mark
{
    std::string words;
    tone shown;
};

std::vector<mark> marks_of(frame& f, const ticket& t)
{
    std::vector<mark> all;
    const std::string priority = boost::describe::enum_to_string(t.priority, "");
    if (t.priority != protocol::priority::none) {
        all.push_back({"★ " + f.words("console.priority." + priority), tone::priority});
    }
    if (t.has_appointment) {
        all.push_back({f.words("console.appointment"), tone::information});
    }
    if (t.calls > 1 && t.state == ticket_state::called) {
        all.push_back({f.words("console.calls", {{"n", std::to_string(t.calls)}}), tone::neutral});
    }
    return all;
}

float chip_width(const frame& f, const mark& m, float size)
{
    return f.canvas.text_width(m.words, {weight::semibold, size}) + size * 1.6F;
}

/// Why nobody is at the counter, and what to do about it.
reason reason_of(const state& s)
{
    if (s.counter.state == counter_state::closed) {
        return {"moon", "console.empty.closed", "console.empty.closed.do"};
    }
    if (s.counter.state == counter_state::paused) {
        return {"circle-pause", "console.empty.paused", "console.empty.paused.do"};
    }
    if (s.waiting.empty()) {
        return {"circle-check", "console.empty.nobody", "console.empty.nobody.do"};
    }
    return {"users", "console.empty", "console.empty.do"};
}

} // namespace

void draw_current(frame& f, const rect& r, const state& s)
{
    card(f, r, {.radius = radius::large});
    if (s.current) {
        return draw_ticket(f, r, s, *s.current);
    }
    const auto why = reason_of(s);
    auto inside = r.inset(space::huge, 0);
    inside = inside.middle(inside.width, 96 + space::normal + 44 + space::hair + 60);
    const auto emblem = inside.cut_top(96, space::normal).centre();
    f.canvas.disc(emblem, 96, colour::blue_background);
    f.canvas.icon(why.icon, emblem, 48, colour::navy);
    f.canvas.text(inside.cut_top(44, space::hair), f.words(why.title),
                  {weight::bold, type::large, colour::navy}, {.across = across::centre});
    f.canvas.text(inside, f.words(why.body), {weight::medium, type::desk, colour::ink_2},
                  {.across = across::centre, .down = down::top, .lines = 2, .smallest = type::desk_small});
}

std::string service_name(const frame& f, const state& s, const std::string& code)
{
    const auto* known = find_service(s, code);
    if (!known) {
        return code;
    }
    return f.language() == "en" ? known->name_en : known->name;
}

float chips_width(frame& f, const ticket& t, float size)
{
    float width = 0;
    for (const auto& m : marks_of(f, t)) {
        width += chip_width(f, m, size) + (width > 0 ? space::tiny : 0);
    }
    return width;
}

void draw_chips(frame& f, point at, float width, const ticket& t, float size)
{
    const float end = at.x + width;
    for (const auto& m : marks_of(f, t)) {
        if (at.x + chip_width(f, m, size) > end + 1) {
            f.canvas.complain("no room for the chip " + m.words);
        } else {
            at.x = chip(f, at, m.words, m.shown, size).right() + space::tiny;
        }
    }
}

std::string minutes_text(frame& f, std::chrono::seconds wait)
{
    return f.words("console.minutes", {{"n", figure_text(elapsed_minutes(wait), f.language())}});
}

bool knows_queue(const state& s)
{
    return s.counter.state != counter_state::closed || !s.counter.services.empty() || !s.waiting.empty();
}

bool is_late(const state& s, const ticket& t)
{
    const auto* known = find_service(s, t.service);
    return known && known->target.count() > 0 && waited(s, t) > known->target;
}

} // namespace motcua::counter::console
