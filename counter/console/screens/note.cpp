// What officers note on a ticket for the colleague who gets it: seen, and typed.

#include "base/text.hpp"
#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

namespace motcua::counter::console {

using namespace ui;

namespace {

constexpr float title_height = 48, field_height = 190, count_height = 28;

/// The text as far as it is typed; a bar shows where the next letter goes.
void draw_field(frame& frame, const rect& bounds, const sheet& asked)
{
    frame.canvas.fill(bounds, colour::white, radius::small);
    frame.canvas.outline(bounds, colour::navy, 3, radius::small);
    const bool is_empty = asked.text.empty();
    frame.canvas.text(bounds.inset(space::normal, space::small),
                      is_empty ? frame.words("console.note.placeholder") : asked.text + "|",
                      {weight::medium, type::console, is_empty ? colour::ink_2 : colour::ink},
                      {.down = down::top, .lines = 6, .smallest = type::console_least, .ends_early = true});
}

/// Leave, take the note away if there is one, keep what was typed.
void draw_answers(frame& frame, const rect& bounds, const state& state, const sheet& asked)
{
    const auto* about = find_ticket(state, asked.ticket);
    const bool has_note = about && about->has_note;
    const auto places = columns(bounds, has_note ? 3 : 2, space::normal);
    draw_leave_button(frame, places.front(), type::console);
    if (has_note) {
        button(frame, places[1],
               {.label = frame.words("console.note.remove"),
                .key = "Del",
                .kind = button_kind::outlined,
                .size = type::console},
               on(cleared{}));
    }
    button(frame, places.back(),
           {.label = frame.words("console.note.keep"), .key = "Enter", .size = type::console},
           on(confirmed{}));
}

} // namespace

std::string note_text(frame& frame, const state& state, const ticket& ticket)
{
    const auto* known = find_note(state, ticket.id);
    if (known && !known->text.empty()) {
        return known->text;
    }
    const bool has_failed = known && known->progress == note_progress::failed;
    return frame.words(has_failed ? "console.note.failed" : "console.note.comes");
}

void draw_note(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const auto& row = row_of(action::set_note);
    const auto write = on(pressed_note{ticket.id});
    if (offered(state, {action::set_note, ticket.id})) {
        frame.touch(bounds, write);
    }
    frame.canvas.fill(bounds, frame.pressed(write) ? colour::line : colour::blue_background, radius::small);
    auto inside = bounds.inset(space::small, 0);
    frame.canvas.icon(row.icon, inside.cut_left(24, space::tiny).centre(), 22, colour::navy);
    const float chip =
        frame.canvas.text_width(row.key, {weight::semibold, type::console_least}) + space::normal;
    key_chip(frame, inside.cut_right(chip, space::tiny).middle(chip, 28), row.key, colour::white,
             colour::navy, type::console_least);
    frame.canvas.text(inside, note_text(frame, state, ticket),
                      {weight::medium, type::console_small, colour::ink},
                      {.lines = 2, .smallest = type::console_least, .leading = 1.2F, .ends_early = true});
}

void draw_note_button(frame& frame, const rect& bounds, const state& state, const ticket& ticket)
{
    const auto& row = row_of(action::set_note);
    button(frame, bounds,
           {.label = frame.words(row.label),
            .key = std::string(row.key),
            .kind = button_kind::outlined,
            .enabled = offered(state, {action::set_note, ticket.id}),
            .size = type::console_least,
            .radius = radius::small},
           on(pressed_note{ticket.id}));
}

void draw_note_sheet(frame& frame, const rect& area, const state& state, const sheet& asked)
{
    const float height = 2 * space::large + title_height + space::normal + field_height + space::hair +
                         count_height + space::wide + answers_height +
                         (state.notice ? notice_height + space::normal : 0);
    auto inside = dialog(frame, area, 720, height);
    frame.canvas.text(inside.cut_top(title_height, space::normal),
                      frame.words("console.sheet.note", {{"number", asked.number}}),
                      {weight::bold, type::large}, {.smallest = type::console_large});
    draw_answers(frame, inside.cut_bottom(answers_height, space::wide), state, asked);
    if (state.notice) {
        draw_notice(frame, inside.cut_bottom(notice_height, space::normal), state, *state.notice);
    }
    draw_field(frame, inside.cut_top(field_height, space::hair), asked);
    frame.canvas.text(inside.cut_top(count_height),
                      std::to_string(base::count_characters(asked.text)) + " / " +
                          std::to_string(protocol::note_letters),
                      {weight::medium, type::console_small, colour::ink_2}, {.across = across::right});
}

} // namespace motcua::counter::console
