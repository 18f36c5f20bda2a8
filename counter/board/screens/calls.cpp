#include "counter/board/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Rows of calls seen at once, and of two columns when there are more.
constexpr int rows_seen = 4;

/// Letters of what is over; 5:1 on the rows.
const sf::Color dimmed{0x9A, 0xAE, 0xCC};

std::string service_name(const frame& f, const state& s, const std::string& code)
{
    const auto known = std::ranges::find(s.services, code, &service::code);
    return known == s.services.end() ? code : name_of(f, *known);
}

void draw_number(frame& f, const rect& r, const std::string& number)
{
    const float sizes[] = {type::hall_number, type::ticket_number, type::counter_number};
    const auto* size = std::ranges::find_if(sizes, [&](float s) {
        return f.canvas.text_width(number, {weight::display, s}) <= r.width;
    });
    f.canvas.text(r, number, {weight::display, size == std::end(sizes) ? type::counter_number : *size},
                  {.leading = 1});
}

/// The counter's number below its label, or beside it where `r` is low.
void draw_counter(frame& f, rect r, const std::string& counter)
{
    f.canvas.fill(r, colour::ink, radius::large);
    r = r.inset(space::normal);
    const bool low = r.width > r.height * 2;
    const text_style large{weight::display, type::counter_number, colour::white};
    const float number_width = f.canvas.text_width(counter, large);
    const text_style number{large.weight, number_width > r.width ? type::history_number : large.size,
                            large.ink};
    const text_style label{weight::bold, low ? type::clock : type::heading, colour::gold};
    const auto words = f.words("hall.counter");
    if (low) {
        const float label_width = f.canvas.text_width(words, label) + 1;
        r = r.middle(label_width + space::large + number_width + 1, r.height);
        f.canvas.text(r.cut_left(label_width, space::large), words, label);
        return void(f.canvas.text(r, counter, number, {.leading = 1}));
    }
    f.canvas.text(r.cut_top(60), words, label, {.across = across::centre});
    f.canvas.text(r, counter, number, {.across = across::centre, .leading = 1});
}

void draw_nobody(frame& f, const rect& r)
{
    auto inside = r.middle(r.width, 270);
    const auto emblem = inside.cut_top(120, space::wide).centre();
    f.canvas.disc(emblem, 120, colour::ink);
    f.canvas.icon("bell", emblem, 60, colour::gold);
    f.canvas.text(inside.cut_top(70), f.words("hall.nobody"), {weight::bold, type::title},
                  {.across = across::centre});
    f.canvas.text(inside, f.words("hall.next"), {weight::medium, type::heading}, {.across = across::centre});
}

/// What of a row shows whether its number is called: a mark at its edge and gold, or dimmed letters.
sf::Color number_ink(const row& one) { return one.is_calling ? colour::gold : dimmed; }

/// Fills `r` for a row; what is left for its texts.
rect draw_ground(frame& f, const rect& r, const row& one, sf::Color ground)
{
    constexpr float mark = 14;
    if (one.is_calling) {
        f.canvas.fill({r.x, r.y, 2 * mark, r.height}, colour::gold, radius::normal);
    }
    const float left = one.is_calling ? mark : 0;
    f.canvas.fill({r.x + left, r.y, r.width - left, r.height}, ground, radius::normal);
    return r.inset(is_upright(f) ? space::large : 40, 0);
}

/// The counter of a row, cut off the right of `inside`, with its label before it: a word, or the arrow of the
/// large call where there is no room for a word.
void draw_row_counter(frame& f, rect& inside, const row& one, float least_width, float label_size)
{
    const text_style counter{weight::bold, type::history_number, one.is_calling ? colour::white : dimmed};
    const float width = std::max(least_width, f.canvas.text_width(one.call.counter, counter) + 1);
    f.canvas.text(inside.cut_right(width, space::tiny), one.call.counter, counter,
                  {.across = across::right, .leading = 1});
    if (label_size == 0) {
        return f.canvas.icon("chevron-right", inside.cut_right(40).centre(), 48, counter.ink);
    }
    const text_style label{weight::medium, label_size, counter.ink};
    const auto words = f.words("hall.counter");
    f.canvas.text(inside.cut_right(f.canvas.text_width(words, label) + 1, space::normal), words, label);
}

/// The name of a service is as large in every row: it is wrapped, and ends early where two lines are too few.
void draw_row(frame& f, const rect& r, const row& one, const state& s, sf::Color ground, float number_width)
{
    constexpr float sign = 44;
    auto inside = draw_ground(f, r, one, ground);
    const bool upright = is_upright(f);
    draw_row_counter(f, inside, one, upright ? 0 : 110, upright ? type::large : type::heading);
    f.canvas.text(inside.cut_left(number_width, space::wide), one.call.number,
                  {weight::bold, type::history_number, number_ink(one)}, {.leading = 1});
    const auto place = inside.cut_left(sign, space::normal).centre();
    if (one.is_calling) {
        f.canvas.icon("megaphone", place, sign, colour::gold);
    }
    f.canvas.text(
        inside, service_name(f, s, one.call.service),
        {weight::medium, upright ? type::large : type::subheading, one.is_calling ? colour::white : dimmed},
        {.lines = 2, .leading = 1.2F, .ends_early = true});
}

/// Every row of more than four, in two columns; what has no room takes turns.
void draw_many_rows(frame& f, const rect& r, const state& s)
{
    constexpr std::size_t across = 2;
    const auto cells = grid(r, across, rows_seen, space::tiny);
    const auto pages = (s.rows.size() + cells.size() - 1) / cells.size();
    const auto first = s.turn % pages * cells.size();
    for (std::size_t i = first; i < std::min(s.rows.size(), first + cells.size()); ++i) {
        const auto& one = s.rows[i];
        auto inside =
            draw_ground(f, cells[i - first], one, i / across % 2 ? colour::hall_row_b : colour::hall_row_a);
        draw_row_counter(f, inside, one, 0, is_upright(f) ? 0 : type::least);
        f.canvas.text(inside, one.call.number, {weight::bold, type::history_number, number_ink(one)},
                      {.leading = 1});
    }
}

} // namespace

void draw_large(frame& f, const rect& r, const state& s)
{
    f.canvas.fill(r, colour::gold, radius::huge);
    const bool upright = is_upright(f);
    auto inside = r.inset(upright ? space::large : 40, space::wide);
    if (!s.large) {
        return draw_nobody(f, inside);
    }
    auto top = inside.cut_top(64, space::hair);
    const auto label = f.words(s.is_calling ? "hall.calling" : "hall.called");
    const text_style heading{weight::bold, type::heading};
    f.canvas.text(top.cut_left(f.canvas.text_width(label, heading) + 1, space::large), label, heading);
    f.canvas.text(
        top, service_name(f, s, s.large->service), heading,
        {.across = across::right, .lines = 2, .smallest = type::small, .leading = 1.2F, .ends_early = true});
    if (upright) {
        draw_counter(f, inside.cut_bottom(190, space::normal), s.large->counter);
    } else {
        draw_counter(f, inside.cut_right(288, space::normal), s.large->counter);
        f.canvas.icon("chevron-right", inside.cut_right(48, space::tiny).centre(), 76, colour::ink);
    }
    draw_number(f, inside, s.large->number);
}

void draw_rows(frame& f, rect r, const state& s)
{
    if (s.rows.size() > std::size_t{rows_seen}) {
        return draw_many_rows(f, r, s);
    }
    // Of a fixed height however few there are, and the names below each other.
    const float height = rows(r, rows_seen, space::tiny).front().height;
    float number_width = 0;
    for (const auto& one : s.rows) {
        number_width = std::max(
            number_width, f.canvas.text_width(one.call.number, {weight::bold, type::history_number}) + 1);
    }
    for (std::size_t i = 0; i < s.rows.size(); ++i) {
        draw_row(f, r.cut_top(height, space::tiny), s.rows[i], s,
                 i % 2 ? colour::hall_row_b : colour::hall_row_a, number_width);
    }
    if (s.rows.size() * 2 <= std::size_t{rows_seen}) {
        draw_open_counters(f, r, s);
    }
}

} // namespace motcua::counter::board
