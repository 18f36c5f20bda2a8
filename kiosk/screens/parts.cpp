#include "kiosk/screens/parts.hpp"
#include "kiosk/limits.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

constexpr float switch_padding = 44; ///< of one language

std::vector<choice> languages(const frame& f, const state& s)
{
    const auto& words = f.canvas.assets().words();
    std::vector<choice> choices;
    for (const auto& code : words.languages()) {
        const auto* name = words.find(code, "language.name");
        choices.push_back({name ? *name : code, {"language", code}, code == s.language});
    }
    return choices;
}

float switch_width(const frame& f, const std::vector<choice>& choices)
{
    float width = 0;
    for (const auto& c : choices) {
        width += f.canvas.text_width(c.label, {weight::bold, type::large}) + switch_padding;
    }
    return width;
}

void language_switch(frame& f, const rect& r, const std::vector<choice>& choices)
{
    segmented(f, r.middle(r.width, touch_size), choices, type::large);
}

} // namespace

void draw_header(frame& f, const rect& r, const state& s, bool switches)
{
    header_look look{.title = name_in(s.office.name, s.language)};
    if (look.title.empty()) {
        look.title = f.words("kiosk.header");
    }
    if (s.time) {
        look.clock = clock_text(*s.time);
        look.date =
            f.words("date", {{"weekday", f.words(weekday_key(*s.time))}, {"date", date_text(*s.time)}});
    }
    const auto choices = languages(f, s);
    if (lies(f)) {
        look.reserved = switch_width(f, choices);
    }
    const auto kept = header(f, r, look);
    if (lies(f) && switches) {
        language_switch(f, kept, choices);
    }
}

void draw_footer(frame& f, const rect& r)
{
    f.canvas.fill(r, colour::white);
    f.canvas.fill({r.x, r.y, r.width, 2}, colour::line);
    labelled_icon(f, r.inset(margin, 0), "info", f.words("kiosk.help"),
                  {weight::medium, type::body, colour::ink_2}, across::centre);
}

rect cut_heading_strip(const frame& f, rect& area)
{
    return area.cut_top(lies(f) ? touch_size : 124, space::wide);
}

void draw_title(frame& f, rect r, std::string_view title, std::string_view hint)
{
    if (!hint.empty()) {
        f.canvas.text(r.cut_bottom(lies(f) ? 38 : 52), hint,
                      {weight::regular, lies(f) ? type::body : type::large, colour::ink_2},
                      {.smallest = type::least});
    }
    f.canvas.text(r, title, {weight::bold, lies(f) ? type::heading : type::title}, {.smallest = type::large});
}

void draw_heading(frame& f, rect& area, std::string_view title, std::string_view hint, const state& s)
{
    auto strip = cut_heading_strip(f, area);
    if (!lies(f)) {
        const auto choices = languages(f, s);
        language_switch(f, strip.cut_right(switch_width(f, choices), space::wide), choices);
    }
    draw_title(f, strip, title, hint);
}

/// Emblem above the words, or beside them where there is no height for that.
void draw_notice(frame& f, const rect& r, std::string_view icon, sf::Color ink, std::string_view title,
                 std::string_view body)
{
    const auto place = r.middle(r.width, std::min(r.height, 860.0F));
    card(f, place, {.radius = radius::huge});
    auto inside = place.inset(space::vast, space::wide);
    const bool beside = lies(f);
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
            std::min(f.canvas.text_height(inside.width, body, body_style, body_layout), 240.0F);
        inside = inside.middle(inside.width,
                               emblem_side + space::huge + title_height + space::normal + body_height);
        emblem = inside.cut_top(emblem_side, space::huge);
    }
    f.canvas.disc(emblem.centre(), emblem_side, colour::blue_background);
    f.canvas.icon(icon, emblem.centre(), 104, ink);
    const float upper = beside ? inside.height / 2 - space::hair : title_height;
    f.canvas.text(inside.cut_top(upper, beside ? space::tiny : space::normal), title,
                  {weight::bold, type::title, ink},
                  {.across = side,
                   .down = beside ? down::bottom : down::middle,
                   .lines = 2,
                   .smallest = type::subheading});
    f.canvas.text(inside, body, body_style, body_layout);
}

void draw_back_button(frame& f, const rect& r)
{
    button(f, r,
           {.label = f.words("kiosk.back"),
            .icon = "arrow-left",
            .kind = button_kind::outlined,
            .size = type::subheading},
           {"back"});
}

void draw_done_button(frame& f, const rect& r, std::string label, std::string icon)
{
    button(
        f, r,
        {.label = std::move(label), .icon = std::move(icon), .size = type::heading, .radius = radius::large},
        {"done"});
}

void draw_countdown(frame& f, const rect& r, const state& s)
{
    auto inside = r;
    f.canvas.text(
        inside.cut_top(40, space::tiny), f.words("kiosk.home_in", {{"n", std::to_string(s.home_in.count())}}),
        {weight::regular, type::small, colour::ink_2}, {.across = across::centre, .smallest = type::least});
    const auto share = static_cast<float>(s.home_in.count()) / static_cast<float>(limits::shown.count());
    progress(f, inside.middle(360, 8), share, colour::border);
}

} // namespace motcua::kiosk
