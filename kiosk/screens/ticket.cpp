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

std::string ticket_wait_words(frame& f, const state& s, const ticket& t)
{
    const auto* known = find_service(s, t.service);
    if (known && !known->is_served) {
        return f.words("kiosk.ticket.unserved");
    }
    const auto wait = told(t.expected_wait);
    if (wait == told_wait{}) {
        return f.words("kiosk.ticket.soon");
    }
    const auto minutes = figure_text(wait.minutes, f.language());
    if (wait.hours == 0) {
        return f.words("kiosk.ticket.minutes", {{"n", minutes}});
    }
    const auto hours = figure_text(wait.hours, f.language());
    if (wait.minutes == 0) {
        return f.words("kiosk.ticket.hours", {{"n", hours}});
    }
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

/// The largest size of numbers that the room takes.
float number_size(const frame& f, const rect& r, std::string_view number)
{
    const bool wide = f.canvas.text_width(number, {weight::display, type::ticket_number}) > r.width;
    return wide || r.height < 190 ? type::counter_number : type::ticket_number;
}

/// The same on one line, for a low screen.
void low_fact(frame& f, const rect& r, std::string_view icon, std::string_view label, std::string_view value)
{
    f.canvas.fill(r, colour::blue_background, radius::normal);
    auto inside = r.inset(space::wide, 0);
    const auto taken = labelled_icon(f, inside, icon, label, {weight::medium, type::small, colour::ink_2});
    inside.cut_left(taken.width, space::normal);
    f.canvas.text(inside, value, {weight::bold, type::subheading, colour::navy},
                  {.across = across::right, .smallest = type::least});
}

void draw_number_card(frame& f, const rect& r, const state& s, const ticket& t)
{
    const bool low = lies(f);
    card(f, r, {.radius = radius::huge});
    auto inside = r.inset(low ? space::wide : space::huge, low ? space::wide : space::huge);
    const auto facts = inside.cut_bottom(low ? 132 : 156, low ? space::normal : space::large);
    f.canvas.text(inside.cut_top(low ? 52 : 60), f.words("kiosk.ticket.yours"),
                  {weight::semibold, type::heading, colour::ink_2}, {.across = across::centre});
    auto name = inside.cut_bottom(low ? 100 : 140);
    if (t.priority != "none") {
        const auto strip = inside.cut_bottom(low ? 52 : 64);
        const auto words = f.words("kiosk.ticket.priority");
        const float width = f.canvas.text_width(words, {weight::semibold, type::body}) + 1.6F * type::body;
        chip(f, {strip.x + (strip.width - width) / 2, strip.centre().y}, words, tone::priority, type::body);
    }
    f.canvas.text(inside, t.number, {weight::display, number_size(f, inside, t.number), colour::navy},
                  {.across = across::centre});
    f.canvas.text(name, service_name(s, t), {weight::bold, type::heading},
                  {.across = across::centre, .lines = 2, .smallest = type::body});
    const auto two = low ? rows(facts, 2, space::small) : columns(facts, 2, space::wide);
    const auto draw_fact = low ? low_fact : fact;
    draw_fact(f, two[0], "users", f.words("kiosk.ticket.ahead"),
              f.words("kiosk.ticket.people", {{"n", figure_text(t.ahead, f.language())}}));
    draw_fact(f, two[1], "clock", f.words("kiosk.ticket.wait"), ticket_wait_words(f, s, t));
}

/// What to do now: the bell beside the words, or above them in a high box.
void draw_invitation(frame& f, const rect& r, bool printed)
{
    f.canvas.fill(r, colour::gold, radius::huge);
    const bool above = lies(f);
    auto inside = r.inset(above ? space::wide : space::huge, space::large);
    constexpr float side = 120;
    if (above) {
        inside = inside.middle(inside.width, std::min(inside.height, 420.0F));
    }
    const auto bell = above ? inside.cut_top(side, space::small) : inside.cut_left(side, space::large);
    icon_tile(f, bell.middle(side, side), colour::ink, "bell", colour::gold);
    const auto side_of_text = above ? across::centre : across::left;
    f.canvas.text(inside.cut_top(above ? inside.height * 0.64F : inside.height / 2),
                  f.words("kiosk.ticket.invite"), {weight::bold, type::heading},
                  {.across = side_of_text,
                   .down = above ? down::middle : down::bottom,
                   .lines = 2,
                   .smallest = type::body});
    f.canvas.text(inside, f.words(printed ? "kiosk.ticket.take" : "kiosk.ticket.remember"),
                  {weight::medium, type::large}, {.across = side_of_text, .smallest = type::least});
}

} // namespace

void draw_ticket(frame& f, rect area, const state& s, const issued& shown)
{
    const bool low = lies(f);
    auto end = low ? area.cut_right(540, space::wide) : area;
    draw_countdown(f, end.cut_bottom(56, space::normal), s);
    draw_done_button(f, end.cut_bottom(low ? 112 : 128, space::wide), f.words("kiosk.done"), "check");
    if (low) {
        draw_number_card(f, area.middle(area.width, std::min(area.height, 640.0F)), s, shown.ticket);
        return draw_invitation(f, end, shown.printed);
    }
    area = end.middle(end.width, std::min(end.height, 1180.0F));
    const auto invitation = area.cut_bottom(240, space::large);
    draw_number_card(f, area, s, shown.ticket);
    draw_invitation(f, invitation, shown.printed);
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
    if (t.priority != "none") {
        line(f.words("kiosk.ticket.priority"), weight::bold);
    }
    line(f.words("kiosk.ticket.ahead") + ": " + figure_text(t.ahead, f.language()), weight::medium);
    line(f.words("kiosk.ticket.wait") + ": " + ticket_wait_words(f, s, t), weight::medium);
    line(f.words("kiosk.slip.issued", {{"time", clock_text(t.issued_at) + " " + date_text(t.issued_at)}}),
         weight::medium);
}

} // namespace motcua::kiosk
