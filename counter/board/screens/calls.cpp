#include "counter/board/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

std::string service_name(const frame& frame, const state& state, const std::string& code)
{
    const auto known = std::ranges::find(state.services, code, &service::code);
    return known == state.services.end() ? code : name_of(frame, *known);
}

void draw_number(frame& frame, const rect& bounds, const std::string& number)
{
    const float sizes[] = {type::board_number, type::ticket_number, type::counter_number};
    const auto* size = std::ranges::find_if(sizes, [&](float candidate) {
        return frame.canvas.text_width(number, {weight::display, candidate}) <= bounds.width;
    });
    frame.canvas.text(bounds, number,
                      {weight::display, size == std::end(sizes) ? type::counter_number : *size},
                      {.leading = 1});
}

/// The counter's number below its label, or beside it where `bounds` is low.
void draw_counter(frame& frame, rect bounds, const std::string& counter)
{
    frame.canvas.fill(bounds, colour::ink, radius::large);
    bounds = bounds.inset(space::normal);
    const bool low = bounds.width > bounds.height * 2;
    const text_style large{weight::display, type::counter_number, colour::white};
    const float number_width = frame.canvas.text_width(counter, large);
    const text_style number{large.weight, number_width > bounds.width ? type::history_number : large.size,
                            large.ink};
    const text_style label{weight::bold, low ? type::clock : type::heading, colour::gold};
    const auto words = frame.words("board.counter");
    if (low) {
        const float label_width = frame.canvas.text_width(words, label) + 1;
        bounds = bounds.middle(label_width + space::large + number_width + 1, bounds.height);
        frame.canvas.text(bounds.cut_left(label_width, space::large), words, label);
        return void(frame.canvas.text(bounds, counter, number, {.leading = 1}));
    }
    frame.canvas.text(bounds.cut_top(60), words, label, {.across = across::centre});
    frame.canvas.text(bounds, counter, number, {.across = across::centre, .leading = 1});
}

void draw_nobody(frame& frame, const rect& bounds)
{
    auto inside = bounds.middle(bounds.width, 270);
    const auto emblem = inside.cut_top(120, space::wide).centre();
    frame.canvas.disc(emblem, 120, colour::ink);
    frame.canvas.icon("bell", emblem, 60, colour::gold);
    frame.canvas.text(inside.cut_top(70), frame.words("board.nobody"), {weight::bold, type::title},
                      {.across = across::centre});
    frame.canvas.text(inside, frame.words("board.next"), {weight::medium, type::heading},
                      {.across = across::centre});
}

/// That the call was made again, and how often: cut off the left of `top`.
void draw_times(frame& frame, rect& top, int times)
{
    const auto words = frame.words("board.times", {{"n", std::to_string(times)}});
    const text_style style{weight::bold, type::large, colour::gold};
    constexpr float icon = 1.4F * type::large;
    auto pill = top.cut_left(icon + frame.canvas.text_width(words, style) + 3 * space::normal, space::large);
    pill = pill.middle(pill.width, 56);
    frame.canvas.fill(pill, colour::ink, 28);
    auto inside = pill.inset(space::normal, 0);
    frame.canvas.icon("megaphone", inside.cut_left(icon, space::normal).centre(), icon, colour::gold);
    frame.canvas.text(inside, words, style);
}

} // namespace

void draw_large(frame& frame, const rect& bounds, const state& state)
{
    frame.canvas.fill(bounds, state.is_pale ? colour::white : colour::gold, radius::huge);
    const bool upright = is_upright(frame);
    auto inside = bounds.inset(upright ? space::large : 40, space::wide);
    if (!state.calls.large) {
        return draw_nobody(frame, inside);
    }
    auto top = inside.cut_top(64, space::hair);
    const auto label = frame.words("board.calling");
    const text_style heading{weight::bold, type::heading};
    frame.canvas.text(top.cut_left(frame.canvas.text_width(label, heading) + 1, space::large), label,
                      heading);
    if (state.calls.large->times > 1) {
        draw_times(frame, top, state.calls.large->times);
    }
    frame.canvas.text(
        top, service_name(frame, state, state.calls.large->service), heading,
        {.across = across::right, .lines = 2, .smallest = type::small, .leading = 1.2F, .ends_early = true});
    if (upright) {
        draw_counter(frame, inside.cut_bottom(190, space::normal), state.calls.large->counter);
    } else {
        draw_counter(frame, inside.cut_right(288, space::normal), state.calls.large->counter);
        frame.canvas.icon("chevron-right", inside.cut_right(48, space::tiny).centre(), 76, colour::ink);
    }
    draw_number(frame, inside, state.calls.large->number);
}

} // namespace motcua::counter::board
