#include "enrolment/screen.hpp"

#include "ui/widgets.hpp"

#include <algorithm>
#include <vector>

namespace motcua::enrolment {

using namespace ui;

namespace {

constexpr float margin = space::huge;

bool lies(const frame& frame) { return frame.area().width > frame.area().height; }

void draw_header(frame& frame, const rect& bounds, const state& state)
{
    const auto& words = frame.canvas.assets().words();
    std::vector<choice> languages;
    float width = 0;
    for (const auto& code : words.languages()) {
        const auto* name = words.find(code, "language.name");
        languages.push_back(
            {name ? *name : code, action(event(chose_language{code})), code == state.language});
        width += frame.canvas.text_width(languages.back().label, {weight::bold, type::large}) + 44;
    }
    const auto kept = header(frame, bounds, {.title = frame.words("enrol.header"), .reserved = width});
    segmented(frame, kept.middle(kept.width, touch_size), languages, type::large);
}

/// The end of `text` that fits into `room`: where the next letter goes.
std::string end_of(const frame& frame, const std::string& text, const text_style& style, float room)
{
    if (frame.canvas.text_width(text, style) <= room) {
        return text;
    }
    std::size_t first = 1;
    while (frame.canvas.text_width("…" + text.substr(first), style) > room) {
        ++first;
    }
    return "…" + text.substr(first);
}

void draw_field(frame& frame, rect bounds, const state& state)
{
    const auto button_width = lies(frame) ? 220.0F : 260.0F;
    button(frame, bounds.cut_right(button_width, space::normal),
           {.label = frame.words("enrol.address.ok"), .key = state.draws_keyboard ? "" : "Enter"},
           action(event(confirmed{})));
    const text_style style{weight::medium, type::subheading};
    text_field(frame, bounds,
               {.text = end_of(frame, state.text, style, bounds.width - 2 * space::normal - 8),
                .placeholder = "10.0.0.5:8443",
                .focused = true,
                .size = style.size},
               action(event(ticked{})));
}

void draw_address(frame& frame, rect area, const state& state)
{
    if (state.draws_keyboard) {
        const float side = std::min(area.x, lies(frame) ? space::huge : space::wide);
        auto keys = area.cut_bottom(keyboard_height, lies(frame) ? space::tiny : space::normal);
        keys = {side, keys.y, frame.area().width - 2 * side, keys.height};
        draw_keyboard(frame, keys);
    }
    const float height = lies(frame) && state.draws_keyboard ? area.height : 290;
    auto place = area.middle(area.width, std::min(area.height, height));
    draw_field(frame, place.cut_bottom(touch_size, space::normal), state);
    const bool low = place.height < 130;
    const auto hint = frame.words(state.is_wrong ? "enrol.address.wrong" : "enrol.address.hint");
    const auto ink = state.is_wrong ? colour::red : colour::ink_2;
    auto words = place.cut_bottom(low ? 32 : 96, low ? 0 : space::tiny);
    if (state.is_wrong) {
        frame.canvas.icon("circle-alert", words.cut_left(40, space::small).centre(), 36, ink);
    }
    frame.canvas.text(words, hint, {weight::medium, low ? type::least : type::body, ink},
                      {.lines = low ? 1 : 2, .smallest = type::console});
    frame.canvas.text(place, frame.words("enrol.address.title"),
                      {weight::bold, low ? type::large : type::title}, {.smallest = type::large});
}

struct shown_notice
{
    ui::tone tone;
    std::string_view icon;
    std::string text;
};

/// The most important thing to say beside the code.
std::optional<shown_notice> notice_of(frame& frame, const state& state)
{
    using enum client::enrolment_trouble;
    if (!state.why_not_kept.empty()) {
        return shown_notice{tone::alert, "circle-alert",
                            frame.words("enrol.not_kept", {{"why", state.why_not_kept}})};
    }
    switch (state.trouble) {
    case away:
        return shown_notice{tone::alert, "wifi-off", frame.words("enrol.away")};
    case distrusted:
        return shown_notice{tone::alert, "circle-alert", frame.words("enrol.distrusted")};
    case too_many:
        return shown_notice{tone::alert, "hourglass", frame.words("enrol.too_many")};
    case too_old:
        return shown_notice{tone::alert, "circle-alert", frame.words("enrol.too_old")};
    case none:
        break;
    }
    if (state.is_renewed) {
        return shown_notice{tone::priority, "refresh-cw", frame.words("enrol.renewed")};
    }
    if (state.was_revoked) {
        return shown_notice{tone::priority, "triangle-alert", frame.words("enrol.revoked")};
    }
    return std::nullopt;
}

/// "482 913": two groups are read to somebody without a mistake.
std::string grouped(const std::string& code)
{
    return code.size() == 6 ? code.substr(0, 3) + " " + code.substr(3) : code;
}

void draw_code(frame& frame, const rect& bounds, const state& state)
{
    card(frame, bounds, {.radius = radius::huge});
    auto inside = bounds.inset(space::large, space::normal);
    frame.canvas.text(inside.cut_top(52), frame.words("enrol.code"),
                      {weight::bold, type::heading, colour::navy}, {.across = across::centre});
    const auto foot = inside.cut_bottom(44);
    if (state.code.empty()) {
        frame.canvas.icon("hourglass", inside.centre(), 96, colour::border);
        if (state.why_not_kept.empty()) {
            frame.canvas.text(foot, frame.words("enrol.asking"), {weight::medium, type::body, colour::ink_2},
                              {.across = across::centre, .smallest = type::console});
        }
        return;
    }
    const auto code = grouped(state.code);
    const text_style large{weight::display, type::ticket_number, colour::ink};
    const bool fits = frame.canvas.text_width(code, large) <= inside.width;
    frame.canvas.text(inside, code,
                      {weight::display, fits ? type::ticket_number : type::counter_number, colour::ink},
                      {.across = across::centre, .leading = 1});
    labelled_icon(frame, foot, "timer",
                  frame.words("enrol.left", {{"n", std::to_string(state.left.count())}}),
                  {weight::medium, type::body, colour::ink_2}, across::centre);
}

/// A label and its value beside it.
void draw_fact(frame& frame, rect bounds, std::string_view icon, std::string_view label,
               std::string_view value)
{
    frame.canvas.icon(icon, bounds.cut_left(40, space::normal).centre(), 36, colour::navy);
    frame.canvas.text(bounds.cut_left(150, space::normal), label, {weight::medium, type::body, colour::ink_2},
                      {.smallest = type::console});
    frame.canvas.text(bounds, value, {weight::bold, type::body},
                      {.smallest = type::console, .ends_early = true});
}

/// What kind of device it is and where its server is, below each other or side by side.
void draw_facts(frame& frame, const std::vector<rect>& places, const state& state)
{
    draw_fact(frame, places[0], "info", frame.words("enrol.kind"), frame.words("enrol.kind." + state.kind));
    draw_fact(frame, places[1], "landmark", frame.words("enrol.server"), state.server);
}

/// What to do, in one line on a lying screen, in two on an upright one.
void draw_steps(frame& frame, rect bounds, const state& state)
{
    const int lines = lies(frame) ? 1 : 2;
    const auto height = static_cast<float>(lines) * 42;
    frame.canvas.text(bounds.cut_top(height, space::hair), frame.words("enrol.do"),
                      {weight::semibold, type::large},
                      {.down = down::top, .lines = lines, .smallest = type::least});
    const auto code = state.code.empty() ? std::string("…") : state.code;
    const auto command = "motcua-server device allow " + code + " --name … --kind " + state.kind;
    frame.canvas.text(bounds.cut_top(lies(frame) ? 34 : 66),
                      frame.words("enrol.command", {{"command", command}}),
                      {weight::regular, type::least, colour::ink_2},
                      {.down = down::top, .lines = lines, .smallest = type::console});
}

void draw_change(frame& frame, const rect& bounds)
{
    button(frame, bounds,
           {.label = frame.words("enrol.change"),
            .icon = "undo-2",
            .kind = button_kind::outlined,
            .size = type::body},
           action(event(changes_server{})));
}

void draw_waiting(frame& frame, rect area, const state& state)
{
    const auto notice = notice_of(frame, state);
    if (lies(frame)) {
        auto foot = area.cut_bottom(touch_size, space::normal);
        if (state.may_change_server) {
            draw_change(frame, foot.cut_left(320, space::wide));
        }
        if (notice) {
            banner(frame, foot, notice->tone, notice->icon, notice->text, type::body);
        }
        draw_steps(frame, area.cut_bottom(80, space::tiny), state);
        auto facts = area.cut_bottom(48, space::small);
        const auto kind = facts.cut_left(500, space::wide);
        draw_facts(frame, {kind, facts}, state);
        return draw_code(frame, area, state);
    }
    if (notice) {
        banner(frame, area.cut_top(120, space::wide), notice->tone, notice->icon, notice->text, type::body);
    }
    if (state.may_change_server) {
        const auto foot = area.cut_bottom(touch_size, space::wide);
        draw_change(frame, foot.middle(420, touch_size));
    }
    auto place = area.middle(area.width, std::min(area.height, 900.0F));
    draw_code(frame, place.cut_top(420, space::huge), state);
    draw_facts(frame, rows(place.cut_top(112, space::large), 2, space::tiny), state);
    draw_steps(frame, place, state);
}

} // namespace

void draw(frame& frame, const state& state)
{
    frame.speak(state.language);
    frame.canvas.fill(frame.area(), colour::background);
    auto area = frame.area();
    draw_header(frame, area.cut_top(lies(frame) ? 132 : 202), state);
    area = area.inset(margin, lies(frame) ? space::normal : space::large);
    if (state.is_typing) {
        draw_address(frame, area, state);
    } else {
        draw_waiting(frame, area, state);
    }
}

} // namespace motcua::enrolment
