// The bar over a public screen.

#include "ui/widgets.hpp"

#include <algorithm>
#include <array>

namespace motcua::ui {

rect header(frame& frame, const rect& bounds, const header_look& look)
{
    const float k = look.scale;
    frame.canvas.gradient(bounds, colour::navy, colour::navy_2);
    frame.canvas.fill({bounds.x, bounds.bottom() - 6 * k, bounds.width, 6 * k}, colour::gold);
    auto inside = bounds.inset(space::huge * k, 0);
    inside.height -= 6 * k;

    const auto emblem = inside.cut_left(104 * k, space::wide * k).centre();
    frame.canvas.disc(emblem, 104 * k, colour::white);
    frame.canvas.icon("landmark", emblem, 62 * k, colour::navy);

    const text_style clock{weight::bold, type::clock * k, colour::white};
    const text_style date{weight::medium, type::least * k, colour::white};
    const float right =
        std::max(frame.canvas.text_width(look.clock, clock), frame.canvas.text_width(look.date, date));
    const auto lines = [k](const rect& area) {
        const float middle = area.centre().y;
        return std::array{rect{area.x, middle - 62 * k, area.width, 76 * k},
                          rect{area.x, middle + 16 * k, area.width, 44 * k}};
    };
    const auto times = lines(inside.cut_right(right + 2, space::wide * k));
    frame.canvas.text(times[0], look.clock, clock, {.across = across::right});
    frame.canvas.text(times[1], look.date, date, {.across = across::right});
    const auto kept = look.reserved > 0 ? inside.cut_right(look.reserved, space::wide * k) : rect();

    const text_style title{weight::bold, type::large * k, colour::white};
    if (look.subtitle.empty()) {
        frame.canvas.text(inside.middle(inside.width, 96 * k), look.title,
                          {weight::bold, type::heading * k, colour::white},
                          {.lines = 2, .smallest = type::least * k, .leading = 1.25F});
        return kept;
    }
    const float middle = inside.centre().y;
    frame.canvas.text({inside.x, middle - 48 * k, inside.width, 48 * k}, look.title, title,
                      {.smallest = type::least * k});
    frame.canvas.text({inside.x, middle, inside.width, 52 * k}, look.subtitle,
                      {weight::semibold, type::subheading * k, colour::gold_light},
                      {.smallest = type::least * k});
    return kept;
}

} // namespace motcua::ui
