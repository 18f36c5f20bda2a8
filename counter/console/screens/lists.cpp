#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;

namespace {

constexpr float tabs_height = 48, row_height = 40, held_height = 48, why_height = 28, search_height = 48,
                note_most = 80, row_padding = 14;
/// Held tickets that are seen below those that wait.
constexpr std::size_t held_seen = 2;

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

const text_style hint_style{weight::semibold, type::console_least, colour::navy};

/// The effect of Return or a touch on a ticket that does not wait.
std::string_view hint_words(const ticket& ticket)
{
    return ticket.state == protocol::ticket_state::held ? "console.resume" : "console.return";
}

void draw_hint(frame& frame, const rect& bounds, const ticket& ticket)
{
    const bool held = ticket.state == protocol::ticket_state::held;
    labelled_icon(frame, bounds, row_of(held ? action::resume : action::recall).icon,
                  frame.words(hint_words(ticket)), hint_style, across::right);
}

/// The room that the hint takes, or the words in its place.
float end_width(frame& frame, const ticket& ticket)
{
    constexpr float icon_and_gap = 34, least = 110;
    return std::max(least,
                    frame.canvas.text_width(frame.words(hint_words(ticket)), hint_style) + icon_and_gap);
}

/// What marks the ticket, on one line; its class in words where nothing else does.
void draw_marks(frame& frame, rect bounds, const ticket& ticket, bool is_selected)
{
    if (!ticket.reserved_for.empty()) {
        frame.canvas.icon("arrow-left-right", bounds.cut_left(18, 6).centre(), 18, colour::navy);
    }
    const bool is_alone = ticket.reserved_for.empty() && !ticket.has_appointment;
    point at{bounds.x, bounds.centre().y};
    if (ticket.priority != protocol::priority::none) {
        const std::string name = boost::describe::enum_to_string(ticket.priority, "");
        const auto words = is_alone ? "★ " + frame.words("console.priority." + name) : std::string("★");
        at.x = chip(frame, at, words, tone::priority, type::console_least).right() + space::hair;
    }
    if (ticket.has_appointment) {
        auto words = appointment_text(frame, ticket);
        const float width = frame.canvas.text_width(words, {weight::semibold, type::console_least});
        if (at.x + width + type::console_least * 1.6F > bounds.right()) {
            words = frame.words("console.appointment"); // the opened row has the time
        }
        chip(frame, at, words,
             ticket.is_late ? tone::priority
             : is_selected  ? tone::neutral // the ground of the other tone is that of a selected row
                            : tone::information,
             type::console_least);
    }
}

bool is_here(const state& state, const ticket& ticket) { return ticket.counter == state.counter.code; }

/// Where a ticket is that does not wait, and since when; of one held here until when or
/// for how long, and why.
std::string place_text(frame& frame, const state& state, const ticket& ticket)
{
    if (is_here(state, ticket) && ticket.held_since && state.time) {
        const auto held = ticket.held_until
                              ? frame.words("console.until", {{"time", clock_text(*ticket.held_until)}})
                              : minutes_text(frame, *state.time - *ticket.held_since);
        return ticket.hold_reason.empty() ? held
                                          : held + " · " + reason_text(frame, state, ticket.hold_reason);
    }
    const auto where = frame.words("console.counter", {{"n", ticket.counter}});
    return ticket.called_at ? clock_text(*ticket.called_at) + ", " + where : where;
}

/// Why a waiting ticket stands at its place: what brought it forward, and the time that counts.
std::string why_text(frame& frame, const ticket& ticket)
{
    std::string all;
    const auto add = [&all](const std::string& words) { all += (all.empty() ? "" : " · ") + words; };
    if (ticket.priority != protocol::priority::none) {
        const std::string name = boost::describe::enum_to_string(ticket.priority, "");
        add(frame.words("console.class." + name));
    }
    if (ticket.has_appointment) {
        add(appointment_text(frame, ticket));
    }
    if (!ticket.reserved_for.empty()) {
        add(frame.words("console.why.reserved", {{"n", ticket.reserved_for}}));
    } else if (ticket.is_transferred) {
        add(frame.words("console.why.transferred"));
    }
    if (all.empty() && ticket.due_at == ticket.issued_at) {
        return frame.words("console.why.issued", {{"time", clock_text(ticket.issued_at)}});
    }
    const auto due = frame.words("console.why.due", {{"time", clock_text(ticket.due_at)}});
    return all.empty() ? due : all + ", " + due;
}

const text_style note_style{weight::medium, type::console_least, colour::ink};
const text_layout note_layout{.down = down::top, .lines = 4, .leading = 1.2F, .ends_early = true};

/// What the opened row of `ticket` takes for its note, in a list of this width.
float note_height(frame& frame, float width, const state& state, const ticket& ticket)
{
    if (!ticket.has_note || ticket.id != state.selected) {
        return 0;
    }
    const auto words = note_text(frame, state, ticket);
    return std::min(note_most, frame.canvas.text_height(width, words, note_style, note_layout) + space::hair);
}

/// That there is a note: an icon, cut off the left of `bounds`.
void draw_note_mark(frame& frame, rect& bounds, const ticket& ticket)
{
    if (ticket.has_note) {
        frame.canvas.icon(row_of(action::set_note).icon, bounds.cut_left(18, 6).centre(), 18, colour::navy);
    }
}

/// Its service as the letter and colour that it has everywhere.
void draw_service(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const auto known = std::ranges::find(state.services, ticket.service, &service::code);
    const auto nth = static_cast<std::size_t>(known - state.services.begin());
    letter_tile(frame, bounds.middle(28, 28), colour::tiles[nth % colour::tiles.size()], ticket.service);
}

/// The right end of a row: how long a ticket waits, or what Return does with it.
void draw_end(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    using enum protocol::ticket_state;
    if (ticket.state == waiting) {
        draw_wait(frame, bounds, state, ticket);
    } else if (ticket.state == no_show || (ticket.state == held && is_here(state, ticket))) {
        draw_hint(frame, bounds, ticket);
    } else {
        const auto words = ticket.state == held     ? "console.held"
                           : ticket.state == called ? "console.called"
                                                    : "console.serving";
        frame.canvas.text(bounds, frame.words(words), {weight::medium, type::console_least, colour::ink_2},
                          {.across = across::right});
    }
}

void draw_row(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const auto pick = on(picked{ticket.id});
    const auto place = bounds.inset(-row_padding, 0);
    frame.touch(place, pick);
    const bool selected = ticket.id == state.selected;
    auto inside = list_row(frame, place, selected || frame.pressed(pick), row_padding);
    if (selected) {
        frame.canvas.outline(place.inset(0, 1), colour::navy, 2, radius::small);
    }
    const bool waits = ticket.state == protocol::ticket_state::waiting;
    if (const float height = note_height(frame, inside.width, state, ticket); height > 0) {
        frame.canvas.text(inside.cut_bottom(height), note_text(frame, state, ticket), note_style,
                          note_layout);
    }
    if (waits && selected) {
        auto line = inside.cut_bottom(why_height);
        line.cut_bottom(space::tiny);
        frame.canvas.text(line, why_text(frame, ticket), {weight::medium, type::console_small, colour::ink_2},
                          {.smallest = type::console_least, .ends_early = true});
    }
    frame.canvas.text(inside.cut_left(78, space::hair), ticket.number,
                      {weight::bold, type::console_large, colour::navy}, {.smallest = type::console_small});
    draw_service(frame, inside.cut_left(28, space::tiny), state, ticket);
    draw_end(frame, inside.cut_right(waits ? 98 : end_width(frame, ticket), space::hair), state, ticket);
    draw_note_mark(frame, inside, ticket);
    if (waits) {
        return draw_marks(frame, inside, ticket, selected);
    }
    frame.canvas.text(inside, place_text(frame, state, ticket),
                      {weight::medium, type::console_least, colour::ink_2},
                      {.lines = 2, .leading = 1.2F, .ends_early = true});
}

std::string tab_text(frame& frame, std::string_view words, std::size_t count)
{
    return frame.words(words) + " " + std::to_string(count);
}

void draw_tabs(frame& frame, const rect& bounds, const state& state)
{
    const auto tab = [&](std::string label, list_kind list) {
        return choice{std::move(label), on(showed{list}), state.list == list};
    };
    const auto waiting = knows_queue(state) ? tab_text(frame, "console.waiting", state.waiting.size())
                                            : frame.words("console.waiting") + " –";
    segmented(frame, bounds,
              {tab(waiting, list_kind::waiting),
               tab(tab_text(frame, "console.held", state.held.size()), list_kind::held),
               tab(tab_text(frame, "console.no_shows", state.no_shows.size()), list_kind::no_shows),
               {frame.words("appointments.tab"), on(appointments::pressed_appointments{})}},
              type::console_least);
}

const std::vector<ticket>& shown_list(const state& state)
{
    switch (state.list) {
    case list_kind::held:
        return state.held;
    case list_kind::no_shows:
        return state.no_shows;
    case list_kind::found:
        return state.found;
    case list_kind::waiting:
        break;
    }
    return state.waiting;
}

/// Why the shown list is empty.
std::string_view empty_words(const state& state)
{
    switch (state.list) {
    case list_kind::held:
        return "console.held.none";
    case list_kind::no_shows:
        return "console.no_shows.none";
    case list_kind::found:
        return state.search.empty() ? "console.search" : "console.search.none";
    case list_kind::waiting:
        break;
    }
    const bool closed = state.counter.state == protocol::counter_state::closed;
    return closed ? "console.waiting.closed" : "console.waiting.nobody";
}

/// How many more there are, or which of them are seen once rows above are hidden too.
std::string rest_text(frame& frame, std::size_t first, std::size_t shown, std::size_t all)
{
    if (first == 0) {
        return frame.words("console.waiting.more", {{"n", std::to_string(all - shown)}});
    }
    return std::to_string(first + 1) + "–" + std::to_string(first + shown) + " / " + std::to_string(all);
}

void draw_list(frame& frame, rect area, const state& state)
{
    const auto& list = shown_list(state);
    const text_style calm{weight::medium, type::console_small, colour::ink_2};
    if (list.empty()) {
        return void(frame.canvas.text(area.cut_top(std::min(area.height, 120.0F)),
                                      frame.words(empty_words(state)), calm,
                                      {.across = across::centre, .lines = 3}));
    }
    const auto* selected = find_ticket(state, state.selected);
    const float note = selected ? note_height(frame, area.width, state, *selected) : 0;
    const auto room = static_cast<std::size_t>((area.height - why_height - note) / row_height);
    const auto shown = list.size() <= room ? list.size() : room - 1;
    const auto first = first_seen(list, state.selected, shown);
    for (std::size_t i = first; i < first + shown; ++i) {
        const bool opened = list[i].id == state.selected && list[i].state == protocol::ticket_state::waiting;
        const float more = note_height(frame, area.width, state, list[i]) + (opened ? why_height : 0);
        draw_row(frame, area.cut_top(row_height + more), state, list[i]);
    }
    if (shown < list.size()) {
        frame.canvas.text(area.cut_top(std::min(area.height, row_height)),
                          rest_text(frame, first, shown, list.size()), calm, {.across = across::centre});
    }
}

} // namespace

void draw_lists(frame& frame, const rect& bounds, const state& state)
{
    card(frame, bounds, {.radius = radius::large});
    auto area = bounds.inset(space::wide, space::small);
    draw_tabs(frame, area.cut_top(tabs_height, space::tiny).inset(-space::small, 0), state);
    text_field(frame, area.cut_bottom(search_height, space::tiny),
               {.text = state.search,
                .placeholder = frame.words("console.search"),
                .focused = state.list == list_kind::found,
                .size = type::console_small},
               on(showed{list_kind::found}));
    if (state.list == list_kind::waiting && !state.held.empty()) {
        const auto seen = std::min(state.held.size(), held_seen);
        const auto first = first_seen(state.held, state.selected, seen);
        const auto height_of = [&](std::size_t nth) {
            return held_height + note_height(frame, area.width, state, state.held[nth]);
        };
        float height = 0;
        for (std::size_t i = first; i < first + seen; ++i) {
            height += height_of(i);
        }
        auto below = area.cut_bottom(height, space::tiny);
        for (std::size_t i = first; i < first + seen; ++i) {
            draw_row(frame, below.cut_top(height_of(i)), state, state.held[i]);
        }
    }
    draw_list(frame, area, state);
}

} // namespace motcua::counter::console
