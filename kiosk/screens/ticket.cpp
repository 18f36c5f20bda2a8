#include "kiosk/screens/appointments.hpp"
#include "kiosk/screens/qr.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/screens/wait_words.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

/// The name of the ticket's service, `known` unless it is null, in the frame's language.
std::string service_name(const frame& frame, const service* known, const ticket& ticket)
{
    return known ? name_in(known->name, frame.language()) : ticket.service;
}

/// How long its holder will wait; without minutes, that this is not known.
std::string ticket_wait_words(frame& frame, const ticket& ticket, const opening_hours& hours)
{
    const auto& forecast = ticket.forecast;
    if (!forecast.wait) {
        return frame.words("wait.unknown");
    }
    const bool is_next =
        forecast.state == client::forecast_state::open && forecast.wait->to <= std::chrono::minutes{1};
    return is_next ? frame.words("wait.soon") : range_words(frame, *forecast.wait, {ticket.issued_at, hours});
}

/// What is so in bold letters, and below it what to do.
void draw_note(frame& frame, const rect& bounds, const wait_note& note)
{
    const bool low = lies(frame);
    frame.canvas.fill(bounds, colour::gold_background, radius::normal);
    frame.canvas.outline(bounds, colour::gold, 3, radius::normal);
    auto inside = bounds.inset(space::wide, low ? space::tiny : space::normal);
    const float side = low ? 36 : 56;
    frame.canvas.icon(note.icon, inside.cut_left(side, low ? space::normal : space::wide).centre(), side,
                      colour::amber);
    frame.canvas.text(inside.cut_top(inside.height / 2), note.title,
                      {weight::bold, low ? type::small : type::large, colour::amber},
                      {.down = down::bottom, .smallest = type::least});
    frame.canvas.text(inside, note.advice, {weight::medium, low ? type::least : type::small},
                      {.down = down::top, .smallest = type::console_large});
}

void fact(frame& frame, const rect& bounds, std::string_view icon, std::string_view label,
          std::string_view value)
{
    frame.canvas.fill(bounds, colour::blue_background, radius::normal);
    auto inside = bounds.inset(space::wide, space::normal);
    inside = inside.middle(inside.width, 112);
    labelled_icon(frame, inside.cut_top(48, space::tiny), icon, label,
                  {weight::medium, type::small, colour::ink_2}, across::centre);
    frame.canvas.text(inside, value, {weight::bold, type::subheading, colour::navy},
                      {.across = across::centre, .smallest = type::least});
}

/// The largest size of numbers that the room takes.
float number_size(const frame& frame, const rect& bounds, std::string_view number)
{
    if (bounds.height < 120) {
        return type::history_number;
    }
    const bool wide = frame.canvas.text_width(number, {weight::display, type::ticket_number}) > bounds.width;
    return wide || bounds.height < 190 ? type::counter_number : type::ticket_number;
}

/// The same on one line, for a low screen.
void low_fact(frame& frame, const rect& bounds, std::string_view icon, std::string_view label,
              std::string_view value)
{
    frame.canvas.fill(bounds, colour::blue_background, radius::normal);
    auto inside = bounds.inset(space::wide, 0);
    const auto taken =
        labelled_icon(frame, inside, icon, label, {weight::medium, type::small, colour::ink_2});
    inside.cut_left(taken.width, space::normal);
    frame.canvas.text(inside, value, {weight::bold, type::subheading, colour::navy},
                      {.across = across::right, .smallest = type::least});
}

/// Above the service: the class, or what became of the appointment.
std::string strip_words(frame& frame, const state& state, const ticket& ticket)
{
    if (!ticket.booked) {
        return frame.words("kiosk.ticket.priority");
    }
    if (ticket.booked->is_late) {
        return frame.words("kiosk.ticket.late");
    }
    return frame.words("kiosk.ticket.booked", {{"when", when_words(frame, state, ticket.booked->start)}});
}

void draw_number_card(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const bool low = lies(frame);
    const auto* known = find_service(state.services, ticket.service);
    card(frame, bounds, {.radius = radius::huge});
    auto inside = bounds.inset(low ? space::wide : space::huge, low ? space::wide : space::huge);
    const auto note = note_on(frame, ticket.forecast, state.time);
    if (note) {
        draw_note(frame, inside.cut_bottom(low ? 84 : 128, low ? space::small : space::wide), *note);
    }
    // A note without minutes says all that is known of the wait.
    const int facts_shown = note && !ticket.forecast.wait ? 1 : 2;
    const float facts_height = low ? static_cast<float>(facts_shown) * 72 - space::small : 156;
    const auto facts = inside.cut_bottom(facts_height, low ? space::normal : space::large);
    if (!(low && note)) { // the number itself needs that room
        frame.canvas.text(inside.cut_top(low ? 52 : 60), frame.words("kiosk.ticket.yours"),
                          {weight::semibold, type::heading, colour::ink_2}, {.across = across::centre});
    }
    const text_style name_style{weight::bold, type::heading};
    const auto words_of_name = service_name(frame, known, ticket);
    const float name_lines = frame.canvas.text_height(inside.width, words_of_name, name_style, {.lines = 2});
    const float name_height = low ? 100 : 140;
    const auto name = inside.cut_bottom(
        note ? std::min(name_height, name_lines + (low ? space::small : space::wide)) : name_height);
    if (ticket.priority != "none" || ticket.booked) {
        const auto strip = inside.cut_bottom(low ? 52 : 64);
        const auto words = strip_words(frame, state, ticket);
        const float width =
            frame.canvas.text_width(words, {weight::semibold, type::body}) + 1.6F * type::body;
        chip(frame, {strip.x + (strip.width - width) / 2, strip.centre().y}, words, tone::priority,
             type::body);
    }
    frame.canvas.text(inside, ticket.number,
                      {weight::display, number_size(frame, inside, ticket.number), colour::navy},
                      {.across = across::centre});
    frame.canvas.text(name, words_of_name, name_style,
                      {.across = across::centre, .lines = 2, .smallest = type::body});
    const auto places =
        low ? rows(facts, facts_shown, space::small) : columns(facts, facts_shown, space::wide);
    const auto draw_fact = low ? low_fact : fact;
    draw_fact(frame, places[0], "users", frame.words("kiosk.ticket.ahead"),
              frame.words("kiosk.ticket.people", {{"n", figure_text(ticket.ahead, frame.language())}}));
    if (facts_shown == 2) {
        draw_fact(frame, places[1], "clock", frame.words("kiosk.ticket.wait"),
                  ticket_wait_words(frame, ticket, state.hours));
    }
}

/// The next step: the bell beside the words, or above them in a high box; in a low and narrow one there is
/// room for the words alone.
void draw_invitation(frame& frame, const rect& bounds, bool printed)
{
    frame.canvas.fill(bounds, colour::gold, radius::huge);
    const bool above = lies(frame);
    const bool tight = bounds.height < 200;
    auto inside = bounds.inset(above ? space::wide : space::huge, tight ? space::normal : space::large);
    constexpr float side = 120;
    if (above) {
        inside = inside.middle(inside.width, std::min(inside.height, 420.0F));
    }
    if (!tight) {
        const auto bell = above ? inside.cut_top(side, space::small) : inside.cut_left(side, space::large);
        icon_tile(frame, bell.middle(side, side), colour::ink, "bell", colour::gold);
    }
    const auto side_of_text = above ? across::centre : across::left;
    frame.canvas.text(inside.cut_top(above ? inside.height * 0.64F : inside.height / 2),
                      frame.words("kiosk.ticket.invite"), {weight::bold, type::heading},
                      {.across = side_of_text,
                       .down = above ? down::middle : down::bottom,
                       .lines = 2,
                       .smallest = tight ? type::least : type::body});
    frame.canvas.text(inside, frame.words(printed ? "kiosk.ticket.take" : "kiosk.ticket.remember"),
                      {weight::medium, type::large}, {.across = side_of_text, .smallest = type::least});
}

/// The way to follow the ticket on a phone.
void draw_phone_card(frame& frame, const rect& bounds, const std::string& page)
{
    card(frame, bounds, {.radius = radius::huge});
    auto inside = bounds.inset(space::normal);
    draw_qr(frame, inside.cut_left(inside.height, space::wide), page);
    inside.cut_right(space::normal);
    const bool low = lies(frame);
    auto upper = inside.cut_top(inside.height / 2);
    frame.canvas.text(upper, frame.words("kiosk.phone"), {weight::bold, low ? type::body : type::subheading},
                      {.down = down::bottom, .lines = 2, .smallest = type::least, .leading = 1.2F});
    frame.canvas.text(inside, frame.words("kiosk.phone.calm"),
                      {weight::regular, low ? type::small : type::body, colour::ink_2},
                      {.down = down::top, .lines = 2, .smallest = type::least, .leading = 1.25F});
}

/// Whether the number is meant to go back. The question is dead to the finger that asked it.
void draw_question(frame& frame, const ticket& ticket)
{
    const bool low = lies(frame);
    auto sheet = dialog(frame, frame.area(), low ? 900 : 920, low ? 420 : 520);
    auto buttons = sheet.cut_bottom(low ? 112 : 128, space::wide);
    frame.canvas.text(sheet.cut_top(low ? 100 : 140),
                      frame.words("kiosk.give_back.ask", {{"number", ticket.number}}),
                      {weight::bold, type::title}, {.across = across::centre});
    frame.canvas.text(sheet, frame.words("kiosk.give_back.calm"),
                      {weight::regular, type::subheading, colour::ink_2},
                      {.across = across::centre, .lines = 3, .smallest = type::body});
    const auto two = columns(buttons, 2, space::wide);
    button(frame, two[0],
           {.label = frame.words("kiosk.give_back.yes"),
            .kind = button_kind::outlined,
            .size = type::subheading},
           on(tapped_give_back_yes{}));
    button(frame, two[1], {.label = frame.words("kiosk.give_back.no"), .size = type::subheading},
           on(tapped_back{}));
}

void draw_ticket_buttons(frame& frame, const rect& bounds, const ticket& ticket)
{
    if (ticket.booked) { // an appointment that has become a ticket cannot be checked in again
        return draw_done_button(frame, bounds, frame.words("kiosk.done"), "check");
    }
    const auto two = columns(bounds, 2, space::wide);
    button(frame, two[0],
           {.label = frame.words("kiosk.give_back"),
            .icon = "undo-2",
            .kind = button_kind::outlined,
            .radius = radius::large},
           on(tapped_give_back{}));
    draw_done_button(frame, two[1], frame.words("kiosk.done"), "check");
}

} // namespace

void draw_ticket(frame& frame, rect area, const state& state, const issued& shown)
{
    const bool low = lies(frame);
    auto end = low ? area.cut_right(540, space::wide) : area;
    draw_countdown(frame, end.cut_bottom(56, space::normal), state);
    draw_ticket_buttons(frame, end.cut_bottom(low ? 112 : 128, space::wide), shown.ticket);
    const auto& page = shown.ticket.page;
    const bool has_note = note_on(frame, shown.ticket.forecast, state.time).has_value();
    if (!low) { // as high as it looks well, and a note higher
        const float most = (page.empty() ? 1180.0F : 1326.0F) + (has_note ? 152.0F : 0);
        area = end.middle(end.width, std::min(end.height, most));
    }
    auto& column = low ? end : area;
    if (!page.empty()) {
        draw_phone_card(frame, column.cut_bottom(low ? 168 : 240, low ? space::wide : space::large), page);
    }
    const auto invitation = low ? end : area.cut_bottom(has_note ? 176 : 240, space::large);
    draw_number_card(frame, low ? area.middle(area.width, std::min(area.height, 640.0F)) : area, state,
                     shown.ticket);
    draw_invitation(frame, invitation, shown.printed);
    if (shown.asks) {
        draw_question(frame, shown.ticket);
    }
}

void draw_slip(frame& frame, const slip& all)
{
    const auto& t = all.ticket;
    const auto* known = all.service ? &*all.service : nullptr;
    frame.speak(all.language);
    const auto black = sf::Color::Black;
    frame.canvas.fill(frame.area(), colour::white);
    auto paper = frame.area().inset(space::wide, space::large);
    frame.canvas.text(paper.cut_top(84, space::normal), name_in(all.office, all.language),
                      {weight::bold, type::body, black},
                      {.across = across::centre, .lines = 2, .smallest = type::console});
    frame.canvas.text(paper.cut_top(52), frame.words("kiosk.ticket.yours"),
                      {weight::semibold, type::body, black}, {.across = across::centre});
    frame.canvas.text(paper.cut_top(160), t.number, {weight::display, type::counter_number, black},
                      {.across = across::centre});
    frame.canvas.text(paper.cut_top(100, space::tiny), service_name(frame, known, t),
                      {weight::bold, type::subheading, black},
                      {.across = across::centre, .lines = 2, .smallest = type::console});
    const auto line = [&](const std::string& words, weight weight) {
        frame.canvas.text(paper.cut_top(44), words, {weight, type::small, black},
                          {.across = across::centre, .smallest = type::console});
    };
    if (t.priority != "none") {
        line(frame.words("kiosk.ticket.priority"), weight::bold);
    }
    const auto note = note_on(frame, t.forecast, t.issued_at);
    if (!note || !t.forecast.wait) {
        line(frame.words("kiosk.ticket.ahead") + ": " + figure_text(t.ahead, frame.language()),
             weight::medium);
    }
    if (t.forecast.wait) {
        line(frame.words("kiosk.ticket.wait") + ": " + ticket_wait_words(frame, t, all.hours),
             weight::medium);
    }
    if (note) {
        line(note->title, weight::bold);
    }
    line(frame.words("kiosk.slip.issued", {{"time", clock_text(t.issued_at) + " " + date_text(t.issued_at)}}),
         weight::medium);
}

} // namespace motcua::kiosk
