#include "counter/board/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Rows of calls seen at once, and of two columns when there are more.
constexpr int rows_seen = 4;

/// Letters of calls that are over; 5:1 on the rows.
const sf::Color dimmed{0x9A, 0xAE, 0xCC};

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

/// Gold letters, beside a mark at the edge, for a number that is called; dimmed ones otherwise.
sf::Color number_ink(const announcements::row& one) { return one.is_calling ? colour::gold : dimmed; }

/// Fills `bounds` for a row; the part left for its texts.
rect draw_ground(frame& frame, const rect& bounds, const announcements::row& one, sf::Color ground)
{
    constexpr float mark = 14;
    if (one.is_calling) {
        frame.canvas.fill({bounds.x, bounds.y, 2 * mark, bounds.height}, colour::gold, radius::normal);
    }
    const float left = one.is_calling ? mark : 0;
    frame.canvas.fill({bounds.x + left, bounds.y, bounds.width - left, bounds.height}, ground,
                      radius::normal);
    return bounds.inset(is_upright(frame) ? space::large : 40, 0);
}

/// The counter of a row, cut off the right of `inside`, with its label before it: a word, or the arrow of the
/// large call where there is no room for a word.
void draw_row_counter(frame& frame, rect& inside, const announcements::row& one, float least_width,
                      float label_size)
{
    const text_style counter{weight::bold, type::history_number, one.is_calling ? colour::white : dimmed};
    const float width = std::max(least_width, frame.canvas.text_width(one.call.counter, counter) + 1);
    frame.canvas.text(inside.cut_right(width, space::tiny), one.call.counter, counter,
                      {.across = across::right, .leading = 1});
    if (label_size == 0) {
        return frame.canvas.icon("chevron-right", inside.cut_right(40).centre(), 48, counter.ink);
    }
    const text_style label{weight::medium, label_size, counter.ink};
    const auto words = frame.words("board.counter");
    frame.canvas.text(inside.cut_right(frame.canvas.text_width(words, label) + 1, space::normal), words,
                      label);
}

/// The name of a service is as large in every row: it is wrapped, and ends early where two lines are too few.
void draw_row(frame& frame, const rect& bounds, const announcements::row& one, const state& state,
              sf::Color ground, float number_width)
{
    constexpr float sign = 44;
    auto inside = draw_ground(frame, bounds, one, ground);
    const bool upright = is_upright(frame);
    draw_row_counter(frame, inside, one, upright ? 0 : 110, upright ? type::large : type::heading);
    frame.canvas.text(inside.cut_left(number_width, space::wide), one.call.number,
                      {weight::bold, type::history_number, number_ink(one)}, {.leading = 1});
    const auto place = inside.cut_left(sign, space::normal).centre();
    if (one.is_calling) {
        frame.canvas.icon("megaphone", place, sign, colour::gold);
    }
    frame.canvas.text(
        inside, service_name(frame, state, one.call.service),
        {weight::medium, upright ? type::large : type::subheading, one.is_calling ? colour::white : dimmed},
        {.lines = 2, .leading = 1.2F, .ends_early = true});
}

/// Every row of more than four, in two columns; what has no room takes turns.
void draw_many_rows(frame& frame, const rect& bounds, const state& state)
{
    constexpr std::size_t across = 2;
    const auto cells = grid(bounds, across, rows_seen, space::tiny);
    const auto pages = (state.calls.rows.size() + cells.size() - 1) / cells.size();
    const auto first = state.turn % pages * cells.size();
    for (std::size_t i = first; i < std::min(state.calls.rows.size(), first + cells.size()); ++i) {
        const auto& one = state.calls.rows[i];
        auto inside = draw_ground(frame, cells[i - first], one,
                                  i / across % 2 ? colour::board_row_b : colour::board_row_a);
        draw_row_counter(frame, inside, one, 0, is_upright(frame) ? 0 : type::least);
        frame.canvas.text(inside, one.call.number, {weight::bold, type::history_number, number_ink(one)},
                          {.leading = 1});
    }
}

} // namespace

void draw_large(frame& frame, const rect& bounds, const state& state)
{
    frame.canvas.fill(bounds, colour::gold, radius::huge);
    const bool upright = is_upright(frame);
    auto inside = bounds.inset(upright ? space::large : 40, space::wide);
    if (!state.calls.large) {
        return draw_nobody(frame, inside);
    }
    auto top = inside.cut_top(64, space::hair);
    const auto label = frame.words(state.calls.is_calling ? "board.calling" : "board.called");
    const text_style heading{weight::bold, type::heading};
    frame.canvas.text(top.cut_left(frame.canvas.text_width(label, heading) + 1, space::large), label,
                      heading);
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

void draw_rows(frame& frame, rect bounds, const state& state)
{
    if (state.calls.rows.size() > std::size_t{rows_seen}) {
        return draw_many_rows(frame, bounds, state);
    }
    // Their height does not depend on their number, and the names stand below each other.
    const float height = rows(bounds, rows_seen, space::tiny).front().height;
    float number_width = 0;
    for (const auto& one : state.calls.rows) {
        number_width = std::max(
            number_width, frame.canvas.text_width(one.call.number, {weight::bold, type::history_number}) + 1);
    }
    for (std::size_t i = 0; i < state.calls.rows.size(); ++i) {
        draw_row(frame, bounds.cut_top(height, space::tiny), state.calls.rows[i], state,
                 i % 2 ? colour::board_row_b : colour::board_row_a, number_width);
    }
    if (state.calls.rows.size() * 2 <= std::size_t{rows_seen}) {
        draw_open_counters(frame, bounds, state);
    }
}

} // namespace motcua::counter::board
