#include "counter/sign_in/screens/screen.hpp"

#include "counter/letters.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace motcua::counter::sign_in {

using namespace ui;

namespace {

constexpr float label_height = 26, field_height = 60, part_gap = 18;

void draw_label(frame& frame, rect& column, std::string_view words)
{
    frame.canvas.text(column.cut_top(label_height, space::tiny), words,
                      {weight::semibold, type::console_least, colour::ink},
                      {.smallest = type::console_least, .ends_early = true});
}

/// Login and password side by side, or the password alone.
void draw_credentials(frame& frame, rect bounds, const state& state)
{
    const auto* known = chosen_officer(state);
    if (known == nullptr) {
        auto column = bounds.cut_left(216, space::normal);
        draw_label(frame, column, frame.words("sign_in.login"));
        text_field(frame, column,
                   {.text = state.login, .focused = state.focus == field::login, .size = type::console},
                   on(picked_field{field::login}));
    }
    draw_label(frame, bounds,
               known != nullptr ? frame.words("sign_in.password.of", {{"name", known->name}})
                                : frame.words("sign_in.password"));
    draw_secret(frame, bounds, state, state.password, field::password);
}

void draw_counter(frame& frame, const rect& bounds, const state& state)
{
    const auto action = on(changes_counter{});
    frame.touch(bounds, action);
    frame.canvas.fill(bounds, frame.pressed(action) ? colour::blue_background : colour::white, radius::small);
    frame.canvas.outline(bounds, colour::border, 2, radius::small);
    auto inside = bounds.inset(space::normal, 0);
    const text_style link{weight::semibold, type::console_least, colour::navy};
    const auto change =
        frame.words(state.counter.empty() ? "sign_in.counter.choose" : "sign_in.counter.change");
    frame.canvas.text(inside.cut_right(frame.canvas.text_width(change, link) + 1, space::small), change,
                      link);
    frame.canvas.icon("door-open", inside.cut_left(28, space::small).centre(), 28, colour::ink);
    if (state.counter.empty()) {
        return void(frame.canvas.text(inside, frame.words("sign_in.counter.none"),
                                      {weight::medium, type::console_small, colour::ink_2}));
    }
    const auto name = frame.words("console.counter", {{"n", state.counter}});
    const text_style style{weight::bold, type::console};
    frame.canvas.text(inside.cut_left(frame.canvas.text_width(name, style) + 1, space::small), name, style);
    if (state.counter == state.own_counter) {
        frame.canvas.text(inside, frame.words("sign_in.counter.own"),
                          {weight::regular, type::console_least, colour::ink_2});
    }
}

void draw_service(frame& frame, const rect& bounds, const state& state, const console::service& service,
                  std::size_t nth, bool is_named)
{
    const bool is_ticked = std::ranges::count(state.ticked, service.code) > 0;
    const auto action = on(ticked_service{service.code});
    frame.touch(bounds, action);
    frame.canvas.fill(bounds, is_ticked || frame.pressed(action) ? colour::blue_background : colour::white,
                      radius::small);
    frame.canvas.outline(bounds, is_ticked ? colour::navy : colour::border, 2, radius::small);
    auto inside = bounds.inset(space::small, 0);
    const auto box = inside.cut_left(24, space::tiny).middle(24, 24);
    frame.canvas.fill(box, is_ticked ? colour::navy : colour::white, 6);
    frame.canvas.outline(box, is_ticked ? colour::navy : colour::border, 2, 6);
    if (is_ticked) {
        frame.canvas.icon("check", box.centre(), 20, colour::white);
    }
    constexpr float side = 30;
    draw_letters(frame, inside.cut_left(side, space::tiny).middle(side, side), {{service.code, nth}}, side,
                 colour::ink);
    if (is_named) {
        frame.canvas.text(inside, frame.language() == "en" ? service.name_en : service.name,
                          {weight::semibold, type::console_least},
                          {.lines = 2, .smallest = type::console_least, .leading = 1.2F, .ends_early = true});
    }
}

/// With their names where there are few, else as letters.
void draw_services(frame& frame, rect bounds, const state& state)
{
    const auto offered = offered_services(state);
    const bool is_named = offered.size() <= 4;
    const auto cells = grid(bounds, is_named ? 2 : 6, 2, space::tiny);
    for (std::size_t place = 0; place < std::min(offered.size(), cells.size()); ++place) {
        const auto nth = static_cast<std::size_t>(offered[place] - state.services.data());
        draw_service(frame, cells[place], state, *offered[place], nth, is_named);
    }
}

} // namespace

void draw_secret(frame& frame, const rect& bounds, const state& state, const std::string& text, field which)
{
    const auto label = frame.words(state.is_password_shown ? "sign_in.hide" : "sign_in.show");
    const text_style style{weight::semibold, type::console_least, colour::navy};
    const float width = frame.canvas.text_width(label, style) + 2 * space::normal;
    auto place = bounds;
    frame.touch(place, on(picked_field{which}));
    // As many of the last letters as there is room for.
    const float letter = state.is_password_shown
                             ? type::console * 0.62F
                             : frame.canvas.text_width("•", {weight::medium, type::console});
    const auto room = static_cast<std::size_t>((bounds.width - width - 2 * space::normal) / letter);
    std::size_t first = 0;
    std::size_t letters = 0;
    for (std::size_t at = text.size(); at > 0 && letters < room; --at) {
        if ((text[at - 1] & 0xC0) != 0x80) {
            ++letters;
            first = at - 1;
        }
    }
    text_field(frame, bounds,
               {.text = text.substr(first),
                .focused = state.focus == which,
                .secret = !state.is_password_shown,
                .size = type::console},
               on(picked_field{which}));
    const auto toggle = place.cut_right(width);
    frame.touch(toggle, on(shows_password{}));
    frame.canvas.text(toggle.inset(space::normal, 0), label, style);
}

void draw_problem(frame& frame, rect bounds, const state& state)
{
    std::string words;
    if (state.wait.count() > 0) {
        words = frame.words("sign_in.wait", {{"n", std::to_string(state.wait.count())}});
    } else if (!state.problem.empty()) {
        words = frame.words(state.problem);
    }
    if (!words.empty()) {
        frame.canvas.icon("circle-alert", bounds.cut_left(24, space::tiny).centre(), 22, colour::red);
        return void(frame.canvas.text(bounds, words, {weight::semibold, type::console_least, colour::red},
                                      {.lines = 2, .leading = 1.25F}));
    }
    frame.canvas.text(bounds, frame.words(state.notice.empty() ? "sign_in.forgotten" : state.notice),
                      {weight::regular, type::console_least, colour::ink_2}, {.lines = 2, .leading = 1.25F});
}

void draw_form(frame& frame, rect bounds, const state& state)
{
    constexpr float part = label_height + space::tiny + field_height;
    draw_credentials(frame, bounds.cut_top(part, part_gap), state);
    auto seat = bounds.cut_top(part, part_gap);
    draw_label(frame, seat, frame.words("sign_in.counter"));
    draw_counter(frame, seat, state);
    const auto foot = bounds.cut_bottom(44);
    if (state.question == question::none) {
        draw_problem(frame, foot, state);
    }
    auto place = bounds.cut_bottom(76, space::tiny);
    draw_label(frame, bounds,
               frame.words(state.ticked.empty() ? "sign_in.services.all" : "sign_in.services"));
    draw_services(frame, bounds.cut_top(104), state);
    button(frame, place,
           {.label = state.is_busy           ? frame.words("sign_in.busy")
                     : state.counter.empty() ? frame.words("sign_in.enter")
                                             : frame.words("sign_in.enter.at", {{"n", state.counter}}),
            .icon = "log-in",
            .key = "Enter",
            .kind = button_kind::call,
            .enabled = can_enter(state),
            .size = type::console_large},
           on(confirmed{}));
}

} // namespace motcua::counter::sign_in
