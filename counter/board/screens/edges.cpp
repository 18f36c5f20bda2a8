#include "counter/board/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Messages along the bottom of an office without notices, each in every language in turn.
constexpr std::size_t messages = 3;

struct line
{
    std::string text;
    text_style style;
    /// At most this many.
    int lines = 1;
};

/// Two texts in the middle of `bounds`, one below the other, the lower one never larger.
void two_lines(frame& frame, const rect& bounds, const line& upper, line lower, across side)
{
    const text_layout shrinking{.lines = upper.lines, .smallest = type::least, .leading = 1.25F};
    lower.style.size =
        std::min(lower.style.size, frame.canvas.fitting_size(bounds, {upper.text}, upper.style, shrinking));
    const auto height = [&](const line& one) {
        if (one.text.empty()) {
            return 0.0F;
        }
        const bool wide = one.lines > 1 && frame.canvas.text_width(one.text, one.style) > bounds.width;
        return one.style.size * 1.3F * (wide ? 2 : 1) + 2;
    };
    auto block = bounds.middle(bounds.width, height(upper) + space::hair + height(lower));
    for (const auto& one : {upper, lower}) {
        if (!one.text.empty()) {
            frame.canvas.text(
                block.cut_top(height(one), space::hair), one.text, one.style,
                {.across = side, .lines = one.lines, .smallest = type::least, .leading = 1.25F});
        }
    }
}

/// The day and the time; upright the one below the other. Cut off the right of `inside`.
void draw_clock(frame& frame, rect& inside, std::chrono::local_seconds now)
{
    const text_style clock{weight::bold, type::history_number, colour::white};
    const text_style medium{weight::medium, is_upright(frame) ? type::least : type::large, colour::white};
    const auto time = clock_text(now);
    const auto date = date_text(now);
    const auto weekday = frame.words(weekday_key(now));
    const float clock_width = frame.canvas.text_width(time, clock) + 1;
    if (is_upright(frame)) {
        const auto day = weekday + ", " + date;
        const float width = std::max(clock_width, frame.canvas.text_width(day, medium) + 1);
        auto block = inside.cut_right(width, space::large);
        block = block.middle(width, 128);
        frame.canvas.text(block.cut_top(84, space::tiny), time, clock,
                          {.across = across::right, .leading = 1});
        return void(frame.canvas.text(block, day, medium, {.across = across::right}));
    }
    frame.canvas.text(inside.cut_right(clock_width, space::large), time, clock, {.leading = 1});
    frame.canvas.fill(rect{inside.right(), inside.y, 2, inside.height}.middle(2, 60), colour::border);
    inside.cut_right(space::large);
    const float width =
        std::max(frame.canvas.text_width(weekday, medium), frame.canvas.text_width(date, medium));
    two_lines(frame, inside.cut_right(width + 1, space::large), {weekday, medium}, {date, medium},
              across::right);
}

/// The notice whose turn it is, in its language: the office's own, or else what holds for every office.
const std::string* message_text(const frame& frame, const state& state, const std::string& language)
{
    const auto round = state.turn / state.languages.size();
    if (state.notices.empty()) {
        return frame.canvas.assets().words().find(language,
                                                  "board.message." + std::to_string(round % messages + 1));
    }
    const auto& shown = state.notices[round % state.notices.size()];
    return language == "en" && !shown.en.empty() ? &shown.en : &shown.vi;
}

void draw_messages(frame& frame, rect bounds, const state& state)
{
    frame.canvas.fill(bounds, colour::white);
    const text_style style{weight::bold, type::subheading, colour::white};
    const auto& words = frame.canvas.assets().words();
    const auto& language = state.languages[state.turn % state.languages.size()];
    const auto* label = words.find(language, "board.message");
    const auto* text = message_text(frame, state, language);
    if (!label || !text) {
        return frame.canvas.complain("no notice in " + language);
    }
    const float around = is_upright(frame) ? 104 : 160;
    const auto sign = bounds.cut_left(frame.canvas.text_width(*label, style) + around);
    frame.canvas.fill(sign, colour::red);
    labelled_icon(frame, sign, "bell", *label, style, across::centre);
    frame.canvas.text(
        bounds.inset(space::large, 0), *text, {weight::semibold, type::subheading},
        {.lines = 2, .smallest = type::console, .leading = 1.2F, .ends_early = !state.notices.empty()});
}

} // namespace

bool is_upright(const frame& frame) { return frame.area().height > frame.area().width; }

float margin(const frame& frame) { return is_upright(frame) ? 32 : 40; }

void draw_header(frame& frame, const rect& bounds, const state& state)
{
    constexpr float rule = 4, emblem_side = 86;
    frame.canvas.gradient(bounds, colour::navy, colour::navy_2);
    frame.canvas.fill({bounds.x, bounds.bottom() - rule, bounds.width, rule}, colour::gold);
    auto inside = bounds.inset(margin(frame), 0);
    inside.height -= rule;
    const auto emblem = inside.cut_left(emblem_side, space::wide).centre();
    frame.canvas.disc(emblem, emblem_side, colour::white);
    frame.canvas.icon("landmark", emblem, 52, colour::navy);
    if (state.time) {
        draw_clock(frame, inside, *state.time);
    }
    const bool english = frame.language() == "en";
    const bool upright = is_upright(frame);
    const text_style upper{weight::bold, upright ? type::large : type::subheading, colour::white};
    const text_style lower{weight::semibold, upright ? type::least : type::large, colour::gold_light};
    const int lines = upright ? 2 : 1;
    two_lines(frame, inside, {english ? state.office_en : state.office, upper, lines},
              {english ? state.office : state.office_en, lower, lines}, across::left);
}

void draw_bottom(frame& frame, rect bounds, const state& state)
{
    if (state.trust == trust::fresh || state.trust == trust::starting) {
        return draw_messages(frame, bounds, state);
    }
    const bool stale = state.trust == trust::stale;
    const auto ink = stale ? colour::white : colour::ink;
    frame.canvas.fill(bounds, stale ? colour::red : colour::white);
    const auto time = clock_text(state.known_at);
    const auto words = stale ? frame.words("board.stale", {{"time", time}}) : frame.words("connection.lost");
    const text_style style{weight::bold, type::subheading, ink};
    bounds = bounds.inset(margin(frame), 0);
    constexpr float side = 40;
    const float taken = side + space::normal + frame.canvas.text_width(words, style) + 1;
    bounds = bounds.middle(std::min(taken, bounds.width), bounds.height);
    frame.canvas.icon("wifi-off", bounds.cut_left(side, space::normal).centre(), side, ink);
    frame.canvas.text(bounds, words, style, {.lines = 2, .smallest = type::least});
}

} // namespace motcua::counter::board
