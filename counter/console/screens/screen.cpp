#include "counter/console/screens/screen.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"
#include "ui/format.hpp"

#include <charconv>

namespace motcua::counter::console {

using namespace ui;

namespace {

constexpr float header_height = 64, gap = 16, margin = 20;

int number_in(const std::string& text)
{
    int n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

struct sign
{
    std::string_view words;
    ui::tone tone;
};

sign sign_of(const state& s)
{
    if (s.contact != contact::connected) return {"console.away", tone::alert};
    switch (s.counter.state) {
    case protocol::counter_state::open:
        return {"console.open", tone::good};
    case protocol::counter_state::paused:
        return {"console.paused", tone::priority};
    case protocol::counter_state::closed:
        break;
    }
    return {"console.closed", tone::neutral};
}

void draw_header(frame& f, rect r, const state& s)
{
    f.canvas.fill(r, colour::navy);
    r = r.inset(margin, 0);
    const auto emblem = r.cut_left(40, space::small).centre();
    f.canvas.disc(emblem, 40, colour::white);
    f.canvas.icon("landmark", emblem, 24, colour::navy);
    if (s.time) {
        const text_style style{weight::bold, type::large, colour::white};
        f.canvas.text(r.cut_right(92, space::normal), clock_text(*s.time), style, {.across = across::right});
    }
    if (!s.counter.code.empty()) {
        const auto name = f.words("console.counter", {{"n", s.counter.code}});
        const text_style style{weight::bold, type::large, colour::white};
        const float width = f.canvas.text_width(name, style);
        f.canvas.text(r.cut_left(width + 1, space::wide), name, style);
        const auto state = sign_of(s);
        const auto placed =
            chip(f, {r.x, r.centre().y}, f.words(state.words), state.tone, type::desk_small, true);
        r.cut_left(placed.width, space::wide);
    }
    f.canvas.text(r, f.language() == "en" ? s.office_en : s.office,
                  {weight::medium, type::desk_small, colour::white},
                  {.across = across::right, .lines = 2, .smallest = type::desk_least, .leading = 1.25F});
}

void figure(frame& f, rect r, std::string_view label, const std::string& value)
{
    f.canvas.text(r.cut_left(f.canvas.text_width(label, {weight::medium, type::desk_small}) + 2, space::tiny),
                  label, {weight::medium, type::desk_small, colour::ink_2});
    f.canvas.text(r, value, {weight::bold, type::desk_large});
}

void draw_figures(frame& f, const rect& r, const state& s)
{
    card(f, r, {.radius = radius::small});
    const auto cells = columns(r.inset(space::wide, 0), 3, space::normal);
    std::chrono::seconds longest{0};
    for (const auto& t : s.waiting)
        longest = std::max(longest, waited(s, t));
    const bool known = knows_queue(s);
    figure(f, cells[0], f.words("console.figure.waiting"), known ? std::to_string(s.waiting.size()) : "–");
    figure(f, cells[1], f.words("console.figure.longest"), known ? minutes_text(f, longest) : "–");
    figure(f, cells[2], f.words("console.figure.held"), std::to_string(s.held.size()));
}

/// "Hoàn thành A005".
std::string order_text(frame& f, const order& o)
{
    const auto name =
        f.words(std::string("console.do.") + boost::describe::enum_to_string(o.wish.action, ""));
    return o.number.empty() ? name : name + " " + o.number;
}

/// That the server is away, and what the staff has sent it all the same.
std::string away_text(frame& f, const state& s)
{
    if (s.awaited) {
        auto orders = order_text(f, *s.awaited);
        if (s.remembered) orders += ", " + order_text(f, {{}, *s.remembered});
        return f.words("console.away.awaited", {{"order", orders}});
    }
    if (s.unanswered) return f.words("console.away.unanswered", {{"order", order_text(f, *s.unanswered)}});
    return f.words("console.away.calm");
}

/// What is under way, and what the staff has pressed since.
std::string slow_text(frame& f, const state& s)
{
    if (!s.remembered) return f.words("console.slow");
    const std::string name = boost::describe::enum_to_string(s.remembered->action, "");
    return f.words("console.slow.then", {{"action", f.words("console.do." + name)}});
}

/// `words` filled in with what was done.
std::string deed_text(frame& f, const state& s, std::string_view words, const order& o)
{
    const auto& to = o.wish.to;
    const auto& outcome = o.wish.outcome;
    const std::string how = outcome ? boost::describe::enum_to_string(*outcome, "") : "";
    return f.words(words, {{"order", order_text(f, o)},
                           {"number", o.number},
                           {"to", !to              ? ""
                                  : to->to_counter ? to->code
                                                   : service_name(f, s, to->code)},
                           {"outcome", outcome ? f.words("console.outcome." + how) : ""}});
}

/// What must be known now, else the figures of the queue.
void draw_strip(frame& f, const rect& r, const state& s)
{
    if (s.contact != contact::connected)
        return banner(f, r, tone::alert, "wifi-off", away_text(f, s), type::desk);
    const bool warned = s.notice && !s.notice->about;
    if (s.slow && !warned) return banner(f, r, tone::information, "hourglass", slow_text(f, s), type::desk);
    if (s.notice) return draw_notice(f, r, s, *s.notice);
    draw_figures(f, r, s);
}

void draw_page(frame& f, const rect& area, std::string_view icon, std::string_view title,
               std::string_view body)
{
    const auto place = area.middle(std::min(area.width, 800.0F), 420);
    card(f, place, {.radius = radius::large});
    auto inside = place.inset(space::vast, space::huge);
    const auto emblem = inside.cut_top(128, space::wide).centre();
    f.canvas.disc(emblem, 128, colour::blue_background);
    f.canvas.icon(icon, emblem, 64, colour::navy);
    f.canvas.text(inside.cut_top(56, space::tiny), title, {weight::bold, type::heading, colour::navy},
                  {.across = across::centre, .smallest = type::least});
    f.canvas.text(inside, body, {weight::medium, type::desk_large, colour::ink_2},
                  {.across = across::centre, .down = down::top, .lines = 3, .smallest = type::desk_small});
}

} // namespace

void draw_notice(frame& f, const rect& r, const state& s, const notice& n)
{
    const auto icon = n.about ? "circle-check" : n.words == "console.nobody" ? "info" : "triangle-alert";
    const auto tone = n.about || n.words == "console.nobody" ? tone::information : tone::priority;
    banner(f, r, tone, icon, n.about ? deed_text(f, s, n.words, *n.about) : f.words(n.words), type::desk);
}

void draw(frame& f, const state& s)
{
    f.canvas.fill(f.area(), colour::background);
    auto area = f.area();
    draw_header(f, area.cut_top(header_height), s);
    area = area.inset(margin, margin);
    if (s.contact == contact::refused)
        return draw_page(f, area, "lock", f.words("console.unregistered"), f.words("console.token"));
    if (s.contact == contact::not_a_counter)
        return draw_page(f, area, "lock", f.words("console.wrong_token"), f.words("console.token"));
    if (!s.time) {
        const bool away = s.contact == contact::away;
        return draw_page(f, area, away ? "cloud-off" : "hourglass",
                         f.words(away ? "console.away" : "console.starting"),
                         f.words(away ? "console.away.calm" : "console.starting.calm"));
    }
    draw_lists(f, area.cut_right(420, margin), s);
    draw_strip(f, area.cut_bottom(60, gap), s);
    draw_buttons(f, area.cut_bottom(108 + 96 + 60 + 2 * gap, gap), s);
    draw_current(f, area, s);
    if (s.sheet) draw_sheet(f, f.area(), s, *s.sheet);
}

std::optional<event> event_of(const ui::action& a)
{
    if (a.verb == "press") {
        console::action meant{};
        if (boost::describe::enum_from_string(a.object.c_str(), meant)) return pressed{meant};
    }
    if (a.verb == "pause_or_open") return pressed_pause_or_open{};
    if (a.verb == "outcomes") return pressed_outcomes{};
    if (a.verb == "close") return pressed_close{};
    if (a.verb == "pick") return picked{a.object};
    if (a.verb == "choose") return chose{static_cast<std::size_t>(number_in(a.object))};
    if (a.verb == "move") return moved{number_in(a.object)};
    if (a.verb == "confirm") return confirmed{};
    if (a.verb == "leave") return left{};
    return std::nullopt;
}

std::vector<text_style> letter_styles()
{
    return {{weight::display, type::counter_number},
            {weight::bold, type::heading},
            {weight::bold, type::large},
            {weight::bold, type::least},
            {weight::bold, type::desk_large},
            {weight::semibold, type::desk_large},
            {weight::bold, type::desk},
            {weight::semibold, type::desk},
            {weight::medium, type::desk_small},
            {weight::semibold, type::desk_small},
            {weight::medium, type::desk_least},
            {weight::semibold, type::desk_least}};
}

} // namespace motcua::counter::console
