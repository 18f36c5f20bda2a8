#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

namespace motcua::counter::console {

using namespace ui;

namespace {

/// One action, in a button as large as `r`. While an answer is awaited it keeps its colour: a screen that
/// goes grey and back at each key would flicker.
void draw_action(frame& f, const rect& r, const state& s, console::action a, button_look look)
{
    const std::string name = boost::describe::enum_to_string(a, "");
    look.label = f.words("console.do." + name);
    look.enabled = offered(s, wish_of(s, a));
    look.stacked = true;
    button(f, r, look, {"press", name});
}

void draw_pause_or_open(frame& f, const rect& r, const state& s)
{
    const bool open = s.counter.state == protocol::counter_state::open;
    button(f, r,
           {.label = f.words(open ? "console.do.pause" : "console.do.open"),
            .icon = open ? "circle-pause" : "door-open",
            .key = "F9",
            .kind = open ? button_kind::outlined : button_kind::call,
            .enabled = s.contact == contact::connected,
            .size = type::desk},
           {"pause_or_open"});
}

} // namespace

void draw_buttons(frame& f, rect r, const state& s)
{
    const auto main = columns(r.cut_top(calls_height, gap), 3, gap);
    draw_action(f, main[0], s, action::call_next,
                {.icon = "phone-call", .key = "F2", .kind = button_kind::call, .size = type::least});
    draw_action(f, main[1], s, action::start,
                {.icon = "play", .key = "F5", .kind = button_kind::primary, .size = type::least});
    draw_action(f, main[2], s, action::finish,
                {.icon = "check", .key = "F4", .kind = button_kind::primary, .size = type::least});
    const auto more = columns(r.cut_top(handling_height, gap), 4, gap);
    const auto small = [&](std::size_t nth, console::action a, std::string icon, std::string key) {
        draw_action(f, more[nth], s, a,
                    {.icon = std::move(icon),
                     .key = std::move(key),
                     .kind = button_kind::outlined,
                     .size = type::desk_large});
    };
    small(0, action::recall, "rotate-ccw", "F3");
    small(1, action::no_show, "user-x", "F6");
    small(2, action::transfer, "arrow-left-right", "F7");
    small(3, action::hold, "pause", "F8");
    // The words beside the longest key need the most room.
    constexpr float pause_share = 254, outcomes_share = 278, close_share = 236;
    const float unit = (r.width - 2 * gap) / (pause_share + outcomes_share + close_share);
    const auto pause = r.cut_left(pause_share * unit, gap);
    const auto outcomes = r.cut_left(outcomes_share * unit, gap);
    draw_pause_or_open(f, pause, s);
    button(f, outcomes,
           {.label = f.words("console.do.outcomes"),
            .key = "Shift F4",
            .kind = button_kind::outlined,
            .enabled = offered(s, wish_of(s, action::finish)),
            .size = type::desk},
           {"outcomes"});
    button(f, r,
           {.label = f.words("console.do.close"),
            .key = "Shift F9",
            .kind = button_kind::outlined,
            .enabled = offered(s, wish_of(s, action::close)),
            .size = type::desk},
           {"close"});
}

} // namespace motcua::counter::console
