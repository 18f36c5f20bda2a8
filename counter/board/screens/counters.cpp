#include "counter/board/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Counters below each other; more stand in two columns, and more than those take turns.
constexpr int most_down = 4;

/// The code of the counter, cut off the left of `bounds` with its label before it.
void draw_code(frame& frame, rect& bounds, const std::string& code)
{
    const text_style label{weight::medium, type::large, colour::white};
    const text_style number{weight::bold, type::clock, colour::white};
    const auto words = frame.words("board.counter");
    frame.canvas.text(bounds.cut_left(frame.canvas.text_width(words, label) + 1, space::small), words, label);
    const float width = frame.canvas.text_width(code, number) + 1;
    frame.canvas.text(bounds.cut_left(width, space::normal), code, number, {.leading = 1});
}

/// Right of the code: the number there, gold and with a sign while it is called.
void draw_number(frame& frame, rect bounds, const std::string& number, bool is_called)
{
    constexpr float sign = 48;
    const text_style style{weight::bold, type::history_number, is_called ? colour::gold : colour::white};
    const float width = frame.canvas.text_width(number, style) + 1;
    frame.canvas.text(bounds.cut_right(width, space::normal), number, style,
                      {.across = across::right, .leading = 1});
    if (is_called && bounds.width >= sign) {
        frame.canvas.icon("megaphone", bounds.cut_right(sign).centre(), sign, colour::gold);
    }
}

/// The windows' own words for what the server found; any other reason is the office's text.
std::string reason_words(frame& frame, const std::string& reason)
{
    const bool is_ours = reason == "console_gone" || reason == "officer_gone";
    return is_ours ? frame.words("board." + reason) : reason;
}

void draw_pause(frame& frame, rect bounds, const std::string& reason)
{
    const text_style bold{weight::bold, type::large, colour::white};
    const auto words = frame.words("board.paused");
    if (reason.empty()) {
        return void(frame.canvas.text(bounds, words, bold, {.across = across::right}));
    }
    const text_style medium{weight::medium, type::least, colour::white};
    const text_layout layout{
        .across = across::right, .down = down::top, .lines = 2, .leading = 1.15F, .ends_early = true};
    const auto why = reason_words(frame, reason);
    const float most = 2 * medium.size * layout.leading;
    const float below = std::min(most, frame.canvas.text_height(bounds.width, why, medium, layout)) + 1;
    bounds = bounds.middle(bounds.width, 36 + below);
    frame.canvas.text(bounds.cut_top(36), words, bold, {.across = across::right, .leading = 1.15F});
    frame.canvas.text(bounds, why, medium, layout);
}

bool is_called(const state& state, const manned_counter& one)
{
    const auto is_here = [&](const call& made) {
        return made.counter == one.code && made.number == one.number;
    };
    return (state.calls.large && is_here(*state.calls.large)) ||
           std::ranges::any_of(state.calls.others, is_here);
}

void draw_cell(frame& frame, const rect& bounds, const state& state, const manned_counter& one)
{
    const bool called = is_called(state, one);
    frame.canvas.fill(bounds, one.number.empty() ? colour::board_row_b : colour::board_row_a, radius::normal);
    if (called) {
        frame.canvas.outline(bounds, colour::gold, 4, radius::normal);
    }
    auto inside = bounds.inset(space::wide, 0);
    draw_code(frame, inside, one.code);
    if (!one.number.empty()) {
        draw_number(frame, inside, one.number, called);
    } else if (one.is_paused) {
        draw_pause(frame, inside, one.reason);
    } else {
        frame.canvas.text(inside, frame.words("board.ready"), {weight::bold, type::large, colour::white},
                          {.across = across::right});
    }
}

} // namespace

void draw_counters(frame& frame, const rect& bounds, const state& state)
{
    auto all = state.counters;
    if (all.empty()) {
        frame.canvas.outline(bounds, colour::board_row_a, 3, radius::normal);
        frame.canvas.text(bounds, frame.words("board.none_open"),
                          {weight::medium, type::subheading, colour::white}, {.across = across::centre});
        return;
    }
    const int columns_seen = all.size() > std::size_t{most_down} ? 2 : 1;
    const auto seen = static_cast<std::size_t>(columns_seen) * std::size_t{most_down};
    const auto pages = (all.size() + seen - 1) / seen;
    if (pages > 1) {
        // A number that is called is on the first page at least, and the pages turn soon.
        std::stable_partition(all.begin(), all.end(), [&](const auto& one) { return is_called(state, one); });
    }
    const auto cells = grid(bounds, columns_seen, most_down, space::small);
    const auto first = state.turn % pages * seen;
    for (std::size_t i = first; i < std::min(all.size(), first + seen); ++i) {
        const auto nth = i - first;
        const auto down = nth % std::size_t{most_down}, across = nth / std::size_t{most_down};
        draw_cell(frame, cells[down * static_cast<std::size_t>(columns_seen) + across], state, all[i]);
    }
}

} // namespace motcua::counter::board
