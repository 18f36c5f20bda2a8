#include "counter/sign_in/screens/screen.hpp"

#include "ui/format.hpp"
#include "ui/widgets.hpp"

#include <charconv>

namespace motcua::counter::sign_in {

using namespace ui;

namespace {

/// The morning ends with lunch, the afternoon with the office's day.
std::string greeting(frame& frame, const state& state)
{
    if (!state.time) {
        return frame.words("sign_in.hello");
    }
    const auto hour =
        (*state.time - std::chrono::floor<std::chrono::days>(*state.time)) / std::chrono::hours(1);
    return frame.words(hour < 12 ? "sign_in.morning" : hour < 18 ? "sign_in.afternoon" : "sign_in.evening");
}

/// "2026-11-13" as "Thứ Sáu, 13/11"; as it stands when it is not a day.
std::string day_text(frame& frame, const std::string& day)
{
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        if (day.size() == 10) {
            std::from_chars(day.data() + from, day.data() + from + count, value);
        }
        return value;
    };
    const std::chrono::year_month_day date{std::chrono::year{number(0, 4)},
                                           std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                           std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    if (!date.ok()) {
        return day;
    }
    const wall_time at{std::chrono::local_days{date}};
    return frame.words("date",
                       {{"weekday", frame.words(weekday_key(at))}, {"date", date_text(at).substr(0, 5)}});
}

/// One name with a round mark that says whether it is chosen.
void draw_name(frame& frame, const rect& bounds, const state& state, std::size_t index)
{
    const bool is_chosen = state.chosen == index;
    const auto action = on(picked_officer{index});
    frame.touch(bounds, action);
    frame.canvas.fill(bounds, is_chosen || frame.pressed(action) ? colour::blue_background : colour::white,
                      radius::small);
    frame.canvas.outline(bounds, is_chosen ? colour::navy : colour::line, 2, radius::small);
    auto inside = bounds.inset(space::normal, space::tiny);
    const auto mark = inside.cut_left(28, space::normal).centre();
    const bool is_other = index == state.officers.size();
    if (is_other) {
        frame.canvas.icon("keyboard", mark, 28, colour::ink);
    } else {
        frame.canvas.disc(mark, 26, is_chosen ? colour::navy : colour::border);
        frame.canvas.disc(mark, 22, colour::white);
        if (is_chosen) {
            frame.canvas.disc(mark, 14, colour::navy);
        }
    }
    // Room for a long name on two lines: none is cut.
    frame.canvas.text(
        inside.cut_top(38), is_other ? frame.words("sign_in.other") : state.officers[index].name,
        {weight::bold, type::console}, {.lines = 2, .smallest = type::console_least, .leading = 1.2F});
    frame.canvas.text(
        inside,
        is_other ? frame.words("sign_in.other.do")
                 : frame.words("sign_in.last", {{"day", day_text(frame, state.officers[index].day)}}),
        {weight::regular, type::console_least, colour::ink_2}, {.ends_early = true});
}

} // namespace

void draw_names(frame& frame, rect bounds, const state& state)
{
    frame.canvas.text(bounds.cut_top(38), greeting(frame, state), {weight::bold, type::body});
    frame.canvas.text(bounds.cut_top(30, space::wide), frame.words("sign_in.choose"),
                      {weight::regular, type::console_small, colour::ink_2},
                      {.smallest = type::console_least});
    for (std::size_t index = 0; index <= state.officers.size(); ++index) {
        draw_name(frame, bounds.cut_top(76, space::small), state, index);
    }
}

} // namespace motcua::counter::sign_in
