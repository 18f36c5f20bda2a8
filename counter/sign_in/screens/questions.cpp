#include "counter/sign_in/screens/screen.hpp"

#include "ui/widgets.hpp"

#include <algorithm>

namespace motcua::counter::sign_in {

using namespace ui;

namespace {

const text_style title_style{weight::bold, type::large};
const text_style body_style{weight::medium, type::console_small, colour::ink_2};

void draw_answers(frame& frame, const rect& bounds, std::string label, bool enabled)
{
    const auto answers = columns(bounds, 2, space::normal);
    button(frame, answers[0],
           {.label = frame.words("console.leave"),
            .key = "Esc",
            .kind = button_kind::outlined,
            .size = type::console},
           on(left{}));
    button(frame, answers[1],
           {.label = std::move(label), .key = "Enter", .enabled = enabled, .size = type::console},
           on(confirmed{}));
}

void draw_counters(frame& frame, const rect& area, const state& state)
{
    constexpr int across = 6;
    const auto lines = (state.counters.size() + across - 1) / across;
    const float list = static_cast<float>(std::min<std::size_t>(lines, 5)) * 76;
    auto inside = dialog(frame, area, 760, list + 210);
    frame.canvas.text(inside.cut_top(44, space::normal), frame.words("sign_in.counter.question"),
                      title_style);
    draw_answers(frame, inside.cut_bottom(60, space::normal), frame.words("console.confirm"), true);
    const auto cells =
        grid(inside.cut_top(list), across, static_cast<int>(std::min<std::size_t>(lines, 5)), space::tiny);
    for (std::size_t place = 0; place < std::min(cells.size(), state.counters.size()); ++place) {
        const auto& code = state.counters[place].code;
        const bool is_here = code == state.looked_at;
        const auto action = on(picked_counter{code});
        frame.touch(cells[place], action);
        frame.canvas.fill(cells[place], is_here ? colour::blue_background : colour::white, radius::small);
        frame.canvas.outline(cells[place], is_here ? colour::navy : colour::border, is_here ? 3.0F : 2.0F,
                             radius::small);
        frame.canvas.text(cells[place].inset(space::hair, 0), code, {weight::bold, type::console_large},
                          {.across = across::centre, .smallest = type::console_least, .ends_early = true});
    }
}

void draw_taken(frame& frame, const rect& area, const state& state)
{
    auto inside = dialog(frame, area, 640, 340);
    frame.canvas.text(inside.cut_top(84, space::normal),
                      state.taken_by.empty()
                          ? frame.words("sign_in.taken", {{"n", state.counter}})
                          : frame.words("sign_in.taken.by", {{"n", state.counter}, {"name", state.taken_by}}),
                      title_style, {.lines = 2, .smallest = type::console_large});
    draw_answers(frame, inside.cut_bottom(60, space::normal), frame.words("sign_in.take_over"),
                 !state.is_busy);
    frame.canvas.text(inside, frame.words("sign_in.taken.calm"), body_style, {.down = down::top, .lines = 4});
}

void draw_new_password(frame& frame, const rect& area, const state& state)
{
    auto inside = dialog(frame, area, 640, 470);
    frame.canvas.text(inside.cut_top(44, space::tiny), frame.words("sign_in.change"), title_style);
    frame.canvas.text(inside.cut_top(56, space::small), frame.words("sign_in.change.rule"), body_style,
                      {.down = down::top, .lines = 2, .smallest = type::console_least});
    draw_answers(frame, inside.cut_bottom(60, space::normal), frame.words("sign_in.change.do"),
                 !state.is_busy);
    const text_style label{weight::semibold, type::console_least};
    for (const auto which : {field::fresh, field::again}) {
        const bool is_first = which == field::fresh;
        frame.canvas.text(inside.cut_top(26, space::hair),
                          frame.words(is_first ? "sign_in.change.fresh" : "sign_in.change.again"), label);
        draw_secret(frame, inside.cut_top(52, space::small), state, is_first ? state.fresh : state.again,
                    which);
    }
    if (!state.problem.empty()) {
        draw_problem(frame, inside, state);
    }
}

} // namespace

void draw_question(frame& frame, const rect& area, const state& state)
{
    switch (state.question) {
    case question::counter:
        return draw_counters(frame, area, state);
    case question::taken:
        return draw_taken(frame, area, state);
    case question::password:
        return draw_new_password(frame, area, state);
    case question::none:
        break;
    }
}

} // namespace motcua::counter::sign_in
