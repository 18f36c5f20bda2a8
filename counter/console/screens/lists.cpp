#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;

namespace {

constexpr float title_height = 48, row_height = 86, low_row_height = 56;
/// Rows of held and of absent tickets that are seen at once.
constexpr std::size_t held_seen = 4, absent_seen = 2;

/// The first of `room` rows that are seen, so that the selected ticket is among them.
std::size_t first_seen(const std::vector<ticket>& list, const std::string& selected, std::size_t room)
{
    const auto at = std::ranges::find(list, selected, &ticket::id) - list.begin();
    const auto place = static_cast<std::size_t>(at);
    return place < list.size() && place >= room ? place - room + 1 : 0;
}

void draw_wait(frame& f, const rect& r, const state& s, const ticket& t)
{
    const bool late = is_late(s, t);
    const text_style style{late ? weight::bold : weight::medium, type::desk_small,
                           late ? colour::red : colour::ink_2};
    const auto words = minutes_text(f, waited(s, t));
    if (late) {
        labelled_icon(f, r, "clock", words, style, across::right);
    } else {
        f.canvas.text(r, words, style, {.across = across::right});
    }
}

/// What Return or a touch does with a ticket that does not wait.
void draw_hint(frame& f, const rect& r, const ticket& t)
{
    const bool held = t.state == protocol::ticket_state::held;
    labelled_icon(f, r, held ? "play" : "rotate-ccw", f.words(held ? "console.resume" : "console.return"),
                  {weight::semibold, type::desk_small, colour::navy}, across::right);
}

/// The priority in words, as the hint's row leaves no room for a chip.
void draw_priority(frame& f, const rect& r, const ticket& t)
{
    const std::string name = boost::describe::enum_to_string(t.priority, "");
    f.canvas.text(r, "★ " + f.words("console.priority." + name),
                  {weight::semibold, type::desk_small, colour::amber}, {.across = across::right});
}

bool is_marked(const ticket& t) { return t.priority != protocol::priority::none || t.has_appointment; }

/// Service, and what marks the ticket, in words; the chips may go on for `chips_room` beyond the rest.
void draw_description(frame& f, rect r, const state& s, const ticket& t, float chips_room)
{
    const bool marked = is_marked(t);
    const bool waits = t.state == protocol::ticket_state::waiting;
    if (marked && waits) {
        const auto line = r.cut_bottom(36);
        draw_chips(f, {line.x, line.y + 14}, line.width + chips_room, t, type::desk_least);
        r.cut_top(2);
    }
    const bool sent_here = waits && !t.reserved_for.empty();
    if (sent_here) {
        f.canvas.icon("arrow-left-right", r.cut_left(18, 6).centre(), 18, colour::navy);
    }
    f.canvas.text(r, service_name(f, s, t.service), {weight::medium, type::desk_small},
                  {.lines = 2, .leading = 1.2F, .ends_early = true});
}

void draw_row(frame& f, const rect& r, const state& s, const ticket& t)
{
    const ui::action pick{"pick", t.id};
    const auto place = r.inset(-14, 0);
    f.touch(place, pick);
    const bool selected = t.id == s.selected;
    auto inside = list_row(f, place, selected || f.pressed(pick), 14);
    if (selected) {
        f.canvas.outline(place.inset(0, 1), colour::navy, 2, radius::small);
    }
    f.canvas.text(inside.cut_left(90, space::tiny), t.number, {weight::bold, type::body, colour::navy},
                  {.smallest = type::desk});
    const bool waits = t.state == protocol::ticket_state::waiting;
    auto right = inside.cut_right(waits ? 98 : 122, space::hair);
    const bool many_chips = waits && is_marked(t) && chips_width(f, t, type::desk_least) > inside.width;
    // More than one chip takes the lower part of the row to its end.
    if (many_chips) {
        right.cut_bottom(34);
    }
    if (!waits && t.priority != protocol::priority::none) {
        draw_priority(f, right.cut_bottom(26), t);
    }
    waits ? draw_wait(f, right, s, t) : draw_hint(f, right, t);
    draw_description(f, inside, s, t, many_chips ? right.right() - inside.right() : 0);
}

std::string people_text(frame& f, std::size_t n)
{
    return f.words("console.people", {{"n", std::to_string(n)}});
}

/// A heading with its count and at most `most` rows; cuts itself off the top of `area`. The first row's
/// place.
std::size_t draw_section(frame& f, rect& area, const state& s, const std::vector<ticket>& list,
                         std::string_view title, std::string_view count, std::size_t most, float row)
{
    auto head = area.cut_top(title_height);
    f.canvas.text(head.cut_right(120), count, {weight::semibold, type::desk, colour::ink_2},
                  {.across = across::right});
    f.canvas.text(head, title, {weight::bold, type::desk_large});
    const auto room = std::min(list.size(), most);
    const auto first = first_seen(list, s.selected, room);
    for (std::size_t i = 0; i < room; ++i) {
        draw_row(f, area.cut_top(row), s, list[first + i]);
    }
    return first;
}

/// How many more there are, or which of them are seen once rows above are hidden too.
std::string rest_text(frame& f, std::size_t first, std::size_t shown, std::size_t all)
{
    if (first == 0) {
        return f.words("console.waiting.more", {{"n", std::to_string(all - shown)}});
    }
    return std::to_string(first + 1) + "–" + std::to_string(first + shown) + " / " + std::to_string(all);
}

void draw_waiting(frame& f, rect area, const state& s)
{
    const auto room =
        std::max(std::size_t{2}, static_cast<std::size_t>((area.height - title_height) / row_height));
    const bool all = s.waiting.size() <= room;
    const auto shown = all ? room : room - 1;
    const auto count = knows_queue(s) ? people_text(f, s.waiting.size()) : "–";
    const auto first =
        draw_section(f, area, s, s.waiting, f.words("console.waiting"), count, shown, row_height);
    const text_style calm{weight::medium, type::desk_small, colour::ink_2};
    const bool closed = s.counter.state == protocol::counter_state::closed;
    if (s.waiting.empty()) {
        f.canvas.text(area.cut_top(std::min(area.height, 120.0F)),
                      f.words(closed ? "console.waiting.closed" : "console.waiting.nobody"), calm,
                      {.across = across::centre, .lines = 3});
    } else if (!all) {
        f.canvas.text(area.cut_top(std::min(area.height, row_height)),
                      rest_text(f, first, shown, s.waiting.size()), calm, {.across = across::centre});
    }
}

} // namespace

void draw_lists(frame& f, const rect& r, const state& s)
{
    card(f, r, {.radius = radius::large});
    auto area = r.inset(space::wide, space::small);
    if (!s.held.empty()) {
        draw_section(f, area, s, s.held, f.words("console.held"), people_text(f, s.held.size()), held_seen,
                     low_row_height);
        area.cut_top(space::tiny);
    }
    if (!s.absent.empty()) {
        const auto shown = static_cast<float>(std::min(s.absent.size(), absent_seen));
        auto below = area.cut_bottom(title_height + low_row_height * shown, space::tiny);
        draw_section(f, below, s, s.absent, f.words("console.absent"), people_text(f, s.absent.size()),
                     absent_seen, low_row_height);
    }
    draw_waiting(f, area, s);
}

} // namespace motcua::counter::console
