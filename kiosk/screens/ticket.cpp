#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/screens.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

const service* find_service(const state& s, const std::string& code)
{
    const auto found =
        std::find_if(s.services.begin(), s.services.end(), [&](const auto& o) { return o.code == code; });
    return found == s.services.end() ? nullptr : &*found;
}

std::string service_name(const state& s, const ticket& t)
{
    const auto* known = find_service(s, t.service);
    return known ? name_in(known->name, s.language) : t.service;
}

std::string wait_words(frame& f, const state& s, const ticket& t)
{
    const auto* known = find_service(s, t.service);
    if (known && !known->is_served) return f.words("kiosk.ticket.unserved");
    const auto wait = told(t.expected_wait);
    if (wait == told_wait{}) return f.words("kiosk.ticket.soon");
    const auto minutes = figure_text(wait.minutes, f.language());
    if (wait.hours == 0) return f.words("kiosk.ticket.minutes", {{"n", minutes}});
    const auto hours = figure_text(wait.hours, f.language());
    if (wait.minutes == 0) return f.words("kiosk.ticket.hours", {{"n", hours}});
    return f.words("kiosk.ticket.hours_minutes", {{"h", hours}, {"n", minutes}});
}

void fact(frame& f, const rect& r, std::string_view icon, std::string_view label, std::string_view value)
{
    f.canvas.fill(r, colour::blue_background, radius::normal);
    auto inside = r.inset(space::wide, space::normal);
    inside = inside.middle(inside.width, 112);
    labelled_icon(f, inside.cut_top(48, space::tiny), icon, label,
                  {weight::medium, type::small, colour::ink_2}, across::centre);
    f.canvas.text(inside, value, {weight::bold, type::subheading, colour::navy},
                  {.across = across::centre, .smallest = type::least});
}

void draw_number_card(frame& f, const rect& r, const state& s, const ticket& t)
{
    card(f, r, {.radius = radius::huge});
    auto inside = r.inset(space::huge, space::huge);
    auto facts = inside.cut_bottom(156, space::large);
    f.canvas.text(inside.cut_top(60), f.words("kiosk.ticket.yours"),
                  {weight::semibold, type::heading, colour::ink_2}, {.across = across::centre});
    auto name = inside.cut_bottom(140);
    if (t.priority != "none") {
        const auto strip = inside.cut_bottom(64);
        const auto words = f.words("kiosk.ticket.priority");
        const float width = f.canvas.text_width(words, {weight::semibold, type::body}) + 1.6F * type::body;
        chip(f, {strip.x + (strip.width - width) / 2, strip.centre().y}, words, tone::priority, type::body);
    }
    const float size = f.canvas.text_width(t.number, {weight::display, type::ticket_number}) > inside.width
                           ? type::counter_number
                           : type::ticket_number;
    f.canvas.text(inside, t.number, {weight::display, size, colour::navy}, {.across = across::centre});
    f.canvas.text(name, service_name(s, t), {weight::bold, type::heading},
                  {.across = across::centre, .lines = 2, .smallest = type::body});
    const auto two = columns(facts, 2, space::wide);
    fact(f, two[0], "users", f.words("kiosk.ticket.ahead"),
         f.words("kiosk.ticket.people", {{"n", figure_text(t.ahead, f.language())}}));
    fact(f, two[1], "clock", f.words("kiosk.ticket.wait"), wait_words(f, s, t));
}

} // namespace

void draw_ticket(frame& f, rect area, const state& s, const issued& shown)
{
    draw_countdown(f, area.cut_bottom(56, space::normal), s);
    draw_bottom_button(
        f, area,
        {.label = f.words("kiosk.done"), .icon = "check", .size = type::heading, .radius = radius::large},
        {"done"});
    area = area.middle(area.width, std::min(area.height, 1180.0F));
    auto invitation = area.cut_bottom(240, space::large);
    draw_number_card(f, area, s, shown.ticket);
    f.canvas.fill(invitation, colour::gold, radius::huge);
    invitation = invitation.inset(space::huge, space::large);
    icon_tile(f, invitation.cut_left(120, space::large).middle(120, 120), colour::ink, "bell", colour::gold);
    f.canvas.text(invitation.cut_top(invitation.height / 2), f.words("kiosk.ticket.invite"),
                  {weight::bold, type::heading}, {.down = down::bottom, .lines = 2, .smallest = type::body});
    f.canvas.text(invitation, f.words(shown.printed ? "kiosk.ticket.take" : "kiosk.ticket.remember"),
                  {weight::medium, type::large}, {.smallest = type::least});
}

void draw_slip(frame& f, const state& s, const ticket& t)
{
    const auto black = sf::Color::Black;
    f.canvas.fill(f.area(), colour::white);
    auto paper = f.area().inset(space::wide, space::large);
    f.canvas.text(paper.cut_top(84, space::normal), name_in(s.office.name, s.language),
                  {weight::bold, type::body, black},
                  {.across = across::centre, .lines = 2, .smallest = type::desk});
    f.canvas.text(paper.cut_top(52), f.words("kiosk.ticket.yours"), {weight::semibold, type::body, black},
                  {.across = across::centre});
    f.canvas.text(paper.cut_top(160), t.number, {weight::display, type::counter_number, black},
                  {.across = across::centre});
    f.canvas.text(paper.cut_top(100, space::tiny), service_name(s, t),
                  {weight::bold, type::subheading, black},
                  {.across = across::centre, .lines = 2, .smallest = type::desk});
    const auto line = [&](const std::string& words, weight w) {
        f.canvas.text(paper.cut_top(44), words, {w, type::small, black},
                      {.across = across::centre, .smallest = type::desk});
    };
    if (t.priority != "none") line(f.words("kiosk.ticket.priority"), weight::bold);
    line(f.words("kiosk.ticket.ahead") + ": " + figure_text(t.ahead, f.language()), weight::medium);
    line(f.words("kiosk.ticket.wait") + ": " + wait_words(f, s, t), weight::medium);
    line(f.words("kiosk.slip.issued", {{"time", clock_text(t.issued_at) + " " + date_text(t.issued_at)}}),
         weight::medium);
}

} // namespace motcua::kiosk
