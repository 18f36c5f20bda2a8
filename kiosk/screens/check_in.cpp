// The code of an appointment, typed or scanned, and why it gives no number.

#include "kiosk/screens/appointments.hpp"
#include "ui/format.hpp"

#include <algorithm>
#include <array>

namespace motcua::kiosk {

using namespace ui;

namespace {

/// Upright as on the keys of a phone, lying in the order of the alphabet; '\b' deletes.
constexpr std::array<std::string_view, 4> upright_keys{"23456789", "QWRTYP", "SDFGHJK", "ZXCVBNM\b"};
constexpr std::array<std::string_view, 3> lying_keys{"23456789BC", "DFGHJKMNPQ", "RSTVWXYZ\b"};

template <std::size_t Count>
void draw_keyboard(frame& frame, const rect& bounds, const std::array<std::string_view, Count>& keys,
                   float most)
{
    const auto lines = rows(bounds, static_cast<int>(Count), space::tiny);
    const float width = (bounds.width - (most - 1) * space::tiny) / most;
    for (std::size_t i = 0; i < Count; ++i) {
        const auto taken = static_cast<float>(keys[i].size()) * (width + space::tiny) - space::tiny;
        rect key{bounds.x + (bounds.width - taken) / 2, lines[i].y, width, lines[i].height};
        for (const char letter : keys[i]) {
            letter == '\b' ? draw_delete_key(frame, key) : draw_key(frame, key, letter);
            key.x += width + space::tiny;
        }
    }
}

void draw_boxes(frame& frame, const rect& bounds, const std::string& code)
{
    const auto boxes = columns(bounds, static_cast<int>(code_length), space::small);
    for (std::size_t i = 0; i < code_length; ++i) {
        frame.canvas.fill(boxes[i], colour::white, radius::small);
        frame.canvas.outline(boxes[i], i <= code.size() ? colour::navy : colour::border,
                             i == code.size() ? 4.0F : 2.0F, radius::small);
        if (i < code.size()) {
            frame.canvas.text(boxes[i], std::string(1, code[i]), {weight::bold, type::title},
                              {.across = across::centre, .leading = 1.2F});
        }
    }
}

void draw_check_in_button(frame& frame, const rect& bounds, const std::string& code)
{
    button(frame, bounds,
           {.label = frame.words("kiosk.check_in.confirm"),
            .icon = "check",
            .kind = button_kind::call,
            .enabled = code.size() == code_length,
            .size = type::subheading,
            .radius = radius::large},
           on(tapped_confirm{}));
}

struct shown_refusal
{
    std::string title;
    std::string body;
};

shown_refusal words_of(frame& frame, const state& state, const not_checked_in& shown)
{
    const auto title = frame.words("kiosk.not_checked_in");
    const auto ask = frame.words("kiosk.refused.other");
    switch (shown.why) {
    case check_in_refusal::too_early:
        return {frame.words("kiosk.check_in.early"),
                shown.time ? frame.words("kiosk.check_in.early.from", {{"time", clock_text(*shown.time)}})
                           : ask};
    case check_in_refusal::wrong_day:
        return {frame.words("kiosk.check_in.other_day"),
                shown.time
                    ? frame.words("kiosk.check_in.day", {{"when", when_words(frame, state, *shown.time)}})
                    : ask};
    case check_in_refusal::already:
        return {frame.words("kiosk.check_in.already"),
                shown.number.empty() ? frame.words("kiosk.ticket.invite")
                                     : frame.words("kiosk.check_in.number", {{"number", shown.number}})};
    case check_in_refusal::too_late:
        return {frame.words("kiosk.check_in.too_late"), frame.words("kiosk.check_in.book_again")};
    case check_in_refusal::unknown:
        return {frame.words("kiosk.check_in.unknown"), frame.words("kiosk.check_in.unknown.calm")};
    case check_in_refusal::cancelled:
        return {frame.words("kiosk.check_in.cancelled"), frame.words("kiosk.check_in.book_again")};
    case check_in_refusal::suspended:
        return {title, frame.words("kiosk.refused.suspended")};
    case check_in_refusal::unanswered:
        return {title, frame.words("kiosk.refused.busy")};
    case check_in_refusal::other:
        break;
    }
    return {title, ask};
}

} // namespace

void draw_code(frame& frame, rect area, const state& state, const entering_code& shown)
{
    const auto title = frame.words("kiosk.check_in");
    const auto hint = frame.words("kiosk.check_in.hint");
    if (lies(frame)) {
        area.height += space::hair; // of the margin: on a low screen three rows of keys leave no more
        auto strip = cut_heading_strip(frame, area);
        draw_back_button(frame, strip.cut_right(240, space::wide));
        draw_title(frame, strip, title, hint);
        draw_keyboard(frame, area.cut_bottom(3 * touch_size + 2 * space::tiny, space::wide), lying_keys, 10);
        auto line = area.cut_bottom(std::min(area.height, 104.0F));
        draw_check_in_button(frame, line.cut_right(560, space::wide), shown.code);
        return draw_boxes(frame, line, shown.code);
    }
    draw_heading(frame, area, title, "", state);
    draw_back_button(frame, area.cut_bottom(button_height(frame), space::wide));
    draw_keyboard(frame, area.cut_bottom(4 * 108, space::tiny), upright_keys, 8);
    frame.canvas.text(area.cut_bottom(40, space::wide), frame.words("kiosk.check_in.letters"),
                      {weight::regular, type::small, colour::ink_2},
                      {.across = across::centre, .smallest = type::console_small});
    frame.canvas.text(area.cut_top(84, space::normal), hint, {weight::regular, type::large, colour::ink_2},
                      {.lines = 2, .smallest = type::least});
    draw_boxes(frame, area.cut_top(132, space::large), shown.code);
    draw_check_in_button(frame, area.cut_top(144), shown.code);
}

void draw_not_checked_in(frame& frame, rect area, const state& state, const not_checked_in& shown)
{
    const auto words = words_of(frame, state, shown);
    draw_countdown(frame, area.cut_bottom(56, space::normal), state);
    const auto two = columns(area.cut_bottom(button_height(frame), space::wide), 2, space::wide);
    button(frame, two[0],
           {.label = frame.words("kiosk.home"), .icon = "arrow-left", .kind = button_kind::outlined},
           on(tapped_done{}));
    const bool can_retry = shown.unanswered.has_value();
    button(frame, two[1],
           {.label = frame.words(can_retry ? "kiosk.retry" : "kiosk.check_in.again"),
            .icon = can_retry ? "refresh-cw" : "keyboard"},
           on(can_retry ? event(tapped_retry{}) : event(tapped_check_in{})));
    const bool is_good = shown.why == check_in_refusal::already;
    draw_notice(frame, area, is_good ? "check" : "clock", is_good ? colour::green : colour::amber,
                words.title, words.body);
}

} // namespace motcua::kiosk
