#include "kiosk/screens/parts.hpp"
#include "kiosk/limits.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

constexpr float switch_padding = 44; ///< of one language

std::vector<choice> languages(const frame& frame, const state& state)
{
    const auto& words = frame.canvas.assets().words();
    std::vector<choice> choices;
    for (const auto& code : words.languages()) {
        const auto* name = words.find(code, "language.name");
        choices.push_back({name ? *name : code, on(tapped_language{code}), code == state.language});
    }
    return choices;
}

float switch_width(const frame& frame, const std::vector<choice>& choices)
{
    float width = 0;
    for (const auto& c : choices) {
        width += frame.canvas.text_width(c.label, {weight::bold, type::large}) + switch_padding;
    }
    return width;
}

void language_switch(frame& frame, const rect& bounds, const std::vector<choice>& choices)
{
    segmented(frame, bounds.middle(bounds.width, touch_size), choices, type::large);
}

} // namespace

void draw_header(frame& frame, const rect& bounds, const state& state, bool switches)
{
    header_look look{.title = name_in(state.office.name, state.language)};
    if (look.title.empty()) {
        look.title = frame.words("kiosk.header");
    }
    if (state.time) {
        look.clock = clock_text(*state.time);
        look.date = frame.words(
            "date", {{"weekday", frame.words(weekday_key(*state.time))}, {"date", date_text(*state.time)}});
    }
    const auto choices = languages(frame, state);
    if (lies(frame)) {
        look.reserved = switch_width(frame, choices);
    }
    const auto kept = header(frame, bounds, look);
    if (lies(frame) && switches) {
        language_switch(frame, kept, choices);
    }
}

void draw_footer(frame& frame, const rect& bounds)
{
    frame.canvas.fill(bounds, colour::white);
    frame.canvas.fill({bounds.x, bounds.y, bounds.width, 2}, colour::line);
    labelled_icon(frame, bounds.inset(margin, 0), "info", frame.words("kiosk.help"),
                  {weight::medium, type::body, colour::ink_2}, across::centre);
}

rect cut_heading_strip(const frame& frame, rect& area)
{
    return area.cut_top(lies(frame) ? touch_size : 124, space::wide);
}

void draw_title(frame& frame, rect bounds, std::string_view title, std::string_view hint)
{
    if (!hint.empty()) {
        frame.canvas.text(bounds.cut_bottom(lies(frame) ? 38 : 52), hint,
                          {weight::regular, lies(frame) ? type::body : type::large, colour::ink_2},
                          {.smallest = type::least});
    }
    frame.canvas.text(bounds, title, {weight::bold, lies(frame) ? type::heading : type::title},
                      {.smallest = type::large});
}

void draw_heading(frame& frame, rect& area, std::string_view title, std::string_view hint, const state& state)
{
    auto strip = cut_heading_strip(frame, area);
    if (!lies(frame)) {
        const auto choices = languages(frame, state);
        language_switch(frame, strip.cut_right(switch_width(frame, choices), space::wide), choices);
    }
    draw_title(frame, strip, title, hint);
}

std::string class_words(frame& frame, const state& state, std::string_view priority)
{
    return frame.words("priority." + std::string(priority),
                       {{"age", std::to_string(state.office.elderly_age)},
                        {"months", std::to_string(state.office.infant_months)}});
}

/// Emblem above the words, or beside them on a low screen.
void draw_notice(frame& frame, const rect& bounds, std::string_view icon, sf::Color ink,
                 std::string_view title, std::string_view body)
{
    const auto place = bounds.middle(bounds.width, std::min(bounds.height, 860.0F));
    card(frame, place, {.radius = radius::huge});
    auto inside = place.inset(space::vast, space::wide);
    const bool beside = lies(frame);
    const auto side = beside ? across::left : across::centre;
    const text_style body_style{weight::regular, type::subheading, colour::ink_2};
    const text_layout body_layout{
        .across = side, .down = down::top, .lines = 5, .smallest = type::body, .leading = 1.4F};
    const float emblem_side = 200, title_height = 150;
    rect emblem;
    if (beside) {
        emblem = inside.cut_left(emblem_side, space::vast);
        inside = inside.middle(inside.width, std::min(inside.height, 308.0F));
    } else {
        const float body_height =
            std::min(frame.canvas.text_height(inside.width, body, body_style, body_layout), 240.0F);
        inside = inside.middle(inside.width,
                               emblem_side + space::huge + title_height + space::normal + body_height);
        emblem = inside.cut_top(emblem_side, space::huge);
    }
    frame.canvas.disc(emblem.centre(), emblem_side, colour::blue_background);
    frame.canvas.icon(icon, emblem.centre(), 104, ink);
    const float upper = beside ? inside.height / 2 - space::hair : title_height;
    frame.canvas.text(inside.cut_top(upper, beside ? space::tiny : space::normal), title,
                      {weight::bold, type::title, ink},
                      {.across = side,
                       .down = beside ? down::bottom : down::middle,
                       .lines = 2,
                       .smallest = type::subheading});
    frame.canvas.text(inside, body, body_style, body_layout);
}

void draw_back_button(frame& frame, const rect& bounds)
{
    button(frame, bounds,
           {.label = frame.words("kiosk.back"),
            .icon = "arrow-left",
            .kind = button_kind::outlined,
            .size = type::subheading},
           on(tapped_back{}));
}

void draw_done_button(frame& frame, const rect& bounds, std::string label, std::string icon)
{
    button(
        frame, bounds,
        {.label = std::move(label), .icon = std::move(icon), .size = type::heading, .radius = radius::large},
        on(tapped_done{}));
}

void draw_countdown(frame& frame, const rect& bounds, const state& state)
{
    auto inside = bounds;
    frame.canvas.text(inside.cut_top(40, space::tiny),
                      frame.words("kiosk.home_in", {{"n", std::to_string(state.home_in.count())}}),
                      {weight::regular, type::small, colour::ink_2},
                      {.across = across::centre, .smallest = type::least});
    const auto share = static_cast<float>(state.home_in.count()) /
                       static_cast<float>(std::max<std::chrono::seconds::rep>(1, state.home_after.count()));
    progress(frame, inside.middle(360, 8), share, colour::border);
}

} // namespace motcua::kiosk
