#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;
using protocol::counter_state;
using protocol::ticket_state;

namespace {

constexpr float note_button_height = 40;

/// A label and its value under it; cuts itself and a gap of `below` off the top of `column`.
void fact(frame& frame, rect& column, std::string_view label, std::string_view value, float below,
          sf::Color ink = colour::ink)
{
    const text_style style{weight::semibold, type::console_large, ink};
    frame.canvas.text(column.cut_top(24), label, {weight::medium, type::console_small, colour::ink_2});
    const bool one_line = frame.canvas.text_width(value, style) <= column.width;
    frame.canvas.text(column.cut_top(one_line ? 32 : 65, below), value, style,
                      {.down = down::top,
                       .lines = 3,
                       .smallest = type::console_small,
                       .leading = one_line ? 1.3F : 1.2F,
                       .ends_early = true});
}

void draw_facts(frame& frame, rect bounds, const state& state, const ticket& ticket)
{
    frame.canvas.fill({bounds.x, bounds.y, 2, bounds.height}, colour::line);
    bounds.cut_left(space::wide);
    fact(frame, bounds, frame.words("console.service"), service_name(frame, state, ticket.service),
         space::normal);
    auto times = columns(bounds.cut_top(24 + 32), 2, space::tiny);
    fact(frame, times[0], frame.words("console.issued"), clock_text(ticket.issued_at), 0);
    const bool late = is_late(state, ticket);
    const auto ink = late ? colour::red : colour::ink;
    fact(frame, times[1], frame.words("console.waited"), minutes_text(frame, waited(state, ticket)), 0, ink);
    const auto* known = find_service(state, ticket.service);
    if (!known || known->target.count() == 0) {
        return;
    }
    const auto target = frame.words(late ? "console.target.missed" : "console.target",
                                    {{"wait", minutes_text(frame, known->target)}});
    frame.canvas.text(bounds.cut_top(24), target,
                      {weight::medium, type::console_small, late ? colour::red : colour::ink_2},
                      {.smallest = type::console_least});
}

/// The class that the citizen has named, and from which age on it holds.
std::string class_text(frame& frame, const state& state, const ticket& ticket)
{
    const std::string name = boost::describe::enum_to_string(ticket.priority, "");
    auto words = frame.words("console.class." + name);
    const auto& settings = state.settings;
    if (ticket.priority == protocol::priority::elderly && settings.elderly_age > 0) {
        words +=
            " " + frame.words("console.class.elderly.from", {{"n", std::to_string(settings.elderly_age)}});
    } else if (ticket.priority == protocol::priority::infant && settings.infant_months > 0) {
        words +=
            " " + frame.words("console.class.infant.below", {{"n", std::to_string(settings.infant_months)}});
    }
    return words;
}

/// A class whose proof nobody has looked at yet, and what the officer can say of it.
void draw_open_class(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    frame.canvas.fill(bounds, colour::gold_background, radius::small);
    constexpr float answer_height = 40;
    auto inside = bounds.inset(space::tiny, 0);
    const auto answer = [&](action action, button_kind kind) {
        const auto& row = row_of(action);
        const button_look look{.label = frame.words(row.label),
                               .key = std::string(row.key),
                               .kind = kind,
                               .enabled = offered(state, wish_of(state, action)),
                               .size = type::console_least,
                               .radius = radius::small};
        const auto place = inside.cut_right(button_width(frame, look), space::tiny);
        button(frame, place.middle(place.width, answer_height), look, on(row.meaning));
    };
    answer(action::correct_priority, button_kind::outlined);
    answer(action::refuse_priority, button_kind::outlined);
    answer(action::confirm_priority, button_kind::primary);
    inside.cut_left(space::tiny);
    frame.canvas.text(inside,
                      frame.words("console.class.named", {{"class", class_text(frame, state, ticket)}}),
                      {weight::semibold, type::console_small, colour::amber},
                      {.lines = 2, .smallest = type::console_least, .leading = 1.2F});
}

void draw_ticket(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const bool serving = ticket.state == ticket_state::serving;
    const auto accent = serving ? colour::green : colour::navy;
    auto inside = bounds.inset(28, space::wide);
    const bool has_band = has_open_class(ticket) || ticket.has_note;
    if (has_band) {
        // Down to the edge of the card: the number above keeps its size.
        inside.height += space::small;
        const auto band = inside.cut_bottom(56, space::small).inset(-space::normal, 0);
        // The question about the class comes first; until it is answered an icon says that there is a note.
        if (has_open_class(ticket)) {
            draw_open_class(frame, band, state, ticket);
        } else {
            draw_note(frame, band, state, ticket);
        }
    }
    auto facts = inside.cut_right(270, space::normal);
    draw_facts(frame, facts, state, ticket);
    if (!has_band) {
        facts.cut_left(space::wide);
        draw_note_button(frame, facts.cut_bottom(note_button_height), state, ticket);
    }
    auto top = inside.cut_top(28);
    if (ticket.has_note && has_open_class(ticket)) {
        frame.canvas.icon(row_of(action::set_note).icon, top.cut_right(24, space::tiny).centre(), 22,
                          colour::navy);
    }
    const auto label = labelled_icon(frame, top, serving ? "user-check" : "megaphone",
                                     frame.words(serving ? "console.serving" : "console.called"),
                                     {weight::bold, type::console_large, accent});
    const auto since = serving ? ticket.served_from : ticket.called_at;
    auto clock = inside.cut_bottom(44);
    if (since && state.time) {
        const auto elapsed = elapsed_text(*state.time - *since);
        const text_style style{weight::bold, type::heading};
        const float width = elapsed.size() > 5 ? 168 : 122;
        frame.canvas.timer(clock.cut_left(width, space::tiny), elapsed, style);
        frame.canvas.text(clock, frame.words(serving ? "console.serving.time" : "console.called.time"),
                          {weight::medium, type::console_small, colour::ink_2});
    }
    // A question about the class or a note takes the room of a line: then the chips stand beside the state.
    top.cut_left(label.width, space::normal);
    const auto chips = has_band ? top : inside.cut_bottom(48);
    draw_chips(frame, {chips.x, chips.centre().y}, chips.width, ticket, type::console_small);
    const bool wide =
        frame.canvas.text_width(ticket.number, {weight::display, type::counter_number}) > inside.width;
    frame.canvas.text(inside, ticket.number,
                      {weight::display, wide ? type::history_number : type::counter_number, colour::navy},
                      {.leading = 1});
}

struct reason
{
    std::string_view icon;
    std::string_view title;
    std::string_view body;
};

/// The text of a ticket's chip and its look.
struct mark
{
    std::string words;
    tone shown;
};

std::vector<mark> marks_of(frame& frame, const ticket& ticket)
{
    std::vector<mark> all;
    const std::string priority = boost::describe::enum_to_string(ticket.priority, "");
    if (ticket.priority != protocol::priority::none && !has_open_class(ticket)) {
        all.push_back({"★ " + frame.words("console.priority." + priority), tone::priority});
    }
    if (ticket.has_appointment) {
        all.push_back({appointment_text(frame, ticket), ticket.is_late ? tone::priority : tone::information});
    }
    if (ticket.calls > 1 && ticket.state == ticket_state::called) {
        all.push_back({frame.words("console.calls", {{"n", std::to_string(ticket.calls)}}), tone::neutral});
    }
    return all;
}

float chip_width(const frame& frame, const mark& mark, float size)
{
    return frame.canvas.text_width(mark.words, {weight::semibold, size}) + size * 1.6F;
}

/// Why the counter is paused and for how long, as far as that is known.
std::string pause_text(frame& frame, const state& state)
{
    std::string all;
    if (!state.counter.pause_reason.empty()) {
        all = reason_text(frame, state, state.counter.pause_reason);
    }
    const auto add = [&all](const std::string& words) { all += (all.empty() ? "" : " · ") + words; };
    if (state.counter.paused_at && state.time) {
        add(minutes_text(frame, std::max(*state.time - *state.counter.paused_at, std::chrono::seconds(0))));
    }
    if (state.counter.paused_until) {
        add(frame.words("console.until", {{"time", clock_text(*state.counter.paused_until)}}));
    }
    return all;
}

/// Why nobody is at the counter, and what to do about it.
reason reason_of(const state& state)
{
    if (state.counter.state == counter_state::closed) {
        return {"moon", "console.empty.closed", "console.empty.closed.do"};
    }
    if (state.counter.state == counter_state::paused) {
        return {"circle-pause", "console.empty.paused", "console.empty.paused.do"};
    }
    if (state.waiting.empty()) {
        return {"circle-check", "console.empty.nobody", "console.empty.nobody.do"};
    }
    return {"users", "console.empty", "console.empty.do"};
}

} // namespace

void draw_current(frame& frame, const rect& bounds, const state& state)
{
    card(frame, bounds, {.radius = radius::large});
    if (state.current) {
        return draw_ticket(frame, bounds, state, *state.current);
    }
    const auto why = reason_of(state);
    auto inside = bounds.inset(space::huge, 0);
    const text_style calm{weight::medium, type::console, colour::ink_2};
    const text_layout wrapped{
        .across = across::centre, .down = down::top, .lines = 2, .smallest = type::console_small};
    const auto body = frame.words(why.body);
    const float body_height = frame.canvas.text_height(inside.width, body, calm, wrapped);
    const bool is_paused = state.counter.state == counter_state::paused;
    const auto pause = is_paused ? pause_text(frame, state) : std::string();
    const float pause_height = pause.empty() ? 0 : 32;
    inside = inside.middle(inside.width, 96 + space::normal + 44 + space::hair + pause_height + body_height);
    const auto emblem = inside.cut_top(96, space::normal).centre();
    frame.canvas.disc(emblem, 96, colour::blue_background);
    frame.canvas.icon(why.icon, emblem, 48, colour::navy);
    frame.canvas.text(inside.cut_top(44, space::hair), frame.words(why.title),
                      {weight::bold, type::large, colour::navy}, {.across = across::centre});
    if (!pause.empty()) {
        frame.canvas.text(inside.cut_top(pause_height), pause, {weight::semibold, type::console, colour::ink},
                          {.across = across::centre, .ends_early = true});
    }
    frame.canvas.text(inside, body, calm, wrapped);
}

std::string service_name(const frame& frame, const state& state, const std::string& code)
{
    const auto* known = find_service(state, code);
    if (!known) {
        return code;
    }
    return frame.language() == "en" ? known->name_en : known->name;
}

void draw_chips(frame& frame, point at, float width, const ticket& ticket, float size)
{
    const float end = at.x + width;
    for (const auto& m : marks_of(frame, ticket)) {
        if (at.x + chip_width(frame, m, size) > end + 1) {
            frame.canvas.complain("no room for the chip " + m.words);
        } else {
            at.x = chip(frame, at, m.words, m.shown, size).right() + space::tiny;
        }
    }
}

std::string reason_text(frame& frame, const state& state, const std::string& reason)
{
    if (reason == "console_gone" || reason == "officer_gone") {
        return frame.words("console.reason." + reason);
    }
    for (const auto* list : {&state.settings.hold_reasons, &state.settings.pause_reasons}) {
        const auto known = std::ranges::find(*list, reason, &protocol::bilingual::vi);
        if (known != list->end() && frame.language() == "en" && !known->en.empty()) {
            return known->en;
        }
    }
    return reason;
}

std::string appointment_text(frame& frame, const ticket& ticket)
{
    if (!ticket.booked_for) {
        return frame.words("console.appointment");
    }
    return frame.words(ticket.is_late ? "console.appointment.late" : "console.appointment.at",
                       {{"time", clock_text(*ticket.booked_for)}});
}

std::string minutes_text(frame& frame, std::chrono::seconds wait)
{
    return frame.words("console.minutes", {{"n", figure_text(elapsed_minutes(wait), frame.language())}});
}

bool knows_queue(const state& state)
{
    return state.counter.state != counter_state::closed || !state.counter.services.empty() ||
           !state.waiting.empty();
}

bool is_late(const state& state, const ticket& ticket)
{
    const auto* known = find_service(state, ticket.service);
    return known && known->target.count() > 0 && waited(state, ticket) > known->target;
}

} // namespace motcua::counter::console
