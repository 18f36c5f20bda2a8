#include "counter/board/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Messages along the bottom, each in every language in turn.
constexpr std::size_t messages = 3;

struct line
{
    std::string text;
    text_style style;
    /// At most so many.
    int lines = 1;
};

/// Two texts in the middle of `r`, one below the other, the lower one never larger.
void two_lines(frame& f, const rect& r, const line& upper, line lower, across a)
{
    const text_layout shrinking{.lines = upper.lines, .smallest = type::least, .leading = 1.25F};
    lower.style.size =
        std::min(lower.style.size, f.canvas.fitting_size(r, {upper.text}, upper.style, shrinking));
    const auto height = [&](const line& one) {
        if (one.text.empty()) {
            return 0.0F;
        }
        const bool wide = one.lines > 1 && f.canvas.text_width(one.text, one.style) > r.width;
        return one.style.size * 1.3F * (wide ? 2 : 1) + 2;
    };
    auto block = r.middle(r.width, height(upper) + space::hair + height(lower));
    for (const auto& one : {upper, lower}) {
        if (!one.text.empty()) {
            f.canvas.text(block.cut_top(height(one), space::hair), one.text, one.style,
                          {.across = a, .lines = one.lines, .smallest = type::least, .leading = 1.25F});
        }
    }
}

/// The day and the time; upright the one below the other. Cut off the right of `inside`.
void draw_clock(frame& f, rect& inside, std::chrono::local_seconds now)
{
    const text_style clock{weight::bold, type::history_number, colour::white};
    const text_style medium{weight::medium, is_upright(f) ? type::least : type::large, colour::white};
    const auto time = clock_text(now);
    const auto date = date_text(now);
    const auto weekday = f.words(weekday_key(now));
    const float clock_width = f.canvas.text_width(time, clock) + 1;
    if (is_upright(f)) {
        const auto day = weekday + ", " + date;
        const float width = std::max(clock_width, f.canvas.text_width(day, medium) + 1);
        auto block = inside.cut_right(width, space::large);
        block = block.middle(width, 128);
        f.canvas.text(block.cut_top(84, space::tiny), time, clock, {.across = across::right, .leading = 1});
        return void(f.canvas.text(block, day, medium, {.across = across::right}));
    }
    f.canvas.text(inside.cut_right(clock_width, space::large), time, clock, {.leading = 1});
    f.canvas.fill(rect{inside.right(), inside.y, 2, inside.height}.middle(2, 60), colour::border);
    inside.cut_right(space::large);
    const float width = std::max(f.canvas.text_width(weekday, medium), f.canvas.text_width(date, medium));
    two_lines(f, inside.cut_right(width + 1, space::large), {weekday, medium}, {date, medium}, across::right);
}

void draw_messages(frame& f, rect r, const state& s)
{
    f.canvas.fill(r, colour::white);
    const text_style style{weight::bold, type::subheading, colour::white};
    const auto& words = f.canvas.assets().words();
    const auto languages = words.languages();
    const auto& language = languages[s.turn % languages.size()];
    const auto key = "hall.message." + std::to_string(s.turn / languages.size() % messages + 1);
    const auto* label = words.find(language, "hall.message");
    const auto* text = words.find(language, key);
    if (!label || !text) {
        return f.canvas.complain("no text " + key);
    }
    const float around = is_upright(f) ? 104 : 160;
    const auto sign = r.cut_left(f.canvas.text_width(*label, style) + around);
    f.canvas.fill(sign, colour::red);
    labelled_icon(f, sign, "bell", *label, style, across::centre);
    f.canvas.text(r.inset(space::large, 0), *text, {weight::semibold, type::subheading},
                  {.lines = 2, .smallest = type::least});
}

} // namespace

bool is_upright(const frame& f) { return f.area().height > f.area().width; }

float margin(const frame& f) { return is_upright(f) ? 32 : 40; }

void draw_header(frame& f, const rect& r, const state& s)
{
    constexpr float rule = 4, emblem_side = 86;
    f.canvas.gradient(r, colour::navy, colour::navy_2);
    f.canvas.fill({r.x, r.bottom() - rule, r.width, rule}, colour::gold);
    auto inside = r.inset(margin(f), 0);
    inside.height -= rule;
    const auto emblem = inside.cut_left(emblem_side, space::wide).centre();
    f.canvas.disc(emblem, emblem_side, colour::white);
    f.canvas.icon("landmark", emblem, 52, colour::navy);
    if (s.time) {
        draw_clock(f, inside, *s.time);
    }
    const bool english = f.language() == "en";
    const bool upright = is_upright(f);
    const text_style upper{weight::bold, upright ? type::large : type::subheading, colour::white};
    const text_style lower{weight::semibold, upright ? type::least : type::large, colour::gold_light};
    const int lines = upright ? 2 : 1;
    two_lines(f, inside, {english ? s.office_en : s.office, upper, lines},
              {english ? s.office : s.office_en, lower, lines}, across::left);
}

void draw_bottom(frame& f, rect r, const state& s)
{
    if (s.trust == trust::fresh || s.trust == trust::starting) {
        return draw_messages(f, r, s);
    }
    const bool stale = s.trust == trust::stale;
    const auto ink = stale ? colour::white : colour::ink;
    f.canvas.fill(r, stale ? colour::red : colour::white);
    const auto time = clock_text(s.known_at);
    const auto words = stale ? f.words("hall.stale", {{"time", time}}) : f.words("connection.lost");
    const text_style style{weight::bold, type::subheading, ink};
    r = r.inset(margin(f), 0);
    constexpr float side = 40;
    const float taken = side + space::normal + f.canvas.text_width(words, style) + 1;
    r = r.middle(std::min(taken, r.width), r.height);
    f.canvas.icon("wifi-off", r.cut_left(side, space::normal).centre(), side, ink);
    f.canvas.text(r, words, style, {.lines = 2, .smallest = type::least});
}

} // namespace motcua::counter::board
