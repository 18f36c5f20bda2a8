#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;

namespace {

constexpr float title_height = 48, row_height = 86, low_row_height = 56;
/// Rows of held tickets and of no-shows that are seen at once.
constexpr std::size_t held_seen = 4, no_shows_seen = 2;

/// The first of `room` rows that are seen, so that the selected ticket is among them.
std::size_t first_seen(const std::vector<ticket>& list, const std::string& selected, std::size_t room)
{
    const auto at = std::ranges::find(list, selected, &ticket::id) - list.begin();
    const auto place = static_cast<std::size_t>(at);
    return place < list.size() && place >= room ? place - room + 1 : 0;
}

void draw_wait(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const bool late = is_late(state, ticket);
    const text_style style{late ? weight::bold : weight::medium, type::console_small,
                           late ? colour::red : colour::ink_2};
    const auto words = minutes_text(frame, waited(state, ticket));
    if (late) {
        labelled_icon(frame, bounds, "clock", words, style, across::right);
    } else {
        frame.canvas.text(bounds, words, style, {.across = across::right});
    }
}

/// The effect of Return or a touch on a ticket that does not wait.
void draw_hint(frame& frame, const rect& bounds, const ticket& ticket)
{
    const bool held = ticket.state == protocol::ticket_state::held;
    labelled_icon(frame, bounds, row_of(held ? action::resume : action::recall).icon,
                  frame.words(held ? "console.resume" : "console.return"),
                  {weight::semibold, type::console_small, colour::navy}, across::right);
}

/// The priority in words, as the hint's row leaves no room for a chip.
void draw_priority(frame& frame, const rect& bounds, const ticket& ticket)
{
    const std::string name = boost::describe::enum_to_string(ticket.priority, "");
    frame.canvas.text(bounds, "★ " + frame.words("console.priority." + name),
                      {weight::semibold, type::console_small, colour::amber}, {.across = across::right});
}

bool is_marked(const ticket& ticket)
{
    return ticket.priority != protocol::priority::none || ticket.has_appointment;
}

/// Service, and what marks the ticket, in words; the chips may go on for `chips_room` beyond the rest.
void draw_description(frame& frame, rect bounds, const state& state, const ticket& ticket, float chips_room)
{
    const bool marked = is_marked(ticket);
    const bool waits = ticket.state == protocol::ticket_state::waiting;
    if (marked && waits) {
        const auto line = bounds.cut_bottom(36);
        draw_chips(frame, {line.x, line.y + 14}, line.width + chips_room, ticket, type::console_least);
        bounds.cut_top(2);
    }
    const bool sent_here = waits && !ticket.reserved_for.empty();
    if (sent_here) {
        frame.canvas.icon("arrow-left-right", bounds.cut_left(18, 6).centre(), 18, colour::navy);
    }
    frame.canvas.text(bounds, service_name(frame, state, ticket.service),
                      {weight::medium, type::console_small},
                      {.lines = 2, .leading = 1.2F, .ends_early = true});
}

void draw_row(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const auto pick = on(picked{ticket.id});
    const auto place = bounds.inset(-14, 0);
    frame.touch(place, pick);
    const bool selected = ticket.id == state.selected;
    auto inside = list_row(frame, place, selected || frame.pressed(pick), 14);
    if (selected) {
        frame.canvas.outline(place.inset(0, 1), colour::navy, 2, radius::small);
    }
    frame.canvas.text(inside.cut_left(90, space::tiny), ticket.number,
                      {weight::bold, type::body, colour::navy}, {.smallest = type::console});
    const bool waits = ticket.state == protocol::ticket_state::waiting;
    auto right = inside.cut_right(waits ? 98 : 122, space::hair);
    const bool many_chips =
        waits && is_marked(ticket) && chips_width(frame, ticket, type::console_least) > inside.width;
    // More than one chip takes the lower part of the row to its end.
    if (many_chips) {
        right.cut_bottom(34);
    }
    if (!waits && ticket.priority != protocol::priority::none) {
        draw_priority(frame, right.cut_bottom(26), ticket);
    }
    waits ? draw_wait(frame, right, state, ticket) : draw_hint(frame, right, ticket);
    draw_description(frame, inside, state, ticket, many_chips ? right.right() - inside.right() : 0);
}

std::string people_text(frame& frame, std::size_t count)
{
    return frame.words("console.people", {{"n", std::to_string(count)}});
}

/// A heading with its count and at most `most` rows; cuts itself off the top of `area`. The first row's
/// place.
std::size_t draw_section(frame& frame, rect& area, const state& state, const std::vector<ticket>& list,
                         std::string_view title, std::string_view count, std::size_t most, float row)
{
    auto head = area.cut_top(title_height);
    frame.canvas.text(head.cut_right(120), count, {weight::semibold, type::console, colour::ink_2},
                      {.across = across::right});
    frame.canvas.text(head, title, {weight::bold, type::console_large});
    const auto room = std::min(list.size(), most);
    const auto first = first_seen(list, state.selected, room);
    for (std::size_t i = 0; i < room; ++i) {
        draw_row(frame, area.cut_top(row), state, list[first + i]);
    }
    return first;
}

/// How many more there are, or which of them are seen once rows above are hidden too.
std::string rest_text(frame& frame, std::size_t first, std::size_t shown, std::size_t all)
{
    if (first == 0) {
        return frame.words("console.waiting.more", {{"n", std::to_string(all - shown)}});
    }
    return std::to_string(first + 1) + "–" + std::to_string(first + shown) + " / " + std::to_string(all);
}

void draw_waiting(frame& frame, rect area, const state& state)
{
    const auto room =
        std::max(std::size_t{2}, static_cast<std::size_t>((area.height - title_height) / row_height));
    const bool all = state.waiting.size() <= room;
    const auto shown = all ? room : room - 1;
    const auto count = knows_queue(state) ? people_text(frame, state.waiting.size()) : "–";
    const auto first = draw_section(frame, area, state, state.waiting, frame.words("console.waiting"), count,
                                    shown, row_height);
    const text_style calm{weight::medium, type::console_small, colour::ink_2};
    const bool closed = state.counter.state == protocol::counter_state::closed;
    if (state.waiting.empty()) {
        frame.canvas.text(area.cut_top(std::min(area.height, 120.0F)),
                          frame.words(closed ? "console.waiting.closed" : "console.waiting.nobody"), calm,
                          {.across = across::centre, .lines = 3});
    } else if (!all) {
        frame.canvas.text(area.cut_top(std::min(area.height, row_height)),
                          rest_text(frame, first, shown, state.waiting.size()), calm,
                          {.across = across::centre});
    }
}

} // namespace

void draw_lists(frame& frame, const rect& bounds, const state& state)
{
    card(frame, bounds, {.radius = radius::large});
    auto area = bounds.inset(space::wide, space::small);
    if (!state.held.empty()) {
        draw_section(frame, area, state, state.held, frame.words("console.held"),
                     people_text(frame, state.held.size()), held_seen, low_row_height);
        area.cut_top(space::tiny);
    }
    if (!state.no_shows.empty()) {
        const auto shown = static_cast<float>(std::min(state.no_shows.size(), no_shows_seen));
        auto below = area.cut_bottom(title_height + low_row_height * shown, space::tiny);
        draw_section(frame, below, state, state.no_shows, frame.words("console.no_shows"),
                     people_text(frame, state.no_shows.size()), no_shows_seen, low_row_height);
    }
    draw_waiting(frame, area, state);
}

} // namespace motcua::counter::console
